import type { KeypointAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { OpenStep } from '../../document/open-step.js';
import { settlePoint } from '../../geometry/path.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, selectByClick } from './edit-gesture.js';

type KeypointState =
  | { readonly type: 'idle' }
  | {
      readonly type: 'placing';
      readonly id: string;
      readonly label: string;
      readonly step: OpenStep<KeypointAnnotation>;
    };

/**
 * Places points: one click, one point of the chosen label. While the button is down the point follows.
 *
 * A press on a point that is there moves it, a click selects it; Alt places another one in any case.
 */
export function createKeypointTool(): Tool<KeypointAnnotation> {
  const edit = new EditGesture<KeypointAnnotation>();
  let state: KeypointState = { type: 'idle' };

  const current = (): KeypointState => {
    if (state.type === 'placing' && !state.step.isOpen) state = { type: 'idle' };
    return state;
  };

  const show = (ctx: ToolContext<KeypointAnnotation>, input: ToolInput) => {
    const now = current();
    if (now.type !== 'placing') return;
    const point = settlePoint(ctx.snap(input), ctx.imageSize);
    now.step.preview((tx) => tx.insert({ id: now.id, label: now.label, kind: 'keypoint', x: point.x, y: point.y }));
  };

  return {
    id: 'keypoint',
    cursor: 'crosshair',
    get isBusy() {
      return edit.isBusy || current().type === 'placing';
    },
    press(ctx, input) {
      if (!input.modifiers.alt && edit.press(ctx, input, () => !input.modifiers.shift)) return;
      if (input.modifiers.shift && selectByClick(ctx, input)) return;
      const label = ctx.activeLabel;
      if (!label) {
        ctx.hint('choose-label');
        return;
      }
      ctx.selection.clear();
      state = { type: 'placing', id: newId(), label: label.name, step: ctx.store.begin('drawPoint') };
      show(ctx, input);
    },
    move(ctx, input) {
      if (!edit.move(ctx, input)) show(ctx, input);
    },
    release(ctx, input) {
      const edited = edit.release(ctx);
      if (edited === 'click') selectByClick(ctx, input);
      if (edited) return;
      show(ctx, input);
      const now = current();
      state = { type: 'idle' };
      if (now.type === 'placing') now.step.commit();
    },
    cancel() {
      edit.cancel();
      const now = current();
      if (now.type === 'placing') now.step.cancel();
      state = { type: 'idle' };
    },
    finish() {},
  };
}
