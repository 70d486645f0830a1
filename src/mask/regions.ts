import type { Bounds, Point, Size } from '../geometry/types.js';
import { endOfRun, fullBounds, intersect, isEmptyBounds, wordsOf } from './index-mask.js';
import type { IndexMask } from './index-mask.js';
import { areaOfRuns, boundsOfRuns, combineRuns, complementRuns, normaliseRuns, RunBuilder } from './runs.js';
import type { Runs } from './runs.js';

/** One connected part of a region. */
export interface Component {
  readonly runs: Runs;
  readonly area: number;
  readonly bounds: Bounds;
}

/** Whether pixels that touch only at a corner count as connected. */
export type Connectivity = 4 | 8;

/** Splits a region into its connected parts, ordered by their first pixel. */
export function connectedComponents(runs: Runs, connectivity: Connectivity = 8): Component[] {
  const count = runs.length / 3;
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number) => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  };
  const reach = connectivity === 8 ? 1 : 0;
  let above = 0;
  for (let i = 0; i < count; i++) {
    const y = runs[i * 3];
    const left = runs[i * 3 + 1] - reach;
    const right = runs[i * 3 + 2] + reach;
    // Runs that end before this one starts cannot touch a later run of this row either.
    while (above < i && (runs[above * 3] < y - 1 || (runs[above * 3] === y - 1 && runs[above * 3 + 2] <= left)))
      above++;
    for (let j = above; j < i && runs[j * 3] === y - 1 && runs[j * 3 + 1] < right; j++) {
      const a = find(i);
      const b = find(j);
      // The smaller number wins: roots keep the order of the first pixel.
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  const groups = new Map<number, RunBuilder>();
  for (let i = 0; i < count; i++) {
    const root = find(i);
    let builder = groups.get(root);
    if (!builder) groups.set(root, (builder = new RunBuilder()));
    builder.add(runs[i * 3], runs[i * 3 + 1], runs[i * 3 + 2]);
  }
  return [...groups.values()].map((builder) => {
    const part = builder.build();
    return { runs: part, area: areaOfRuns(part), bounds: boundsOfRuns(part) };
  });
}

/**
 * The pixels around a point that hold the same index as it: the region a click means.
 *
 * Walks row by row from the point, so its cost follows the region and not the picture.
 */
export function regionAt(mask: IndexMask, point: Point, connectivity: Connectivity = 4): Runs {
  const x = Math.floor(point.x);
  const y = Math.floor(point.y);
  const { data, width, height } = mask;
  if (x < 0 || y < 0 || x >= width || y >= height) return new Int32Array(0);
  const index = data[y * width + x];
  const words = wordsOf(data);
  const reach = connectivity === 8 ? 1 : 0;
  const spans: number[] = [];
  // A stretch of a row (row, left, right) in which runs of the region are looked for; each run is known by where it begins.
  const stack = [y, x, x + 1];
  const seen = new Set<number>();
  while (stack.length > 0) {
    const right = stack.pop()!;
    const left = stack.pop()!;
    const row = stack.pop()!;
    const first = row * width;
    for (let at = first + left, to; at < first + right; at = to) {
      to = endOfRun(data, words, at, first + width);
      if (data[at] !== index) continue;
      let from = at;
      while (from > first && data[from - 1] === index) from--;
      if (seen.has(from)) continue;
      seen.add(from);
      spans.push(row, from - first, to - first);
      for (const near of [row - 1, row + 1]) {
        if (near < 0 || near >= height) continue;
        stack.push(near, Math.max(0, from - first - reach), Math.min(width, to - first + reach));
      }
    }
  }
  return normaliseRuns(spans);
}

/**
 * Pixels enclosed by the region that do not belong to it.
 *
 * Holes are 4-connected: a diagonal line closes them, as it does for the eye. `maxArea` limits what counts as a hole.
 */
export function holesIn(runs: Runs, maxArea = Infinity): Runs {
  const bounds = boundsOfRuns(runs);
  if (isEmptyBounds(bounds)) return runs;
  // One pixel more on each side joins everything outside into one part.
  const { left, top, right, bottom } = bounds;
  const outside = { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 };
  const parts = connectedComponents(complementRuns(runs, outside), 4);
  const holes = parts.filter((part) => part.bounds.left >= left && part.area <= maxArea);
  return mergeRuns(holes.map((part) => part.runs));
}

/** The connected parts smaller than `minArea` pixels. */
export function islandsIn(runs: Runs, minArea: number): Runs {
  const parts = connectedComponents(runs, 8);
  return mergeRuns(parts.filter((part) => part.area < minArea).map((part) => part.runs));
}

/** Joins runs of any number of regions. */
export function mergeRuns(parts: readonly Runs[]): Runs {
  if (parts.length === 1) return parts[0];
  const spans: number[] = [];
  for (const part of parts) for (const value of part) spans.push(value);
  return normaliseRuns(spans);
}

/** The region and all pixels of the picture whose centre lies within `distance` pixels of one of its centres. */
export function growRuns(runs: Runs, distance: number, size: Size): Runs {
  const bounds = boundsOfRuns(runs);
  const reach = Math.floor(distance);
  if (isEmptyBounds(bounds) || reach < 1) return runs;
  const { left, top, right, bottom } = intersect(
    { left: bounds.left - reach, top: bounds.top - reach, right: bounds.right + reach, bottom: bounds.bottom + reach },
    fullBounds(size),
  );
  const rowStart = startsOfRows(runs, bounds);
  const builder = new RunBuilder();
  // Counts, for each pixel of a row, how many widened runs begin and end there.
  const steps = new Int32Array(right - left + 1);
  for (let y = top; y < bottom; y++) {
    steps.fill(0);
    const first = Math.max(bounds.top, y - reach);
    const last = Math.min(bounds.bottom - 1, y + reach);
    for (let near = first; near <= last; near++) {
      const half = Math.floor(Math.sqrt(distance * distance - (near - y) ** 2));
      for (let i = rowStart[near - bounds.top]; i < rowStart[near - bounds.top + 1]; i += 3) {
        steps[Math.max(left, runs[i + 1] - half) - left]++;
        steps[Math.min(right, runs[i + 2] + half) - left]--;
      }
    }
    let depth = 0;
    let start = 0;
    for (let i = 0; i < steps.length; i++) {
      const was = depth;
      depth += steps[i];
      if (was === 0 && depth > 0) start = i;
      else if (was > 0 && depth === 0) builder.add(y, left + start, left + i);
    }
  }
  return builder.build();
}

/**
 * The pixels of the region farther than `distance` from every pixel outside it.
 *
 * The edge of the picture does not eat into a region: what lies beyond it is unknown, not background.
 */
export function shrinkRuns(runs: Runs, distance: number, size: Size): Runs {
  const bounds = boundsOfRuns(runs);
  if (isEmptyBounds(bounds) || distance < 1) return runs;
  const around = intersect(
    { left: bounds.left - 1, top: bounds.top - 1, right: bounds.right + 1, bottom: bounds.bottom + 1 },
    fullBounds(size),
  );
  return combineRuns(runs, growRuns(complementRuns(runs, around), distance, size), 'minus');
}

/**
 * Pixels that close the gaps between the parts of a region, such as two strokes or the slices of a striped one.
 *
 * A pixel lies in a gap when a straight line through it (level, upright or diagonal) meets two different parts at most
 * `width` pixels apart. What this leaves of cracks up to that width is closed as well. The outline elsewhere stays.
 */
export function gapsIn(runs: Runs, width: number, size: Size): Runs {
  const bridged = combineRuns(runs, bridgesIn(runs, width, size), 'or');
  const reach = Math.max(1, width / 2);
  // Growing may leave the picture; otherwise shrinking would bite at its edge.
  const margin = Math.ceil(reach) + 1;
  const roomy = { width: size.width + 2 * margin, height: size.height + 2 * margin };
  const grown = growRuns(shiftRuns(bridged, margin, margin), reach, roomy);
  const closed = shiftRuns(shrinkRuns(grown, reach, roomy), -margin, -margin);
  return combineRuns(clipRuns(closed, fullBounds(size)), runs, 'minus');
}

/** Pixels between different parts along the four axes; one pass from the top, remembering the last part on each line. */
function bridgesIn(runs: Runs, width: number, size: Size): Runs {
  const parts = connectedComponents(runs, 8);
  if (parts.length < 2) return new Int32Array(0);
  const spans: number[] = [];
  const slanted = Math.floor(width * Math.SQRT1_2);
  const upright = new LineMemory(size.width);
  const falling = new LineMemory(size.width + size.height);
  const rising = new LineMemory(size.width + size.height);
  for (const { y, left, right, number, before } of taggedRuns(parts)) {
    // Along a row only the beginning of a run can meet another part.
    if (before && before.number !== number && left - before.right <= width) spans.push(y, before.right, left);
    for (let x = left; x < right; x++) {
      for (let gap = upright.meet(x, y, number, width); gap > 0; gap--) spans.push(y - gap, x, x + 1);
      const fallen = falling.meet(x - y + size.height, y, number, slanted);
      for (let gap = fallen; gap > 0; gap--) spans.push(y - gap, x - gap, x - gap + 1);
      for (let gap = rising.meet(x + y, y, number, slanted); gap > 0; gap--) spans.push(y - gap, x + gap, x + gap + 1);
    }
  }
  return normaliseRuns(spans);
}

/** The part that was met last on each of many parallel lines, and in which row. */
class LineMemory {
  private readonly row: Int32Array;
  private readonly part: Int32Array;

  constructor(lines: number) {
    this.row = new Int32Array(lines + 1);
    this.part = new Int32Array(lines + 1).fill(-1);
  }

  /** Notes a pixel of a part; returns the rows between it and another part before, when they are at most `width`. */
  meet(line: number, y: number, part: number, width: number): number {
    const other = this.part[line];
    const gap = y - this.row[line] - 1;
    this.row[line] = y;
    this.part[line] = part;
    return other >= 0 && other !== part && gap <= width ? gap : 0;
  }
}

interface TaggedRun {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Which part it belongs to. */
  readonly number: number;
  /** The run before it in the same row. */
  before?: TaggedRun;
}

function taggedRuns(parts: readonly Component[]): TaggedRun[] {
  const tagged: TaggedRun[] = [];
  parts.forEach(({ runs }, number) => {
    for (let i = 0; i < runs.length; i += 3) tagged.push({ y: runs[i], left: runs[i + 1], right: runs[i + 2], number });
  });
  tagged.sort((a, b) => a.y - b.y || a.left - b.left);
  tagged.forEach((run, i) => {
    const before = tagged[i - 1];
    if (before?.y === run.y) run.before = before;
  });
  return tagged;
}

/** Moves a region. */
export function shiftRuns(runs: Runs, dx: number, dy: number): Runs {
  const shifted = runs.slice();
  for (let i = 0; i < shifted.length; i += 3) {
    shifted[i] += dy;
    shifted[i + 1] += dx;
    shifted[i + 2] += dx;
  }
  return shifted;
}

/** The part of a region inside bounds. */
export function clipRuns(runs: Runs, bounds: Bounds): Runs {
  const builder = new RunBuilder();
  for (let i = 0; i < runs.length; i += 3) {
    if (runs[i] < bounds.top || runs[i] >= bounds.bottom) continue;
    builder.add(runs[i], Math.max(runs[i + 1], bounds.left), Math.min(runs[i + 2], bounds.right));
  }
  return builder.build();
}

function startsOfRows(runs: Runs, bounds: Bounds): Int32Array {
  const starts = new Int32Array(bounds.bottom - bounds.top + 1);
  let i = 0;
  for (let y = bounds.top; y < bounds.bottom; y++) {
    while (i < runs.length && runs[i] < y) i += 3;
    starts[y - bounds.top] = i;
  }
  starts[starts.length - 1] = runs.length;
  return starts;
}
