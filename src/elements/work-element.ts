import { property, state } from 'lit/decorators.js';
import type { Contribution } from '../answers/collect.js';
import type { AnnotationStore, StoreEvent } from '../document/annotation-store.js';
import type { AnnotationBase } from '../document/annotation.js';
import { readDraftPolicy } from '../document/draft-policy.js';
import type { DraftBuffer } from '../document/draft-keeper.js';
import { annotatorTerms } from '../locales/terms/annotator.js';
import { formatProblem, readData } from '../parse/attributes.js';
import type { Problem } from '../parse/problem.js';
import { DraftController } from '../workspace/drafts/draft-controller.js';
import { renderDraftNotice } from '../workspace/drafts/draft-notice.js';
import { CrowdElement } from './crowd-element.js';
import { FormAssociated } from './form-associated.js';
import { afterPaint } from './idle.js';

/**
 * What every widget has in common in which somebody works: a document with history, drafts, form, messages and events.
 *
 * @attr {string} header - Question or short instruction above the task.
 * @attr {string} name - Key of the answer.
 * @attr {boolean} disabled - Nothing can be changed and nothing is answered.
 * @attr {boolean} readonly - Nothing can be changed; the answer stays.
 * @attr {string} drafts - How long unfinished work is kept in this browser, e.g. `12h`; `off` keeps none. Default 7 days.
 * @attr {string} task-id - The host's own id of the task, so that drafts follow the task and not the address.
 * @fires {Event} input - The worker changes the answer; also while a gesture is under way.
 * @fires {Event} change - The worker changed the answer, undid or redid a change.
 * @slot short-instructions - Gets the region `<short-instructions>`.
 * @slot full-instructions - Gets the region `<full-instructions>`.
 */
export abstract class WorkElement<A extends AnnotationBase> extends FormAssociated(CrowdElement) {
  private draftController?: DraftController<A>;
  private owner: HTMLFormElement | null = null;

  @state() protected isSubmitting = false;
  @property() header = '';
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The answer under the name that older scripts read; a fresh copy at each call. */
  get _submittableValue(): Record<string, unknown> {
    return this.currentAnswer() ?? {};
  }

  override answerContribution(): Contribution | undefined {
    if (!this.answerName || this.isDisabled) return undefined;
    const value = this.currentAnswer();
    return value && { name: this.answerName, type: 'value', value };
  }

  /** Called by `crowd-form` while the answer is on its way. */
  submitStateChanged(busy: boolean): void {
    this.isSubmitting = busy;
  }

  /** Called by `crowd-form` when the answer has arrived. */
  answerSubmitted(): void {
    void this.draftController?.clear();
  }

  /** A native form asks for the answer when it needs it: encoding at every edit would be wasted. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.owner?.removeEventListener('formdata', this.handleFormData);
    this.owner = form;
    form?.addEventListener('formdata', this.handleFormData);
  }

  /** The document that the worker edits. */
  protected abstract readonly store: AnnotationStore<A>;
  /** The answer as it stands now; undefined while there is none. Keys in code-unit order; a fresh object. */
  protected abstract currentAnswer(): Record<string, unknown> | undefined;
  /** Puts the work that the page came with into the store. */
  protected abstract loadInitial(): void;
  /** A short sentence about a committed change, or undefined when there is nothing to say. */
  protected abstract announcement(event: StoreEvent<A>): string | undefined;
  /** Tells the worker something, once. */
  protected abstract say(text: string, tone?: 'info' | 'warning'): void;
  /** What the task is about: the address of a picture, or a text; tells tasks apart. */
  protected abstract get taskSource(): string | undefined;
  /** What can be chosen; a part of the task's identity. */
  protected abstract get draftLabels(): readonly string[];

  /** What the task came with, as given; a part of its identity. */
  protected get draftInitialValue(): unknown {
    return this.getAttribute('initial-value');
  }

  /** A part of the work that is not in the records, such as a mask. */
  protected get draftBuffer(): DraftBuffer | undefined {
    return undefined;
  }

  /** Key of the answer. */
  protected get answerName(): string {
    return this.name;
  }

  /** Subclasses call this once, when their store exists. */
  protected connectStore(): void {
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
        initialValue: readData(this.draftInitialValue).value,
      }),
      policy: () => this.getAttribute('drafts'),
      buffer: this.draftBuffer,
      onProblem: ({ reason }) => this.say(annotatorTerms.draftsStopped(reason), 'warning'),
    });
  }

  /** The task begins anew; unfinished work of the one before stays in its draft. */
  protected openTask(): void {
    this.loadInitial();
    void this.draftController?.open();
  }

  protected override firstUpdated(): void {
    this.report('drafts', readDraftPolicy(this.getAttribute('drafts')).problems);
    // What was kept is looked for when the task is on the screen: it is found by a hash of all that the task came with.
    afterPaint(() => {
      void this.draftController?.open();
      // Only now do the pieces stand to which the browser can point.
      this.refreshValidity();
    });
    super.firstUpdated();
  }

  /**
   * Where the browser points its message, and puts the focus: something that can have it, or a native form would refuse
   * without a word. Undefined before the first rendering.
   */
  protected get validityAnchor(): HTMLElement | undefined {
    return undefined;
  }

  protected override resetValue(): void {
    this.loadInitial();
  }

  /** Submits the form around the element, as its Submit button does. */
  protected readonly handleSubmit = (): void => {
    const crowdForm = this.closest<HTMLElement & { submit(): void }>('crowd-form');
    if (crowdForm) crowdForm.submit();
    else this.form?.requestSubmit();
  };

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

  /** What the worker should know about unfinished work. */
  protected renderOffer() {
    return renderDraftNotice(this.draftController);
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
    if (event.type === 'load' || event.type === 'host') return;
    this.emitNative('input');
    this.emitNative('change');
  }

  private readonly handleFormData = (event: FormDataEvent): void => {
    const part = this.answerContribution();
    if (part?.type === 'value') event.formData.append(part.name, JSON.stringify(part.value));
  };
}
