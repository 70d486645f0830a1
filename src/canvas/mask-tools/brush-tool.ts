import type { Point } from '../../geometry/types.js';
import { strokeSegment, type Brush } from '../../mask/raster.js';
import type { MaskGesture } from '../mask/mask-gesture.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

interface Stroke {
  readonly gesture: MaskGesture;
  readonly index: number;
  last: Point;
}

/**
 * Paints, or erases, what the brush sweeps: hard edges on the pixel grid, no gaps at any speed, one step a stroke.
 *
 * Shift and a press draw a straight line from the end of the last stroke.
 */
export function createBrushTool(session: () => MaskSession, kind: 'brush' | 'eraser'): MaskTool {
  let stroke: Stroke | undefined;
  let last: Point | undefined;

  const brush = (): Brush => {
    const { brushShape: shape, brushSize: size } = session().options.value;
    return { shape, size };
  };
  const sweep = (to: Point) => {
    const open = stroke;
    if (!open) return;
    const from = open.last;
    open.gesture.paint(open.index, (sink) => strokeSegment(from, to, brush(), sink));
    open.last = to;
  };
  const begin = () => {
    if (kind === 'brush') return session().beginPaint('paint');
    const gesture = session().pixels.begin('erase', session().writeRule);
    return gesture && { gesture, index: 0 };
  };

  const end = () => {
    if (!stroke) return;
    last = stroke.last;
    stroke.gesture.commit();
    stroke = undefined;
  };

  return {
    id: kind,
    cursor: 'crosshair',
    brushes: true,
    drags: true,
    get isBusy() {
      return stroke?.gesture.isOpen === true;
    },
    press(_ctx, { point, modifiers }) {
      const painting = begin();
      if (!painting) return;
      stroke = { ...painting, last: modifiers.shift && last ? last : point };
      sweep(point);
    },
    move(_ctx, { point, trail }) {
      if (!stroke?.gesture.isOpen) return;
      for (const passed of trail ?? [point]) sweep(passed);
    },
    release: end,
    leave: end,
    cancel() {
      stroke?.gesture.cancel();
      stroke = undefined;
    },
    finish() {},
  };
}
