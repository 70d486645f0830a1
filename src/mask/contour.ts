import type { Point, Size } from '../geometry/types.js';
import { fillPolygon } from './raster.js';
import { rasterise } from './runs.js';
import type { Runs } from './runs.js';

/** One closed outline of a region, along pixel edges; the first point is not repeated. */
export interface Contour {
  readonly points: readonly Point[];
  /** The ring bounds a hole and not the region itself. */
  readonly isHole: boolean;
}

/**
 * Outlines of a region along the edges of its pixels.
 *
 * Filling them again by the even-odd rule gives exactly the same pixels. Used for display and to turn a mask into polygons.
 */
export function traceContours(runs: Runs): Contour[] {
  const corners = cornersOf(runs);
  const count = corners.x.length;
  const besides = pairUp(corners.rowOrder, count);
  const above = pairUp(columnOrder(corners), count);
  const seen = new Uint8Array(count);
  const contours: Contour[] = [];
  for (const first of corners.rowOrder) {
    if (seen[first]) continue;
    const points: Point[] = [];
    // From the first corner in reading order, the way begins to the right and goes back and forth between the axes.
    let at = first;
    do {
      const partner = besides[at];
      seen[at] = 1;
      seen[partner] = 1;
      points.push({ x: corners.x[at], y: corners.y[at] }, { x: corners.x[partner], y: corners.y[partner] });
      at = above[partner];
    } while (at !== first);
    contours.push({ points, isHole: corners.isLower[first] === 1 });
  }
  return contours;
}

/** Pixels inside the rings by the even-odd rule: the way back from `traceContours`, and from any polygon. */
export function runsOfPolygons(rings: readonly (readonly Point[])[], size: Size): Runs {
  return rasterise((sink) => fillPolygon(rings, sink, { top: 0, bottom: size.height }), size);
}

/**
 * Drops points that lie within `tolerance` pixels of the line between their neighbours (Douglas-Peucker).
 *
 * 0.5 to 1 turns the staircase of a mask into the polygon a person would have drawn. At least three points stay.
 */
export function simplifyRing(points: readonly Point[], tolerance: number): Point[] {
  return verticesOnRing(points, tolerance).map((at) => points[at]);
}

/** The same as positions in `points`, in their order around the ring. */
export function verticesOnRing(points: readonly Point[], tolerance: number): number[] {
  const all = points.map((_, i) => i);
  if (points.length <= 4 || tolerance <= 0) return all;
  // Two far points cut the ring into two chains; otherwise the result would depend on where the ring begins.
  const start = farthestFrom(points, points[0]);
  const ring = [...points.slice(start), ...points.slice(0, start)];
  const opposite = farthestFrom(ring, ring[0]);
  const keep = new Uint8Array(ring.length + 1);
  keep[0] = keep[opposite] = keep[ring.length] = 1;
  const at = (i: number) => ring[i % ring.length];
  const stack: [number, number][] = [
    [0, opposite],
    [opposite, ring.length],
  ];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    let worst = tolerance;
    let split = -1;
    for (let i = from + 1; i < to; i++) {
      const distance = distanceToSegment(at(i), at(from), at(to));
      if (distance > worst) {
        worst = distance;
        split = i;
      }
    }
    if (split > 0) {
      keep[split] = 1;
      stack.push([from, split], [split, to]);
    }
  }
  const kept = all.filter((i) => keep[i] === 1).map((i) => (i + start) % ring.length);
  return kept.length >= 3 ? kept : all;
}

interface Corners {
  readonly x: number[];
  readonly y: number[];
  /** Whether the edge that begins here to the right has the region above it. */
  readonly isLower: number[];
  readonly rowOrder: number[];
}

/**
 * Corners in reading order. Between two rows the outline runs where exactly one of them is filled, so the ends of the
 * rows' symmetric difference are the corners; a corner at which two parts touch diagonally comes twice.
 */
function cornersOf(runs: Runs): Corners {
  const x: number[] = [];
  const y: number[] = [];
  const isLower: number[] = [];
  const add = (at: number, line: number, lowerSide: boolean) => {
    x.push(at);
    y.push(line);
    isLower.push(lowerSide ? 1 : 0);
  };
  const edge = (line: number, upper: readonly number[], lower: readonly number[]) => {
    let inUpper = false;
    let inLower = false;
    for (let u = 0, l = 0; u < upper.length || l < lower.length;) {
      const at = Math.min(upper[u] ?? Infinity, lower[l] ?? Infinity);
      const was = inUpper !== inLower;
      const wasUpper: boolean = inUpper;
      if (upper[u] === at) {
        inUpper = !inUpper;
        u++;
      }
      if (lower[l] === at) {
        inLower = !inLower;
        l++;
      }
      const is = inUpper !== inLower;
      if (was !== is) add(at, line, inUpper);
      // The outline ends and begins at the same place: the region changes from one side of the line to the other.
      else if (was && wasUpper !== inUpper) {
        add(at, line, wasUpper);
        add(at, line, inUpper);
      }
    }
  };
  let previous: number[] = [];
  let row = 0;
  for (let i = 0; i < runs.length;) {
    const line = runs[i];
    if (line !== row) {
      edge(row, previous, []);
      previous = [];
    }
    const current: number[] = [];
    for (; i < runs.length && runs[i] === line; i += 3) current.push(runs[i + 1], runs[i + 2]);
    edge(line, previous, current);
    previous = current;
    row = line + 1;
  }
  edge(row, previous, []);
  return { x, y, isLower, rowOrder: x.map((_, i) => i) };
}

/** Corners column by column, from the top: they are in reading order, so no sorting is needed. */
function columnOrder({ x }: Corners): number[] {
  const columns = new Map<number, number[]>();
  x.forEach((at, i) => {
    const column = columns.get(at);
    if (column) column.push(i);
    else columns.set(at, [i]);
  });
  return [...columns.values()].flat();
}

function pairUp(order: readonly number[], count: number): Int32Array {
  const partner = new Int32Array(count);
  for (let i = 0; i < order.length; i += 2) {
    partner[order[i]] = order[i + 1];
    partner[order[i + 1]] = order[i];
  }
  return partner;
}

function farthestFrom(points: readonly Point[], origin: Point): number {
  let best = 0;
  let distance = -1;
  points.forEach((point, i) => {
    const d = (point.x - origin.x) ** 2 + (point.y - origin.y) ** 2;
    if (d > distance) {
      distance = d;
      best = i;
    }
  });
  return best;
}

/** Distance of a point to the stretch between two others. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
