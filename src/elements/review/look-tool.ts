import type { Tool, ToolInput } from '../../canvas/tool.js';
import type { Viewport } from '../../canvas/viewport.js';
import type { Point } from '../../geometry/types.js';

/** Farther than this (CSS pixels) a press is a drag. */
const DRAG_FROM = 4;

/** A hand: any drag moves the picture, nothing is ever changed. A press without a drag may choose something. */
export function createLookTool(viewport: () => Viewport, click: (point: Point) => void = () => {}): Tool {
  let grabbed: Point | undefined;
  let moved = 0;
  return {
    id: 'look',
    cursor: 'grab',
    get isBusy() {
      return false;
    },
    press(_ctx, input) {
      grabbed = input.point;
      moved = 0;
    },
    move(_ctx, input: ToolInput) {
      if (!grabbed) return;
      const camera = viewport();
      // The grabbed spot of the picture stays under the pointer.
      const dx = (input.point.x - grabbed.x) * camera.scale;
      const dy = (input.point.y - grabbed.y) * camera.scale;
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved >= DRAG_FROM) camera.panBy(dx, dy);
    },
    release(_ctx, input) {
      if (grabbed && moved < DRAG_FROM) click(input.point);
      grabbed = undefined;
    },
    cancel() {
      grabbed = undefined;
    },
    finish() {},
  };
}
