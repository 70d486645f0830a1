import type { PathAnnotation } from '../document/annotation.js';
import type { Sketch } from '../document/open-step.js';
import { segmentCrossing } from '../geometry/crossing.js';
import { insertVertex, moveVertices, pathBounds, pointKey, type Path } from '../geometry/path.js';
import { crossesItself } from '../geometry/self-crossing.js';
import type { Point, Size } from '../geometry/types.js';
import { leastVertices } from './kinds/path-kind.js';
import type { PathPart } from './shape-kind.js';
import type { ToolContext } from './tool.js';

/** Of one path, the vertices that move. */
interface MovingPath {
  readonly shape: PathAnnotation;
  readonly indices: readonly number[];
  /** It crossed itself there already, so that crossing is no reason to refuse. */
  readonly isCrossed: boolean;
}

/** Vertices on the move: those the worker took, and those of neighbours that share their places. */
export interface VertexMove {
  readonly own: MovingPath;
  readonly followers: readonly MovingPath[];
  /** The point that was taken; where it goes, the others go too. */
  readonly grabbed: Point;
}

/** More moving vertices than this are checked for crossings in one sweep. */
const FEW = 32;

/**
 * Takes hold of a part of a path. A middle becomes a new vertex; a selected vertex brings all selected ones along.
 *
 * With `shared`, vertices of other paths in exactly the same places follow.
 */
export function takeVertices(
  ctx: ToolContext<PathAnnotation>,
  shape: PathAnnotation,
  part: PathPart,
  { grabbed, shared }: { readonly grabbed: Point; readonly shared: boolean },
): VertexMove {
  const { index } = part;
  const size = shape.vertices.length;
  if (part.type === 'middle') {
    const vertices = insertVertex(shape.vertices, index, grabbed);
    return { own: movingPath({ ...shape, vertices }, [index + 1]), followers: [], grabbed };
  }
  const chosen = ctx.vertices.of(shape.id);
  const indices =
    part.type === 'edge' ? [index, (index + 1) % size] : chosen.has(index) && chosen.size > 1 ? [...chosen] : [index];
  const start = part.type === 'vertex' ? (shape.vertices[index] ?? grabbed) : grabbed;
  return {
    own: movingPath(shape, indices),
    followers: shared ? followersOf(ctx, shape, indices) : [],
    grabbed: start,
  };
}

/** All paths of a move as they are after it, in whole pixels inside the picture. */
export function movedPaths({ own, followers }: VertexMove, dx: number, dy: number, image: Size): PathAnnotation[] {
  return [own, ...followers].map(({ shape, indices }) => ({
    ...shape,
    vertices: moveVertices(shape.vertices, indices, dx, dy, image),
  }));
}

/** Whether the move makes a polygon cross itself that did not before. */
export function makesCrossing(move: VertexMove, moved: readonly PathAnnotation[]): boolean {
  return [move.own, ...move.followers].some(({ indices, isCrossed }, at) => {
    const shape = moved[at];
    return shape?.kind === 'polygon' && !isCrossed && crossesAt(shape.vertices, indices);
  });
}

/** What to paint where a vertex may not go. */
export function refusedSketch(move: VertexMove, moved: readonly PathAnnotation[]): Sketch {
  const [index] = move.own.indices;
  const vertices = moved[0]?.vertices ?? [];
  const at = (offset: number) => vertices[((index ?? 0) + offset + vertices.length) % vertices.length];
  const [before, here, after] = [at(-1), at(0), at(1)];
  if (!before || !here || !after) return { points: [] };
  return {
    points: [],
    label: move.own.shape.label,
    path: { vertices: [before], tail: [here, after], closed: false, isRefused: true },
  };
}

/** Moves the selected vertices by keys, as one step. Returns false when there are none, or when it would cross. */
export function nudgeVertices(ctx: ToolContext<PathAnnotation>, dx: number, dy: number): boolean {
  const { owner, indices } = ctx.vertices;
  const shape = owner === undefined ? undefined : ctx.store.get(owner);
  const [index] = indices;
  if (!shape || index === undefined) return false;
  if (shape.locked) return true;
  const grabbed = shape.vertices[index] ?? { x: 0, y: 0 };
  const move = takeVertices(ctx, shape, { type: 'vertex', index }, { grabbed, shared: true });
  const moved = movedPaths(move, dx, dy, ctx.imageSize);
  if (makesCrossing(move, moved)) ctx.hint('crossing');
  else ctx.store.change('moveVertex', (tx) => moved.forEach((path) => tx.update(path.id, path)));
  return true;
}

/** Deletes the selected vertices, in neighbours that share them too. Returns false when none are selected. */
export function deleteVertices(ctx: ToolContext<PathAnnotation>, shared: boolean): boolean {
  const { owner, indices } = ctx.vertices;
  const shape = owner === undefined ? undefined : ctx.store.get(owner);
  if (!shape || !indices.size) return false;
  const paths = [{ shape, indices: [...indices] }, ...(shared ? followersOf(ctx, shape, [...indices]) : [])];
  const remaining = paths.map((path) => {
    const gone = new Set(path.indices);
    return { ...path.shape, vertices: path.shape.vertices.filter((_, index) => !gone.has(index)) };
  });
  const [own, ...others] = remaining;
  if (!own || own.vertices.length < leastVertices[own.kind]) {
    ctx.hint('least-vertices');
    return true;
  }
  const isSound = (path: PathAnnotation) => path.kind !== 'polygon' || !crossesItself(path.vertices, true);
  if (!isSound(own) && isSound(shape)) {
    ctx.hint('crossing');
    return true;
  }
  const kept = others.filter((path) => path.vertices.length >= leastVertices[path.kind] && isSound(path));
  ctx.store.change('deleteVertex', (tx) => {
    for (const path of [own, ...kept]) tx.update(path.id, path);
  });
  ctx.vertices.clear();
  return true;
}

function movingPath(shape: PathAnnotation, indices: readonly number[]): MovingPath {
  const isCrossed = shape.kind === 'polygon' && crossesAt(shape.vertices, indices);
  return { shape, indices, isCrossed };
}

function followersOf(
  ctx: ToolContext<PathAnnotation>,
  shape: PathAnnotation,
  indices: readonly number[],
): MovingPath[] {
  const places = indices.map((index) => shape.vertices[index]).filter((vertex) => vertex !== undefined);
  if (!places.length) return [];
  const keys = new Set(places.map(pointKey));
  const followers: MovingPath[] = [];
  for (const other of ctx.near(pathBounds(places))) {
    if (other.id === shape.id || other.locked) continue;
    const shared: number[] = [];
    other.vertices.forEach((vertex, index) => {
      if (keys.has(pointKey(vertex))) shared.push(index);
    });
    if (shared.length) followers.push(movingPath(other, shared));
  }
  return followers;
}

/** Whether the edges at these vertices of a closed path cross others. */
function crossesAt(vertices: Path, indices: readonly number[]): boolean {
  if (indices.length > FEW) return crossesItself(vertices, true);
  const size = vertices.length;
  const edges = new Set(indices.flatMap((index) => [(index - 1 + size) % size, index]));
  for (const edge of edges) {
    const a = vertices[edge];
    const b = vertices[(edge + 1) % size];
    if (!a || !b) continue;
    if (segmentCrossing([a, b], vertices, true, { skip: (other) => other === edge }) !== undefined) return true;
  }
  return false;
}
