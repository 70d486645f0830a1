import type { BoxAnnotation, KeypointAnnotation, PathAnnotation } from '../document/annotation.js';
import type { Bounds, Point } from '../geometry/types.js';

/** A shape that an overlay can show. */
export type OverlayShape = BoxAnnotation | KeypointAnnotation | PathAnnotation;

/** How one shape of two answers stands to the other answer. */
export type Difference = 'same' | 'only-first' | 'only-second' | 'other-label';

/** A shape to be shown and how the answers differ about it. */
export interface ComparedShape {
  readonly shape: OverlayShape;
  readonly difference: Difference;
}

/** Shapes that share at least this much of their common area lie in the same place. */
const SAME_PLACE = 0.9;
/** Vertices and points may lie this far apart, as a share of the shape's diagonal, and at least this many pixels. */
const NEAR_SHARE = 0.03;
const NEAR_PIXELS = 3;

/**
 * What differs between two answers about one picture.
 *
 * Each shape has at most one partner. Partners in the same place are shown once, those with another label marked so.
 */
export function compareShapes(
  first: readonly OverlayShape[],
  second: readonly OverlayShape[],
): readonly ComparedShape[] {
  const free = new Set(second);
  const places = new Map(second.map((shape) => [shape, boundsOf(shape)]));
  const compared: ComparedShape[] = first.map((shape) => {
    const bounds = boundsOf(shape);
    let partner: OverlayShape | undefined;
    for (const candidate of free) {
      const isPlace = candidate.kind === shape.kind && inSamePlace(shape, candidate, bounds, places.get(candidate)!);
      if (!isPlace) continue;
      partner = candidate;
      if (candidate.label === shape.label) break;
    }
    if (!partner) return { shape, difference: 'only-first' };
    free.delete(partner);
    return { shape, difference: partner.label === shape.label ? 'same' : 'other-label' };
  });
  return [...compared, ...[...free].map((shape): ComparedShape => ({ shape, difference: 'only-second' }))];
}

function boundsOf(shape: OverlayShape): Bounds {
  if (shape.kind === 'box') {
    return { left: shape.left, top: shape.top, right: shape.left + shape.width, bottom: shape.top + shape.height };
  }
  if (shape.kind === 'keypoint') return { left: shape.x, top: shape.y, right: shape.x, bottom: shape.y };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of shape.vertices) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function inSamePlace(a: OverlayShape, b: OverlayShape, at: Bounds, other: Bounds): boolean {
  const reach = Math.max(NEAR_PIXELS, NEAR_SHARE * Math.hypot(at.right - at.left, at.bottom - at.top));
  if (at.left > other.right + reach || other.left > at.right + reach) return false;
  if (at.top > other.bottom + reach || other.top > at.bottom + reach) return false;
  if (a.kind === 'box') return overlap(at, other) >= SAME_PLACE;
  if (a.kind === 'keypoint') return Math.hypot(at.left - other.left, at.top - other.top) <= reach;
  return b.kind === a.kind && 'vertices' in b && sameVertices(a.vertices, b.vertices, reach);
}

/** Intersection over union. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Bounds) => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / (area(a) + area(b) - width * height);
}

/** Whether every vertex of each has one of the other nearby: order, direction and first vertex do not matter. */
function sameVertices(a: readonly Point[], b: readonly Point[], reach: number): boolean {
  const covers = (from: readonly Point[], to: readonly Point[]) =>
    from.every(({ x, y }) => to.some((point) => Math.hypot(point.x - x, point.y - y) <= reach));
  return covers(a, b) && covers(b, a);
}
