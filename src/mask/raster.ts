import type { Bounds, Point } from '../geometry/types.js';

/** Receives the pixels `left` to `right` (exclusive) of row `y`. May lie outside the picture: the receiver clips. */
export type SpanSink = (y: number, left: number, right: number) => void;

/** A hard-edged brush. `size` is its width in whole image pixels. */
export interface Brush {
  readonly shape: 'round' | 'square';
  readonly size: number;
}

/**
 * The centre a brush takes for a pointer position: odd sizes sit on a pixel, even sizes on a pixel corner.
 *
 * With it the preview, the dab and the answer cover the very same pixels.
 */
export function snapBrush(point: Point, size: number): Point {
  return size % 2 === 1
    ? { x: Math.floor(point.x) + 0.5, y: Math.floor(point.y) + 0.5 }
    : { x: Math.round(point.x), y: Math.round(point.y) };
}

/** Covers the pixels under one dab; returns the bounds that may have been written. */
export function dab(at: Point, brush: Brush, sink: SpanSink): Bounds {
  return strokeSegment(at, at, brush, sink);
}

/**
 * Covers all pixels that a brush sweeps from one pointer position to the next, without gaps at any speed.
 *
 * Each row of a swept disc or square is one span, so the cost is that of the rows and not of the points between.
 */
export function strokeSegment(from: Point, to: Point, brush: Brush, sink: SpanSink): Bounds {
  const size = Math.max(1, Math.round(brush.size));
  const a = snapBrush(from, size);
  const b = snapBrush(to, size);
  const radius = size / 2;
  const top = Math.round(Math.min(a.y, b.y) - radius);
  const bottom = Math.round(Math.max(a.y, b.y) + radius);
  const rowSection = brush.shape === 'round' ? discSweep(a, b, radius) : squareSweep(a, b, radius);
  for (let y = top; y < bottom; y++) {
    const section = rowSection(y + 0.5);
    if (section) writeSection(y, section, sink);
  }
  return {
    left: Math.floor(Math.min(a.x, b.x) - radius),
    top,
    right: Math.ceil(Math.max(a.x, b.x) + radius),
    bottom,
  };
}

/** Covers a rectangle between two corners in any order; a pixel belongs to it when its centre does. */
export function fillRectangle(a: Point, b: Point, sink: SpanSink): Bounds {
  const left = firstCentre(Math.min(a.x, b.x));
  const right = firstCentre(Math.max(a.x, b.x));
  const top = firstCentre(Math.min(a.y, b.y));
  const bottom = firstCentre(Math.max(a.y, b.y));
  if (right > left) for (let y = top; y < bottom; y++) sink(y, left, right);
  return { left, top, right, bottom };
}

interface RingEdge {
  readonly lastRow: number;
  readonly firstRow: number;
  readonly slope: number;
  x: number;
}

/**
 * Covers the inside of one or more rings (polygon, lasso, outline with holes) by the even-odd rule.
 *
 * A pixel belongs to the polygon when its centre does; neighbours that share an edge neither overlap nor leave a seam.
 * Rings are closed on their own. Rows outside `rows` are skipped.
 */
export function fillPolygon(
  rings: readonly (readonly Point[])[],
  sink: SpanSink,
  rows: { readonly top: number; readonly bottom: number } = { top: -Infinity, bottom: Infinity },
): Bounds {
  const edges = rings.flatMap((ring) => ringEdges(ring, rows.top)).sort((p, q) => p.firstRow - q.firstRow);
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let active: RingEdge[] = [];
  let next = 0;
  for (let y = edges[0]?.firstRow ?? 0; (next < edges.length || active.length > 0) && y < rows.bottom; y++) {
    if (active.length === 0 && next < edges.length) y = Math.max(y, edges[next].firstRow);
    while (next < edges.length && edges[next].firstRow <= y) active.push(edges[next++]);
    active = active.filter((edge) => edge.lastRow >= y).sort((p, q) => p.x - q.x);
    for (let i = 0; i + 1 < active.length; i += 2) {
      const left = firstCentre(active[i].x);
      const right = firstCentre(active[i + 1].x);
      if (left < right) {
        sink(y, left, right);
        bounds.left = Math.min(bounds.left, left);
        bounds.right = Math.max(bounds.right, right);
        bounds.top = Math.min(bounds.top, y);
        bounds.bottom = y + 1;
      }
    }
    for (const edge of active) edge.x += edge.slope;
  }
  return bounds.left < bounds.right ? bounds : { left: 0, top: 0, right: 0, bottom: 0 };
}

function ringEdges(ring: readonly Point[], topRow: number): RingEdge[] {
  const edges: RingEdge[] = [];
  ring.forEach((point, i) => {
    const following = ring[(i + 1) % ring.length];
    const [upper, lower] = point.y <= following.y ? [point, following] : [following, point];
    const firstRow = Math.max(firstCentre(upper.y), topRow);
    const lastRow = firstCentre(lower.y) - 1;
    if (firstRow > lastRow) return;
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    edges.push({ firstRow, lastRow, slope, x: upper.x + (firstRow + 0.5 - upper.y) * slope });
  });
  return edges;
}

type RowSection = (y: number) => readonly [number, number] | undefined;

function discSweep(a: Point, b: Point, radius: number): RowSection {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy);
  const sides =
    length > 0
      ? [
          sideOf(a, b, (-dy * radius) / length, (dx * radius) / length),
          sideOf(a, b, (dy * radius) / length, (-dx * radius) / length),
        ]
      : [];
  // A capsule is convex, so the section of a row is one interval: it ends on one of the two discs or of the two sides.
  return (y) => {
    let left = Infinity;
    let right = -Infinity;
    for (const centre of [a, b]) {
      const rest = radius * radius - (y - centre.y) ** 2;
      if (rest < 0) continue;
      const half = Math.sqrt(rest);
      left = Math.min(left, centre.x - half);
      right = Math.max(right, centre.x + half);
    }
    for (const side of sides) {
      const x = side(y);
      if (x === undefined) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    return left <= right ? [left, right] : undefined;
  };
}

function sideOf(a: Point, b: Point, offsetX: number, offsetY: number): (y: number) => number | undefined {
  const y0 = a.y + offsetY;
  const y1 = b.y + offsetY;
  return (y) => {
    if (y0 === y1 || (y < y0 && y < y1) || (y > y0 && y > y1)) return undefined;
    return a.x + offsetX + ((b.x - a.x) * (y - y0)) / (y1 - y0);
  };
}

function squareSweep(a: Point, b: Point, radius: number): RowSection {
  const dy = b.y - a.y;
  return (y) => {
    // The part of the way, from 0 to 1, on which the square covers this row.
    let from = 0;
    let to = 1;
    if (dy === 0) {
      if (Math.abs(y - a.y) > radius) return undefined;
    } else {
      const enter = (y - radius - a.y) / dy;
      const leave = (y + radius - a.y) / dy;
      from = Math.max(0, Math.min(enter, leave));
      to = Math.min(1, Math.max(enter, leave));
      if (from > to) return undefined;
    }
    const x0 = a.x + (b.x - a.x) * from;
    const x1 = a.x + (b.x - a.x) * to;
    return [Math.min(x0, x1) - radius, Math.max(x0, x1) + radius];
  };
}

// Rounding noise of the square root must not cost a pixel whose centre lies exactly on the edge.
const EDGE_TOLERANCE = 1e-9;

function writeSection(y: number, [left, right]: readonly [number, number], sink: SpanSink) {
  const first = Math.ceil(left - 0.5 - EDGE_TOLERANCE);
  const end = Math.floor(right - 0.5 + EDGE_TOLERANCE) + 1;
  if (first < end) sink(y, first, end);
}

/** The first pixel whose centre lies at or after a coordinate. */
function firstCentre(coordinate: number): number {
  return Math.ceil(coordinate - 0.5);
}
