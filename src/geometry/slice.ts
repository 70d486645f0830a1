import { segmentCrossing } from './crossing.js';
import { containsInPath, samePoint, settlePoint, withoutRepeats, type Path } from './path.js';
import { isSliver } from './seams.js';
import type { Point } from './types.js';

const ANYWHERE = { width: Infinity, height: Infinity };

interface Hit {
  /** Index of the first vertex of the edge that is cut. */
  readonly edge: number;
  /** Share of the cut that lies before the hit. */
  readonly along: number;
  readonly point: Point;
}

/** The pieces of a polygon cut along a straight line from a to b; the polygon alone when the cut ends inside it. */
export function slicePolygon(path: Path, a: Point, b: Point): readonly Path[] {
  const hits = hitsOf(path, a, b, true);
  for (let i = 0; i + 1 < hits.length; i++) {
    const [from, to] = [hits[i]!, hits[i + 1]!];
    const middle = { x: (from.point.x + to.point.x) / 2, y: (from.point.y + to.point.y) / 2 };
    if (samePoint(from.point, to.point) || !containsInPath(path, middle)) continue;
    const pieces = splitAt(path, from, to);
    if (!pieces) continue;
    return pieces.flatMap((piece) => slicePolygon(piece, a, b));
  }
  return [path];
}

/** The pieces of an open path cut where a straight line from a to b crosses it. */
export function slicePolyline(path: Path, a: Point, b: Point): readonly Path[] {
  const hits = hitsOf(path, a, b, false).sort((one, other) => one.edge - other.edge);
  const pieces: Path[] = [];
  let rest: Path = path;
  let taken = 0;
  for (const { edge, point } of hits) {
    const until = edge - taken;
    if (until < 0) continue;
    const piece = withoutRepeats([...rest.slice(0, until + 1), point], false);
    const remainder = withoutRepeats([point, ...rest.slice(until + 1)], false);
    if (piece.length < 2 || remainder.length < 2) continue;
    pieces.push(piece);
    taken += rest.length - remainder.length;
    rest = remainder;
  }
  return [...pieces, rest];
}

/** Two polygons made by a straight cut between two vertices; undefined when the cut would leave the polygon. */
export function splitPolygon(path: Path, first: number, second: number): readonly [Path, Path] | undefined {
  const [from, to] = first < second ? [first, second] : [second, first];
  const [a, b] = [path[from], path[to]];
  if (!a || !b || to - from < 2 || from + path.length - to < 2) return undefined;
  const touches = (edge: number) => [from, to].some((at) => edge === at || (edge + 1) % path.length === at);
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  if (!containsInPath(path, middle)) return undefined;
  if (segmentCrossing([a, b], path, true, { skip: touches }) !== undefined) return undefined;
  return [path.slice(from, to + 1), [...path.slice(to), ...path.slice(0, from + 1)]];
}

/** One open path of two, joined where their ends are nearest. */
export function joinPaths(one: Path, other: Path): Path {
  const apart = (a: Point | undefined, b: Point | undefined) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Infinity);
  const ways = [
    { distance: apart(one.at(-1), other[0]), path: () => [...one, ...other] },
    { distance: apart(one.at(-1), other.at(-1)), path: () => [...one, ...[...other].reverse()] },
    { distance: apart(one[0], other.at(-1)), path: () => [...other, ...one] },
    { distance: apart(one[0], other[0]), path: () => [...[...other].reverse(), ...one] },
  ];
  const best = ways.reduce((a, b) => (b.distance < a.distance ? b : a));
  return withoutRepeats(best.path(), false);
}

function hitsOf(path: Path, a: Point, b: Point, closed: boolean): Hit[] {
  const hits: Hit[] = [];
  const count = closed ? path.length : path.length - 1;
  const [rx, ry] = [b.x - a.x, b.y - a.y];
  for (let edge = 0; edge < count; edge++) {
    const c = path[edge]!;
    const d = path[(edge + 1) % path.length]!;
    const [sx, sy] = [d.x - c.x, d.y - c.y];
    const cross = rx * sy - ry * sx;
    if (cross === 0) continue;
    const along = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
    const share = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
    // The end of an edge is the start of the next one and counts once.
    if (along < 0 || along > 1 || share < 0 || share >= 1) continue;
    hits.push({ edge, along, point: settlePoint({ x: c.x + share * sx, y: c.y + share * sy }, ANYWHERE) });
  }
  return hits.sort((one, other) => one.along - other.along);
}

function splitAt(path: Path, from: Hit, to: Hit): readonly Path[] | undefined {
  const [first, second] = from.edge <= to.edge ? [from, to] : [to, from];
  if (first.edge === second.edge) return undefined;
  const inner = withoutRepeats([first.point, ...path.slice(first.edge + 1, second.edge + 1), second.point], true);
  const outer = withoutRepeats(
    [second.point, ...path.slice(second.edge + 1), ...path.slice(0, first.edge + 1), first.point],
    true,
  );
  const pieces = [inner, outer];
  return pieces.every((piece) => piece.length >= 3 && !isSliver(piece)) ? pieces : undefined;
}
