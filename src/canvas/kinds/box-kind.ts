import type { BoxAnnotation } from '../../document/annotation.js';
import {
  boundsOf,
  boxHandles,
  clamp,
  containsPoint,
  handlePoint,
  resizeBox,
  settleBox,
  translateBox,
  type BoxHandle,
} from '../../geometry/box.js';
import type { ShapeKind } from '../shape-kind.js';

const cursors: Record<BoxHandle, string> = {
  nw: 'nwse-resize',
  n: 'ns-resize',
  ne: 'nesw-resize',
  e: 'ew-resize',
  se: 'nwse-resize',
  s: 'ns-resize',
  sw: 'nesw-resize',
  w: 'ew-resize',
};

/** Axis-aligned boxes. */
export const boxKind: ShapeKind<BoxAnnotation> = {
  kind: 'box',
  bounds: boundsOf,
  area: (box) => box.width * box.height,
  hit: containsPoint,
  handles: (box) => boxHandles.map((id) => ({ id, point: handlePoint(box, id), cursor: cursors[id] })),
  reshape: (box, handle, point, image, options) => ({
    ...box,
    ...resizeBox(box, handle as BoxHandle, point, image, options),
  }),
  translate: (box, dx, dy, image) => ({ ...box, ...translateBox(box, dx, dy, image) }),
  grow: (box, dx, dy, image) => ({
    ...box,
    width: clamp(box.width + dx, 1, image.width - box.left),
    height: clamp(box.height + dy, 1, image.height - box.top),
  }),
  settle: (box, image) => ({ ...box, ...settleBox(box, image) }),
  isValid: (box) => box.width >= 1 && box.height >= 1,
  snapTargets: (box) => ({ xs: [box.left, box.left + box.width], ys: [box.top, box.top + box.height] }),
  paint(g, box, to, style) {
    // Whole device pixels: crisp lines, and software rasterisers skip anti-aliasing.
    const left = Math.round(box.left * to.scale + to.x);
    const top = Math.round(box.top * to.scale + to.y);
    const width = Math.max(1, Math.round((box.left + box.width) * to.scale + to.x) - left);
    const height = Math.max(1, Math.round((box.top + box.height) * to.scale + to.y) - top);
    if (style.fill) {
      g.fillStyle = style.fill;
      g.fillRect(left, top, width, height);
    }
    const line = style.lineWidth;
    g.strokeStyle = style.stroke;
    g.lineWidth = line;
    g.strokeRect(left + line / 2, top + line / 2, Math.max(0, width - line), Math.max(0, height - line));
  },
};
