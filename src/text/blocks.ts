import type { TextRange } from './range.js';

/** Characters that a block has at least, unless it is the last one. */
const LEAST = 10_000;

/**
 * Cuts a text into blocks of whole lines, so that a browser lays out only those that are seen.
 *
 * A line is never cut, however long it is: where it wraps depends on all of it.
 */
export function blocksOf(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start + LEAST);
    const end = feed < 0 ? text.length : feed + 1;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** Cuts a block into pieces whose marks are painted together: long lines are seen in part only. */
export function sectionsOf({ start, end }: TextRange, size = 2000): TextRange[] {
  const count = Math.max(1, Math.round((end - start) / size));
  const cut = (index: number) => start + Math.floor(((end - start) * index) / count);
  return Array.from({ length: count }, (_, index) => ({ start: cut(index), end: cut(index + 1) }));
}

/** Looks this far back for a space to cut at. */
const CUT_REACH = 60;

/**
 * Cuts a block into pieces of about `size` characters, at spaces where there are any, never within a character.
 *
 * Browsers find a place in a short piece much faster than in a long one, and lay the pieces out as one text.
 */
export function piecesOf(block: TextRange, { text, floor }: PieceSource, size = 400): TextRange[] {
  const pieces: TextRange[] = [];
  for (let { start } = block; start < block.end;) {
    let end = block.end;
    if (end - start > size * 1.5) {
      end = start + size;
      const space = text.lastIndexOf(' ', end - 1);
      end = space >= end - CUT_REACH ? space + 1 : Math.max(floor(end), start + 1);
    }
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** The text that is cut, and where its characters begin. */
export interface PieceSource {
  readonly text: string;
  readonly floor: (offset: number) => number;
}

/** Index of the run that holds an offset, among runs that follow each other without gaps; the last one at the end. */
export function runAt(runs: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as TextRange).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
