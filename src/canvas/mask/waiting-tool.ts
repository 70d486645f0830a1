import type { ToolInput } from '../tool.js';
import type { MaskTool } from './mask-tool.js';
import type { Turn, WorkQueue } from './work-queue.js';

type Context = Parameters<MaskTool['press']>[0];

/**
 * The tool with gestures that wait for long work under way: no input is lost, and none comes before what it follows. What waits
 * is done with the tool that is `chosen` then, since another choice of tool may have waited as well.
 */
export function waitingTool(tool: MaskTool, work: WorkQueue, chosen: () => MaskTool): MaskTool {
  /** A gesture that began while long work was under way, and its parts. */
  let held: Turn | undefined;
  let parts: ((by: MaskTool) => void)[] = [];
  let isPressed = false;
  const follow = (part: (by: MaskTool) => void) => {
    if (held) parts.push(part);
    else part(tool);
  };
  const methods = {
    press(ctx: Context, input: ToolInput) {
      if (!work.isBusy) {
        tool.press(ctx, input);
        return;
      }
      const own = [(by: MaskTool) => by.press(ctx, input)];
      const end = () => {
        if (held === turn) held = undefined;
      };
      const turn: Turn = {
        isEdit: true,
        run: () => {
          end();
          for (const part of own) part(chosen());
        },
        dropped: end,
      };
      held = turn;
      parts = own;
      isPressed = true;
      work.wait(turn);
    },
    move(ctx: Context, input: ToolInput) {
      follow((by) => by.move(ctx, input));
    },
    release(ctx: Context, input: ToolInput) {
      follow((by) => by.release(ctx, input));
      isPressed = false;
    },
    finish(ctx: Context) {
      follow((by) => by.finish(ctx));
    },
    cancel(ctx: Context) {
      if (!held) tool.cancel(ctx);
      else if (isPressed) work.drop(held);
    },
    abandonPress(ctx: Context) {
      if (held || !tool.abandonPress) methods.cancel(ctx);
      else tool.abandonPress(ctx);
    },
  };
  return Object.create(tool, {
    ...Object.getOwnPropertyDescriptors(methods),
    isBusy: { get: () => (held !== undefined && isPressed) || tool.isBusy },
  }) as MaskTool;
}
