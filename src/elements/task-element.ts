import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Contribution } from '../answers/collect.js';
import type { Command } from '../canvas/command.js';
import { AnnotationStore, type StoreEvent } from '../document/annotation-store.js';
import type { AnnotationBase } from '../document/annotation.js';
import { annotatorTerms } from '../locales/terms/annotator.js';
import { classifyTerms as t } from '../locales/terms/classify.js';
import { formatProblem, readData } from '../parse/attributes.js';
import type { Problem } from '../parse/problem.js';
import { DraftController } from '../workspace/drafts/draft-controller.js';
import { renderDraftNotice } from '../workspace/drafts/draft-notice.js';
import { defineStagePieces } from '../workspace/index.js';
import { CrowdElement } from './crowd-element.js';
import { FormAssociated } from './form-associated.js';

/**
 * What widgets that are answered rather than drawn have in common: a document with history, drafts, form and events.
 *
 * @attr {string} header - Question or short instruction above the task.
 * @attr {string} name - Key of the answer.
 * @attr {boolean} disabled - Nothing can be chosen and nothing is answered.
 * @attr {boolean} readonly - Nothing can be changed; the answer stays.
 * @attr {string} drafts - How long unfinished work is kept in this browser, e.g. `12h`; `off` keeps none. Default 7 days.
 * @attr {string} task-id - The host's own id of the task, so that drafts follow the task and not the address.
 * @fires {Event} input - The worker changes the answer.
 * @fires {Event} change - The worker changed the answer, undid or redid a change.
 * @slot short-instructions - Gets the region `<short-instructions>`.
 * @slot full-instructions - Gets the region `<full-instructions>`.
 */
export abstract class TaskElement<A extends AnnotationBase> extends FormAssociated(CrowdElement) {
  /** What the worker has said about this task, with its history. */
  protected readonly store = new AnnotationStore<A>();
  private readonly draftController: DraftController<A>;
  private owner: HTMLFormElement | null = null;
  private sayTurn = false;

  @state() private spoken = '';
  @state() protected isSubmitting = false;
  @property() header = '';
  @property({ type: Boolean, reflect: true }) readonly = false;

  constructor() {
    super();
    // The offer of unfinished work is a piece of the shell.
    defineStagePieces();
    this.store.changed.subscribe((event) => this.handleStoreEvent(event));
    this.draftController = new DraftController(this, {
      store: this.store,
      identity: () => ({
        page: location.href,
        element: this.localName,
        name: this.answerName,
        taskId: this.getAttribute('task-id') ?? undefined,
        source: this.taskSource,
        labels: this.draftLabels,
        initialValue: readData(this.getAttribute('initial-value')).value,
      }),
      policy: () => this.getAttribute('drafts'),
      onProblem: ({ reason }) => this.say(annotatorTerms.draftsStopped(reason), 'warning'),
    });
  }

  /** The answer under the name that older scripts read; a fresh copy at each call. */
  get _submittableValue(): Record<string, unknown> {
    return this.currentAnswer() ?? {};
  }

  override answerContribution(): Contribution | undefined {
    const answer = this.currentAnswer();
    if (!this.answerName || this.isDisabled || !answer) return undefined;
    return { name: this.answerName, type: 'value', value: answer };
  }

  /** Called by `crowd-form` while the answer is on its way. */
  submitStateChanged(busy: boolean): void {
    this.isSubmitting = busy;
  }

  /** Called by `crowd-form` when the answer has arrived. */
  answerSubmitted(): void {
    void this.draftController.clear();
  }

  /** A native form asks for the answer when it needs it. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.owner?.removeEventListener('formdata', this.handleFormData);
    this.owner = form;
    form?.addEventListener('formdata', this.handleFormData);
  }

  /** The answer as it stands now; undefined while there is none. Keys in code-unit order; a fresh object. */
  protected abstract currentAnswer(): Record<string, unknown> | undefined;
  /** What is still missing, in words for the worker; undefined when the answer may be submitted. */
  protected abstract missingText(): string | undefined;
  /** Puts the work the page came with into the store. */
  protected abstract loadInitial(): void;
  /** A short sentence about a committed change, or undefined when there is nothing to say. */
  protected abstract announcement(event: StoreEvent<A>): string | undefined;
  /** What the task is about: the address of a picture or a text; tells tasks apart. */
  protected abstract get taskSource(): string | undefined;
  /** What can be chosen; a part of the task's identity. */
  protected abstract get draftLabels(): readonly string[];

  /** Key of the answer. */
  protected get answerName(): string {
    return this.name;
  }

  /** True when the worker may change something. */
  protected get canEdit(): boolean {
    return !this.isDisabled && !this.readonly && !this.isSubmitting;
  }

  /** Tells the worker something, once. */
  protected say(text: string, _tone: 'info' | 'warning' = 'info'): void {
    // The same sentence twice in a row would be no change and stay silent.
    this.sayTurn = !this.sayTurn;
    this.spoken = this.sayTurn ? text : `${text}\u00a0`;
  }

  /** The task begins anew; unfinished work of the one before stays in its draft. */
  protected openTask(): void {
    this.loadInitial();
    void this.draftController.open();
  }

  protected override firstUpdated(): void {
    void this.draftController.open();
    super.firstUpdated();
  }

  protected override refreshValidity(): void {
    const missing = this.readonly ? undefined : this.missingText();
    if (missing === undefined) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, missing, this.validityAnchor);
  }

  /** Where the browser points its message; undefined before the first rendering. */
  protected get validityAnchor(): HTMLElement | undefined {
    return undefined;
  }

  protected override resetValue(): void {
    this.loadInitial();
  }

  protected override showProblem(): void {
    super.showProblem();
    this.say(this.validationMessage, 'warning');
  }

  /** Submits the form around the element, as its Submit button does. */
  protected readonly handleSubmit = (): void => {
    const crowdForm = this.closest<HTMLElement & { submit(): void }>('crowd-form');
    if (crowdForm) crowdForm.submit();
    else this.form?.requestSubmit();
  };

  /** Undo, redo and submit, for toolbar, keys and shortcut list. */
  protected historyCommands(): Command[] {
    return [
      {
        id: 'undo',
        group: 'edit',
        place: 'history',
        title: t.undo,
        icon: 'undo',
        keys: ['Mod+KeyZ'],
        isEnabled: () => this.canEdit && this.store.canUndo,
        run: () => this.store.undo(),
      },
      {
        id: 'redo',
        group: 'edit',
        place: 'history',
        title: t.redo,
        icon: 'redo',
        keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
        isEnabled: () => this.canEdit && this.store.canRedo,
        run: () => this.store.redo(),
      },
      {
        id: 'submit',
        group: 'task',
        title: t.submit,
        keys: ['Enter', 'Mod+Enter'],
        isEnabled: () => this.canEdit && (this.closest('crowd-form') ?? this.form) !== null,
        run: this.handleSubmit,
      },
    ];
  }

  /** Tells the author of the page, on the console, what could not be used and what would work. */
  protected report(attribute: string, problems: readonly Problem[]): void {
    for (const problem of problems) {
      const text = formatProblem({ element: this.localName, name: this.name, attribute, problem });
      if (problem.severity === 'error') console.error(text);
      else console.warn(text);
    }
  }

  /** Tells the worker, once there is something to tell it in. */
  protected warn(text: string): void {
    void this.updateComplete.then(() => this.say(text, 'warning'));
  }

  /** The offer to take up unfinished work, when there is some. */
  protected renderOffer() {
    return renderDraftNotice(this.draftController);
  }

  /** What is spoken to screen readers. */
  protected renderVoice() {
    return html`<div class="visually-hidden voice" role="status" aria-live="polite">${this.spoken}</div>`;
  }

  private handleStoreEvent(event: StoreEvent<A>): void {
    if (event.type === 'preview') {
      this.emitNative('input');
      return;
    }
    if (event.type === 'cancel') return;
    const said = this.announcement(event);
    if (said) this.say(said);
    this.refreshValidity();
    this.requestUpdate();
    if (event.type === 'load' || event.type === 'host') return;
    this.emitNative('input');
    this.emitNative('change');
  }

  private readonly handleFormData = (event: FormDataEvent): void => {
    const part = this.answerContribution();
    if (part?.type === 'value') event.formData.append(part.name, JSON.stringify(part.value));
  };
}
