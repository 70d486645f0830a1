import type { Bounds, Size } from '../geometry/types.js';
import { fullBounds, intersect, isEmptyBounds, union } from './index-mask.js';
import { bitmapOfRuns, boundsOfRuns, runsOfBitmap } from './runs.js';
import type { Runs } from './runs.js';

const FAR = 1e20;

/** Squared distance of every pixel to the nearest one that is set (Felzenszwalb and Huttenlocher, exact, linear time). */
export function squaredDistances(bitmap: ArrayLike<number>, width: number, height: number): Float64Array {
  const distances = new Float64Array(width * height);
  for (let i = 0; i < distances.length; i++) distances[i] = bitmap[i] ? 0 : FAR;
  const longest = Math.max(width, height);
  const line = new Float64Array(longest);
  const vertex = new Int32Array(longest);
  const border = new Float64Array(longest + 1);
  for (let x = 0; x < width; x++)
    transformLine(distances, { start: x, step: width, length: height }, line, vertex, border);
  for (let y = 0; y < height; y++) {
    transformLine(distances, { start: y * width, step: 1, length: width }, line, vertex, border);
  }
  return distances;
}

/** Distance to the outline of a bitmap in pixels: negative inside, positive outside, never zero. */
export function signedDistances(bitmap: Uint8Array, width: number, height: number): Float64Array {
  const outside = squaredDistances(bitmap, width, height);
  const inside = squaredDistances(
    bitmap.map((value) => 1 - value),
    width,
    height,
  );
  return outside.map((value, i) => (value > 0 ? Math.sqrt(value) - 0.5 : 0.5 - Math.sqrt(inside[i])));
}

/**
 * The shape a part `t` (0 to 1) of the way from one region to another, for slices or frames between two labelled ones.
 *
 * Blends the distances to the two outlines after laying the centres over each other, so that a shape that moves is
 * carried along and not faded out. At 0 and 1 it is the given region.
 */
export function interpolateRegions(from: Runs, to: Runs, t: number, size: Size): Runs {
  if (t <= 0 || from.length === 0) return from;
  if (t >= 1 || to.length === 0) return to;
  const a = boundsOfRuns(from);
  const b = boundsOfRuns(to);
  const shiftX = Math.round((b.left + b.right - a.left - a.right) / 2);
  const shiftY = Math.round((b.top + b.bottom - a.top - a.bottom) / 2);
  const frame = widen(union(a, moved(b, -shiftX, -shiftY)), 1);
  const distancesA = distancesIn(from, frame);
  const distancesB = distancesIn(to, moved(frame, shiftX, shiftY));
  const blended = new Uint8Array(distancesA.length);
  for (let i = 0; i < blended.length; i++) {
    blended[i] = (1 - t) * distancesA[i] + t * distancesB[i] < 0 ? 1 : 0;
  }
  const place = moved(frame, Math.round(shiftX * t), Math.round(shiftY * t));
  const visible = intersect(place, fullBounds(size));
  return isEmptyBounds(visible) ? new Int32Array(0) : clip(runsOfBitmap(blended, place), visible);
}

function clip(runs: Runs, bounds: Bounds): Runs {
  return runsOfBitmap(bitmapOfRuns(runs, bounds), bounds);
}

function distancesIn(runs: Runs, frame: Bounds): Float64Array {
  return signedDistances(bitmapOfRuns(runs, frame), frame.right - frame.left, frame.bottom - frame.top);
}

function moved({ left, top, right, bottom }: Bounds, dx: number, dy: number): Bounds {
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
}

function widen({ left, top, right, bottom }: Bounds, by: number): Bounds {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/** Lower envelope of parabolas along one row or column; the buffers are lent by the caller. */
function transformLine(values: Float64Array, at: Line, line: Float64Array, vertex: Int32Array, border: Float64Array) {
  const { start, step, length } = at;
  for (let i = 0; i < length; i++) line[i] = values[start + i * step];
  let k = 0;
  vertex[0] = 0;
  border[0] = -Infinity;
  border[1] = Infinity;
  for (let q = 1; q < length; q++) {
    let meet: number;
    for (;;) {
      const v = vertex[k];
      meet = (line[q] + q * q - line[v] - v * v) / (2 * (q - v));
      if (meet > border[k] || k === 0) break;
      k--;
    }
    if (meet <= border[k]) {
      vertex[k] = q;
      border[k + 1] = Infinity;
      continue;
    }
    k++;
    vertex[k] = q;
    border[k] = meet;
    border[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < length; q++) {
    while (border[k + 1] < q) k++;
    const v = vertex[k];
    values[start + q * step] = (q - v) * (q - v) + line[v];
  }
}
