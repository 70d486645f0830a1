import { nearestOnSegment, withoutRepeats, type Path } from './path.js';
import { crossesItself } from './self-crossing.js';

/**
 * The path with fewer vertices, none of the old ones farther than `tolerance` (pixels) from the new path.
 *
 * Keeps at least two vertices, three when closed, and the ends of an open path. Douglas-Peucker without recursion, so
 * that fifty thousand vertices do not exhaust the stack.
 */
export function simplifyPath(path: Path, tolerance: number, closed: boolean): Path {
  const clean = withoutRepeats(path, closed);
  const least = closed ? 3 : 2;
  if (clean.length <= least) return clean.length < least ? path : clean;
  const ring = closed ? [...clean, clean[0]!] : clean;
  const last = ring.length - 1;
  const keep = new Uint8Array(ring.length);
  keep[0] = keep[last] = 1;
  const pending: [number, number][] = [];
  if (closed) {
    const far = farthestPoint(ring);
    keep[far] = 1;
    pending.push([0, far], [far, last]);
  } else pending.push([0, last]);
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    const { index, distance } = farthestBetween(ring, from, to);
    if (index < 0 || distance <= tolerance) continue;
    keep[index] = 1;
    pending.push([from, index], [index, to]);
  }
  const kept = ring.filter((_, index) => keep[index] === 1 && !(closed && index === last));
  if (kept.length >= least) return kept;
  const { index } = farthestFromChord(ring, kept);
  return [...kept, ring[index]!];
}

/**
 * The same for a polygon that must not cross itself: a smaller tolerance is taken until it does not.
 *
 * A polygon that crosses itself already is simplified as it is.
 */
export function simplifyPolygon(path: Path, tolerance: number): Path {
  const crossed = crossesItself(path, true);
  for (let share = tolerance; share > tolerance / 64; share /= 2) {
    const simple = simplifyPath(path, share, true);
    if (crossed || !crossesItself(simple, true)) return simple;
  }
  return path;
}

/** The vertex between two others that is farthest from the line that joins them. Asked so often that it makes no objects. */
function farthestBetween(path: Path, from: number, to: number): { index: number; distance: number } {
  const a = path[from]!;
  const b = path[to]!;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  let index = -1;
  let most = -1;
  for (let i = from + 1; i < to; i++) {
    const point = path[i]!;
    let x = point.x - a.x;
    let y = point.y - a.y;
    const along = x * dx + y * dy;
    if (along > 0 && square > 0) {
      const share = along >= square ? 1 : along / square;
      x -= share * dx;
      y -= share * dy;
    }
    const away = x * x + y * y;
    if (away <= most) continue;
    most = away;
    index = i;
  }
  return { index, distance: index < 0 ? -1 : Math.sqrt(most) };
}

function farthestPoint(ring: Path): number {
  const [start] = ring;
  let far = 1;
  let most = -1;
  for (let i = 1; i < ring.length - 1; i++) {
    const away = Math.hypot(ring[i]!.x - start!.x, ring[i]!.y - start!.y);
    if (away <= most) continue;
    most = away;
    far = i;
  }
  return far;
}

/** A closed path needs a third vertex: the one farthest from the line between the two that were kept. */
function farthestFromChord(ring: Path, kept: Path): { index: number } {
  const [a, b] = kept;
  let index = 1;
  let most = -1;
  ring.forEach((point, at) => {
    if (kept.includes(point)) return;
    const on = nearestOnSegment(point, a!, b ?? a!);
    const away = Math.hypot(point.x - on.x, point.y - on.y);
    if (away <= most) return;
    most = away;
    index = at;
  });
  return { index };
}
