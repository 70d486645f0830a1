import { EditGesture } from '../../canvas/tools/edit-gesture.js';
import type { Tool, ToolInput } from '../../canvas/tool.js';
import type { Viewport } from '../../canvas/viewport.js';
import { createLookTool } from './look-tool.js';

/** What the tool tells its owner. */
export interface PageToolHooks {
  readonly viewport: () => Viewport;
  /** A press without a drag. */
  readonly click: (input: ToolInput) => void;
}

/** A hand that also moves and reshapes what is selected: anywhere else a drag moves the picture. */
export function createPageTool({ viewport, click }: PageToolHooks): Tool {
  const edit = new EditGesture();
  let last: ToolInput | undefined;
  const look = createLookTool(viewport, () => last && click(last));
  let isEditing = false;
  return {
    id: 'look',
    cursor: 'grab',
    get isBusy() {
      return edit.isBusy;
    },
    press(ctx, input) {
      last = input;
      isEditing = edit.press(ctx, input, (shape) => ctx.selection.has(shape.id) && !shape.locked);
      if (!isEditing) look.press(ctx, input);
    },
    move(ctx, input) {
      if (isEditing) edit.move(ctx, input);
      else look.move(ctx, input);
    },
    release(ctx, input) {
      last = input;
      if (!isEditing) look.release(ctx, input);
      else if (edit.release(ctx) === 'click') click(input);
      isEditing = false;
    },
    cancel(ctx) {
      edit.cancel();
      look.cancel(ctx);
      isEditing = false;
    },
    finish() {},
  };
}
