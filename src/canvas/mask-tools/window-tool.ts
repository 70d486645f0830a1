import type { Point } from '../../geometry/types.js';
import { clampWindow, type GreyWindow } from '../grey-window.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import { showWindow } from '../window-presets.js';

/** CSS pixels of a drag that make the window e times as wide. */
const WIDTH_REACH = 200;
/** CSS pixels of a drag that move the level by the whole width of the window. */
const LEVEL_REACH = 400;

/**
 * Changes window and level by dragging, as on reading stations: to the right wider, upwards brighter.
 *
 * Works in tasks that are only looked at, too.
 */
export function createWindowTool(of: () => MaskSession): MaskTool {
  let drag: { readonly from: Point; readonly window: GreyWindow } | undefined;
  const windowAt = (point: Point): GreyWindow => {
    const { scale } = of().viewport;
    const { from, window } = drag ?? { from: point, window: of().settings.window };
    const [dx, dy] = [(point.x - from.x) * scale, (point.y - from.y) * scale];
    return clampWindow({
      center: window.center + (dy * window.width) / LEVEL_REACH,
      width: window.width * Math.exp(dx / WIDTH_REACH),
    });
  };
  return {
    id: 'window',
    cursor: 'grab',
    looks: true,
    // Nothing of the document is open, and the picture stays where it is.
    isBusy: false,
    press(_ctx, { point }) {
      drag = { from: point, window: of().settings.window };
    },
    move(_ctx, { point }) {
      if (drag) of().changeSettings({ window: windowAt(point) });
    },
    release(_ctx, { point }) {
      if (drag) showWindow(of(), windowAt(point));
      drag = undefined;
    },
    cancel() {
      if (drag) of().changeSettings({ window: drag.window });
      drag = undefined;
    },
    finish() {},
  };
}
