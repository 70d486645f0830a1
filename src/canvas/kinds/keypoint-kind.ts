import type { KeypointAnnotation } from '../../document/annotation.js';
import { clamp } from '../../geometry/box.js';
import { settlePoint } from '../../geometry/path.js';
import type { ShapeKind } from '../shape-kind.js';

/** Radius of the marker, in widths of its line: the same on the screen at every zoom. */
const RADIUS = 2.25;
/** A marker reaches this far beyond its point, in CSS pixels. */
const MARGIN = 9;

/** Points. Painted as a disc with a dark rim, so that it shows on any picture; a hidden one is hollow. */
export const keypointKind: ShapeKind<KeypointAnnotation> = {
  kind: 'keypoint',
  margin: MARGIN,
  bounds: ({ x, y }) => ({ left: x, top: y, right: x, bottom: y }),
  area: () => 0,
  // Markers are larger than the reach of the pointer around a bare point.
  hit: (shape, point, tolerance) => Math.hypot(shape.x - point.x, shape.y - point.y) <= tolerance * 2,
  handles: ({ x, y }) => [{ id: 'point', point: { x, y }, cursor: 'move' }],
  reshape: (shape, _handle, point, image) => ({ ...shape, ...settlePoint(point, image) }),
  translate: (shape, dx, dy, image) => ({
    ...shape,
    x: clamp(shape.x + dx, 0, image.width),
    y: clamp(shape.y + dy, 0, image.height),
  }),
  settle: (shape, image) => ({ ...shape, ...settlePoint(shape, image) }),
  isValid: ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
  snapTargets: ({ x, y }) => ({ xs: [x], ys: [y] }),
  snapPlace: ({ x, y }, point, reach) => {
    const distance = Math.hypot(x - point.x, y - point.y);
    return distance <= reach ? { point: { x, y }, distance, rank: 'vertex' } : undefined;
  },
  paint(g, shape, to, style) {
    const x = shape.x * to.scale + to.x;
    const y = shape.y * to.scale + to.y;
    const line = style.lineWidth;
    const radius = RADIUS * line;
    g.beginPath();
    g.arc(x, y, radius, 0, 2 * Math.PI);
    g.lineWidth = line * 1.5 + 1;
    g.strokeStyle = '#000000';
    g.stroke();
    if (shape.occluded) {
      g.lineWidth = line * 1.25;
      g.strokeStyle = style.stroke;
      g.stroke();
    } else {
      g.fillStyle = style.stroke;
      g.fill();
      g.lineWidth = Math.max(1, line / 2);
      g.strokeStyle = '#ffffff';
      g.stroke();
    }
  },
};
