import type { Bounds } from '../geometry/types.js';
import { capacityOf, endOfRun, MAX_BYTE_INDEX, MAX_WIDE_INDEX, tileBounds, union, wordsOf } from './index-mask.js';
import type { IndexMask } from './index-mask.js';
import type { MaskChange } from './mask-edit.js';
import { forEachRun } from './rle.js';
import type { PackedMask, TileState } from './rle.js';

/** Size and place of one index. */
export interface IndexExtent {
  readonly area: number;
  readonly bounds: Bounds;
}

/** Area and bounds of every index that occurs besides 0. */
export function measureTiles(packed: PackedMask): Map<number, IndexExtent> {
  const extents = new Map<number, IndexExtent>();
  for (const state of packed.tiles) {
    const { left, top, right } = tileBounds(packed, state.tile);
    const width = right - left;
    let at = 0;
    forEachRun(state, (index, length) => {
      const from = at;
      at += length;
      if (index === 0) return;
      const row = Math.floor(from / width);
      const lastRow = Math.floor((at - 1) / width);
      const isOneRow = row === lastRow;
      const bounds = {
        left: left + (isOneRow ? from - row * width : 0),
        top: top + row,
        right: isOneRow ? left + at - row * width : right,
        bottom: top + lastRow + 1,
      };
      const known = extents.get(index);
      extents.set(
        index,
        known ? { area: known.area + length, bounds: union(known.bounds, bounds) } : { area: length, bounds },
      );
    });
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

  constructor({ width, height, wide, tiles }: PackedMask) {
    this.counts = new Float64Array((wide ? MAX_WIDE_INDEX : MAX_BYTE_INDEX) + 1);
    this.total = width * height;
    this.add(tiles, 1);
    // Tiles that hold nothing are left out.
    this.counts[0] = this.total - this.counts.subarray(1).reduce((sum, count) => sum + count, 0);
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
