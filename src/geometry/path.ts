import { clamp } from './box.js';
import type { Bounds, Point, Size } from './types.js';

/** A chain of vertices. Whether the last one is joined to the first is said by whoever uses it. */
export type Path = readonly Point[];

/** The place of an edge nearest to a point. */
export interface EdgeHit {
  /** Index of the vertex where the edge begins. */
  readonly edge: number;
  readonly point: Point;
  readonly distance: number;
}

const knownBounds = new WeakMap<Path, Bounds>();

/** The smallest bounds around a path. Paths are immutable, so that each is measured once. */
export function pathBounds(path: Path): Bounds {
  const known = knownBounds.get(path);
  if (known) return known;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of path) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const bounds = { left, top, right, bottom };
  knownBounds.set(path, bounds);
  return bounds;
}

/** Area enclosed by a closed path in square pixels; positive when it runs clockwise on the screen. */
export function signedArea(path: Path): number {
  let sum = 0;
  let before = path.at(-1);
  for (const point of path) {
    if (before) sum += before.x * point.y - point.x * before.y;
    before = point;
  }
  return sum / 2;
}

/** Length of a path in pixels. */
export function pathLength(path: Path, closed: boolean): number {
  let length = 0;
  eachEdge(path, closed, (a, b) => {
    length += Math.hypot(b.x - a.x, b.y - a.y);
  });
  return length;
}

/** Calls back for every edge with its two ends and the index of the first. */
export function eachEdge(path: Path, closed: boolean, visit: (a: Point, b: Point, index: number) => void): void {
  const count = closed ? path.length : path.length - 1;
  for (let i = 0; i < count; i++) visit(path[i]!, path[i + 1 === path.length ? 0 : i + 1]!, i);
}

/** The point of a segment that is nearest to another point. */
export function nearestOnSegment(point: Point, a: Point, b: Point): Point {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  if (square === 0) return a;
  const share = clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0, 1);
  return { x: a.x + share * dx, y: a.y + share * dy };
}

/** Index of the vertex nearest to a point within `reach`, or -1. Of vertices in one place, the last one. */
export function nearestVertex(path: Path, { x, y }: Point, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < path.length; i++) {
    const vertex = path[i]!;
    const dx = vertex.x - x;
    if (dx > reach || dx < -reach) continue;
    const dy = vertex.y - y;
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    best = i;
  }
  return best;
}

/** The edge nearest to a point within `reach`. */
export function nearestEdge(path: Path, closed: boolean, point: Point, reach: number): EdgeHit | undefined {
  let best: EdgeHit | undefined;
  let least = reach;
  const { x, y } = point;
  eachEdge(path, closed, (a, b, edge) => {
    if (a.x < b.x ? x < a.x - least || x > b.x + least : x < b.x - least || x > a.x + least) return;
    if (a.y < b.y ? y < a.y - least || y > b.y + least : y < b.y - least || y > a.y + least) return;
    const on = nearestOnSegment(point, a, b);
    const distance = Math.hypot(on.x - x, on.y - y);
    if (distance > least || (best && distance === least)) return;
    least = distance;
    best = { edge, point: on, distance };
  });
  return best;
}

/** Whether a point lies inside a closed path, by the even-odd rule. */
export function containsInPath(path: Path, { x, y }: Point): boolean {
  let inside = false;
  let before = path.at(-1);
  for (const point of path) {
    if (before && point.y > y !== before.y > y) {
      const crossing = ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x;
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** The path moved as a whole, as far as the picture allows. */
export function translatePath(path: Path, dx: number, dy: number, image: Size): Path {
  const { left, top, right, bottom } = pathBounds(path);
  const x = clamp(dx, -left, Math.max(-left, image.width - right));
  const y = clamp(dy, -top, Math.max(-top, image.height - bottom));
  if (x === 0 && y === 0) return path;
  return path.map((vertex) => ({ x: vertex.x + x, y: vertex.y + y }));
}

/** A point in whole pixels inside the picture; edges belong to it. */
export function settlePoint(point: Point, image: Size): Point {
  // Adding 0 turns -0 into 0, which JSON would not keep apart.
  const x = clamp(Math.round(point.x), 0, image.width) + 0;
  const y = clamp(Math.round(point.y), 0, image.height) + 0;
  return x === point.x && y === point.y ? point : { x, y };
}

/** The path in whole pixels inside the picture; the same path when it is already. */
export function settlePath(path: Path, image: Size): Path {
  let changed = false;
  const settled = path.map((vertex) => {
    const next = settlePoint(vertex, image);
    changed ||= next !== vertex;
    return next;
  });
  return changed ? settled : path;
}

/** The path with some vertices moved, each kept inside the picture. */
export function moveVertices(path: Path, indices: Iterable<number>, dx: number, dy: number, image: Size): Path {
  const moved = [...path];
  for (const index of indices) {
    const vertex = path[index];
    if (vertex) moved[index] = settlePoint({ x: vertex.x + dx, y: vertex.y + dy }, image);
  }
  return moved;
}

/** The path with one more vertex behind the given one. */
export function insertVertex(path: Path, after: number, point: Point): Path {
  return [...path.slice(0, after + 1), point, ...path.slice(after + 1)];
}

/** The path without some of its vertices. */
export function withoutVertices(path: Path, indices: ReadonlySet<number>): Path {
  return path.filter((_, index) => !indices.has(index));
}

/** The path without vertices that repeat the one before them. */
export function withoutRepeats(path: Path, closed: boolean): Path {
  const kept = path.filter((vertex, index) => index === 0 || !samePoint(vertex, path[index - 1]!));
  while (closed && kept.length > 1 && samePoint(kept[0]!, kept.at(-1)!)) kept.pop();
  return kept.length === path.length ? path : kept;
}

export function samePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

/** Where two points are, as a key for maps. */
export function pointKey({ x, y }: Point): string {
  return `${x},${y}`;
}
