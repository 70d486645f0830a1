import { nearestOnSegment, pathBounds, pathLength, pointKey, samePoint, signedArea, type Path } from './path.js';
import { crossesItself } from './self-crossing.js';
import type { Point } from './types.js';

/** What is narrower than this on average (pixels) is no region but what rounding left over. */
const LEAST_WIDTH = 0.75;
/** A point this near to an edge (pixels) lies on it: rounding to whole pixels moves points by at most 0.71. */
const ON_EDGE = 0.75;

/** Whether a closed path is so narrow that nobody can have meant it. */
export function isSliver(path: Path): boolean {
  return 2 * Math.abs(signedArea(path)) < LEAST_WIDTH * pathLength(path, true);
}

/**
 * The closed path with those of the points as vertices that lie on its edges; the same path when there are none, or
 * when it would cross itself then.
 *
 * Two polygons on both sides of a line share it only when they share its vertices: else the line opens as soon as one
 * of them is moved.
 */
export function weld(path: Path, points: Iterable<Point>): Path {
  const { left, top, right, bottom } = pathBounds(path);
  const known = new Set(path.map(pointKey));
  const additions = new Map<number, Point[]>();
  for (const point of points) {
    const { x, y } = point;
    if (x < left - ON_EDGE || x > right + ON_EDGE || y < top - ON_EDGE || y > bottom + ON_EDGE) continue;
    if (known.has(pointKey(point))) continue;
    const edge = edgeAt(path, point);
    if (edge < 0) continue;
    known.add(pointKey(point));
    additions.set(edge, [...(additions.get(edge) ?? []), point]);
  }
  if (!additions.size) return path;
  const welded = path.flatMap((vertex, index) => {
    const along = ({ x, y }: Point) => Math.hypot(x - vertex.x, y - vertex.y);
    return [vertex, ...(additions.get(index) ?? []).sort((a, b) => along(a) - along(b))];
  });
  return crossesItself(welded, true) && !crossesItself(path, true) ? path : welded;
}

function edgeAt(path: Path, point: Point): number {
  let least = ON_EDGE;
  let found = -1;
  path.forEach((a, index) => {
    const b = path[index + 1 === path.length ? 0 : index + 1]!;
    const on = nearestOnSegment(point, a, b);
    const away = Math.hypot(on.x - point.x, on.y - point.y);
    // Near a corner a new vertex would make a spike.
    if (away > least || (away === least && found >= 0) || samePoint(on, a) || samePoint(on, b)) return;
    least = away;
    found = index;
  });
  return found;
}
