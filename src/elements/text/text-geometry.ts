import { blocksOf, piecesOf, runAt } from '../../text/blocks.js';
import { directionOfText, hasBackward } from '../../text/direction.js';
import type { TextBoundaries } from '../../text/text-boundaries.js';
import type { TextRange } from '../../text/range.js';

/** A rectangle in the coordinates of the window, in CSS pixels. */
export type PageRect = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** A block of the text on the page: one element, and text nodes that are flown as one text. */
export interface TextBlock extends TextRange {
  readonly element: HTMLElement;
  readonly pieces: readonly (TextRange & { readonly node: Text })[];
}

/**
 * The text on the page: puts it there in blocks, and translates between offsets and places.
 *
 * Blocks that are out of sight are not laid out by the browser until something is asked about them.
 */
export class TextGeometry {
  private blocks: readonly TextBlock[] = [];
  private bounds!: TextBoundaries;
  private readonly range = document.createRange();
  /** The line that was asked for last, with its heights below the top of its block. */
  private knownLine?: TextRange & { readonly block: TextBlock; readonly top: number; readonly bottom: number };

  /** @param container - Holds the blocks; nothing else may be in it. */
  constructor(readonly container: HTMLElement) {}

  /** Shows another text. */
  show(boundaries: TextBoundaries): void {
    this.bounds = boundaries;
    this.forget();
    const { text } = boundaries;
    this.blocks = blocksOf(text).map(({ start, end }) => {
      const element = document.createElement('div');
      element.className = 'text-block';
      const pieces = piecesOf({ start, end }, { text, floor: (offset) => boundaries.floor(offset) }).map((piece) => ({
        ...piece,
        node: document.createTextNode(text.slice(piece.start, piece.end)),
      }));
      element.append(...pieces.map(({ node }) => node));
      return { start, end, element, pieces };
    });
    this.container.replaceChildren(...this.blocks.map(({ element }) => element));
  }

  /** The text flows differently: what is known of its lines holds no longer. */
  forget(): void {
    this.knownLine = undefined;
  }

  /** Tells the browser how high blocks out of sight will probably be, so that the scroll bar does not jump. */
  estimate(lineHeight: number, charactersALine: number): void {
    for (const { element, start, end } of this.blocks) {
      let lines = 0;
      for (const line of this.bounds.text.slice(start, end).split('\n'))
        lines += Math.max(1, Math.ceil(line.length / charactersALine));
      element.style.setProperty('contain-intrinsic-block-size', `auto ${Math.round(lines * lineHeight)}px`);
    }
  }

  /** Blocks with a part between two heights of the window, in order. */
  between(top: number, bottom: number): TextBlock[] {
    const first = this.firstBelow(top);
    let last = first;
    while (last < this.blocks.length && this.blockRect(last).top < bottom) last += 1;
    return this.blocks.slice(first, last);
  }

  blockOf(offset: number): TextBlock | undefined {
    return this.blocks[runAt(this.blocks, offset)];
  }

  /** Where the part of a run that lies in a block is; one rectangle a line, more in mixed writing directions. */
  rectsIn(block: TextBlock, { start, end }: TextRange): DOMRect[] {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    if (from >= to) return [];
    this.setRange(block, from, to);
    return joinRects([...this.range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0));
  }

  /** The character at an offset as a box; of a line break, its place. Undefined in an empty text. */
  boxAt(offset: number): PageRect | undefined {
    const { length } = this.bounds.text;
    if (!length) return undefined;
    const at = Math.min(offset, length - 1);
    const block = this.blockOf(at);
    if (!block) return undefined;
    const start = this.bounds.floor(at);
    this.setRange(block, start, Math.min(this.bounds.next(start), block.end));
    const rects = this.range.getClientRects();
    const box = rects[rects.length - 1];
    if (box && box.height > 0) return box;
    this.range.collapse(true);
    return this.range.getClientRects()[0] ?? block.element.getBoundingClientRect();
  }

  /** Where the cursor before a character is drawn. */
  caretAt(offset: number): { x: number; top: number; bottom: number } | undefined {
    const { text } = this.bounds;
    const isEnd = offset >= text.length;
    const box = this.boxAt(isEnd ? this.bounds.previous(text.length) : offset);
    if (!box) return undefined;
    const isBackward = this.isBackward(isEnd ? this.bounds.previous(text.length) : offset);
    if (isEnd && text.endsWith('\n')) {
      const { left, bottom } = this.container.getBoundingClientRect();
      return { x: left, top: bottom - (box.bottom - box.top), bottom };
    }
    return { x: isBackward === isEnd ? box.left : box.right, top: box.top, bottom: box.bottom };
  }

  /** Whether a character stands in a run that is written from right to left: its successor is to its left. */
  isBackward(offset: number): boolean {
    const character = this.bounds.text.slice(offset, this.bounds.next(offset));
    const direction = directionOfText(character);
    if (direction) return direction === 'rtl';
    const next = this.bounds.next(offset);
    const [box, other] = [this.boxAt(offset), this.boxAt(next)];
    if (!box || !other || next >= this.bounds.text.length || Math.abs(box.top - other.top) > 4) return false;
    return other.right <= box.left + 1 && other.left < box.left;
  }

  /** The nearest place between two characters to a point of the window. */
  offsetAt(x: number, y: number): number {
    const { at, box } = this.characterAt(x, y);
    if (!box) return at;
    const isSecondHalf = x > (box.left + box.right) / 2;
    const isBehind = this.isBackward(at) ? !isSecondHalf : isSecondHalf;
    return isBehind && this.bounds.text[at] !== '\n' ? this.bounds.next(at) : at;
  }

  /** The character nearest to a point of the window, and whether the point is on it. */
  characterAt(x: number, y: number): { readonly at: number; readonly box?: PageRect; readonly isOn: boolean } {
    const index = Math.min(this.firstBelow(y), this.blocks.length - 1);
    const block = this.blocks[index];
    if (!block) return { at: 0, isOn: false };
    const line = this.lineAt(block, y);
    const { start, end } = this.partAround(line, x);
    let nearest: { at: number; box: PageRect; distance: number } | undefined;
    for (let at = start; at < end; at = this.bounds.next(at)) {
      const box = this.boxAt(at);
      if (!box) continue;
      const distance = x < box.left ? box.left - x : x > box.right ? x - box.right : 0;
      if (!nearest || distance < nearest.distance) nearest = { at, box, distance };
      if (distance === 0) break;
    }
    if (!nearest) return { at: start, isOn: false };
    const isOn = nearest.distance === 0 && y >= nearest.box.top && y <= nearest.box.bottom;
    return { at: nearest.at, box: nearest.box, isOn };
  }

  /** The few characters of a line that a place can be on; all of it where some are written from right to left. */
  private partAround(line: TextRange, x: number): TextRange {
    if (hasBackward(this.bounds.text.slice(line.start, line.end))) return line;
    let low = line.start;
    let high = line.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = this.boxAt(middle);
      if (box && box.right >= x) high = middle;
      else low = middle + 1;
    }
    // The neighbour before may be nearer, across a gap.
    const start = this.bounds.previous(this.bounds.floor(Math.min(low, line.end - 1)));
    return { start: Math.max(line.start, start), end: Math.min(line.end, this.bounds.next(low)) };
  }

  /** The line around an offset, as it wraps now; without its line break. */
  lineOf(offset: number): TextRange {
    const block = this.blockOf(Math.min(offset, this.bounds.text.length - 1));
    const box = this.boxAt(offset);
    return block && box ? this.lineAt(block, (box.top + box.bottom) / 2) : { start: 0, end: 0 };
  }

  /** The line of a block at a height: lines follow each other downward whatever direction they are written in. */
  private lineAt(block: TextBlock, y: number): TextRange {
    const { knownLine: known } = this;
    const origin = block.element.getBoundingClientRect().top;
    if (known?.block === block && y >= origin + known.top && y <= origin + known.bottom) return known;
    const start = this.firstWhere(block, (box) => box.bottom > y);
    // Below the last line, or between two: the nearer one.
    const at = Math.min(start, block.end - 1);
    const box = this.boxAt(at);
    if (!box) return { start: block.start, end: block.end };
    const previous = at > block.start ? this.boxAt(at - 1) : undefined;
    const isNearerAbove = previous && y < box.top && y - previous.bottom < box.top - y;
    const middle = isNearerAbove ? (previous.top + previous.bottom) / 2 : (box.top + box.bottom) / 2;
    const from = this.firstWhere(block, ({ bottom }) => bottom > middle);
    const to = this.firstWhere(block, ({ top }) => top > middle);
    const line = { start: this.bounds.floor(Math.min(from, block.end - 1)), end: Math.max(to, from) };
    const [top, bottom] = isNearerAbove ? [previous.top, previous.bottom] : [box.top, box.bottom];
    this.knownLine = { ...line, block, top: top - origin, bottom: bottom - origin };
    return line;
  }

  /** The first offset of a block whose character fulfils a condition that later ones do too. */
  private firstWhere(block: TextBlock, holds: (box: PageRect) => boolean): number {
    let low = block.start;
    let high = block.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = this.boxAt(middle);
      if (box && holds(box)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private firstBelow(y: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blockRect(middle).bottom > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private setRange(block: TextBlock, from: number, to: number): void {
    const first = block.pieces[runAt(block.pieces, from)];
    const last = block.pieces[runAt(block.pieces, to - 1)];
    if (!first || !last) return;
    this.range.setStart(first.node, from - first.start);
    this.range.setEnd(last.node, to - last.start);
  }

  private blockRect(index: number): DOMRect {
    return (this.blocks[index] as TextBlock).element.getBoundingClientRect();
  }
}

/** Makes one rectangle of neighbours on a line: a run over two text nodes has one for each. */
function joinRects(rects: readonly DOMRect[]): DOMRect[] {
  const joined: DOMRect[] = [];
  for (const rect of rects) {
    const last = joined.at(-1);
    const isSameLine = last && Math.abs(last.top - rect.top) < 1 && Math.abs(last.height - rect.height) < 1;
    const touches = isSameLine && (Math.abs(last.right - rect.left) < 0.75 || Math.abs(rect.right - last.left) < 0.75);
    if (!touches) joined.push(rect);
    else {
      const left = Math.min(last.left, rect.left);
      joined[joined.length - 1] = new DOMRect(left, last.top, Math.max(last.right, rect.right) - left, last.height);
    }
  }
  return joined;
}
