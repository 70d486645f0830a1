import type { BoxAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { OpenStep } from '../../document/open-step.js';
import { boxAround, settleBox } from '../../geometry/box.js';
import type { Tool } from '../tool.js';
import { EditGesture, isDrag } from './edit-gesture.js';
import type { ToolInput } from '../tool.js';

/** Top, right, bottom and left. */
const EXTREMES = 4;

/** Draws a box through four clicks on the outermost points of the object, in any order. Undo takes back one click. */
export function createExtremeTool(): Tool<BoxAnnotation> {
  const edit = new EditGesture<BoxAnnotation>();
  let step: OpenStep<BoxAnnotation> | undefined;
  let pressed: ToolInput | undefined;
  let label = '';

  const open = () => (step?.isOpen ? step : undefined);

  return {
    id: 'extreme',
    cursor: 'crosshair',
    get isBusy() {
      return edit.isBusy || open() !== undefined;
    },
    press(ctx, input) {
      if (!open() && !input.modifiers.alt && edit.press(ctx, input, (box) => ctx.selection.has(box.id))) return;
      pressed = input;
    },
    move(ctx, input) {
      edit.move(ctx, input);
    },
    release(ctx, input) {
      if (edit.release(ctx) || !pressed) return;
      const from = pressed;
      pressed = undefined;
      if (isDrag(ctx, from, input) && input.pointer !== 'touch') return;
      if (!open()) {
        if (!ctx.activeLabel) return ctx.hint('choose-label');
        label = ctx.activeLabel.name;
        ctx.selection.clear();
        step = ctx.store.begin('drawBox');
      }
      const gesture = open();
      if (!gesture) return;
      const points = [...(gesture.sketch?.points ?? []), ctx.snap(input)];
      if (points.length < EXTREMES) {
        gesture.change(() => {}, { points, label });
        return;
      }
      const id = newId();
      const box = settleBox(boxAround(points), ctx.imageSize);
      gesture.preview((tx) => tx.insert({ id, label, kind: 'box', ...box }));
      gesture.commit();
      ctx.selection.setDrawn(id);
    },
    cancel() {
      edit.cancel();
      open()?.cancel();
      pressed = undefined;
    },
    finish() {},
  };
}
