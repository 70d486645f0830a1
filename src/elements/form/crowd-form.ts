import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { mergeAnswers, toFlatFields, toNestedFields } from '../../answers/collect.js';
import { LocaleController } from '../../locales/index.js';
import { formTerms } from '../../locales/terms/form.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { isFullPageWidget, type AnswerContributor, type CrowdSubmitDetail } from './answer-protocol.js';
import { Instructions } from '../instructions.js';
import { instructionsStyles } from '../instructions.styles.js';
import { formStyles } from './crowd-form.styles.js';
import { checkedControlsOf, contributionsOf, contributorsOf, elementsOf, invalidControlsOf } from './form-walk.js';
import { isSubmitButton, describeProblem, resetLoneControl, revealControl } from './form-controls.js';
import { renderAnswer, renderFooter, renderMessage, type FormMessage } from './form-view.js';
import { InnerForm } from './inner-form.js';
import { copyText, postFields, turkSession } from './transport.js';

/** How long a second click of a double click may take to be taken for one. */
const doubleClickMs = 500;

/** What became of the answer: a host took it, the page is leaving with it, or it was only shown. */
type Delivery = 'taken' | 'leaving' | 'shown';

/**
 * Collects the answers of everything inside it and submits them, on Mechanical Turk, in a portal, or on a plain page.
 *
 * @element crowd-form
 * @attr {'flatten-objects'} answer-format - One text field per value instead of one field with JSON.
 * @attr {string} action - Where a plain page posts the answer, when no host takes it.
 * @prop {HTMLFormElement} form - The real form in the light DOM that holds the content.
 * @prop {object} answers - The answer as it stands now, by name.
 * @fires {SubmitEvent} submit - The worker submits and everything is valid. Cancel it to keep the page as it is.
 * @fires {CustomEvent<CrowdSubmitDetail>} crowd-submit - The answer is complete. Cancel it when you take it.
 * @slot - Everything a worker sees and answers. It is wrapped in a form unless it is one.
 * @slot short-instructions - Gets the region `<short-instructions>`.
 * @slot full-instructions - Gets the region `<full-instructions>`.
 * @csspart content - Around the content.
 * @csspart instructions - The pane with short instructions.
 * @csspart footer - The bar with the Submit button.
 * @csspart message - What keeps the answer from being submitted.
 * @csspart answers - The box that shows the answer on a plain page.
 */
export class CrowdForm extends CrowdElement {
  static override styles = [tokens, baseStyles, instructionsStyles, formStyles];

  private readonly inner = new InnerForm(this, (form) => this.prepareForm(form));
  private readonly instructions = new Instructions(this);
  private readonly contentObserver = new MutationObserver(() => this.requestUpdate());
  /** The event of ours that is on its way; any other `submit` asks for an attempt. */
  private announcing?: Event;
  private isAttempting = false;
  /** An attempt was made in this task: a native submission that still follows belongs to it. */
  private hasJustAttempted = false;
  /** A handler asked for a submission of its own while it was heard. */
  private isAskedAgain = false;
  private isDelivering = false;
  private readonly warnedNames = new Set<string>();
  private busyTimer?: ReturnType<typeof setTimeout>;

  @state() private message?: FormMessage;
  @state() private shownAnswer = '';
  @state() private isCopied = false;
  @state() private isBusy = false;

  @property({ attribute: 'answer-format' }) answerFormat: string | null = null;
  @property() action: string | null = null;

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('submit', this.handleSubmit, { capture: true });
    this.addEventListener('reset', this.handleReset);
    this.addEventListener('input', this.handleInput);
    this.addEventListener('crowd-element-ready', () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.contentObserver.observe(this, { childList: true, subtree: true, attributeFilter: ['form-action'] });
    window.addEventListener('pageshow', this.handlePageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.contentObserver.disconnect();
    if (this.busyTimer) this.setBusy(false);
    window.removeEventListener('pageshow', this.handlePageShow);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.refusesPreview();
  }

  /** Nothing can be submitted before the worker has accepted the task; then it says so. */
  private refusesPreview(): boolean {
    const { isPreview } = this;
    if (isPreview) this.message = { text: formTerms.preview(), tone: 'calm' };
    return isPreview;
  }

  private get isPreview(): boolean {
    return turkSession(location.search)?.isPreview ?? false;
  }

  private prepareForm(form: HTMLFormElement): void {
    // As on any form, calling `submit` from a script asks nobody; but the answer goes the crowd-form's way.
    // A control of this name stands before it, and then nothing can be defined.
    Reflect.defineProperty(form, 'submit', { value: () => void this.deliver(), configurable: true });
  }

  /** A submission of the inner form, or of a form nested in it, becomes one attempt of ours. */
  private readonly handleSubmit = (event: SubmitEvent): void => {
    if (event === this.announcing) return;
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !this.owns(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.hasJustAttempted) return;
    this.attempt(form, event.submitter);
  };

  private readonly handleReset = (event: Event): void => {
    if (event.target === this.form) this.clearMessages();
  };

  // On `input`, since `change` comes with the press on Submit, and the button must not move under the pointer.
  /** The complaint goes when its reasons have gone. */
  private readonly handleInput = (): void => {
    if (
      this.message?.tone === 'problem' &&
      checkedControlsOf(this).every(({ validity }) => validity?.valid !== false)
    ) {
      this.message = undefined;
    }
  };

  /** Back from the page that took the answer: the worker may go on. */
  private readonly handlePageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.setBusy(false);
  };

  private owns(element: Element): boolean {
    // The element may be a form that has a control of this name.
    return Element.prototype.closest.call(element, 'crowd-form') === this;
  }

  private attempt(form: HTMLFormElement, submitter: HTMLElement | null): void {
    this.isAskedAgain = true;
    if (this.isAttempting || this.isBusy) return;
    this.hasJustAttempted = true;
    setTimeout(() => (this.hasJustAttempted = false));
    this.clearMessages();
    if (this.refusesPreview()) return;
    this.isAttempting = true;
    try {
      if (!this.skipsValidation(form, submitter) && !this.validate()) return;
      const preparing = this.prepareAnswers();
      if (preparing) void this.attemptWhenPrepared(preparing, form, submitter);
      else if (this.announce(form, submitter)) void this.deliver();
    } finally {
      this.isAttempting = false;
    }
  }

  /** Slow work comes before the event, since a handler may read the answer. */
  private async attemptWhenPrepared(
    preparing: Promise<unknown>,
    form: HTMLFormElement,
    submitter: HTMLElement | null,
  ): Promise<void> {
    this.setBusy(true);
    try {
      await preparing;
    } catch (error) {
      console.error('<crowd-form>: an answer could not be prepared.', error);
      this.setBusy(false);
      this.message = { text: formTerms.prepareFailed(), tone: 'problem' };
      return;
    }
    if (this.announce(form, submitter)) void this.deliver();
    else if (!this.isDelivering) this.setBusy(false);
  }

  /** A page that owns the form, or the button that was pressed, may ask for no checks. */
  private skipsValidation(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
    const asksNone = !this.inner.isOwn(form) && Element.prototype.hasAttribute.call(form, 'novalidate');
    return asksNone || (submitter?.hasAttribute('formnovalidate') ?? false);
  }

  private validate(): boolean {
    const invalid = invalidControlsOf(this);
    const [first] = invalid;
    if (!first) return true;
    // The radio buttons of one question are one answer.
    const { size } = new Set(
      invalid.map((control) => (control.matches('[type=radio]') ? control.getAttribute('name') : control)),
    );
    this.message = { text: formTerms.problems(size, describeProblem(first)), tone: 'problem' };
    revealControl(first);
    return false;
  }

  private prepareAnswers(): Promise<unknown> | undefined {
    const slow = contributorsOf(this).filter((element) => element.prepareAnswer);
    if (!slow.length) return undefined;
    return Promise.all(slow.map(async (element) => element.prepareAnswer?.()));
  }

  /** Fires the one `submit` of this attempt; true when nobody objects. All handlers have run when it returns. */
  private announce(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
    // Browsers stop the event of a nested form at the form around it, so that one only hears for itself.
    const agrees = form === this.form || this.fireSubmit(form, submitter, false);
    return agrees && this.fireSubmit(this.form, submitter, true);
  }

  private fireSubmit(form: HTMLFormElement, submitter: HTMLElement | null, bubbles: boolean): boolean {
    this.announcing = new SubmitEvent('submit', { bubbles, cancelable: true, submitter });
    this.isAttempting = true;
    this.isAskedAgain = false;
    try {
      const agrees = EventTarget.prototype.dispatchEvent.call(form, this.announcing);
      // Templates cancel, prepare something, and call `submit()` before they return.
      if (!agrees && this.isAskedAgain) setTimeout(() => this.submit());
      return agrees;
    } finally {
      this.announcing = undefined;
      this.isAttempting = false;
    }
  }

  /** Sends the answer, once; at once unless an answer takes time. */
  private async deliver(): Promise<void> {
    // A handler may have sent it already.
    if (this.isDelivering) return;
    this.isDelivering = true;
    this.setBusy(true);
    let delivery: unknown;
    try {
      // Handlers may have changed an answer that takes time; then it is finished before it goes.
      const preparing = this.prepareAnswers();
      if (preparing) await preparing;
      delivery = this._submitHelperForm();
      if (delivery instanceof Promise) delivery = await delivery;
    } catch (error) {
      console.error('<crowd-form>: the answer could not be sent.', error);
      this.message = { text: formTerms.sendFailed(), tone: 'problem' };
      this.setBusy(false);
      return;
    }
    if (delivery !== 'shown') {
      for (const element of contributorsOf(this)) element.answerSubmitted?.();
    }
    // A page that stays may show the next task in the same form; the second click of a double click is none of it.
    if (delivery !== 'leaving') this.busyTimer = setTimeout(() => this.setBusy(false), doubleClickMs);
  }

  private setBusy(busy: boolean): void {
    clearTimeout(this.busyTimer);
    this.busyTimer = undefined;
    this.isDelivering &&= busy;
    if (this.isBusy === busy) return;
    this.isBusy = busy;
    for (const element of elementsOf(this)) {
      if (isSubmitButton(element)) element.loading = busy;
      (element as Partial<AnswerContributor>).submitStateChanged?.(busy);
    }
  }

  private clearMessages(): void {
    this.message = undefined;
    this.shownAnswer = '';
    this.isCopied = false;
  }

  private async copyAnswer(): Promise<void> {
    this.isCopied = await copyText(this.shownAnswer);
  }

  /** The form in the light DOM. What is appended to it takes part in the answer. */
  get form(): HTMLFormElement {
    return this.inner.element;
  }

  /** The answer as it stands now, by name. */
  get answers(): Readonly<Record<string, unknown>> {
    return mergeAnswers(contributionsOf(this)).answers;
  }

  /** Whether the answer is on its way. */
  get submitting(): boolean {
    return this.isBusy;
  }

  /** Checks everything, fires `submit`, and sends the answer, exactly as the Submit button does. */
  submit(): void {
    this.attempt(this.form, null);
  }

  /** Brings every control back to the value it was written with. */
  reset(): void {
    const forms = new Set<HTMLFormElement>([this.form]);
    for (const element of elementsOf(this)) {
      if (element instanceof HTMLFormElement) forms.add(element);
      else resetLoneControl(element);
    }
    for (const form of forms) HTMLFormElement.prototype.reset.call(form);
    this.clearMessages();
  }

  /** The answer as text fields, in the form's `answer-format`. */
  _serializeForm(): Record<string, string> {
    const { answers, problems } = mergeAnswers(contributionsOf(this));
    for (const { name, message } of problems) {
      if (this.warnedNames.has(name)) continue;
      this.warnedNames.add(name);
      console.warn(`<crowd-form>: "${name}" ${message}`);
    }
    return { ...(this.answerFormat === 'flatten-objects' ? toFlatFields(answers) : toNestedFields(answers)) };
  }

  /** The last step of a submission. A host may put a function of its own here, which then delivers the answer. */
  _submitHelperForm(): unknown {
    const { answers } = this;
    const fields = this._serializeForm();
    const waits: Promise<unknown>[] = [];
    const detail: CrowdSubmitDetail = { answers, fields, waitUntil: (delivery) => void waits.push(delivery) };
    if (this.emit('crowd-submit', detail, { cancelable: true }).defaultPrevented || waits.length) {
      return waits.length ? Promise.all(waits).then((): Delivery => 'taken') : ('taken' satisfies Delivery);
    }
    const turk = turkSession(location.search);
    if (turk) postFields(`${turk.submitTo}/mturk/externalSubmit`, { ...fields, assignmentId: turk.assignmentId });
    else if (this.action) postFields(this.action, fields);
    else {
      this.shownAnswer = JSON.stringify([answers], null, 2);
      return 'shown' satisfies Delivery;
    }
    return 'leaving' satisfies Delivery;
  }

  override render() {
    const hasWidget = [...this.querySelectorAll(':scope > form > *')].some(isFullPageWidget);
    const hasButton = [...elementsOf(this)].some(isSubmitButton);
    const content = html`<div class="content" part="content"><slot></slot></div>`;
    return html`
      ${this.instructions.render(content, { isShown: !hasWidget })}
      <div class=${classMap({ end: true, 'over-widget': hasWidget })}>
        ${renderAnswer({
          answer: this.shownAnswer,
          isCopied: this.isCopied,
          copy: () => void this.copyAnswer(),
          close: () => this.clearMessages(),
        })}
        <div role="alert">${renderMessage(this.message)}</div>
        ${hasWidget || hasButton ? nothing : this.renderFooter()}
      </div>
    `;
  }

  private renderFooter() {
    const { isPreview, isBusy } = this;
    return renderFooter({ isPreview, isBusy, submit: () => this.submit() });
  }
}
