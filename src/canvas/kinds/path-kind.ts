import type { PathAnnotation } from '../../document/annotation.js';
import {
  containsInPath,
  eachEdge,
  insertVertex,
  moveVertices,
  nearestEdge,
  nearestOnSegment,
  nearestVertex,
  pathBounds,
  settlePath,
  signedArea,
  translatePath,
  type Path,
} from '../../geometry/path.js';
import { crossesItself } from '../../geometry/self-crossing.js';
import type { Bounds, Point } from '../../geometry/types.js';
import { translucent } from '../color.js';
import { paintDisc, paintPathSketch } from '../path-sketch.js';
import type { Handle, PaintTransform, PathPart, ShapeKind, ShapeStyle, SnapPlace } from '../shape-kind.js';
import { tracePath } from './trace-path.js';

/** Of paths with more vertices than this, only some have grips, and they attract nothing by the lines through their edges. */
const DENSE = 64;
/** A shape less wide and high than this many widths of its line has a thin outline. */
const SMALL = 24;
/** A vertex can be added in the middle of edges at least this many reaches of the pointer long. */
const ROOMY_EDGE = 4;
/** Grips of one shape that are painted at once. */
const MOST_GRIPS = 600;

/** The least number of vertices of a path. */
export const leastVertices: Readonly<Record<PathAnnotation['kind'], number>> = { polygon: 3, polyline: 2, line: 2 };

const areas = new WeakMap<Path, number>();

/** Polygons, polylines or lines: all differ only in what encloses an area and in how many vertices they have. */
export function createPathKind(kind: PathAnnotation['kind']): ShapeKind<PathAnnotation> {
  const closed = kind === 'polygon';
  const grows = kind !== 'line';

  const onOutline = ({ vertices }: PathAnnotation, point: Point, tolerance: number) =>
    isNear(pathBounds(vertices), point, tolerance) && nearestEdge(vertices, closed, point, tolerance) !== undefined;

  return {
    kind,
    bounds: ({ vertices }) => pathBounds(vertices),
    area: ({ vertices }) => (closed ? areaOf(vertices) : 0),
    hit: (shape, point, tolerance) =>
      onOutline(shape, point, tolerance) ||
      (closed && isNear(pathBounds(shape.vertices), point, 0) && containsInPath(shape.vertices, point)),
    hitOutline: onOutline,
    handles: ({ vertices }) => vertices.map((point, index) => handleOf({ type: 'vertex', index }, point)),
    handleAt: ({ vertices }, point, reach) => {
      if (!isNear(pathBounds(vertices), point, reach)) return undefined;
      const index = nearestVertex(vertices, point, reach);
      if (index >= 0) return handleOf({ type: 'vertex', index }, vertices[index]!);
      const edge = nearestEdge(vertices, closed, point, reach * 0.7);
      if (!edge) return undefined;
      const middle = middleOf(vertices, edge.edge);
      const isMiddle = grows && middle.length >= ROOMY_EDGE * reach && distance(middle.point, point) <= reach;
      return isMiddle
        ? handleOf({ type: 'middle', index: edge.edge }, middle.point)
        : handleOf({ type: 'edge', index: edge.edge }, edge.point);
    },
    handlesIn: ({ vertices }, view, spacing) => gripsOf(vertices, { closed, grows, view, spacing }),
    reshape: (shape, handle, point, image) => {
      const part = partOf(handle);
      if (!part) return shape;
      const { index } = part;
      if (part.type === 'middle') return { ...shape, vertices: insertVertex(shape.vertices, index, point) };
      const vertex = shape.vertices[index];
      if (!vertex) return shape;
      const moved = part.type === 'edge' ? [index, (index + 1) % shape.vertices.length] : [index];
      const vertices = moveVertices(shape.vertices, moved, point.x - vertex.x, point.y - vertex.y, image);
      return { ...shape, vertices };
    },
    translate: (shape, dx, dy, image) => withVertices(shape, translatePath(shape.vertices, dx, dy, image)),
    settle: (shape, image) => withVertices(shape, settlePath(shape.vertices, image)),
    isValid: ({ vertices }) => vertices.length >= leastVertices[kind] && !(closed && crossesItself(vertices, closed)),
    snapTargets: ({ vertices }) => {
      const { left, top, right, bottom } = pathBounds(vertices);
      return { xs: [left, right], ys: [top, bottom] };
    },
    snapPlace: ({ vertices }, point, reach) => snapPlaceOf(vertices, closed, point, reach),
    paint: (g, { vertices }, to, style) => paintPath(g, vertices, closed, to, style),
    paintSketch: paintPathSketch,
    paintMiddle: (g, at, to, { ratio, color }) =>
      paintDisc(g, at, to, ratio, { color: translucent(color, 0.7), radius: 3 }),
  };
}

/** The part of a path that a handle's id names. */
export function partOf(id: string): PathPart | undefined {
  const type = ({ v: 'vertex', m: 'middle', e: 'edge' } as const)[id[0] ?? ''];
  const index = Number(id.slice(1));
  return type && Number.isInteger(index) ? { type, index } : undefined;
}

function paintPath(
  g: CanvasRenderingContext2D,
  vertices: Path,
  closed: boolean,
  to: PaintTransform,
  style: ShapeStyle,
): void {
  tracePath(g, vertices, closed, to);
  if (closed && style.fill) {
    g.fillStyle = style.fill;
    g.fill('evenodd');
  }
  g.strokeStyle = style.stroke;
  // Mitred corners would stick out of the bounds that are repainted.
  g.lineJoin = 'bevel';
  g.lineWidth = closed ? outlineWidth(vertices, to, style) : style.lineWidth * 1.5;
  g.stroke();
}

/** Lines of one pixel are also painted three times as fast, which ten thousand small shapes notice. */
function outlineWidth(vertices: Path, to: PaintTransform, { lineWidth, thinWidth }: ShapeStyle): number {
  const { left, top, right, bottom } = pathBounds(vertices);
  const isSmall = Math.max(right - left, bottom - top) * to.scale < SMALL * lineWidth;
  return isSmall ? thinWidth : lineWidth;
}

function withVertices(shape: PathAnnotation, vertices: Path): PathAnnotation {
  return vertices === shape.vertices ? shape : { ...shape, vertices };
}

function areaOf(vertices: Path): number {
  let area = areas.get(vertices);
  if (area === undefined) areas.set(vertices, (area = Math.abs(signedArea(vertices))));
  return area;
}

function isNear({ left, top, right, bottom }: Bounds, { x, y }: Point, reach: number): boolean {
  return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middleOf(vertices: Path, edge: number): { readonly point: Point; readonly length: number } {
  const a = vertices[edge]!;
  const b = vertices[(edge + 1) % vertices.length]!;
  return { point: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length: distance(a, b) };
}

function handleOf(part: PathPart, point: Point): Handle {
  const cursor = part.type === 'middle' ? 'copy' : part.type === 'edge' ? 'move' : 'pointer';
  return { id: `${part.type[0]}${part.index}`, point, cursor, part };
}

/** Vertices and middles of edges in view. Of vertices that would cover each other only one has a grip. */
function gripsOf(
  vertices: Path,
  options: { readonly closed: boolean; readonly grows: boolean; readonly view: Bounds; readonly spacing: number },
): Handle[] {
  const { closed, grows, view, spacing } = options;
  const grips: Handle[] = [];
  const isDense = vertices.length > DENSE;
  let last: Point | undefined;
  vertices.forEach((point, index) => {
    if (!isNear(view, point, 0)) return;
    if (isDense && last && distance(last, point) < spacing) return;
    last = point;
    if (grips.length < MOST_GRIPS) grips.push(handleOf({ type: 'vertex', index }, point));
  });
  if (!grows || grips.length >= MOST_GRIPS) return grips;
  const least = ROOMY_EDGE * spacing;
  const middles: Handle[] = [];
  eachEdge(vertices, closed, (a, b, index) => {
    if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < least || middles.length >= MOST_GRIPS) return;
    const { point, length } = middleOf(vertices, index);
    if (length >= least && isNear(view, point, 0)) middles.push(handleOf({ type: 'middle', index }, point));
  });
  return [...middles, ...grips];
}

function snapPlaceOf(vertices: Path, closed: boolean, point: Point, reach: number): SnapPlace | undefined {
  const bounds = pathBounds(vertices);
  if (isNear(bounds, point, reach)) {
    const at = nearestVertex(vertices, point, reach);
    const vertex = vertices[at];
    if (vertex) return { point: vertex, distance: distance(vertex, point), rank: 'vertex' };
    const edge = nearestEdge(vertices, closed, point, reach);
    if (edge) return { point: edge.point, distance: edge.distance, rank: 'edge' };
  }
  if (vertices.length > DENSE) return undefined;
  let best: SnapPlace | undefined;
  eachEdge(vertices, closed, (a, b) => {
    const length = distance(a, b);
    // Short edges say little about a direction.
    if (length < reach * 3) return;
    const far = 1e6 / length;
    const [dx, dy] = [(b.x - a.x) * far, (b.y - a.y) * far];
    const on = nearestOnSegment(point, { x: a.x - dx, y: a.y - dy }, { x: b.x + dx, y: b.y + dy });
    const away = distance(on, point);
    if (away > reach / 2 || (best && away >= best.distance)) return;
    best = { point: on, distance: away, rank: 'extension' };
  });
  return best;
}
