import type { ShapeAnnotation } from '../../document/annotation.js';
import { boundsOf, boxBetween } from '../../geometry/box.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

type SelectState =
  | { readonly type: 'idle' }
  | { readonly type: 'pressed'; readonly from: ToolInput }
  | { readonly type: 'marquee'; readonly from: ToolInput; readonly kept: readonly string[] };

/** Another way to choose an area, taken with Alt. */
export interface AreaGesture<A extends ShapeAnnotation> {
  readonly isBusy: boolean;
  press(ctx: ToolContext<A>, input: ToolInput): void;
  move(ctx: ToolContext<A>, input: ToolInput): boolean;
  release(ctx: ToolContext<A>): 'click' | 'done' | false;
  cancel(ctx: ToolContext<A>): void;
}

/**
 * Selects, moves and reshapes; never draws. A drag over empty ground selects everything inside the rectangle.
 *
 * With Alt a drag belongs to `area` if there is one, wherever it begins.
 */
export function createSelectTool<A extends ShapeAnnotation>(area?: AreaGesture<A>): Tool<A> {
  const edit = new EditGesture<A>();
  let state: SelectState = { type: 'idle' };

  const showMarquee = (ctx: ToolContext<A>, input: ToolInput, from: ToolInput, kept: readonly string[]) => {
    const bounds = boundsOf(boxBetween(from.point, input.point));
    ctx.showMarquee(bounds);
    ctx.selection.set([...kept, ...ctx.within(bounds).map((shape) => shape.id)]);
  };

  return {
    id: 'select',
    cursor: 'default',
    get isBusy() {
      return edit.isBusy || state.type === 'marquee' || area?.isBusy === true;
    },
    press(ctx, input) {
      if (area && input.modifiers.alt) return area.press(ctx, input);
      if (edit.press(ctx, input, () => !input.modifiers.shift)) return;
      state = { type: 'pressed', from: input };
    },
    move(ctx, input) {
      if (area?.move(ctx, input) || edit.move(ctx, input)) return;
      if (state.type === 'pressed' && isDrag(ctx, state.from, input)) {
        state = { type: 'marquee', from: state.from, kept: input.modifiers.shift ? [...ctx.selection.ids] : [] };
      }
      if (state.type === 'marquee') showMarquee(ctx, input, state.from, state.kept);
    },
    release(ctx, input) {
      const ended = area?.release(ctx) || edit.release(ctx);
      const wasPressed = state.type === 'pressed';
      if (state.type === 'marquee') ctx.showMarquee(undefined);
      state = { type: 'idle' };
      if (ended === 'click' || wasPressed) {
        if (!selectByClick(ctx, input) && !input.modifiers.shift) ctx.selection.clear();
      }
    },
    cancel(ctx) {
      area?.cancel(ctx);
      edit.cancel();
      ctx.showMarquee(undefined);
      state = { type: 'idle' };
    },
    finish() {},
  };
}
