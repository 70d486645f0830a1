import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import { swapLabelAt } from '../mask/record-edits.js';

/** Chooses the region under the pointer; with Shift (or the option) it gives the connected region to the label that is chosen. */
export function createPickTool(of: () => MaskSession): MaskTool {
  return {
    id: 'pick',
    cursor: 'pointer',
    picks: true,
    isBusy: false,
    press(_ctx, { point, modifiers }) {
      const session = of();
      if (modifiers.shift !== session.options.value.pickGives) {
        swapLabelAt(session, point);
        return;
      }
      const record = session.recordAt(point);
      session.selection.set(record && session.isShown(record) ? [record.id] : []);
    },
    move() {},
    release() {},
    cancel() {},
    finish() {},
  };
}
