import type { ShapeAnnotation } from '../../document/annotation.js';
import { boundsOf, boxBetween } from '../../geometry/box.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

type SelectState =
  | { readonly type: 'idle' }
  | { readonly type: 'pressed'; readonly from: ToolInput }
  | { readonly type: 'marquee'; readonly from: ToolInput; readonly kept: readonly string[] };

/** Selects, moves and reshapes; never draws. A drag over empty ground selects everything inside the rectangle. */
export function createSelectTool<A extends ShapeAnnotation>(): Tool<A> {
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
      return edit.isBusy || state.type === 'marquee';
    },
    press(ctx, input) {
      if (edit.press(ctx, input, () => !input.modifiers.shift)) return;
      state = { type: 'pressed', from: input };
    },
    move(ctx, input) {
      if (edit.move(ctx, input)) return;
      if (state.type === 'pressed' && isDrag(ctx, state.from, input)) {
        state = { type: 'marquee', from: state.from, kept: input.modifiers.shift ? [...ctx.selection.ids] : [] };
      }
      if (state.type === 'marquee') showMarquee(ctx, input, state.from, state.kept);
    },
    release(ctx, input) {
      const edited = edit.release();
      const wasPressed = state.type === 'pressed';
      if (state.type === 'marquee') ctx.showMarquee(undefined);
      state = { type: 'idle' };
      if (edited === 'click' || wasPressed) {
        if (!selectByClick(ctx, input) && !input.modifiers.shift) ctx.selection.clear();
      }
    },
    cancel(ctx) {
      edit.cancel();
      ctx.showMarquee(undefined);
      state = { type: 'idle' };
    },
    finish() {},
  };
}
