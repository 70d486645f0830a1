import type { Tool, ToolInput } from '../../canvas/tool.js';
import type { Viewport } from '../../canvas/viewport.js';
import type { Point } from '../../geometry/types.js';

/** A hand: any drag moves the picture, nothing is ever changed. */
export function createLookTool(viewport: () => Viewport): Tool {
  let grabbed: Point | undefined;
  return {
    id: 'look',
    cursor: 'grab',
    get isBusy() {
      return false;
    },
    press(_ctx, input) {
      grabbed = input.point;
    },
    move(_ctx, input: ToolInput) {
      if (!grabbed) return;
      const camera = viewport();
      // The grabbed spot of the picture stays under the pointer.
      camera.panBy((input.point.x - grabbed.x) * camera.scale, (input.point.y - grabbed.y) * camera.scale);
    },
    release() {
      grabbed = undefined;
    },
    cancel() {
      grabbed = undefined;
    },
    finish() {},
  };
}
