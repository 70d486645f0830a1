import type { Bounds } from '../geometry/types.js';
import { capacityOf, endOfRun, fullBounds, wordsOf } from './index-mask.js';
import type { IndexMask } from './index-mask.js';
import type { MaskChange } from './mask-edit.js';
import { forEachRun } from './rle.js';
import type { TileState } from './rle.js';

/** Size and place of one index. */
export interface IndexExtent {
  readonly area: number;
  readonly bounds: Bounds;
}

/** Area and bounds of every index that occurs, 0 included. One pass over the mask. */
export function measureIndices(mask: IndexMask, within: Bounds = fullBounds(mask)): Map<number, IndexExtent> {
  const { data, width } = mask;
  const words = wordsOf(data);
  const size = capacityOf(mask) + 1;
  const area = new Float64Array(size);
  const left = new Int32Array(size).fill(width);
  const right = new Int32Array(size);
  const top = new Int32Array(size).fill(-1);
  const bottom = new Int32Array(size);
  for (let y = within.top; y < within.bottom; y++) {
    const end = y * width + within.right;
    let i = y * width + within.left;
    while (i < end) {
      const index = data[i];
      const start = i;
      i = endOfRun(data, words, i, end);
      area[index] += i - start;
      if (top[index] < 0) top[index] = y;
      bottom[index] = y + 1;
      left[index] = Math.min(left[index], start - y * width);
      right[index] = Math.max(right[index], i - y * width);
    }
  }
  const extents = new Map<number, IndexExtent>();
  for (let index = 0; index < size; index++) {
    if (area[index] === 0) continue;
    const bounds = { left: left[index], top: top[index], right: right[index], bottom: bottom[index] };
    extents.set(index, { area: area[index], bounds });
  }
  return extents;
}

/** Number of pixels of each index. */
export function countIndices(mask: IndexMask): Float64Array {
  const counts = new Float64Array(capacityOf(mask) + 1);
  const { data } = mask;
  const words = wordsOf(data);
  for (let i = 0; i < data.length;) {
    const end = endOfRun(data, words, i, data.length);
    counts[data[i]] += end - i;
    i = end;
  }
  return counts;
}

/**
 * Keeps the number of pixels of each index true through edits, from the tiles that changed and not from the whole mask.
 *
 * The percentage of a 100-megapixel mask thus follows each stroke.
 */
export class IndexCounts {
  private readonly counts: Float64Array;
  private readonly total: number;

  constructor(mask: IndexMask) {
    this.counts = countIndices(mask);
    this.total = mask.data.length;
  }

  /** Takes a change into account after it was made (`redo`) or taken back (`undo`). */
  apply(change: MaskChange, direction: 'undo' | 'redo' = 'redo') {
    this.add(change.before, direction === 'redo' ? -1 : 1);
    this.add(change.after, direction === 'redo' ? 1 : -1);
  }

  areaOf(index: number): number {
    return this.counts[index] ?? 0;
  }

  /** Share of pixels without a label, from 0 to 1. */
  get unlabelledShare(): number {
    return this.counts[0] / this.total;
  }

  private add(states: readonly TileState[], sign: 1 | -1) {
    for (const state of states) {
      forEachRun(state, (index, length) => {
        this.counts[index] += sign * length;
      });
    }
  }
}
