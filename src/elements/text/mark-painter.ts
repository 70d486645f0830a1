import type { SpanAnnotation } from '../../document/annotation.js';
import { displayNameOf, shortNameOf } from '../../labels/labels.js';
import { textColorOn } from '../../labels/palette.js';
import { textTerms as t } from '../../locales/terms/text.js';
import { sectionsOf } from '../../text/blocks.js';
import { directionOfText } from '../../text/direction.js';
import type { TextRange } from '../../text/range.js';
import type { TextBlock, TextGeometry } from './text-geometry.js';
import { excerpt, type TextSession } from './text-session.js';

/** Rows of names above a line; spans that overlap more deeply share the topmost row. */
export const MOST_LANES = 4;
/** Narrowest name, in CSS pixels: a coloured tab that opens when pointed at. */
const LEAST_CHIP = 12;

/** The element's layers that lie under and over the text. */
export interface MarkLayers {
  readonly fills: HTMLElement;
  readonly chips: HTMLElement;
  /** Names do nothing when they are pressed: the text is only looked at. */
  readonly isInert?: boolean;
}

/** A rectangle relative to the block that a section lies in, in CSS pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
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
  readonly fills: readonly HTMLElement[];
  readonly name?: Name;
}

/** The chip of a span with what its greatest width follows from. */
interface Name {
  readonly chip: HTMLElement;
  readonly edge: number;
  readonly line: number;
  readonly isBackward: boolean;
  readonly row: number;
}

/** Marks of one piece of the text that are on the page now. */
interface PaintedSection {
  readonly fills: HTMLElement;
  readonly chips: HTMLElement;
  spans: readonly SpanAnnotation[];
  marks: ReadonlyMap<string, PaintedMark>;
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
  private marked = new Set<string>();

  constructor(
    private readonly session: TextSession,
    private readonly geometry: TextGeometry,
    private readonly layers: MarkLayers,
  ) {}

  /** Number of rows that names need now. */
  get lanes(): number {
    return Math.min(Math.max(1, this.session.index.laneCount), MOST_LANES);
  }

  /** Measures everything anew at the next painting: the text flows differently, or looks different. */
  forget(): void {
    this.painted.clear();
    this.marked.clear();
    this.layers.fills.replaceChildren();
    this.layers.chips.replaceChildren();
  }

  /** Paints the marks between two heights of the window; true when any moved. `laneHeight` is in CSS pixels. */
  paint(top: number, bottom: number, laneHeight: number): boolean {
    const origin = this.layers.fills.getBoundingClientRect();
    const sections = new Map<string, PaintedSection>();
    const changed: { section: PaintedSection; spans: readonly SpanAnnotation[]; fresh: Fragment[]; width: number }[] =
      [];
    const places: { section: PaintedSection; x: number; y: number }[] = [];
    // All measuring comes before all writing, or the browser would lay out again and again.
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
        const fresh = spans.filter(isNew).map((span) => this.measure(block, range, span, rect));
        changed.push({ section, spans, fresh, width: rect.width });
      }
    }
    for (const [key, { fills, chips }] of this.painted) {
      if (sections.has(key)) continue;
      fills.remove();
      chips.remove();
    }
    for (const { section, spans, fresh, width } of changed) this.update(section, spans, { fresh, width, laneHeight });
    this.painted = sections;
    let hasMoved = false;
    for (const { section, x, y } of places) {
      const { fills, chips } = section;
      if (!fills.isConnected) {
        this.layers.fills.append(fills);
        this.layers.chips.append(chips);
      }
      const place = `translate(${x}px, ${y}px)`;
      if (fills.style.transform === place) continue;
      fills.style.transform = place;
      chips.style.transform = place;
      hasMoved = true;
    }
    this.markStates();
    return hasMoved;
  }

  /** Shows which spans are selected and which one is pointed at. */
  markStates(): void {
    const { selection, hovered } = this.session;
    const wanted = new Set(selection.ids);
    if (hovered !== undefined) wanted.add(hovered);
    for (const id of new Set([...this.marked, ...wanted])) {
      const isSelected = selection.has(id);
      for (const { marks } of this.painted.values()) {
        const mark = marks.get(id);
        for (const element of mark ? [...mark.fills, mark.name?.chip] : []) {
          element?.classList.toggle('selected', isSelected);
          element?.classList.toggle('hovered', id === hovered);
        }
      }
    }
    this.marked = wanted;
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

  private measure(block: TextBlock, section: TextRange, span: SpanAnnotation, origin: DOMRect): Fragment {
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

  /** Brings a section into line with its spans; marks of spans that stayed as they were stay on the page. */
  private update(
    section: PaintedSection,
    spans: readonly SpanAnnotation[],
    { fresh, width, laneHeight }: { fresh: readonly Fragment[]; width: number; laneHeight: number },
  ): void {
    const measured = new Map(fresh.map((fragment) => [fragment.span.id, fragment]));
    const marks = new Map<string, PaintedMark>();
    for (const { id } of spans) {
      const before = section.marks.get(id);
      const fragment = measured.get(id) ?? before;
      if (!fragment) continue;
      const lane = this.session.index.lane(id);
      marks.set(id, fragment === before && before.lane === lane ? before : this.build(fragment, lane, laneHeight));
    }
    const all = [...marks.values()];
    const names = all.map(({ name }) => name).filter((name) => name !== undefined);
    limitWidths(names, width);
    putInOrder(
      section.fills,
      all.flatMap(({ fills }) => fills),
    );
    putInOrder(
      section.chips,
      names.map(({ chip }) => chip),
    );
    section.spans = spans;
    section.marks = marks;
  }

  private build({ span, rects, begins, ends }: Fragment, lane: number, laneHeight: number): PaintedMark {
    const color = this.session.labelNamed(span.label)?.color ?? 'currentColor';
    const fills = rects.map((rect, index) => {
      const fill = document.createElement('div');
      fill.className = 'fill';
      if (begins && index === 0) fill.classList.add('begins');
      if (ends && index === rects.length - 1) fill.classList.add('ends');
      const { style } = fill;
      style.setProperty('--oce-mark', color);
      style.left = `${rect.left}px`;
      style.top = `${rect.top}px`;
      style.width = `${rect.width}px`;
      style.height = `${rect.height + 2 + 3 * lane}px`;
      return fill;
    });
    const [first] = rects;
    const mark = { span, rects, begins, ends, lane, fills };
    if (!begins || !first) return mark;
    const chip = this.chipFor(span, color);
    const isBackward = directionOfText(this.session.text.slice(span.startOffset, span.endOffset)) === 'rtl';
    const onLine = rects.filter((rect) => Math.abs(rect.top - first.top) < 2);
    const edge = isBackward
      ? Math.max(...onLine.map(({ left, width }) => left + width))
      : Math.min(...onLine.map(({ left }) => left));
    const row = Math.min(lane, MOST_LANES - 1);
    if (isBackward) chip.classList.add('backward');
    chip.style.left = `${edge}px`;
    chip.style.top = `${first.top - (row + 1) * laneHeight}px`;
    return { ...mark, name: { chip, edge, line: Math.round(first.top), isBackward, row } };
  }

  private chipFor(span: SpanAnnotation, color: string): HTMLElement {
    const label = this.session.labelNamed(span.label);
    const name = label ? displayNameOf(label) : span.label;
    const shortName = label ? shortNameOf(label) : span.label;
    const text = excerpt(this.session.text.slice(span.startOffset, span.endOffset));
    const chip = document.createElement('div');
    chip.className = 'chip';
    chip.dataset.id = span.id;
    chip.style.setProperty('--oce-mark', color);
    chip.style.setProperty('--oce-on-mark', textColorOn(color.startsWith('#') ? color : '#000000'));
    const { isInert } = this.layers;
    const title = document.createElement(isInert ? 'span' : 'button');
    if (title instanceof HTMLButtonElement) {
      title.type = 'button';
      title.tabIndex = -1;
    } else title.role = 'img';
    title.className = 'chip-name';
    title.dir = 'auto';
    title.textContent = shortName;
    title.title = name;
    title.setAttribute('aria-label', t.markTitle(shortName === name ? name : `${shortName}, ${name}`, text));
    chip.append(title);
    if (!this.session.readOnly && !span.locked) {
      const cross = document.createElement('button');
      cross.type = 'button';
      cross.tabIndex = -1;
      cross.className = 'chip-remove';
      cross.textContent = '×';
      cross.title = t.delete();
      cross.setAttribute('aria-label', t.remove(name, text));
      chip.append(cross);
    }
    return chip;
  }
}

/** A chip may be as wide as the room up to the next one of its row. `right` is where lines end. */
function limitWidths(names: readonly Name[], right: number): void {
  const rows = new Map<string, Name[]>();
  for (const name of names) {
    const key = `${name.line}/${name.row}`;
    const row = rows.get(key);
    if (row) row.push(name);
    else rows.set(key, [name]);
  }
  for (const row of rows.values()) {
    row.sort((a, b) => a.edge - b.edge);
    row.forEach(({ chip, edge, isBackward }, index) => {
      const [before, after] = [row[index - 1], row[index + 1]];
      const room = isBackward ? edge - (before?.edge ?? 0) : (after?.edge ?? right + 24) - edge;
      const width = `${Math.max(LEAST_CHIP, Math.floor(room) - 2)}px`;
      if (chip.style.maxWidth !== width) chip.style.maxWidth = width;
    });
  }
}

function emptySection(): PaintedSection {
  const [fills, chips] = [document.createElement('div'), document.createElement('div')];
  fills.className = chips.className = 'marks-section';
  return { fills, chips, spans: [], marks: new Map() };
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
