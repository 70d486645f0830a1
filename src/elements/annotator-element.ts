import { property } from 'lit/decorators.js';
import type { Decoded } from '../answers/decode.js';
import { sortKeys } from '../answers/sort-keys.js';
import type { AnnotationBase } from '../document/annotation.js';
import type { Label } from '../labels/label.js';
import { annotatorTerms as t } from '../locales/terms/annotator.js';
import { readData } from '../parse/attributes.js';
import { toCompactJson, type JsonValue } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { FillController } from './fill-controller.js';
import { WorkElement } from './work-element.js';

/** Labels as an element reads them: what scripts get back, and the records. */
export interface LabelReading extends Reading<readonly Label[]> {
  readonly source: readonly JsonValue[];
}

/**
 * What all annotators have in common, whatever they annotate: labels, initial value and answer.
 *
 * @attr {string} labels - Labels as written in templates, e.g. `"['Car', 'Bus']"`; reflected as compact JSON.
 * @attr {string} initial-value - Annotations present at the start: a list, or an answer object.
 * @attr {boolean} compact - Hides header, instructions and footer, for embedding.
 * @prop {unknown[]} labels - Labels on offer; a copy. Takes a list or its text.
 * @prop {object} value - The answer as it stands now; never null. Setting it replaces all annotations.
 */
export abstract class AnnotatorElement<A extends AnnotationBase> extends WorkElement<A> {
  /** Tells `crowd-form` that this widget fills the page and has a Submit button of its own. */
  readonly isFullPageWidget = true;

  private labelSource: readonly JsonValue[] = [];
  private reflectedLabels?: string;
  private initialSource: unknown;
  /** The annotations as they were given; undefined when none were. */
  private initialAnnotations?: readonly A[];
  private initialText?: string;
  private encoded?: { readonly of: unknown; readonly text: string };

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
    return this.currentAnswer();
  }
  set value(source: unknown) {
    this.load(source, 'value');
  }

  protected abstract readLabels(source: unknown): LabelReading;
  protected abstract showLabels(labels: readonly Label[]): void;
  /** Whether an annotation is on show and in the answer: its label is on offer. */
  protected abstract isShown(annotation: A): boolean;
  /** The answer without `initialValueModified`. */
  protected abstract encodeAnswer(annotations: readonly A[]): object;
  /** Text that differs whenever the annotations do; independent of what is not known yet, such as the picture's size. */
  protected abstract fingerprint(annotations: readonly A[]): string;
  protected abstract decodeAnswer(data: unknown): Decoded<A>;

  protected override get draftLabels(): readonly string[] {
    return this.labelSource.map((label) => toCompactJson(label));
  }

  protected override get draftInitialValue(): unknown {
    return this.initialSource;
  }

  protected override refreshValidity(): void {
    const { annotations, facts } = this.store.snapshot;
    const isAnswered = facts.nothingToLabel || annotations.some((annotation) => this.isShown(annotation));
    if (isAnswered || this.readonly) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, t.needsAnnotation(), this.validityAnchor);
  }

  /** Brings annotations given before their surroundings were known into shape. Stays out of the history. */
  protected adjustLoaded(adjust: (annotation: A) => A): void {
    const { annotations, facts } = this.store.snapshot;
    if (!annotations.length || this.store.history.length) return;
    const wasInitial = this.initialAnnotations !== undefined;
    this.store.load({ annotations: annotations.map(adjust), facts });
    if (wasInitial) this.rememberInitial();
  }

  protected override loadInitial(): void {
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

  protected override currentAnswer(): Record<string, unknown> {
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
}

function unknownLabels(annotations: readonly AnnotationBase[]): Problem[] {
  if (!annotations.length) return [];
  const names = [...new Set(annotations.map(({ label }) => `\`${label}\``))].slice(0, 5).join(', ');
  const message = `holds ${annotations.length} annotations whose labels are not in \`labels\`: ${names}. They are neither shown nor answered.`;
  return [{ code: 'unknown-label', severity: 'warning', message }];
}
