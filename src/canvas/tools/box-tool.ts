import type { BoxAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { OpenStep } from '../../document/open-step.js';
import { boxBetween, clampPoint, settleBox, squareCorner } from '../../geometry/box.js';
import type { Point } from '../../geometry/types.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

type BoxState =
  | { readonly type: 'idle' }
  | { readonly type: 'pressed'; readonly from: ToolInput }
  | {
      readonly type: 'drawing';
      /** By one drag, or by two clicks. */
      readonly by: 'drag' | 'clicks';
      readonly anchor: Point;
      readonly id: string;
      readonly label: string;
      readonly step: OpenStep<BoxAnnotation>;
    };

/** Boxes narrower or lower than this many CSS pixels are taken for a slip of the hand. */
const SLIP = 3;

/**
 * Draws boxes by one drag or by two clicks.
 *
 * A press on a grip or inside the selected box edits instead; a click on a box selects it. Alt draws in any case,
 * so that a box can begin inside another.
 */
export function createBoxTool(): Tool<BoxAnnotation> {
  const edit = new EditGesture<BoxAnnotation>();
  let state: BoxState = { type: 'idle' };
  let drewByClicks = false;

  const current = (): BoxState => {
    if (state.type === 'drawing' && !state.step.isOpen) state = { type: 'idle' };
    return state;
  };

  const begin = (ctx: ToolContext<BoxAnnotation>, from: ToolInput, by: 'drag' | 'clicks') => {
    const label = ctx.activeLabel;
    if (!label) {
      ctx.hint('choose-label');
      state = { type: 'idle' };
      return;
    }
    ctx.selection.clear();
    const step = ctx.store.begin('drawBox');
    state = { type: 'drawing', by, anchor: ctx.snap(from), id: newId(), label: label.name, step };
  };

  const show = (ctx: ToolContext<BoxAnnotation>, input: ToolInput) => {
    if (state.type !== 'drawing') return;
    const { anchor, id, label, step } = state;
    const snapped = ctx.snap(input);
    const corner = input.modifiers.shift ? clampPoint(squareCorner(anchor, snapped), ctx.imageSize) : snapped;
    const box = settleBox(boxBetween(anchor, corner), ctx.imageSize);
    step.preview((tx) => tx.insert({ id, label, kind: 'box', ...box }));
  };

  const complete = (ctx: ToolContext<BoxAnnotation>, input: ToolInput) => {
    if (state.type !== 'drawing') return;
    const { anchor, id, step, by } = state;
    const slip = (SLIP * ctx.tolerance(input)) / 6;
    const tiny = Math.abs(input.point.x - anchor.x) < slip || Math.abs(input.point.y - anchor.y) < slip;
    state = { type: 'idle' };
    drewByClicks = by === 'clicks';
    if (tiny && Math.min(ctx.imageSize.width, ctx.imageSize.height) > slip) {
      step.cancel();
      ctx.hint('too-small');
      return;
    }
    step.commit();
    ctx.selection.setDrawn(id);
  };

  return {
    id: 'box',
    cursor: 'crosshair',
    get isBusy() {
      return edit.isBusy || current().type === 'drawing';
    },
    press(ctx, input) {
      if (current().type === 'drawing') return;
      const drawsAnyway = input.modifiers.alt;
      if (!drawsAnyway && edit.press(ctx, input, (box) => ctx.selection.has(box.id) && !input.modifiers.shift)) return;
      state = { type: 'pressed', from: input };
    },
    move(ctx, input) {
      if (edit.move(ctx, input)) return;
      const now = current();
      if (now.type === 'pressed' && isDrag(ctx, now.from, input)) begin(ctx, now.from, 'drag');
      show(ctx, input);
    },
    release(ctx, input) {
      const edited = edit.release(ctx);
      if (edited) {
        if (edited === 'click') selectByClick(ctx, input);
        return;
      }
      const now = current();
      if (now.type === 'drawing') {
        show(ctx, input);
        complete(ctx, input);
      } else if (now.type === 'pressed') {
        state = { type: 'idle' };
        if (!input.modifiers.alt && selectByClick(ctx, input)) return;
        const startsNext = drewByClicks || input.modifiers.alt || input.pointer === 'keyboard' || !ctx.selection.size;
        if (startsNext) begin(ctx, now.from, 'clicks');
        else ctx.selection.clear();
      }
    },
    cancel(ctx) {
      edit.cancel();
      const now = current();
      if (now.type === 'drawing') now.step.cancel();
      ctx.showMarquee(undefined);
      state = { type: 'idle' };
      drewByClicks = false;
    },
    finish() {},
  };
}
