import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Contribution } from '../../answers/collect.js';
import type { Decoded } from '../../answers/decode.js';
import { decodeEntities, encodeEntities, type OffsetUnit } from '../../answers/entities.js';
import { OffsetConverter } from '../../answers/offsets.js';
import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { DraftBuffer } from '../../document/draft-keeper.js';
import type { Label } from '../../labels/label.js';
import { labelsFromObjects } from '../../labels/labels.js';
import { textTerms as t } from '../../locales/terms/text.js';
import { readList } from '../../parse/attributes.js';
import type { JsonValue } from '../../parse/json.js';
import type { Problem } from '../../parse/problem.js';
import { definePiece, frameStyles, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { AnnotatorElement, type LabelReading } from '../annotator-element.js';
import { fillStyles } from '../fill-controller.js';
import type { CrowdForm } from '../form/crowd-form.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { announceSpans, describeCursor } from './announce-spans.js';
import { OceEntityAnswer } from './entity-answer.js';
import { textCommands } from './text-commands.js';
import { QuestionKeeper } from './question-keeper.js';
import { TextInput } from './text-input.js';
import { excerpt, TextSession } from './text-session.js';
import { TextView } from './text-view.js';
import { marksStyles } from './marks.styles.js';
import { textStyles } from './text.styles.js';

/** Pause of the cursor after which is told what stands there, in milliseconds. */
const READING_DELAY_MS = 150;

/** The note on the two ways of counting comes once a page. */
let hasNotedUnits = false;

/**
 * Lets a worker label spans of a text: names, places, dates, anything that is written somewhere.
 *
 * Brings a form and a Submit button of its own and is not to be placed inside of a `crowd-form`. Further questions join
 * the answer when they are appended to `element.shadowRoot.querySelector('crowd-form').form`.
 *
 * @element crowd-entity-annotation
 * @attr {string} labels - Labels as objects or texts: `[{label: 'person', shortDisplayName: 'per', fullDisplayName: 'Person'}]`.
 * @attr {string} text - The text to label.
 * @attr {string} initial-value - Spans present at the start: `[{label: 'person', startOffset: 0, endOffset: 4}]`.
 * @attr {'utf-16' | 'code-point'} offset-unit - How offsets are counted, in the answer and the initial value alike.
 * @attr {boolean} allow-overlap - Spans may overlap and lie within each other.
 * @attr {'character' | 'word'} granularity - What selecting takes at first; the worker can switch.
 * @csspart text - The text.
 * @csspart questions - The form below the text; empty unless a page appends questions.
 * @cssproperty [--crowd-text-width=60rem] - Greatest width of the text.
 */
export class CrowdEntityAnnotation extends AnnotatorElement<SpanAnnotation> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, marksStyles, textStyles];

  /** Tells that the widget needs no form around it to be a whole task. */
  readonly bringsOwnForm = true;

  private readonly session = new TextSession();
  private readonly questions = new QuestionKeeper(this.session.store);
  private readonly frame: TaskFrame;
  private view?: TextView;
  private input?: TextInput;
  private textSource?: string;
  private earlyValue: unknown;
  private readingTimer?: ReturnType<typeof setTimeout>;
  private readonly toldProblems = new Set<string>();

  @query('crowd-form') private innerForm!: CrowdForm | null;
  @query('.text') private textBox!: HTMLElement | null;
  @query('.reading') private reading!: HTMLElement;

  @property({ attribute: 'offset-unit' }) offsetUnit: OffsetUnit | null = null;
  @property({ type: Boolean, attribute: 'allow-overlap' }) allowOverlap = false;
  @property() granularity: 'character' | 'word' | null = null;

  constructor() {
    super();
    definePiece('oce-entity-answer', OceEntityAnswer);
    this.session.commands = textCommands(this.session);
    this.frame = new TaskFrame(this, {
      session: this.session as unknown as WorkSession,
      guide: () => [
        { icon: 'select', title: t.selectTitle(), text: t.selectGuide() },
        { icon: 'tag', title: t.changeTitle(), text: t.changeGuide() },
        { icon: 'duplicate', title: t.labelAll(), text: t.allGuide() },
      ],
    });
    this.connectStore();
  }

  /** The text to label. Another text begins a new task. */
  @property()
  get text(): string {
    return this.textSource ?? '';
  }
  set text(value: unknown) {
    const text = value === null || value === undefined ? '' : String(value);
    const isFirst = this.textSource === undefined;
    if (text === this.textSource) return;
    this.textSource = text;
    this.session.setText(text);
    // Offsets mean nothing before there is a text, so what was given earlier is read now.
    if (isFirst && this.earlyValue !== undefined) super.value = this.earlyValue;
    else if (isFirst && !this.hasUpdated) this.initialValue = super.initialValue;
    else this.openTask();
    this.earlyValue = undefined;
  }

  override get value(): Record<string, unknown> {
    return super.value;
  }
  override set value(source: unknown) {
    if (this.textSource === undefined) this.earlyValue = source;
    else super.value = source;
  }

  override focus(options?: FocusOptions): void {
    this.textBox?.focus(options);
  }

  /** This element's part of the answer of the form in its shadow root. */
  ownContribution(): Contribution | undefined {
    // An answer without a key would be lost.
    if (!this.isDisabled && !this.name) return { name: this.localName, type: 'value', value: this.value };
    return this.answerContribution();
  }

  protected override get store(): AnnotationStore<SpanAnnotation> {
    return this.session.store;
  }

  protected override get taskSource(): string | undefined {
    return this.textSource;
  }

  /** Answers to questions that a page has appended are a part of the draft. */
  protected override get draftBuffer(): DraftBuffer {
    return this.questions;
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.textBox ?? undefined;
  }

  protected override readLabels(source: unknown): LabelReading {
    const items = readList(source);
    const labels = labelsFromObjects(items.value);
    return {
      value: labels.value,
      source: items.value as readonly JsonValue[],
      problems: [...items.problems, ...labels.problems],
    };
  }

  protected override showLabels(labels: readonly Label[]): void {
    this.session.setLabels(labels);
  }

  protected override isShown(span: SpanAnnotation): boolean {
    return this.session.isShown(span);
  }

  private get unit(): OffsetUnit {
    // Asked before the properties are in step with the attributes, when an initial value is read.
    return (this.offsetUnit ?? this.getAttribute('offset-unit')) === 'code-point' ? 'code-point' : 'utf-16';
  }

  protected override encodeAnswer(spans: readonly SpanAnnotation[]): object {
    return encodeEntities(spans, { text: this.text, unit: this.unit });
  }

  protected override fingerprint(spans: readonly SpanAnnotation[]): string {
    return spans.map(({ label, startOffset, endOffset }) => `${startOffset} ${endOffset} ${label}`).join('\n');
  }

  protected override decodeAnswer(data: unknown): Decoded<SpanAnnotation> {
    if (this.textSource === undefined) return { annotations: [], problems: [] };
    const decoded = decodeEntities(data, { text: this.text, unit: this.unit });
    if (this.allowOverlap || this.hasAttribute('allow-overlap')) return decoded;
    const overlapping = countOverlaps(decoded.annotations);
    if (!overlapping) return decoded;
    const message = `holds ${overlapping} spans that overlap others, which this task does not allow. They are shown and answered; set \`allow-overlap\` to let workers make such spans.`;
    return { ...decoded, problems: [...decoded.problems, { code: 'overlapping-spans', severity: 'warning', message }] };
  }

  protected override announcement(event: StoreEvent<SpanAnnotation>): string | undefined {
    return announceSpans(this.session, event);
  }

  protected override say(text: string, tone?: 'info' | 'warning'): void {
    this.session.say(text, tone);
  }

  /** Each message comes once for each attribute and text of it. */
  protected override report(attribute: string, problems: readonly Problem[]): void {
    const fresh = problems.filter(({ message }) => {
      const key = `${attribute} ${message}`;
      return !this.toldProblems.has(key) && this.toldProblems.add(key);
    });
    super.report(attribute, fresh);
  }

  protected override willUpdate(): void {
    if (this.textSource === undefined) this.text = '';
    this.session.setReadOnly(this.isDisabled || this.readonly);
    this.session.allowsOverlap = this.allowOverlap;
  }

  protected override firstUpdated(): void {
    if (this.granularity === 'word') this.session.setGranularity('word');
    this.openView();
    this.checkTask();
    super.firstUpdated();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.openView();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.readingTimer);
    this.questions.detach();
    this.input?.destroy();
    this.view?.destroy();
    this.input = this.view = undefined;
  }

  private openView(): void {
    if (this.view) return;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector) as HTMLElement;
    this.view = new TextView(this.session, {
      scroller: find('.text-scroller'),
      sheet: find('.text-sheet'),
      text: find('.text'),
      fills: find('.fills'),
      chips: find('.chips'),
      cursor: {
        pending: find('.pending'),
        caret: find('.text-caret'),
        handles: { start: find('.grip-start'), end: find('.grip-end') },
      },
    });
    this.input = new TextInput(this.session, this.view, () => this.readCursor());
    if (this.innerForm) this.questions.attach(this.innerForm);
  }

  /** Tells the author, once, what may surprise them. */
  private checkTask(): void {
    if (!this.text) {
      const message = 'is missing or empty. Write the text to label into it.';
      this.report('text', [{ code: 'no-text', severity: 'error', message }]);
    }
    if (!this.name) {
      const message = `is missing; the answer is given under \`${this.localName}\`.`;
      this.report('name', [{ code: 'no-name', severity: 'warning', message }]);
    }
    if (this.outerForm) {
      const message =
        'is part of the outer form because this element stands inside of a `crowd-form`. It brings a form of its own: questions appended to that one are not submitted here. Place it on the page by itself.';
      this.report('answer', [{ code: 'nested-form', severity: 'warning', message }]);
    }
    if (!hasNotedUnits && !this.hasAttribute('offset-unit') && new OffsetConverter(this.text).differs) {
      hasNotedUnits = true;
      console.info(
        `<${this.localName}>: this text holds characters, such as emoji, that count as two UTF-16 units and as one code point. Offsets are UTF-16 units, as in JavaScript; set \`offset-unit="code-point"\` for offsets as Python counts them.`,
      );
    }
  }

  private get outerForm(): (HTMLElement & { submit(): void }) | null {
    return this.closest<HTMLElement & { submit(): void }>('crowd-form');
  }

  private readonly submitTask = (): void => (this.outerForm ?? this.innerForm)?.submit();

  /** Says what stands at the cursor when it rests. Who moves it by pointer sees it, and is told what is marked. */
  private readCursor(): void {
    clearTimeout(this.readingTimer);
    this.readingTimer = setTimeout(() => {
      if (this.shadowRoot?.activeElement === this.textBox) this.reading.textContent = describeCursor(this.session);
    }, READING_DELAY_MS);
  }

  override render() {
    return this.frame.render({
      header: this.header,
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      stage: html`
        <div class="text-scroller">
          <div class="text-sheet">
            <div class="layer fills" aria-hidden="true"></div>
            <div class="layer pending" aria-hidden="true"></div>
            <div
              class="text"
              part="text"
              role="textbox"
              tabindex="0"
              aria-readonly="true"
              aria-multiline="true"
              aria-label=${t.text()}
              aria-describedby="text-help"
            ></div>
            <div class="text-ring" aria-hidden="true"></div>
            <div class="layer chips" role="group" aria-label=${t.marks()}></div>
            <div class="layer" aria-hidden="true">
              <div class="text-caret" hidden></div>
              <div class="grip grip-start" hidden></div>
              <div class="grip grip-end" hidden></div>
            </div>
          </div>
          <p class="no-text" ?hidden=${this.text !== ''}>${t.noText()}</p>
        </div>
        <span class="visually-hidden" id="text-help">${t.help()}</span>
        <div class="visually-hidden reading" role="status" aria-live="polite"></div>
      `,
      side: html`
        <oce-label-pane></oce-label-pane>
        <oce-object-list .describe=${(span: SpanAnnotation) => this.describe(span)}></oce-object-list>
      `,
      status: html`
        <crowd-form class="questions" part="questions"
          ><oce-entity-answer .owner=${this}></oce-entity-answer
        ></crowd-form>
        <oce-status></oce-status>
      `,
      notice: this.renderOffer(),
      submit: this.submitTask,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
    });
  }

  private describe({ startOffset, endOffset }: SpanAnnotation): string {
    return excerpt(this.session.text.slice(startOffset, endOffset));
  }
}

/** How many spans begin before an earlier one has ended. */
function countOverlaps(spans: readonly SpanAnnotation[]): number {
  const ordered = [...spans].sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  let reach = 0;
  let count = 0;
  for (const { startOffset, endOffset } of ordered) {
    if (startOffset < reach) count += 1;
    reach = Math.max(reach, endOffset);
  }
  return count;
}
