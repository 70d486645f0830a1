import { pointKey, type Path } from './path.js';
import { crossesItself } from './self-crossing.js';
import { simplifyPath, simplifyPolygon } from './simplify.js';

/** A path among others with which it shares vertices. */
export interface SharedPath {
  readonly vertices: Path;
  readonly closed: boolean;
  /** Whether it is simplified, loses the vertices that others lose, or stays as it is. */
  readonly role: 'simplify' | 'follow' | 'fixed';
}

/** A tolerance that makes a path cross itself is halved this often before the path is left alone. */
const ATTEMPTS = 6;

/**
 * Simplifies paths so that what they share stays shared: a vertex that goes, goes from all of them.
 *
 * Where a shared line begins, ends or meets a third path, its vertex stays. Gives the vertices of all paths in their
 * order; those that did not change are the same arrays.
 */
export function simplifyShared(paths: readonly SharedPath[], tolerance: number): Path[] {
  const now = paths.map(({ vertices }) => vertices);
  // What was simplified once is not simplified again along the shared line, so that no line strays twice as far.
  const isDone = paths.map(({ role }) => role === 'fixed');
  paths.forEach(({ role, closed }, at) => {
    if (role !== 'simplify') return;
    const sharers = sharersOf(now, at);
    const pins = pinsOf(now[at]!, closed, sharers, isDone);
    const isAlone = !sharers.size;
    for (let attempt = 0, share = tolerance; attempt < ATTEMPTS; attempt++, share /= 2) {
      const simple = isAlone ? simplifyAlone(now[at]!, closed, share) : betweenPins(now[at]!, closed, pins, share);
      const changes = new Map([[at, simple]]);
      const kept = new Set(simple.map(pointKey));
      const gone = new Set(now[at]!.map(pointKey).filter((key) => !kept.has(key)));
      for (const other of new Set([...gone].flatMap((key) => sharers.get(key) ?? []))) {
        changes.set(
          other,
          now[other]!.filter((vertex) => !gone.has(pointKey(vertex))),
        );
      }
      if (![...changes].every(([index, path]) => isSound(path, now[index]!, paths[index]!.closed))) continue;
      for (const [index, path] of changes) if (path.length < now[index]!.length) now[index] = path;
      break;
    }
    isDone[at] = true;
  });
  return now;
}

/** By the places of a path's vertices, which other paths have a vertex there. */
function sharersOf(paths: readonly Path[], at: number): Map<string, number[]> {
  const own = new Set(paths[at]!.map(pointKey));
  const sharers = new Map<string, number[]>();
  paths.forEach((path, other) => {
    if (other === at) return;
    for (const key of new Set(path.map(pointKey))) {
      if (own.has(key)) sharers.set(key, [...(sharers.get(key) ?? []), other]);
    }
  });
  return sharers;
}

function pinsOf(
  vertices: Path,
  closed: boolean,
  sharers: ReadonlyMap<string, readonly number[]>,
  isDone: readonly boolean[],
): boolean[] {
  const size = vertices.length;
  const signs = vertices.map((vertex) => (sharers.get(pointKey(vertex)) ?? []).join());
  return vertices.map((vertex, index) => {
    if (!closed && (index === 0 || index === size - 1)) return true;
    const sign = signs[index];
    if (!sign) return false;
    if ((sharers.get(pointKey(vertex)) ?? []).some((other) => isDone[other])) return true;
    return signs[(index - 1 + size) % size] !== sign || signs[(index + 1) % size] !== sign;
  });
}

function simplifyAlone(vertices: Path, closed: boolean, tolerance: number): Path {
  return closed ? simplifyPolygon(vertices, tolerance) : simplifyPath(vertices, tolerance, false);
}

/** Every run between two vertices that stay, simplified by itself: from either side it comes out the same. */
function betweenPins(vertices: Path, closed: boolean, pins: readonly boolean[], tolerance: number): Path {
  const start = pins.indexOf(true);
  if (start < 0) return simplifyAlone(vertices, closed, tolerance);
  const ring = closed ? [...vertices.slice(start), ...vertices.slice(0, start + 1)] : vertices;
  const isPinned = (index: number) => pins[closed ? (index + start) % vertices.length : index]!;
  const simple = [ring[0]!];
  let from = 0;
  for (let to = 1; to < ring.length; to++) {
    if (!isPinned(to)) continue;
    simple.push(...simplifyPath(ring.slice(from, to + 1), tolerance, false).slice(1));
    from = to;
  }
  if (closed) simple.pop();
  // The first vertex stays the first where it is still there: answers then change as little as they can.
  const first = simple.findIndex((vertex) => vertex === vertices[0]);
  return first > 0 ? [...simple.slice(first), ...simple.slice(0, first)] : simple;
}

function isSound(path: Path, before: Path, closed: boolean): boolean {
  if (path.length < (closed ? 3 : 2)) return false;
  return !closed || !crossesItself(path, true) || crossesItself(before, true);
}
