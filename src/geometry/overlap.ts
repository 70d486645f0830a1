import { containsInPath, nearestEdge, pathBounds, signedArea, type Path } from './path.js';
import type { Point } from './types.js';

/** Rows in which the common area of two polygons is measured at most; fewer where they are lower. */
const MOST_ROWS = 512;

/** Area that two closed paths have in common, in square pixels; exact to about a row of pixels. */
export function commonArea(one: Path, other: Path): number {
  const a = pathBounds(one);
  const b = pathBounds(other);
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  if (bottom <= top || Math.min(a.right, b.right) <= Math.max(a.left, b.left)) return 0;
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil(bottom - top)));
  const height = (bottom - top) / rows;
  let area = 0;
  for (let row = 0; row < rows; row++) {
    const y = top + (row + 0.5) * height;
    area += commonLength(spansAt(one, y), spansAt(other, y)) * height;
  }
  return area;
}

/** Intersection over union of two closed paths, 0 to 1. */
export function overlapShare(one: Path, other: Path): number {
  const common = commonArea(one, other);
  if (common === 0) return 0;
  const union = Math.abs(signedArea(one)) + Math.abs(signedArea(other)) - common;
  return union > 0 ? Math.min(1, common / union) : 1;
}

/** Whether all points lie inside a closed path, on its line, or no farther than `tolerance` outside. */
export function allInside(points: readonly Point[], path: Path, tolerance: number): boolean {
  return points.every(
    (point) => containsInPath(path, point) || nearestEdge(path, true, point, tolerance) !== undefined,
  );
}

/** Where a row enters and leaves a closed path, in ascending order. */
function spansAt(path: Path, y: number): number[] {
  const crossings: number[] = [];
  let before = path.at(-1);
  for (const point of path) {
    if (before && point.y > y !== before.y > y) {
      crossings.push(((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x);
    }
    before = point;
  }
  return crossings.sort((a, b) => a - b);
}

function commonLength(one: readonly number[], other: readonly number[]): number {
  let length = 0;
  for (let i = 0; i + 1 < one.length; i += 2) {
    for (let j = 0; j + 1 < other.length; j += 2) {
      length += Math.max(0, Math.min(one[i + 1]!, other[j + 1]!) - Math.max(one[i]!, other[j]!));
    }
  }
  return length;
}
