import type { Bounds, Point, Size } from '../geometry/types.js';
import { fullBounds, intersect, isEmptyBounds } from './index-mask.js';
import { areaOfRuns, boundsOfRuns, combining, normalising, rowsOf, RunBuilder } from './runs.js';
import type { Runs } from './runs.js';
import { allSteps, type Steps } from './slices.js';

/** Runs that are gone through before work may be interrupted. */
const STEP = 1 << 12;

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
  return allSteps(splitting(runs, connectivity));
}

/** The same in steps. */
export function* splitting(runs: Runs, connectivity: Connectivity = 8): Steps<Component[]> {
  const rootOf = yield* rootsOf(runs, connectivity);
  const groups = new Map<number, RunBuilder>();
  for (let i = 0; i < rootOf.length; i++) {
    let builder = groups.get(rootOf[i]);
    if (!builder) groups.set(rootOf[i], (builder = new RunBuilder()));
    builder.add(runs[i * 3], runs[i * 3 + 1], runs[i * 3 + 2]);
    if (i % STEP === 0) yield;
  }
  const parts: Component[] = [];
  for (const builder of groups.values()) {
    const part = builder.build();
    parts.push({ runs: part, area: areaOfRuns(part), bounds: boundsOfRuns(part) });
    yield;
  }
  return parts;
}

/** The connected part that each run belongs to, as the position of the part's first run. */
function* rootsOf(runs: Runs, connectivity: Connectivity): Steps<Int32Array> {
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
    if (i % STEP === 0) yield;
  }
  for (let i = 0; i < count; i++) parent[i] = find(i);
  return parent;
}

/** The connected part of a region that holds a pixel; empty when none does. */
export function* partAt(runs: Runs, { x, y }: Point, connectivity: Connectivity = 4): Steps<Runs> {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  let at = 0;
  while (at < runs.length && (runs[at] < row || (runs[at] === row && runs[at + 2] <= column))) at += 3;
  const builder = new RunBuilder();
  if (runs[at] !== row || runs[at + 1] > column) return builder.build();
  const rootOf = yield* rootsOf(runs, connectivity);
  for (let i = 0; i < rootOf.length; i++) {
    if (rootOf[i] === rootOf[at / 3]) builder.add(runs[i * 3], runs[i * 3 + 1], runs[i * 3 + 2]);
    if (i % STEP === 0) yield;
  }
  return builder.build();
}

/**
 * Pixels enclosed by the region that do not belong to it.
 *
 * Holes are 4-connected: a diagonal line closes them, as it does for the eye. `maxArea` limits what counts as a hole.
 */
export function holesIn(runs: Runs, maxArea = Infinity): Runs {
  return allSteps(findingHoles(runs, maxArea));
}

/** The same in steps. */
export function* findingHoles(runs: Runs, maxArea = Infinity): Steps<Runs> {
  const bounds = boundsOfRuns(runs);
  if (isEmptyBounds(bounds)) return runs;
  // One pixel more on each side joins everything outside into one part.
  const { left, top, right, bottom } = bounds;
  const outside = { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 };
  const parts = yield* splitting(yield* combining(rowsOf(outside), runs, 'minus'), 4);
  const holes = parts.filter((part) => part.bounds.left >= left && part.area <= maxArea);
  return yield* merging(holes.map((part) => part.runs));
}

/** The connected parts smaller than `minArea` pixels. */
export function islandsIn(runs: Runs, minArea: number): Runs {
  return allSteps(findingIslands(runs, minArea));
}

/** The same in steps. */
export function* findingIslands(runs: Runs, minArea: number): Steps<Runs> {
  const parts = yield* splitting(runs, 8);
  return yield* merging(parts.filter((part) => part.area < minArea).map((part) => part.runs));
}

/** Joins runs of any number of regions. */
export function mergeRuns(parts: readonly Runs[]): Runs {
  return allSteps(merging(parts));
}

function* merging(parts: readonly Runs[]): Steps<Runs> {
  if (parts.length === 1) return parts[0];
  const spans = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    spans.set(part, at);
    at += part.length;
  }
  return yield* normalising(spans);
}

/** The region and all pixels of the picture whose centre lies within `distance` pixels of one of its centres. */
export function growRuns(runs: Runs, distance: number, size: Size): Runs {
  return allSteps(growing(runs, distance, size));
}

/** The same in steps. */
export function* growing(runs: Runs, distance: number, size: Size): Steps<Runs> {
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
    yield;
  }
  return builder.build();
}

/**
 * The pixels of the region farther than `distance` from every pixel outside it.
 *
 * The edge of the picture does not eat into a region: what lies beyond it is unknown, not background.
 */
export function shrinkRuns(runs: Runs, distance: number, size: Size): Runs {
  return allSteps(shrinking(runs, distance, size));
}

/** The same in steps. */
export function* shrinking(runs: Runs, distance: number, size: Size): Steps<Runs> {
  const bounds = boundsOfRuns(runs);
  if (isEmptyBounds(bounds) || distance < 1) return runs;
  const around = intersect(
    { left: bounds.left - 1, top: bounds.top - 1, right: bounds.right + 1, bottom: bounds.bottom + 1 },
    fullBounds(size),
  );
  const outside = yield* combining(rowsOf(around), runs, 'minus');
  return yield* combining(runs, yield* growing(outside, distance, size), 'minus');
}

/**
 * Pixels that close the gaps between the parts of a region, such as two strokes or the slices of a striped one.
 *
 * A pixel lies in a gap when a straight line through it (level, upright or diagonal) meets two different parts at most
 * `width` pixels apart. What this leaves of cracks up to that width is closed as well. The outline elsewhere stays.
 */
export function gapsIn(runs: Runs, width: number, size: Size): Runs {
  return allSteps(findingGaps(runs, width, size));
}

/** The same in steps. */
export function* findingGaps(runs: Runs, width: number, size: Size): Steps<Runs> {
  const bridged = yield* combining(runs, yield* bridging(runs, width, size), 'or');
  const reach = Math.max(1, width / 2);
  // Growing may leave the picture; otherwise shrinking would bite at its edge.
  const margin = Math.ceil(reach) + 1;
  const roomy = { width: size.width + 2 * margin, height: size.height + 2 * margin };
  const grown = yield* growing(shiftRuns(bridged, margin, margin), reach, roomy);
  const closed = shiftRuns(yield* shrinking(grown, reach, roomy), -margin, -margin);
  const inside = yield* combining(closed, rowsOf(fullBounds(size)), 'and');
  return yield* combining(inside, runs, 'minus');
}

/** Pixels between different parts along the four axes; one pass from the top, remembering the last part on each line. */
function* bridging(runs: Runs, width: number, size: Size): Steps<Runs> {
  const rootOf = yield* rootsOf(runs, 8);
  // All of one part: there is nothing between parts.
  if (!rootOf.some((root) => root !== rootOf[0])) return new Int32Array(0);
  const spans: number[] = [];
  const slanted = Math.floor(width * Math.SQRT1_2);
  const upright = new LineMemory(size.width);
  const falling = new LineMemory(size.width + size.height);
  const rising = new LineMemory(size.width + size.height);
  for (let i = 0; i < runs.length; i += 3) {
    const [y, left, right] = [runs[i], runs[i + 1], runs[i + 2]];
    const part = rootOf[i / 3];
    // Along a row only the beginning of a run can meet another part.
    const before = i > 0 && runs[i - 3] === y ? runs[i - 1] : -Infinity;
    if (left - before <= width && rootOf[i / 3 - 1] !== part) spans.push(y, before, left);
    for (let x = left; x < right; x++) {
      for (let gap = upright.meet(x, y, part, width); gap > 0; gap--) spans.push(y - gap, x, x + 1);
      const fallen = falling.meet(x - y + size.height, y, part, slanted);
      for (let gap = fallen; gap > 0; gap--) spans.push(y - gap, x - gap, x - gap + 1);
      for (let gap = rising.meet(x + y, y, part, slanted); gap > 0; gap--) spans.push(y - gap, x + gap, x + gap + 1);
    }
    yield;
  }
  return yield* normalising(spans);
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
