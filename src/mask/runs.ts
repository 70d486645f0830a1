import type { Bounds, Size } from '../geometry/types.js';
import { clipBounds, endOfRun, fullBounds, wordsOf } from './index-mask.js';
import type { IndexMask } from './index-mask.js';
import type { SpanSink } from './raster.js';
import { allSteps, type Steps } from './slices.js';

/**
 * A set of pixels as runs: triples of row, left, right (exclusive), sorted by row and then by left, never touching.
 *
 * Thin and large regions alike cost as much as their outline, which is what makes work on 100 megapixels bearable.
 */
export type Runs = Int32Array;

/** Numbers or spans that are gone through before work may be interrupted. */
const STEP = 3 << 12;

/** Collects runs; rows must arrive in order, runs within a row from left to right. Touching runs are joined. */
export class RunBuilder {
  private buffer = new Int32Array(96);
  private used = 0;

  add(y: number, left: number, right: number) {
    if (left >= right) return;
    const { buffer, used } = this;
    if (used > 0 && buffer[used - 3] === y && buffer[used - 1] >= left) {
      buffer[used - 1] = Math.max(buffer[used - 1], right);
      return;
    }
    if (used === buffer.length) {
      this.buffer = new Int32Array(used * 2);
      this.buffer.set(buffer);
    }
    this.buffer[used] = y;
    this.buffer[used + 1] = left;
    this.buffer[used + 2] = right;
    this.used = used + 3;
  }

  build(): Runs {
    return this.buffer.slice(0, this.used);
  }
}

/** Runs of the pixels for which `isMember` holds; `bounds` are cut to the size. */
export function runsWhere(size: Size, isMember: (at: number) => boolean, bounds: Bounds = fullBounds(size)): Runs {
  const { left, top, right, bottom } = clipBounds(bounds, size);
  const builder = new RunBuilder();
  for (let y = top; y < bottom; y++) {
    const row = y * size.width;
    let x = left;
    while (x < right) {
      while (x < right && !isMember(row + x)) x++;
      const start = x;
      while (x < right && isMember(row + x)) x++;
      builder.add(y, start, x);
    }
  }
  return builder.build();
}

/** Runs of the pixels that hold `index`. */
export function runsOfIndex(mask: IndexMask, index: number, bounds?: Bounds): Runs {
  const { data, width } = mask;
  const { left, top, right, bottom } = clipBounds(bounds ?? fullBounds(mask), mask);
  const words = wordsOf(data);
  const builder = new RunBuilder();
  for (let y = top; y < bottom; y++) {
    const row = y * width;
    for (let at = row + left; at < row + right;) {
      const end = endOfRun(data, words, at, row + right);
      if (data[at] === index) builder.add(y, at - row, end - row);
      at = end;
    }
  }
  return builder.build();
}

/** Sorts and joins runs that were collected in any order, for example from a sink. */
export function normaliseRuns(spans: ArrayLike<number>): Runs {
  return allSteps(normalising(spans));
}

/** The same in steps. */
export function* normalising(spans: ArrayLike<number>): Steps<Runs> {
  // Row by row: one sort of all of them could not be interrupted.
  const rows = new Map<number, number[]>();
  for (let i = 0; i < spans.length; i += 3) {
    const row = rows.get(spans[i]);
    if (row) row.push(i);
    else rows.set(spans[i], [i]);
    if (i % STEP === 0) yield;
  }
  const builder = new RunBuilder();
  for (const y of Int32Array.from(rows.keys()).sort()) {
    const row = rows.get(y)!;
    row.sort((a, b) => spans[a + 1] - spans[b + 1]);
    for (const i of row) builder.add(y, spans[i + 1], spans[i + 2]);
    yield;
  }
  return builder.build();
}

/** Collects what a rasteriser covers, e.g. `rasterise((sink) => fillPolygon(rings, sink), size)`; cut to the size. */
export function rasterise(draw: (sink: SpanSink) => void, size: Size): Runs {
  const spans: number[] = [];
  draw((y, left, right) => {
    const from = Math.max(0, left);
    const to = Math.min(size.width, right);
    if (y >= 0 && y < size.height && from < to) spans.push(y, from, to);
  });
  return normaliseRuns(spans);
}

/** Sends runs to a sink, such as that of an edit. */
export function paintRuns(runs: Runs, sink: SpanSink): Bounds {
  for (let i = 0; i < runs.length; i += 3) sink(runs[i], runs[i + 1], runs[i + 2]);
  return boundsOfRuns(runs);
}

/** Number of pixels. */
export function areaOfRuns(runs: Runs): number {
  let area = 0;
  for (let i = 0; i < runs.length; i += 3) area += runs[i + 2] - runs[i + 1];
  return area;
}

/** The smallest bounds; empty at the origin when there is no run. */
export function boundsOfRuns(runs: Runs): Bounds {
  if (runs.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i < runs.length; i += 3) {
    left = Math.min(left, runs[i + 1]);
    right = Math.max(right, runs[i + 2]);
  }
  return { left, top: runs[0], right, bottom: runs[runs.length - 3] + 1 };
}

/** Whether a pixel belongs to the runs. */
export function runsContain(runs: Runs, x: number, y: number): boolean {
  for (let i = 0; i < runs.length; i += 3) {
    if (runs[i] === y && runs[i + 1] <= x && x < runs[i + 2]) return true;
  }
  return false;
}

/** Pixels of both, of either, or of `a` but not of `b`. */
export function combineRuns(a: Runs, b: Runs, how: 'and' | 'or' | 'minus'): Runs {
  return allSteps(combining(a, b, how));
}

/** The same in steps. */
export function* combining(a: Runs, b: Runs, how: 'and' | 'or' | 'minus'): Steps<Runs> {
  const builder = new RunBuilder();
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const y = Math.min(i < a.length ? a[i] : Infinity, j < b.length ? b[j] : Infinity);
    const endA = rowEnd(a, i, y);
    const endB = rowEnd(b, j, y);
    combineRow({ a, i, endA, b, j, endB, y, how, builder });
    i = endA;
    j = endB;
    yield;
  }
  return builder.build();
}

function rowEnd(runs: Runs, from: number, y: number): number {
  let i = from;
  while (i < runs.length && runs[i] === y) i += 3;
  return i;
}

interface RowPair {
  readonly a: Runs;
  readonly i: number;
  readonly endA: number;
  readonly b: Runs;
  readonly j: number;
  readonly endB: number;
  readonly y: number;
  readonly how: 'and' | 'or' | 'minus';
  readonly builder: RunBuilder;
}

function combineRow({ a, i, endA, b, j, endB, y, how, builder }: RowPair) {
  let isInA = false;
  let isInB = false;
  let start = 0;
  let wasIn = false;
  while (i < endA || j < endB) {
    const nextA = i < endA ? a[i + (isInA ? 2 : 1)] : Infinity;
    const nextB = j < endB ? b[j + (isInB ? 2 : 1)] : Infinity;
    const x = Math.min(nextA, nextB);
    if (nextA === x) {
      if (isInA) i += 3;
      isInA = !isInA;
    }
    if (nextB === x) {
      if (isInB) j += 3;
      isInB = !isInB;
    }
    const isIn = how === 'and' ? isInA && isInB : how === 'or' ? isInA || isInB : isInA && !isInB;
    if (isIn && !wasIn) start = x;
    if (!isIn && wasIn) builder.add(y, start, x);
    wasIn = isIn;
  }
}

/** The pixels of `bounds` that do not belong to the runs. */
export function complementRuns(runs: Runs, bounds: Bounds): Runs {
  return combineRuns(rowsOf(bounds), runs, 'minus');
}

/** All pixels of bounds. */
export function rowsOf({ left, top, right, bottom }: Bounds): Runs {
  const builder = new RunBuilder();
  for (let y = top; y < bottom; y++) builder.add(y, left, right);
  return builder.build();
}

/** A row-major bitmap (0 or 1) of the runs inside `bounds`. */
export function bitmapOfRuns(runs: Runs, bounds: Bounds): Uint8Array {
  const width = bounds.right - bounds.left;
  const bitmap = new Uint8Array(width * (bounds.bottom - bounds.top));
  for (let i = 0; i < runs.length; i += 3) {
    const y = runs[i];
    if (y < bounds.top || y >= bounds.bottom) continue;
    const from = Math.max(runs[i + 1], bounds.left);
    const to = Math.min(runs[i + 2], bounds.right);
    const row = (y - bounds.top) * width - bounds.left;
    if (from < to) bitmap.fill(1, row + from, row + to);
  }
  return bitmap;
}

/** Runs of a row-major bitmap whose top left pixel lies at `left`, `top`. */
export function runsOfBitmap(bitmap: ArrayLike<number>, { left, top, right, bottom }: Bounds): Runs {
  const width = right - left;
  const builder = new RunBuilder();
  for (let y = top; y < bottom; y++) {
    const row = (y - top) * width;
    let x = 0;
    while (x < width) {
      while (x < width && bitmap[row + x] === 0) x++;
      const start = x;
      while (x < width && bitmap[row + x] !== 0) x++;
      builder.add(y, left + start, left + x);
    }
  }
  return builder.build();
}
