import type { Path } from './path.js';
import type { Point } from './types.js';

/** Two edges of a path that cross, by the indices of their first vertices, and where. */
export interface Crossing {
  readonly first: number;
  readonly second: number;
  readonly at: Point;
}

/** Twice the area of a triangle; its sign tells on which side of the line through a and b the point lies. */
export function sideOf(a: Point, b: Point, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

/** Whether two segments cross in a point that is an end of neither. Touching is not crossing. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)) return false;
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) return false;
  return opposite(sideOf(a, b, c), sideOf(a, b, d)) && opposite(sideOf(c, d, a), sideOf(c, d, b));
}

/** Where the lines through two segments meet; undefined when they are parallel. */
export function lineMeeting(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const rx = b.x - a.x;
  const ry = b.y - a.y;
  const sx = d.x - c.x;
  const sy = d.y - c.y;
  const cross = rx * sy - ry * sx;
  if (cross === 0) return undefined;
  const share = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
  return { x: a.x + share * rx, y: a.y + share * ry };
}

/**
 * The first place where a segment crosses a path, or undefined.
 *
 * Counts where it runs through an edge, through a vertex from one side to the other, and away from a point of an edge
 * when `cameFrom` lies on the other side of it. `skip` names edges that are left out.
 */
export function segmentCrossing(
  [a, b]: readonly [Point, Point],
  path: Path,
  closed: boolean,
  { skip, cameFrom }: { readonly skip?: (edge: number) => boolean; readonly cameFrom?: Point } = {},
): number | undefined {
  const count = closed ? path.length : path.length - 1;
  const left = Math.min(a.x, b.x);
  const right = Math.max(a.x, b.x);
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  for (let i = 0; i < count; i++) {
    const c = path[i]!;
    const d = path[i + 1 === path.length ? 0 : i + 1]!;
    if ((c.x < left && d.x < left) || (c.x > right && d.x > right)) continue;
    if ((c.y < top && d.y < top) || (c.y > bottom && d.y > bottom)) continue;
    if (skip?.(i)) continue;
    const sideC = sideOf(a, b, c);
    const sideD = sideOf(a, b, d);
    const sideA = sideOf(c, d, a);
    const sideB = sideOf(c, d, b);
    if (opposite(sideC, sideD) && opposite(sideA, sideB)) return i;
    // Through the vertex c: its neighbours lie on different sides.
    if (sideC === 0 && isBetween(a, b, c) && (closed || i > 0) && !skip?.(i === 0 ? path.length - 1 : i - 1)) {
      const before = path[i === 0 ? path.length - 1 : i - 1]!;
      if (opposite(sideOf(a, b, before), sideD)) return i;
    }
    // Away from a point of the edge that the path before had reached from the other side.
    if (cameFrom && sideA === 0 && isBetween(c, d, a) && opposite(sideOf(c, d, cameFrom), sideB)) return i;
  }
  return undefined;
}

/**
 * The first crossing that a path has with itself, or undefined. Edges that touch or lie on each other do not cross.
 *
 * For strokes of a hand; `crossesItself` answers whether there is one, and far sooner.
 */
export function selfCrossing(path: Path, closed: boolean): Crossing | undefined {
  const count = closed ? path.length : path.length - 1;
  if (count < 3) return undefined;
  if (count <= FEW_EDGES) return crossingOfFew(path, closed, count);
  const end = (index: number) => path[index + 1 === path.length ? 0 : index + 1]!;
  const order = Array.from({ length: count }, (_, i) => i);
  const start = (index: number) => Math.min(path[index]!.x, end(index).x);
  order.sort((a, b) => start(a) - start(b));
  let open: number[] = [];
  let found: Crossing | undefined;
  for (const edge of order) {
    const a = path[edge]!;
    const b = end(edge);
    const left = Math.min(a.x, b.x);
    let kept = 0;
    for (const other of open) {
      const c = path[other]!;
      const d = end(other);
      if (Math.max(c.x, d.x) < left) continue;
      open[kept++] = other;
      if (Math.max(c.y, d.y) < Math.min(a.y, b.y) || Math.min(c.y, d.y) > Math.max(a.y, b.y)) continue;
      if (!edgesCross(path, closed, edge, other)) continue;
      const [first, second] = edge < other ? [edge, other] : [other, edge];
      if (!found || first < found.first || (first === found.first && second < found.second)) {
        found = { first, second, at: lineMeeting(a, b, c, d) ?? a };
      }
    }
    open.length = kept;
    open.push(edge);
    if (found && open.length > 2000) open = open.slice(-2000);
  }
  return found;
}

/** Up to this many edges, trying all pairs costs less than sorting them. */
export const FEW_EDGES = 48;

function crossingOfFew(path: Path, closed: boolean, count: number): Crossing | undefined {
  for (let first = 0; first < count; first++) {
    const a = path[first]!;
    const b = path[first + 1 === path.length ? 0 : first + 1]!;
    const left = a.x < b.x ? a.x : b.x;
    const right = a.x < b.x ? b.x : a.x;
    const top = a.y < b.y ? a.y : b.y;
    const bottom = a.y < b.y ? b.y : a.y;
    for (let second = first + 1; second < count; second++) {
      const c = path[second]!;
      const d = path[second + 1 === path.length ? 0 : second + 1]!;
      if ((c.x < left && d.x < left) || (c.x > right && d.x > right)) continue;
      if ((c.y < top && d.y < top) || (c.y > bottom && d.y > bottom)) continue;
      if (edgesCross(path, closed, first, second)) return { first, second, at: lineMeeting(a, b, c, d) ?? c };
    }
  }
  return undefined;
}

/** Whether two edges of one path cross; running through a vertex from one side to the other counts. */
export function edgesCross(path: Path, closed: boolean, one: number, other: number): boolean {
  const size = path.length;
  const next = (index: number) => (index + 1 === size ? 0 : index + 1);
  const [a, b, c, d] = [path[one]!, path[next(one)]!, path[other]!, path[next(other)]!];
  if (opposite(sideOf(a, b, c), sideOf(a, b, d)) && opposite(sideOf(c, d, a), sideOf(c, d, b))) return true;
  return passesAt(path, closed, other, a, b) || passesAt(path, closed, one, c, d);
}

/** Whether the path passes through the segment a-b exactly at the vertex `index`. */
function passesAt(path: Path, closed: boolean, index: number, a: Point, b: Point): boolean {
  const vertex = path[index]!;
  if (sideOf(a, b, vertex) !== 0 || !isBetween(a, b, vertex)) return false;
  if (!closed && (index === 0 || index === path.length - 1)) return false;
  const before = path[index === 0 ? path.length - 1 : index - 1]!;
  const after = path[index + 1 === path.length ? 0 : index + 1]!;
  return opposite(sideOf(a, b, before), sideOf(a, b, after));
}

function opposite(one: number, other: number): boolean {
  return (one > 0 && other < 0) || (one < 0 && other > 0);
}

/** Whether a point on the line through a and b lies between them and is neither of them. */
function isBetween(a: Point, b: Point, point: Point): boolean {
  return (point.x - a.x) * (point.x - b.x) + (point.y - a.y) * (point.y - b.y) < 0;
}
