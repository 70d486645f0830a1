import type { ShapeAnnotation } from '../../document/annotation.js';
import { boundsOf, boxBetween } from '../../geometry/box.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { isPath } from '../vertex-move.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

type SelectState =
  | { readonly type: 'idle' }
  | { readonly type: 'pressed'; readonly from: ToolInput }
  | { readonly type: 'marquee'; readonly from: ToolInput; readonly kept: readonly string[] }
  | { readonly type: 'vertices'; readonly from: ToolInput; readonly id: string; readonly kept: readonly number[] };

/**
 * Selects, moves and reshapes; never draws. A drag over empty ground selects everything inside the rectangle.
 *
 * With Alt the rectangle selects vertices of the one selected path, wherever it begins.
 */
export function createSelectTool<A extends ShapeAnnotation>(): Tool<A> {
  const edit = new EditGesture<A>();
  let state: SelectState = { type: 'idle' };

  const showMarquee = (ctx: ToolContext<A>, input: ToolInput, from: ToolInput, kept: readonly string[]) => {
    const bounds = boundsOf(boxBetween(from.point, input.point));
    ctx.showMarquee(bounds);
    ctx.selection.set([...kept, ...ctx.within(bounds).map((shape) => shape.id)]);
  };

  const showVertices = (ctx: ToolContext<A>, input: ToolInput, now: Extract<SelectState, { type: 'vertices' }>) => {
    const bounds = boundsOf(boxBetween(now.from.point, input.point));
    ctx.showMarquee(bounds);
    const shape = ctx.store.get(now.id);
    if (!isPath(shape)) return;
    const inside = shape.vertices.flatMap(({ x, y }, index) =>
      x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom ? [index] : [],
    );
    ctx.vertices.set(now.id, [...now.kept, ...inside]);
  };

  return {
    id: 'select',
    cursor: 'default',
    get isBusy() {
      return edit.isBusy || state.type === 'marquee' || state.type === 'vertices';
    },
    press(ctx, input) {
      const id = ctx.selection.size === 1 ? ctx.selection.primary : undefined;
      if (input.modifiers.alt && id !== undefined && isPath(ctx.store.get(id))) {
        const kept = input.modifiers.shift ? [...ctx.vertices.of(id)] : [];
        state = { type: 'vertices', from: input, id, kept };
        return;
      }
      if (edit.press(ctx, input, () => !input.modifiers.shift)) return;
      state = { type: 'pressed', from: input };
    },
    move(ctx, input) {
      if (edit.move(ctx, input)) return;
      if (state.type === 'pressed' && isDrag(ctx, state.from, input)) {
        state = { type: 'marquee', from: state.from, kept: input.modifiers.shift ? [...ctx.selection.ids] : [] };
      }
      if (state.type === 'marquee') showMarquee(ctx, input, state.from, state.kept);
      if (state.type === 'vertices') showVertices(ctx, input, state);
    },
    release(ctx, input) {
      const edited = edit.release(ctx);
      const wasPressed = state.type === 'pressed';
      if (state.type === 'marquee' || state.type === 'vertices') ctx.showMarquee(undefined);
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
