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

/** Marks of one piece of the text that are on the page now. */
interface PaintedSection {
  readonly spans: readonly SpanAnnotation[];
  readonly fills: HTMLElement;
  readonly chips: HTMLElement;
  readonly nodes: ReadonlyMap<string, readonly HTMLElement[]>;
}

interface Fragment {
  readonly span: SpanAnnotation;
  readonly rects: readonly DOMRect[];
  readonly begins: boolean;
  readonly ends: boolean;
}

/**
 * Paints spans under and over the text: a tinted ground with a line below, and a chip with the short name above.
 *
 * Only marks of the lines in and near the window are on the page. A piece of the text is measured and painted anew when
 * one of its spans changes or the text flows differently; scrolling only moves what is there.
 */
export class MarkPainter {
  private painted = new Map<string, PaintedSection>();

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
    this.layers.fills.replaceChildren();
    this.layers.chips.replaceChildren();
  }

  /** Paints the marks between two heights of the window; true when any moved. `laneHeight` is in CSS pixels. */
  paint(top: number, bottom: number, laneHeight: number): boolean {
    const origin = this.layers.fills.getBoundingClientRect();
    const kept = new Map<string, PaintedSection>();
    const fresh: { key: string; fragments: Fragment[]; spans: readonly SpanAnnotation[]; origin: DOMRect }[] = [];
    const places: { key: string; x: number; y: number }[] = [];
    // All measuring comes before all writing, or the browser would lay out again and again.
    for (const block of this.geometry.between(top, bottom)) {
      const rect = block.element.getBoundingClientRect();
      for (const section of this.sectionsBetween(block, top, bottom)) {
        const key = `${section.start}-${section.end}`;
        const spans = this.spansOf(section);
        const before = this.painted.get(key);
        places.push({ key, x: rect.left - origin.left, y: rect.top - origin.top });
        if (before && sameList(before.spans, spans)) kept.set(key, before);
        else fresh.push({ key, spans, fragments: this.measure(block, section, spans), origin: rect });
      }
    }
    for (const [key, section] of this.painted) if (kept.get(key) !== section) remove(section);
    for (const { key, spans, fragments, origin: at } of fresh) {
      const section = this.build(spans, fragments, at, laneHeight);
      kept.set(key, section);
      this.layers.fills.append(section.fills);
      this.layers.chips.append(section.chips);
    }
    this.painted = kept;
    let hasMoved = false;
    for (const { key, x, y } of places) {
      const section = kept.get(key);
      if (!section) continue;
      const place = `translate(${x}px, ${y}px)`;
      if (section.fills.style.transform === place) continue;
      section.fills.style.transform = place;
      section.chips.style.transform = place;
      hasMoved = true;
    }
    this.markStates();
    return hasMoved;
  }

  /** Shows which spans are selected and which one is pointed at. */
  markStates(): void {
    const { selection, hovered } = this.session;
    for (const { nodes } of this.painted.values()) {
      for (const [id, elements] of nodes) {
        const isSelected = selection.has(id);
        for (const element of elements) {
          element.classList.toggle('selected', isSelected);
          element.classList.toggle('hovered', id === hovered);
        }
      }
    }
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

  private measure(block: TextBlock, section: TextRange, spans: readonly SpanAnnotation[]): Fragment[] {
    return spans.map((span) => {
      const start = Math.max(span.startOffset, section.start);
      const end = Math.min(span.endOffset, section.end);
      return {
        span,
        rects: this.geometry.rectsIn(block, { start, end }),
        begins: start === span.startOffset,
        ends: end === span.endOffset,
      };
    });
  }

  private build(
    spans: readonly SpanAnnotation[],
    fragments: readonly Fragment[],
    origin: DOMRect,
    laneHeight: number,
  ): PaintedSection {
    const fills = document.createElement('div');
    const chips = document.createElement('div');
    fills.className = chips.className = 'marks-section';
    const nodes = new Map<string, HTMLElement[]>();
    const named: { chip: HTMLElement; edge: number; line: number; isBackward: boolean; lane: number }[] = [];
    for (const { span, rects, begins, ends } of fragments) {
      const lane = this.session.index.lane(span.id);
      const color = this.session.labelNamed(span.label)?.color ?? 'currentColor';
      const isBackward = directionOfText(this.session.text.slice(span.startOffset, span.endOffset)) === 'rtl';
      const own: HTMLElement[] = [];
      rects.forEach((rect, index) => {
        const fill = document.createElement('div');
        fill.className = 'fill';
        fill.classList.toggle('begins', begins && index === 0);
        fill.classList.toggle('ends', ends && index === rects.length - 1);
        fill.style.setProperty('--oce-mark', color);
        place(fill, rect.left - origin.left, rect.top - origin.top, rect.width, rect.height + 2 + 3 * lane);
        fills.append(fill);
        own.push(fill);
      });
      const [first] = rects;
      if (begins && first) {
        const chip = this.chipFor(span, color);
        const onLine = rects.filter((rect) => Math.abs(rect.top - first.top) < 2);
        const edge = isBackward
          ? Math.max(...onLine.map(({ right }) => right))
          : Math.min(...onLine.map(({ left }) => left));
        const row = Math.min(lane, MOST_LANES - 1);
        chip.classList.toggle('backward', isBackward);
        chip.style.insetInlineStart = 'auto';
        chip.style.left = `${edge - origin.left}px`;
        chip.style.top = `${first.top - origin.top - (row + 1) * laneHeight}px`;
        named.push({ chip, edge, line: Math.round(first.top), isBackward, lane: row });
        chips.append(chip);
        own.push(chip);
      }
      nodes.set(span.id, own);
    }
    limitWidths(named, origin.right);
    return { spans, fills, chips, nodes };
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

/** A chip may be as wide as the room up to the next one of its row. */
function limitWidths(
  named: { chip: HTMLElement; edge: number; line: number; isBackward: boolean; lane: number }[],
  right: number,
): void {
  const rows = new Map<string, typeof named>();
  for (const one of named) {
    const key = `${one.line}/${one.lane}`;
    const row = rows.get(key);
    if (row) row.push(one);
    else rows.set(key, [one]);
  }
  for (const row of rows.values()) {
    row.sort((a, b) => a.edge - b.edge);
    row.forEach(({ chip, edge, isBackward }, index) => {
      const [before, after] = [row[index - 1], row[index + 1]];
      const room = isBackward ? edge - (before?.edge ?? 0) : (after?.edge ?? right + 24) - edge;
      chip.style.maxWidth = `${Math.max(LEAST_CHIP, Math.floor(room) - 2)}px`;
    });
  }
}

function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  const { style } = element;
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function remove({ fills, chips }: PaintedSection): void {
  fills.remove();
  chips.remove();
}

function sameList(a: readonly SpanAnnotation[], b: readonly SpanAnnotation[]): boolean {
  return a.length === b.length && a.every((span, index) => span === b[index]);
}
