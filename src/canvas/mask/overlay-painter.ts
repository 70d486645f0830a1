import type { Point } from '../../geometry/types.js';
import type { PathSketch, Sketch } from '../../document/open-step.js';
import { snapBrush, type Brush } from '../../mask/raster.js';
import type { Runs } from '../../mask/runs.js';
import { translucent } from '../color.js';
import { paintOutline } from './outline-painter.js';
import { paintPathSketch } from '../path-sketch.js';
import type { PaintTransform } from '../shape-kind.js';

/** From this many CSS pixels a natural pixel on, single pixels are told apart by a grid. */
export const GRID_FROM = 10;

/** What a command would take away. */
const REMOVED = '#ffffff';

/** What lies over the mask now. */
export interface Overlay {
  readonly to: PaintTransform;
  /** Canvas pixels a CSS pixel. */
  readonly ratio: number;
  readonly sketch?: Sketch;
  readonly color: string;
  /** What a press or a command would paint, or with `isRemoval` take away. */
  readonly region?: { readonly runs: Runs; readonly isRemoval?: boolean };
  /** Where the brush would paint. */
  readonly brush?: { readonly at: Point; readonly brush: Brush; readonly color: string };
  readonly image: { readonly width: number; readonly height: number };
}

/** Paints pixel grid, sketches, patch and brush outline. The canvas is cleared before. */
export function paintOverlay(g: CanvasRenderingContext2D, overlay: Overlay): void {
  const { to, ratio, sketch, color, region, brush } = overlay;
  g.clearRect(0, 0, g.canvas.width, g.canvas.height);
  if (to.scale / ratio >= GRID_FROM) paintGrid(g, overlay);
  if (region) paintRuns(g, region.runs, to, region.isRemoval ? REMOVED : color);
  if (sketch?.path) paintPathSketch(g, withoutDots(sketch.path), to, { ratio, color });
  for (const point of sketch?.points ?? []) paintPoint(g, point, to, ratio, color);
  if (sketch?.outline) paintOutline(g, sketch.outline, to, { ratio, color, active: sketch.vertex });
  if (brush) paintBrush(g, brush.at, brush.brush, to, ratio, brush.color);
}

/** A line along an edge has a point at every pixel; dots on all of them would hide what it follows. */
function withoutDots(path: PathSketch): PathSketch {
  const { vertices, tail } = path;
  const isDense = vertices.slice(1).some(({ x, y }, i) => {
    const before = vertices[i] as Point;
    return Math.hypot(x - before.x, y - before.y) < 3;
  });
  return isDense ? { ...path, vertices: vertices.slice(0, 1), tail: [...vertices.slice(1), ...tail] } : path;
}

function paintGrid(g: CanvasRenderingContext2D, { to, ratio, image }: Overlay): void {
  const { width, height } = g.canvas;
  const left = Math.max(0, Math.floor(-to.x / to.scale));
  const right = Math.min(image.width, Math.ceil((width - to.x) / to.scale));
  const top = Math.max(0, Math.floor(-to.y / to.scale));
  const bottom = Math.min(image.height, Math.ceil((height - to.y) / to.scale));
  g.beginPath();
  const half = (Math.max(1, Math.round(ratio)) % 2) / 2;
  for (let x = left; x <= right; x++) {
    const at = Math.round(x * to.scale + to.x) + half;
    g.moveTo(at, top * to.scale + to.y);
    g.lineTo(at, bottom * to.scale + to.y);
  }
  for (let y = top; y <= bottom; y++) {
    const at = Math.round(y * to.scale + to.y) + half;
    g.moveTo(left * to.scale + to.x, at);
    g.lineTo(right * to.scale + to.x, at);
  }
  g.lineWidth = Math.max(1, Math.round(ratio));
  g.strokeStyle = 'rgb(128 128 128 / 45%)';
  g.stroke();
}

function paintRuns(g: CanvasRenderingContext2D, runs: Runs, to: PaintTransform, color: string): void {
  g.fillStyle = translucent(color, 0.65);
  for (let i = 0; i < runs.length; i += 3) {
    const left = runs[i + 1] as number;
    const right = runs[i + 2] as number;
    g.fillRect(left * to.scale + to.x, (runs[i] as number) * to.scale + to.y, (right - left) * to.scale, to.scale);
  }
}

/** A numbered dot with a dark rim, so that it shows on any picture. */
function paintPoint(g: CanvasRenderingContext2D, at: Point, to: PaintTransform, ratio: number, color: string) {
  const x = at.x * to.scale + to.x;
  const y = at.y * to.scale + to.y;
  g.beginPath();
  g.arc(x, y, 5.5 * ratio, 0, 2 * Math.PI);
  g.fillStyle = color;
  g.fill();
  g.lineWidth = 2 * ratio;
  g.strokeStyle = '#ffffff';
  g.stroke();
  g.beginPath();
  g.arc(x, y, 7 * ratio, 0, 2 * Math.PI);
  g.lineWidth = ratio;
  g.strokeStyle = '#000000';
  g.stroke();
}

/** The outline of the very pixels that a dab covers; a plain circle where pixels are too small to be told apart. */
function paintBrush(
  g: CanvasRenderingContext2D,
  at: Point,
  { shape, size }: Brush,
  to: PaintTransform,
  ratio: number,
  color: string,
): void {
  const centre = snapBrush(at, size);
  const radius = (size / 2) * to.scale;
  const x = centre.x * to.scale + to.x;
  const y = centre.y * to.scale + to.y;
  g.beginPath();
  if (shape === 'square' || size === 1) g.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  else if (to.scale / ratio >= 3 && size <= 128) traceDisc(g, centre, size, to);
  else g.arc(x, y, Math.max(1, radius), 0, 2 * Math.PI);
  g.lineWidth = 3 * ratio;
  g.strokeStyle = 'rgb(0 0 0 / 65%)';
  g.stroke();
  g.lineWidth = 1.5 * ratio;
  g.strokeStyle = color;
  g.stroke();
  if (radius < 3 * ratio) {
    g.fillStyle = color;
    g.fillRect(x - ratio, y - ratio, 2 * ratio, 2 * ratio);
  }
}

function traceDisc(g: CanvasRenderingContext2D, centre: Point, size: number, to: PaintTransform): void {
  const radius = size / 2;
  const halves: number[] = [];
  for (let row = 0; row < size; row++) {
    const dy = row + 0.5 - radius;
    const reach = Math.sqrt(radius * radius - dy * dy);
    // The pixels whose centres lie inside, as the rasteriser counts them.
    const odd = size % 2 === 1;
    halves.push(odd ? Math.floor(reach + 1e-9) + 0.5 : Math.floor(reach + 0.5 + 1e-9));
  }
  const place = (dx: number, row: number): [number, number] => [
    (centre.x + dx) * to.scale + to.x,
    (centre.y - radius + row) * to.scale + to.y,
  ];
  g.moveTo(...place(-(halves[0] ?? 0), 0));
  halves.forEach((half, row) => {
    g.lineTo(...place(half, row));
    g.lineTo(...place(half, row + 1));
  });
  for (let row = size - 1; row >= 0; row--) {
    const half = halves[row] ?? 0;
    g.lineTo(...place(-half, row + 1));
    g.lineTo(...place(-half, row));
  }
  g.closePath();
}
