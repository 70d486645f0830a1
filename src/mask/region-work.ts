import type { Point } from '../geometry/types.js';
import { findingGaps, findingHoles, findingIslands, growing, partAt, shrinking, splitting } from './regions.js';
import type { PackedMask } from './rle.js';
import { combining, type Runs } from './runs.js';
import type { Steps } from './slices.js';
import { findingIndex } from './tiles.js';

/** What is asked about a region: the pixels of one index. */
export type RegionTask =
  /** Pixels that it encloses. */
  | { readonly what: 'holes'; readonly index: number }
  /** Its connected parts with fewer pixels than `leastArea`. */
  | { readonly what: 'islands'; readonly index: number; readonly leastArea: number }
  /** Unlabelled pixels at most so far from it, pixels of it that near to its outline, or unlabelled ones in its gaps. */
  | { readonly what: 'growth' | 'rim' | 'gaps'; readonly index: number; readonly distance: number }
  /** Its connected parts, the largest one first. */
  | { readonly what: 'parts'; readonly index: number }
  /** The connected part of it that holds a point. */
  | { readonly what: 'part'; readonly index: number; readonly at: Point };

/** Answers in steps, from packed tiles: the cost follows outlines rather than pixels. One region, or one for each part. */
export function* regionWork(mask: PackedMask, task: RegionTask): Steps<Runs[]> {
  const runs = yield* findingIndex(mask, task.index);
  switch (task.what) {
    case 'holes':
      return [yield* findingHoles(runs)];
    case 'islands':
      return [yield* findingIslands(runs, task.leastArea)];
    case 'growth': {
      const grown = yield* combining(yield* growing(runs, task.distance, mask), runs, 'minus');
      return [yield* unlabelledIn(mask, grown)];
    }
    case 'rim':
      return [yield* combining(runs, yield* shrinking(runs, task.distance, mask), 'minus')];
    case 'gaps':
      return [yield* unlabelledIn(mask, yield* findingGaps(runs, task.distance, mask))];
    case 'parts': {
      const parts = yield* splitting(runs, 8);
      return parts.sort((a, b) => b.area - a.area).map((part) => part.runs);
    }
    case 'part':
      return [yield* partAt(runs, task.at)];
  }
}

/** Neighbours keep what they have. */
function* unlabelledIn(mask: PackedMask, runs: Runs): Steps<Runs> {
  return yield* combining(runs, yield* findingIndex(mask, 0), 'and');
}
