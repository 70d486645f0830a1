import type * as PolygonClipping from 'polygon-clipping';
import type { MultiPolygon, Polygon, Ring } from 'polygon-clipping';
import { segmentCrossing } from './crossing.js';
import { containsInPath, settlePath, signedArea, withoutRepeats, type Path } from './path.js';
import { isSliver } from './seams.js';
import { crossesItself } from './self-crossing.js';
import type { Point, Size } from './types.js';

/** An area with its holes; all closed, in whole pixels. */
export interface Region {
  readonly outer: Path;
  readonly holes: readonly Path[];
}

type Clipping = Pick<typeof PolygonClipping, 'union' | 'difference'>;

let loaded: Promise<Clipping> | undefined;

/** The library for boolean operations, loaded when a worker first needs it. */
async function clipping(): Promise<Clipping> {
  loaded ??= import('polygon-clipping').then((module) => {
    const inner = (module as { default?: Clipping }).default;
    return inner ?? (module as unknown as Clipping);
  });
  return loaded;
}

/** The area that any of the polygons covers. Throws when the library cannot cope with them. */
export async function uniteRegions(paths: readonly Path[], image: Size): Promise<readonly Region[]> {
  const { union } = await clipping();
  const [first, ...others] = paths.map(toRing);
  return first ? fromResult(union(first, ...others), image) : [];
}

/** What remains of a polygon when others are cut out of it. Throws when the library cannot cope with them. */
export async function subtractRegions(path: Path, cutters: readonly Path[], image: Size): Promise<readonly Region[]> {
  const { difference } = await clipping();
  return fromResult(difference(toRing(path), ...cutters.map(toRing)), image);
}

/**
 * One closed path for an area with holes: each hole hangs on a bridge of no width.
 *
 * Undefined when no bridge can be built without crossing something.
 */
export function bridgeHoles({ outer, holes }: Region): Path | undefined {
  let path = outer;
  const waiting = [...holes];
  while (waiting.length) {
    const hole = waiting.shift()!;
    const bridge = findBridge(path, hole, waiting);
    if (!bridge) return undefined;
    // Holes run the other way round, so that the bridge is walked once in each direction.
    const turned = signedArea(hole) > 0 === signedArea(outer) > 0 ? [...hole].reverse() : hole;
    const start = turned.indexOf(hole[bridge.hole]!);
    path = [
      ...path.slice(0, bridge.outer + 1),
      ...turned.slice(start),
      ...turned.slice(0, start + 1),
      ...path.slice(bridge.outer),
    ];
  }
  return path;
}

/** Whether a region holds a point. */
export function regionHolds({ outer, holes }: Region, point: Point): boolean {
  return containsInPath(outer, point) && !holes.some((hole) => containsInPath(hole, point));
}

function findBridge(path: Path, hole: Path, others: readonly Path[]): { outer: number; hole: number } | undefined {
  const pairs = hole.map((vertex, index) => {
    let nearest = 0;
    let least = Infinity;
    path.forEach((candidate, at) => {
      const square = (candidate.x - vertex.x) ** 2 + (candidate.y - vertex.y) ** 2;
      if (square >= least) return;
      least = square;
      nearest = at;
    });
    return { outer: nearest, hole: index, square: least };
  });
  pairs.sort((a, b) => a.square - b.square);
  return pairs.find((pair) => {
    const segment: [Point, Point] = [path[pair.outer]!, hole[pair.hole]!];
    return [path, hole, ...others].every((ring) => segmentCrossing(segment, ring, true) === undefined);
  });
}

function toRing(path: Path): Polygon {
  return [path.map(({ x, y }): [number, number] => [x, y])];
}

function fromResult(result: MultiPolygon, image: Size): readonly Region[] {
  const regions = result.flatMap(([outer, ...holes]): Region[] => {
    const path = outer && fromRing(outer, image);
    if (!path) return [];
    return [{ outer: path, holes: holes.map((hole) => fromRing(hole, image)).filter((hole) => hole !== undefined) }];
  });
  return regions.sort((a, b) => Math.abs(signedArea(b.outer)) - Math.abs(signedArea(a.outer)));
}

/** A ring of the library repeats its first point; leftovers of rounding are dropped. */
function fromRing(ring: Ring, image: Size): Path | undefined {
  const points = ring.map(([x, y]) => ({ x, y }));
  const path = withoutSpikes(withoutRepeats(settlePath(points, image), true));
  if (path.length < 3 || isSliver(path) || crossesItself(path, true)) return undefined;
  return path;
}

/** Without vertices on the straight line between their neighbours, and without runs there and back. */
function withoutSpikes(path: Path): Path {
  let current = path;
  for (;;) {
    const size = current.length;
    const index = current.findIndex((vertex, at) => {
      const before = current[(at - 1 + size) % size]!;
      const after = current[(at + 1) % size]!;
      return before.x === after.x && before.y === after.y && size > 3 && vertex !== before;
    });
    if (index < 0) return current;
    current = withoutRepeats(
      current.filter((_, at) => at !== index),
      true,
    );
  }
}
