import { LabelSession } from '../../canvas/label-session.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { AnnotationStore } from '../../document/annotation-store.js';
import { newId } from '../../document/ids.js';
import type { OpenStep } from '../../document/open-step.js';
import { Signal } from '../../document/signal.js';
import type { Transaction } from '../../document/transaction.js';
import type { Label } from '../../labels/label.js';
import { textTerms as t } from '../../locales/terms/text.js';
import { occurrencesOf } from '../../text/occurrences.js';
import { holds, type TextRange } from '../../text/range.js';
import { SpanIndex } from '../../text/span-index.js';
import { TextBoundaries, type Granularity } from '../../text/text-boundaries.js';

/** Sizes of the text in CSS pixels; the worker chooses. */
const TEXT_SIZES = [14, 16, 18, 21, 24, 30];

/** Which end of a run is moved. */
export type Edge = 'start' | 'end';

const rangeOf = ({ startOffset, endOffset }: SpanAnnotation): TextRange => ({ start: startOffset, end: endOffset });

/** The state of one text task at work: the text, what is marked in it, and the labelled spans. */
export class TextSession extends LabelSession<SpanAnnotation> {
  /** Fires when the marked run or the keyboard cursor moves. */
  readonly moved = new Signal();
  /** Fires when a place is to be brought into view. */
  readonly revealed = new Signal<TextRange>();
  /** Whether spans may share characters; off as in Ground Truth. */
  allowsOverlap = false;
  private bounds = new TextBoundaries('');
  private marked?: TextRange;
  private cursor = 0;
  private step: Granularity = 'character';
  private sizeIndex = 1;
  private cachedIndex?: { readonly of: unknown; readonly labels: unknown; readonly index: SpanIndex<SpanAnnotation> };

  get text(): string {
    return this.bounds.text;
  }

  get boundaries(): TextBoundaries {
    return this.bounds;
  }

  /** Begins with another text; the spans are loaded by the element. */
  setText(text: string): void {
    this.bounds = new TextBoundaries(text);
    this.marked = undefined;
    this.cursor = 0;
    this.changed.notify('picture');
  }

  /** Spans with a label on offer, by their place in the text. */
  get index(): SpanIndex<SpanAnnotation> {
    const { annotations } = this.store.snapshot;
    if (this.cachedIndex?.of !== annotations || this.cachedIndex.labels !== this.labels) {
      const shown = annotations.filter((span) => this.isShown(span));
      this.cachedIndex = { of: annotations, labels: this.labels, index: new SpanIndex(shown) };
    }
    return this.cachedIndex.index;
  }

  /** The run that is marked and waits for a label. */
  get mark(): TextRange | undefined {
    return this.marked;
  }

  /** Offset of the keyboard cursor. */
  get caret(): number {
    return this.cursor;
  }

  get granularity(): Granularity {
    return this.step;
  }

  setGranularity(granularity: Granularity): void {
    this.step = granularity;
    this.changed.notify('settings');
  }

  /** Size of the text in CSS pixels. */
  get textSize(): number {
    return TEXT_SIZES[this.sizeIndex] as number;
  }

  /** Takes the next larger or smaller size; false at the end of the list. */
  canResizeText(by: 1 | -1): boolean {
    return TEXT_SIZES[this.sizeIndex + by] !== undefined;
  }

  resizeText(by: 1 | -1): void {
    if (!this.canResizeText(by)) return;
    this.sizeIndex += by;
    this.changed.notify('settings');
  }

  /** Text of a span or run. */
  textOf({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  override reveal(span: SpanAnnotation): void {
    this.revealed.notify(rangeOf(span));
  }

  /** Puts the keyboard cursor somewhere; what was marked stays. */
  moveCaret(offset: number): void {
    const at = this.bounds.floor(offset);
    if (at === this.cursor) return;
    this.cursor = at;
    this.moved.notify();
  }

  /** Shows what would be marked; without spans taken whole and spaces left out until `settleMark`. */
  previewMark(range: TextRange | undefined): void {
    const next = range && range.start < range.end ? range : undefined;
    if (next?.start === this.marked?.start && next?.end === this.marked?.end) return;
    this.marked = next;
    this.moved.notify();
  }

  /**
   * Marks a run for good: whole characters or words, without spaces at its ends, touched spans as a whole. A label that
   * was chosen before is given to it at once.
   */
  settleMark(range: TextRange, { granularity = this.step }: { granularity?: Granularity } = {}): void {
    const whole = this.wholeOf(range, granularity);
    this.clearMark();
    if (!whole) return;
    this.selection.clear();
    if (this.activeLabel && !this.readOnly) this.labelRange(whole, this.activeLabel);
    else {
      this.previewMark(whole);
      this.say(t.selected(excerpt(this.textOf(whole))));
    }
  }

  /** What a label given to a run covers; undefined, with a word to the worker, when that is nothing. */
  private wholeOf(range: TextRange, granularity: Granularity): TextRange | undefined {
    const fitted = this.bounds.fit(range, granularity);
    if (fitted.start < fitted.end) return this.grown(fitted);
    if (range.start < range.end) this.say(t.onlySpaces(), 'warning');
    return undefined;
  }

  clearMark(): void {
    this.previewMark(undefined);
  }

  /**
   * What is marked gets the label; else the selected spans do; else it is kept for what is marked from now on, and
   * choosing it again lets go of it.
   */
  override chooseLabel(label: Label): void {
    if (this.readOnly) return;
    if (this.marked) {
      const range = this.wholeOf(this.marked, this.step);
      this.clearMark();
      const id = range && this.labelRange(range, label);
      if (id !== undefined) this.selection.set([id]);
    } else if (this.selection.size) this.relabel([...this.selection.ids], label.name);
    else this.setActiveLabel(this.activeLabel?.name === label.name ? undefined : label);
  }

  /** Lets go of a label that was chosen for what is marked from now on. */
  releaseLabel(): void {
    this.setActiveLabel(undefined);
  }

  override relabel(ids: readonly string[], labelName: string): void {
    if (ids.some((id) => this.store.get(id)?.locked)) this.say(t.locked(), 'warning');
    super.relabel(ids, labelName);
  }

  /** Labels a run, as one step; spans that it holds are replaced unless spans may overlap. Returns the span's id. */
  labelRange(range: TextRange, label: Label): string | undefined {
    const there = this.index.within(range);
    const exact = there.filter((span) => span.startOffset === range.start && span.endOffset === range.end);
    const [twin] = exact;
    if (exact.some((span) => span.label === label.name)) {
      this.say(t.same());
      return exact.find((span) => span.label === label.name)?.id;
    }
    if (!this.allowsOverlap && there.some((span) => span.locked)) {
      this.say(t.locked(), 'warning');
      return undefined;
    }
    if (!this.allowsOverlap && twin && there.length === 1) {
      this.store.change('changeLabel', (tx) => tx.update(twin.id, { ...twin, label: label.name }));
      return twin.id;
    }
    const span: SpanAnnotation = {
      id: newId(),
      label: label.name,
      kind: 'span',
      startOffset: range.start,
      endOffset: range.end,
    };
    this.store.change('label', (tx) => {
      if (!this.allowsOverlap) for (const old of there) tx.remove(old.id);
      this.insert(tx, span, there.length && !this.allowsOverlap ? there : []);
    });
    return span.id;
  }

  /** Gives a span's label to all places with the same text that have no label yet, as one step. */
  labelAllLike(id: string): void {
    const span = this.store.get(id);
    if (!span) return;
    const { index } = this;
    const free = occurrencesOf(this.bounds, rangeOf(span)).filter(
      (range) => !index.within(range).some((other) => !this.allowsOverlap || sameRange(other, range)),
    );
    if (!free.length) {
      this.say(t.noOthers());
      return;
    }
    this.store.change('labelAll', (tx) => {
      const { annotations } = this.store.snapshot;
      let added = 0;
      let at = 0;
      for (const { start, end } of free) {
        // Both lists go the same way, so the place only moves on.
        while (at < annotations.length && (annotations[at] as SpanAnnotation).startOffset < start) at += 1;
        tx.insert({ id: newId(), label: span.label, kind: 'span', startOffset: start, endOffset: end }, at + added);
        added += 1;
      }
    });
  }

  /** Selects the topmost span at an offset; at the same place again, the one beneath. Returns false without any. */
  selectAt(offset: number, { toggle = false } = {}): boolean {
    const stack = this.index.at(offset).filter((span) => !span.hidden);
    const [top] = stack;
    if (!top) return false;
    if (toggle) this.selection.toggle(top.id);
    else {
      const at = stack.findIndex((span) => this.selection.size === 1 && this.selection.has(span.id));
      this.selection.set([(stack[(at + 1) % stack.length] as SpanAnnotation).id]);
    }
    return true;
  }

  /** Selects the next or previous span in the order of the text, seen from the selected one or the cursor. */
  selectNext(by: 1 | -1): void {
    const spans = this.index.ordered.filter((span) => !span.hidden);
    if (!spans.length) return;
    const at = spans.findIndex((span) => span.id === this.selection.primary);
    const fromCursor = () => {
      const behind = spans.findIndex((span) => span.startOffset >= this.cursor);
      return by > 0 ? behind : (behind < 0 ? spans.length : behind) - 1;
    };
    const next = at < 0 ? fromCursor() : at + by;
    const span = spans[(next + spans.length) % spans.length] as SpanAnnotation;
    this.clearMark();
    this.selection.set([span.id]);
    this.moveCaret(span.startOffset);
    this.reveal(span);
  }

  /** The one span whose ends may be moved now. */
  get resizable(): SpanAnnotation | undefined {
    const { primary, size } = this.selection;
    const span = size === 1 && primary !== undefined ? this.store.seen(primary) : undefined;
    return span && !span.locked && !span.hidden && !this.readOnly ? span : undefined;
  }

  /** Moves one end of the resizable span by a character or word, as one step. */
  nudgeEdge(edge: Edge, by: 1 | -1): void {
    const span = this.resizable;
    if (!span) return;
    const from = edge === 'start' ? span.startOffset : span.endOffset;
    this.store.change('resize', (tx) => this.applyEdge(tx, span, edge, this.bounds.step(from, by, this.step)));
  }

  /** Begins moving an end of the resizable span; `moveEdge` shows, the step keeps or cancels. */
  beginResize(): OpenStep<SpanAnnotation> | undefined {
    return this.resizable && (this.store as AnnotationStore<SpanAnnotation>).begin('resize');
  }

  /** Shows the span with an end at an offset. */
  moveEdge(step: OpenStep<SpanAnnotation>, id: string, edge: Edge, offset: number): void {
    const span = this.store.get(id);
    if (span) step.preview((tx) => this.applyEdge(tx, span, edge, this.snapEdge(edge, offset)));
  }

  /** Where an end may lie: between characters, or between words. */
  snapEdge(edge: Edge, offset: number): number {
    if (this.step === 'character' || offset <= 0 || offset >= this.text.length) return this.bounds.floor(offset);
    const word = this.bounds.wordAt(edge === 'end' ? offset - 1 : offset);
    return edge === 'end' ? word.end : word.start;
  }

  private applyEdge(tx: Transaction<SpanAnnotation>, span: SpanAnnotation, edge: Edge, offset: number): void {
    const { startOffset, endOffset } = span;
    const others = this.allowsOverlap ? [] : this.index.ordered.filter(({ id }) => id !== span.id);
    if (edge === 'end') {
      const wall = others.find((other) => other.startOffset >= endOffset)?.startOffset ?? this.text.length;
      const end = Math.min(Math.max(offset, this.bounds.next(startOffset)), wall);
      if (end !== endOffset) tx.update(span.id, { ...span, endOffset: end });
    } else {
      const wall = others.findLast((other) => other.endOffset <= startOffset)?.endOffset ?? 0;
      const start = Math.max(Math.min(offset, this.bounds.previous(endOffset)), wall);
      if (start !== startOffset) tx.update(span.id, { ...span, startOffset: start });
    }
  }

  /** Spans that a run touches are taken as a whole. */
  private grown(range: TextRange): TextRange {
    if (this.allowsOverlap) return range;
    let grown = range;
    for (;;) {
      const part = this.index.within(grown).find((span) => !holds(grown, rangeOf(span)));
      if (!part) return grown;
      grown = { start: Math.min(grown.start, part.startOffset), end: Math.max(grown.end, part.endOffset) };
    }
  }

  /** Keeps the list in the order of the text; what `tx` has removed already no longer counts. */
  private insert(tx: Transaction<SpanAnnotation>, span: SpanAnnotation, removed: readonly SpanAnnotation[]): void {
    const { annotations } = this.store.snapshot;
    const behind = annotations.findIndex(
      ({ startOffset, endOffset }) =>
        startOffset > span.startOffset || (startOffset === span.startOffset && endOffset < span.endOffset),
    );
    const place = behind < 0 ? annotations.length : behind;
    const gone = removed.filter(({ id }) => this.store.indexOf(id) < place).length;
    tx.insert(span, place - gone);
  }
}

/** A text short enough for a sentence. */
export function excerpt(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

function sameRange({ startOffset, endOffset }: SpanAnnotation, { start, end }: TextRange): boolean {
  return startOffset === start && endOffset === end;
}
