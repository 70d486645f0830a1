import { property, state } from 'lit/decorators.js';
import type { Contribution } from '../answers/collect.js';
import type { Decoded } from '../answers/decode.js';
import { sortKeys } from '../answers/sort-keys.js';
import type { AnnotationStore, StoreEvent } from '../document/annotation-store.js';
import type { AnnotationBase } from '../document/annotation.js';
import type { DraftBuffer } from '../document/draft-keeper.js';
import type { Label } from '../labels/label.js';
import { annotatorTerms as t } from '../locales/terms/annotator.js';
import { formatProblem, readData } from '../parse/attributes.js';
import { toCompactJson, type JsonValue } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { DraftController } from '../workspace/drafts/draft-controller.js';
import { renderDraftNotice } from '../workspace/drafts/draft-notice.js';
import { CrowdElement } from './crowd-element.js';
import { FillController } from './fill-controller.js';
import { FormAssociated } from './form-associated.js';

/** Labels as an element reads them: what scripts get back, and the records. */
export interface LabelReading extends Reading<readonly Label[]> {
  readonly source: readonly JsonValue[];
}

/**
 * What all annotators have in common, whatever they annotate: labels, initial value, answer, form, drafts and events.
 *
 * @attr {string} labels - Labels as written in templates, e.g. `"['Car', 'Bus']"`; reflected as compact JSON.
 * @attr {string} header - Question or short instruction above the task.
 * @attr {string} name - Key of the answer.
 * @attr {string} initial-value - Annotations present at the start: a list, or an answer object.
 * @attr {boolean} disabled - Nothing can be edited and nothing is answered.
 * @attr {boolean} readonly - Nothing can be edited; the answer stays.
 * @attr {string} drafts - How long unfinished work is kept in this browser, e.g. `12h`; `off` keeps none. Default 7 days.
 * @attr {string} task-id - The host's own id of the task, so that drafts follow the task and not the address.
 * @attr {boolean} compact - Hides header, instructions and footer, for embedding.
 * @prop {unknown[]} labels - Labels on offer; a copy. Takes a list or its text.
 * @prop {object} value - The answer as it stands now; never null. Setting it replaces all annotations.
 * @fires {Event} input - The worker edits; also while a gesture is under way.
 * @fires {Event} change - The worker committed an edit, undid or redid one.
 * @slot short-instructions - Gets the region `<short-instructions>`.
 * @slot full-instructions - Gets the region `<full-instructions>`.
 */
export abstract class AnnotatorElement<A extends AnnotationBase> extends FormAssociated(CrowdElement) {
  /** Tells `crowd-form` that this widget fills the page and has a Submit button of its own. */
  readonly isFullPageWidget = true;

  private draftController?: DraftController<A>;
  private owner: HTMLFormElement | null = null;
  private labelSource: readonly JsonValue[] = [];
  private reflectedLabels?: string;
  private initialSource: unknown;
  /** The annotations as they were given; undefined when none were. */
  private initialAnnotations?: readonly A[];
  private initialText?: string;
  private encoded?: { readonly of: unknown; readonly text: string };

  @state() protected isSubmitting = false;
  @property() header = '';
  @property({ type: Boolean, reflect: true }) readonly = false;

  constructor() {
    super();
    this.addController(new FillController(this, this.internals.states));
  }

  /** Labels on offer, in the order the requester wrote them. A copy; assign to change them. */
  @property({ attribute: 'labels' })
  get labels(): JsonValue[] {
    return structuredClone(this.labelSource) as JsonValue[];
  }
  set labels(value: unknown) {
    if (typeof value === 'string' && value === this.reflectedLabels) return;
    const reading = this.readLabels(value);
    this.report('labels', reading.problems);
    this.labelSource = reading.source;
    this.showLabels(reading.value);
    this.refreshValidity();
    // Templates read the attribute back and take it apart as strict JSON.
    if (reading.problems.some(({ severity }) => severity === 'error')) return;
    this.reflectedLabels = toCompactJson(reading.source);
    if (this.getAttribute('labels') !== this.reflectedLabels) this.setAttribute('labels', this.reflectedLabels);
  }

  /** Annotations present at the start, as text or as data. Setting it starts the task anew. */
  @property({ attribute: 'initial-value' })
  get initialValue(): unknown {
    return this.initialSource;
  }
  set initialValue(source: unknown) {
    this.initialSource = source ?? undefined;
    this.loadInitial();
  }

  /** The answer as it stands now. Setting an answer replaces all annotations and clears the undo history. */
  get value(): Record<string, unknown> {
    return this.answer();
  }
  set value(source: unknown) {
    this.load(source, 'value');
  }

  /** The answer under the name that older scripts read; a fresh copy at each call. */
  get _submittableValue(): Record<string, unknown> {
    return this.answer();
  }

  override answerContribution(): Contribution | undefined {
    if (!this.name || this.isDisabled) return undefined;
    return { name: this.name, type: 'value', value: this.answer() };
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
  protected abstract get store(): AnnotationStore<A>;
  protected abstract readLabels(source: unknown): LabelReading;
  protected abstract showLabels(labels: readonly Label[]): void;
  /** Whether an annotation is on show and in the answer: its label is on offer. */
  protected abstract isShown(annotation: A): boolean;
  /** The answer without `initialValueModified`. */
  protected abstract encodeAnswer(annotations: readonly A[]): object;
  /** Text that differs whenever the annotations do; independent of what is not known yet, such as the picture's size. */
  protected abstract fingerprint(annotations: readonly A[]): string;
  protected abstract decodeAnswer(data: unknown): Decoded<A>;
  /** A short sentence about a committed change, or undefined when there is nothing to say. */
  protected abstract announcement(event: StoreEvent<A>): string | undefined;
  protected abstract say(text: string, tone?: 'info' | 'warning'): void;
  /** What is annotated: the address of a picture or a text; tells tasks apart. */
  protected abstract get taskSource(): string | undefined;
  /** A part of the work that is not in the records, such as a mask. */
  protected get draftBuffer(): DraftBuffer | undefined {
    return undefined;
  }

  /** Subclasses call this once, when their store exists. */
  protected connectStore(): void {
    this.store.changed.subscribe((event) => this.handleStoreEvent(event));
    this.draftController = new DraftController(this, {
      store: this.store,
      identity: () => ({
        page: location.href,
        element: this.localName,
        name: this.name,
        taskId: this.getAttribute('task-id') ?? undefined,
        source: this.taskSource,
        labels: this.labelSource.map((label) => toCompactJson(label)),
        initialValue: readData(this.initialSource).value,
      }),
      policy: () => this.getAttribute('drafts'),
      buffer: this.draftBuffer,
      onProblem: ({ reason }) => this.say(t.draftsStopped(reason), 'warning'),
    });
  }

  /** What is annotated has changed: the work begins anew, and the old work stays in its draft. */
  protected openTask(): void {
    this.loadInitial();
    void this.draftController?.open();
  }

  protected override firstUpdated(): void {
    void this.draftController?.open();
    super.firstUpdated();
  }

  protected override refreshValidity(): void {
    const { annotations, facts } = this.store.snapshot;
    const isAnswered = facts.nothingToLabel || annotations.some((annotation) => this.isShown(annotation));
    if (isAnswered || this.readonly) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, t.needsAnnotation(), this.validityAnchor);
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

  protected readonly handleSubmit = (): void => {
    (this.closest('crowd-form') as (HTMLElement & { submit(): void }) | null)?.submit();
  };

  /** Brings annotations given before their surroundings were known into shape. Stays out of the history. */
  protected adjustLoaded(adjust: (annotation: A) => A): void {
    const { annotations, facts } = this.store.snapshot;
    if (!annotations.length || this.store.history.length) return;
    const wasInitial = this.initialAnnotations !== undefined;
    this.store.load({ annotations: annotations.map(adjust), facts });
    if (wasInitial) this.rememberInitial();
  }

  protected loadInitial(): void {
    this.initialAnnotations = undefined;
    if (this.initialSource === undefined || this.initialSource === '') {
      this.store.load({ annotations: [], facts: { nothingToLabel: false } });
      return;
    }
    this.load(this.initialSource, 'initial-value');
    this.rememberInitial();
  }

  /** Reads annotations given from outside. Subclasses whose data arrives later put it into the document when it does. */
  protected load(source: unknown, attribute: string): void {
    const data = readData(source);
    const { annotations, problems } = this.decodeAnswer(data.value ?? []);
    const unknown = this.labelSource.length ? annotations.filter((annotation) => !this.isShown(annotation)) : [];
    const found = [...data.problems, ...problems, ...unknownLabels(unknown)];
    this.report(attribute, found);
    this.store.load({ annotations, facts: { nothingToLabel: false } });
    if (unknown.length) this.warn(t.skipped(unknown.length));
    else if (found.some(({ severity }) => severity === 'error')) this.warn(t.unreadableInitial());
  }

  /** Tells the worker, once there is something to tell it in. */
  protected warn(text: string): void {
    void this.updateComplete.then(() => this.say(text, 'warning'));
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
    if (this.name && !this.isDisabled) event.formData.append(this.name, JSON.stringify(this.answer()));
  };

  private answer(): Record<string, unknown> {
    const shown = this.store.snapshot.annotations.filter((annotation) => this.isShown(annotation));
    const answer = this.encodeAnswer(shown) as Record<string, unknown>;
    if (!this.initialAnnotations) return answer;
    const initialValueModified = this.isModified(this.initialAnnotations);
    return sortKeys({ ...answer, initialValueModified }) as Record<string, unknown>;
  }

  /** What the document holds now is what the task came with. */
  protected rememberInitial(): void {
    this.initialAnnotations = this.store.snapshot.annotations;
    this.initialText = undefined;
  }

  /** Whether the worker changed anything that is answered. Texts are made only when they are asked for. */
  protected isModified(initial: readonly A[]): boolean {
    const { snapshot } = this.store;
    if (snapshot.annotations === initial) return false;
    this.initialText ??= this.fingerprint(initial);
    if (this.encoded?.of !== snapshot) {
      this.encoded = { of: snapshot, text: this.fingerprint(snapshot.annotations) };
    }
    return this.encoded.text !== this.initialText;
  }

  /** Tells the author of the page, on the console, what could not be used and what would work. */
  protected report(attribute: string, problems: readonly Problem[]): void {
    for (const problem of problems) {
      const text = formatProblem({ element: this.localName, name: this.name, attribute, problem });
      if (problem.severity === 'error') console.error(text);
      else console.warn(text);
    }
  }

  /** The offer to take up unfinished work, when there is some. */
  protected renderOffer() {
    return renderDraftNotice(this.draftController);
  }
}

function unknownLabels(annotations: readonly AnnotationBase[]): Problem[] {
  if (!annotations.length) return [];
  const names = [...new Set(annotations.map(({ label }) => `\`${label}\``))].slice(0, 5).join(', ');
  const message = `holds ${annotations.length} annotations whose labels are not in \`labels\`: ${names}. They are neither shown nor answered.`;
  return [{ code: 'unknown-label', severity: 'warning', message }];
}
