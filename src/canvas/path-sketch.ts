import type { PathSketch } from '../document/open-step.js';
import type { Point } from '../geometry/types.js';
import { translucent } from './color.js';
import { tracePath } from './kinds/trace-path.js';
import type { PaintTransform, SketchLook } from './shape-kind.js';

/** A line that may not be drawn. */
const REFUSED = '#ff2d2d';
/** Where the next press finishes the path. */
const FINISH = '#18c45f';

/** Paints a path that is being drawn: what is placed, the rubber band to the pointer, and where it would end. */
export function paintPathSketch(
  g: CanvasRenderingContext2D,
  { vertices, tail, closed, isClosing, isRefused }: PathSketch,
  to: PaintTransform,
  { ratio, color }: SketchLook,
): void {
  g.lineJoin = 'bevel';
  if (closed && vertices.length + tail.length > 2) {
    tracePath(g, [...vertices, ...tail], true, to);
    g.fillStyle = translucent(color, 0.15);
    g.fill('evenodd');
  }
  tracePath(g, vertices, false, to);
  strokeTwice(g, 2 * ratio, color);
  const last = vertices.at(-1);
  if (tail.length) {
    // A shape may begin with a stroke of the hand: then nothing is placed yet.
    tracePath(g, last ? [last, ...tail] : tail, false, to);
    // Such a stroke is solid, a rubber band is not yet there.
    if (tail.length === 1) g.setLineDash([6 * ratio, 4 * ratio]);
    strokeTwice(g, (isRefused ? 3 : 2) * ratio, isRefused ? REFUSED : color);
    g.setLineDash([]);
  }
  for (const vertex of vertices) paintDisc(g, vertex, to, ratio, { color, radius: 3.5 });
  const end = closed ? vertices[0] : last;
  const canEnd = vertices.length >= (closed ? 3 : 2);
  if (end && canEnd) paintDisc(g, end, to, ratio, { color: FINISH, radius: isClosing ? 7 : 5 });
  if (isRefused && tail.length) paintRefusal(g, tail.at(-1)!, to, ratio);
}

/** A small disc with a white rim. */
export function paintDisc(
  g: CanvasRenderingContext2D,
  at: Point,
  to: PaintTransform,
  ratio: number,
  { color, radius }: { readonly color: string; readonly radius: number },
): void {
  g.beginPath();
  g.arc(at.x * to.scale + to.x, at.y * to.scale + to.y, radius * ratio, 0, 2 * Math.PI);
  g.fillStyle = color;
  g.fill();
  g.lineWidth = 1.25 * ratio;
  g.strokeStyle = '#ffffff';
  g.stroke();
}

/** A cross, so that colour is not the only sign. */
function paintRefusal(g: CanvasRenderingContext2D, at: Point, to: PaintTransform, ratio: number): void {
  const x = at.x * to.scale + to.x;
  const y = at.y * to.scale + to.y;
  const arm = 6 * ratio;
  g.beginPath();
  g.moveTo(x - arm, y - arm);
  g.lineTo(x + arm, y + arm);
  g.moveTo(x - arm, y + arm);
  g.lineTo(x + arm, y - arm);
  strokeTwice(g, 2.5 * ratio, REFUSED);
}

/** A line with a dark rim shows on any picture. */
function strokeTwice(g: CanvasRenderingContext2D, width: number, color: string): void {
  g.lineWidth = width + 2;
  g.strokeStyle = 'rgb(0 0 0 / 45%)';
  g.stroke();
  g.lineWidth = width;
  g.strokeStyle = color;
  g.stroke();
}
