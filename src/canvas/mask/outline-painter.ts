import type { Point } from '../../geometry/types.js';
import { pointsOfRing, type Outline, type OutlinePlace } from '../../mask/outline.js';
import { translucent } from '../color.js';
import { tracePath } from '../kinds/trace-path.js';
import { paintDisc } from '../path-sketch.js';
import type { PaintTransform } from '../shape-kind.js';

/** With more vertices than this in view only the line is shown: zoom in to edit them. */
const MOST_VERTICES = 800;

interface OutlineLook {
  /** Canvas pixels a CSS pixel. */
  readonly ratio: number;
  readonly color: string;
  /** The vertex under the pointer. */
  readonly active?: OutlinePlace;
}

/** Paints polygons that are being edited: their lines and their vertices. */
export function paintOutline(
  g: CanvasRenderingContext2D,
  outline: Outline,
  to: PaintTransform,
  { ratio, color, active }: OutlineLook,
): void {
  g.lineJoin = 'round';
  for (const ring of outline) {
    tracePath(g, pointsOfRing(ring), true, to);
    g.lineWidth = 4 * ratio;
    g.strokeStyle = 'rgb(0 0 0 / 55%)';
    g.stroke();
    g.lineWidth = 2 * ratio;
    g.strokeStyle = '#ffffff';
    g.stroke();
    g.lineWidth = ratio;
    g.strokeStyle = translucent(color, 0.9);
    g.stroke();
  }
  const { width, height } = g.canvas;
  const isInView = ({ x, y }: Point) => {
    const [left, top] = [x * to.scale + to.x, y * to.scale + to.y];
    return left > -9 && top > -9 && left < width + 9 && top < height + 9;
  };
  const inView = outline.flatMap((ring, r) =>
    ring.flatMap((point, v) =>
      isInView(point) ? [{ point, isActive: r === active?.ring && v === active.vertex }] : [],
    ),
  );
  if (inView.length > MOST_VERTICES) return;
  for (const { point, isActive } of inView) {
    paintDisc(g, point, to, ratio, { color: isActive ? '#ffffff' : '#000000', radius: isActive ? 7 : 4.5 });
    paintDisc(g, point, to, ratio, { color, radius: isActive ? 5.5 : 3 });
  }
}
