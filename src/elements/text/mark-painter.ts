import type { SpanAnnotation } from '../../document/annotation.js';
import { sectionsOf } from '../../text/blocks.js';
import { directionOfText } from '../../text/direction.js';
import type { TextRange } from '../../text/range.js';
import { ChipMaker, limitWidths, type Name } from './mark-chips.js';
import { drawGrounds, groundsDrawing, type Ground, type Place } from './mark-grounds.js';
import type { TextBlock, TextGeometry } from './text-geometry.js';
import type { TextSession } from './text-session.js';

/** Rows of names above a line; spans that overlap more deeply share the topmost row. */
export const MOST_LANES = 4;

/** The element's layers that lie under and over the text. */
export interface MarkLayers {
  readonly fills: HTMLElement;
  readonly chips: HTMLElement;
  /** Names do nothing when they are pressed: the text is only looked at. */
  readonly isInert?: boolean;
}

/** Where the part of a span that lies in a section is. */
interface Fragment {
  readonly span: SpanAnnotation;
  readonly rects: readonly Place[];
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A fragment on the page. */
interface PaintedMark extends Fragment {
  readonly lane: number;
  readonly color: string;
  readonly name?: Name;
}

/** Marks of one piece of the text that are on the page now. */
interface PaintedSection {
  readonly grounds: SVGSVGElement;
  readonly chips: HTMLElement;
  x?: number;
  y?: number;
  spans: readonly SpanAnnotation[];
  marks: ReadonlyMap<string, PaintedMark>;
  /** How marks look that do not look plain, or did not. */
  states: Map<string, MarkState>;
}

type MarkState = Ground['state'];

/** What is to be done to a section, all measured. */
interface SectionChange {
  readonly section: PaintedSection;
  readonly spans: readonly SpanAnnotation[];
  readonly fresh: readonly Fragment[];
  readonly width: number;
  readonly laneHeight: number;
}

/**
 * Paints spans under and over the text: a tinted ground with a line below, and a chip with the short name above.
 *
 * Only marks of the lines in and near the window are on the page. A mark is measured and painted anew when its span
 * changes or the text flows differently; scrolling only moves what is there.
 */
export class MarkPainter {
  private painted = new Map<string, PaintedSection>();
  /** Spans that look selected or pointed at now. */
  private marked: ReadonlySet<string> = new Set();
  private readonly names: ChipMaker;

  constructor(
    private readonly session: TextSession,
    private readonly geometry: TextGeometry,
    private readonly layers: MarkLayers,
  ) {
    this.names = new ChipMaker(session, layers.chips, layers.isInert ?? false);
  }

  /** Number of rows that names need now. */
  get lanes(): number {
    return Math.min(Math.max(1, this.session.index.laneCount), MOST_LANES);
  }

  /** Measures everything anew at the next painting: the text flows differently, or looks different. */
  forget(): void {
    this.painted.clear();
    this.marked = new Set();
    this.names.forget();
    this.layers.fills.replaceChildren();
    this.layers.chips.replaceChildren();
  }

  /**
   * Measures the marks between two heights of the window. What is returned paints them, and tells whether any moved; it
   * is called when all else has been measured, or the browser would lay out again and again. `laneHeight` is in CSS
   * pixels.
   */
  measure(top: number, bottom: number, laneHeight: number): () => boolean {
    const readNames = this.names.begin();
    const origin = this.layers.fills.getBoundingClientRect();
    readNames();
    const sections = new Map<string, PaintedSection>();
    const changed: SectionChange[] = [];
    const places: { section: PaintedSection; x: number; y: number }[] = [];
    for (const block of this.geometry.between(top, bottom)) {
      const rect = block.element.getBoundingClientRect();
      for (const range of this.sectionsBetween(block, top, bottom)) {
        const key = `${range.start}-${range.end}`;
        const section = this.painted.get(key) ?? emptySection();
        sections.set(key, section);
        places.push({ section, x: rect.left - origin.left, y: rect.top - origin.top });
        const spans = this.spansOf(range);
        if (sameList(section.spans, spans)) continue;
        const isNew = (span: SpanAnnotation) => section.marks.get(span.id)?.span !== span;
        const fresh = spans.filter(isNew).map((span) => this.fragmentOf(block, range, span, rect));
        changed.push({ section, spans, fresh, width: rect.width, laneHeight });
      }
    }
    return () => {
      for (const [key, { grounds, chips }] of this.painted) {
        if (sections.has(key)) continue;
        grounds.remove();
        chips.remove();
      }
      for (const change of changed) this.update(change);
      this.painted = sections;
      this.markStates();
      return places.map(({ section, x, y }) => this.place(section, x, y)).includes(true);
    };
  }

  /** Puts a section where its block is; true when it was elsewhere. */
  private place(section: PaintedSection, x: number, y: number): boolean {
    const { grounds, chips } = section;
    if (!chips.isConnected) {
      this.layers.fills.append(grounds);
      this.layers.chips.append(chips);
    }
    if (section.x === x && section.y === y) return false;
    [section.x, section.y] = [x, y];
    for (const { style } of [grounds, chips]) {
      style.left = `${x}px`;
      style.top = `${y}px`;
    }
    return true;
  }

  /** Shows which spans are selected and which one is pointed at. */
  markStates(): void {
    const { selection, hovered } = this.session;
    const wanted = new Set(selection.ids);
    if (hovered !== undefined) wanted.add(hovered);
    const concerned = new Set([...this.marked, ...wanted]);
    this.marked = wanted;
    if (!concerned.size) return;
    for (const section of this.painted.values()) {
      const marks = [...concerned].flatMap((id) => section.marks.get(id) ?? []);
      let hasChanged = false;
      for (const mark of marks) {
        const state = this.stateOf(mark.span.id);
        if (section.states.get(mark.span.id) === state) continue;
        hasChanged = true;
        section.states.set(mark.span.id, state);
        mark.name?.chip.classList.toggle('selected', state === 'selected');
        mark.name?.chip.classList.toggle('hovered', state === 'hovered');
      }
      if (hasChanged) this.drawGrounds(section);
    }
  }

  private stateOf(id: string): MarkState {
    if (this.session.selection.has(id)) return 'selected';
    return this.session.hovered === id ? 'hovered' : 'plain';
  }

  private drawGrounds({ grounds, marks, states }: PaintedSection): void {
    drawGrounds(
      grounds,
      [...marks.values()].map((mark) => ({ ...mark, state: states.get(mark.span.id) ?? 'plain' })),
    );
  }

  /** Long lines are painted in parts. */
  private sectionsBetween(block: TextBlock, top: number, bottom: number): readonly TextRange[] {
    const sections = sectionsOf(block);
    if (sections.length === 1) return sections;
    return sections.filter(({ start, end }) => {
      const first = this.geometry.boxAt(start);
      const last = this.geometry.boxAt(end - 1);
      return first && last && first.top < bottom && last.bottom > top;
    });
  }

  /** Spans with a part in a section, as they would be if the open gesture ended now. */
  private spansOf(section: TextRange): SpanAnnotation[] {
    const { store, index } = this.session;
    const spans = index.within(section);
    const shown = store.preview?.shown;
    const seen = shown?.size
      ? [...new Set([...spans.map(({ id }) => id), ...shown.keys()])].flatMap((id) => store.seen(id) ?? [])
      : spans;
    return seen.filter(
      (span) =>
        !span.hidden && this.session.isShown(span) && span.startOffset < section.end && span.endOffset > section.start,
    );
  }

  private fragmentOf(block: TextBlock, section: TextRange, span: SpanAnnotation, origin: DOMRect): Fragment {
    const start = Math.max(span.startOffset, section.start);
    const end = Math.min(span.endOffset, section.end);
    const rects = this.geometry.rectsIn(block, { start, end });
    return {
      span,
      rects: rects.map(({ left, top, width, height }) => ({
        left: left - origin.left,
        top: top - origin.top,
        width,
        height,
      })),
      begins: start === span.startOffset,
      ends: end === span.endOffset,
    };
  }

  /** Brings a section into line with its spans; chips of spans that stayed as they were stay on the page. */
  private update({ section, spans, fresh, width, laneHeight }: SectionChange): void {
    const measured = new Map(fresh.map((fragment) => [fragment.span.id, fragment]));
    const marks = new Map<string, PaintedMark>();
    const states = new Map<string, MarkState>();
    for (const { id } of spans) {
      const before = section.marks.get(id);
      const fragment = measured.get(id) ?? before;
      if (!fragment) continue;
      const lane = this.session.index.lane(id);
      const isSame = fragment === before && before.lane === lane;
      marks.set(id, isSame ? before : this.build(fragment, lane, laneHeight));
      const state = isSame ? section.states.get(id) : undefined;
      if (state) states.set(id, state);
    }
    const names = [...marks.values()].map(({ name }) => name).filter((name) => name !== undefined);
    limitWidths(names, width);
    putInOrder(
      section.chips,
      names.map(({ chip }) => chip),
    );
    Object.assign(section, { spans, marks, states });
    this.drawGrounds(section);
  }

  private build({ span, rects, begins, ends }: Fragment, lane: number, laneHeight: number): PaintedMark {
    const color = this.session.labelNamed(span.label)?.color ?? 'currentcolor';
    const [first] = rects;
    const mark = { span, rects, begins, ends, lane, color };
    if (!begins || !first) return mark;
    const chip = this.names.chipFor(span);
    const isBackward = directionOfText(this.session.text.slice(span.startOffset, span.endOffset)) === 'rtl';
    const onLine = rects.filter((rect) => Math.abs(rect.top - first.top) < 2);
    const edge = isBackward
      ? Math.max(...onLine.map(({ left, width }) => left + width))
      : Math.min(...onLine.map(({ left }) => left));
    const row = Math.min(lane, MOST_LANES - 1);
    if (isBackward) chip.classList.add('backward');
    chip.style.marginLeft = `${edge}px`;
    chip.style.marginTop = `${first.top - (row + 1) * laneHeight}px`;
    const width = this.names.widthOf(span.label);
    return { ...mark, name: { chip, edge, line: Math.round(first.top), isBackward, row, width } };
  }
}

function emptySection(): PaintedSection {
  const chips = document.createElement('div');
  chips.className = 'marks-section';
  return { grounds: groundsDrawing(), chips, spans: [], marks: new Map(), states: new Map() };
}

/** Makes these the children of a node, in this order; those that are in place are not touched. */
function putInOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = child.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

function sameList(a: readonly SpanAnnotation[], b: readonly SpanAnnotation[]): boolean {
  return a.length === b.length && a.every((span, index) => span === b[index]);
}
