import type { ToolInput } from '../tool.js';
import type { MaskTool } from './mask-tool.js';
import type { WorkQueue } from './work-queue.js';

type Context = Parameters<MaskTool['press']>[0];

/** A gesture that began while long work was under way. */
interface Held {
  readonly parts: (() => void)[];
  isPressed: boolean;
  readonly drop: () => void;
}

/** The tool with gestures that wait for long work under way: no input is lost, and none comes before what it follows. */
export function waitingTool(tool: MaskTool, work: WorkQueue): MaskTool {
  let held: Held | undefined;
  const follow = (part: () => void) => {
    if (held) held.parts.push(part);
    else part();
  };
  const methods = {
    press(ctx: Context, input: ToolInput) {
      if (!work.isBusy) {
        tool.press(ctx, input);
        return;
      }
      const parts = [() => tool.press(ctx, input)];
      const end = () => {
        if (held?.parts === parts) held = undefined;
      };
      const drop = work.hold(() => {
        end();
        for (const part of parts) part();
      }, end);
      held = { parts, isPressed: true, drop };
    },
    move(ctx: Context, input: ToolInput) {
      follow(() => tool.move(ctx, input));
    },
    release(ctx: Context, input: ToolInput) {
      follow(() => tool.release(ctx, input));
      if (held) held.isPressed = false;
    },
    finish(ctx: Context) {
      follow(() => tool.finish(ctx));
    },
    cancel(ctx: Context) {
      if (!held) tool.cancel(ctx);
      else if (held.isPressed) {
        held.drop();
        held = undefined;
      }
    },
    abandonPress(ctx: Context) {
      if (held || !tool.abandonPress) methods.cancel(ctx);
      else tool.abandonPress(ctx);
    },
  };
  return Object.create(tool, {
    ...Object.getOwnPropertyDescriptors(methods),
    isBusy: { get: () => held?.isPressed === true || tool.isBusy },
  }) as MaskTool;
}
