import type { Point } from '../../geometry/types.js';
import { draggedWindow, type GreyWindow } from '../grey-window.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import { showWindow } from '../window-presets.js';

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
    return draggedWindow(window, (point.x - from.x) * scale, (point.y - from.y) * scale);
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
