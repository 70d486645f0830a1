import type { Path } from '../../geometry/path.js';
import type { PaintTransform } from '../shape-kind.js';

/** More vertices than this are painted with as much detail as can be seen. */
const DENSE = 64;
/** How far the painted line may lie from the true one, in canvas pixels. */
const SLACK = 0.35;

type Canvas = Pick<CanvasRenderingContext2D, 'beginPath' | 'lineTo' | 'closePath'>;

/** Draws the line of a path into the current path of the canvas, with as much detail as can be seen. */
export function tracePath(g: Canvas, vertices: Path, closed: boolean, to: PaintTransform): void {
  const { scale, x, y } = to;
  g.beginPath();
  if (vertices.length <= DENSE) {
    for (const vertex of vertices) g.lineTo(vertex.x * scale + x, vertex.y * scale + y);
  } else {
    traceDense(g, vertices, to);
  }
  if (closed) g.closePath();
}

/**
 * One straight line for as many vertices as it passes within `SLACK`.
 *
 * Seen from the last corner, each vertex allows a wedge of directions; the line goes on while the wedges have a
 * direction in common. One look at each vertex is enough: fifty thousand of them cost a millisecond.
 */
function traceDense(g: Canvas, vertices: Path, { scale, x, y }: PaintTransform): void {
  const [first] = vertices;
  if (!first) return;
  let cornerX = first.x * scale + x;
  let cornerY = first.y * scale + y;
  let lastX = cornerX;
  let lastY = cornerY;
  let reach = 0;
  // The two sides of the wedge; none yet while `reach` is 0.
  let [leftX, leftY, rightX, rightY] = [0, 0, 0, 0];
  g.lineTo(cornerX, cornerY);
  for (let i = 1; i < vertices.length; i++) {
    const vertex = vertices[i]!;
    const atX = vertex.x * scale + x;
    const atY = vertex.y * scale + y;
    let dx = atX - cornerX;
    let dy = atY - cornerY;
    let length = Math.sqrt(dx * dx + dy * dy);
    const isOnLine =
      reach === 0 || (length >= reach - SLACK && rightX * dy - rightY * dx >= 0 && dx * leftY - dy * leftX >= 0);
    if (!isOnLine) {
      g.lineTo(lastX, lastY);
      dx = atX - lastX;
      dy = atY - lastY;
      length = Math.sqrt(dx * dx + dy * dy);
      cornerX = lastX;
      cornerY = lastY;
      reach = 0;
    }
    if (length > SLACK) {
      const sin = SLACK / length;
      const cos = Math.sqrt(1 - sin * sin);
      const toLeftX = dx * cos - dy * sin;
      const toLeftY = dy * cos + dx * sin;
      const toRightX = dx * cos + dy * sin;
      const toRightY = dy * cos - dx * sin;
      if (reach === 0 || toLeftX * leftY - toLeftY * leftX > 0) [leftX, leftY] = [toLeftX, toLeftY];
      if (reach === 0 || rightX * toRightY - rightY * toRightX > 0) [rightX, rightY] = [toRightX, toRightY];
      reach = Math.max(reach, length);
    }
    lastX = atX;
    lastY = atY;
  }
  g.lineTo(lastX, lastY);
}
