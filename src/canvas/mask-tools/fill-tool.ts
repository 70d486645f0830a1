import { maskTerms as t } from '../../locales/terms/mask.js';
import { indexAt } from '../../mask/index-mask.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

/**
 * Paints the pixels of about the same colour that are connected with the one under the pointer; with Shift all of them.
 *
 * The picture is searched off the page. What the worker chooses meanwhile changes neither label nor settings of a press.
 */
export function createFillTool(of: () => MaskSession): MaskTool {
  return {
    id: 'fill',
    cursor: 'crosshair',
    isBusy: false,
    press(_ctx, { point, modifiers }) {
      const session = of();
      const { width, height } = session.viewport.imageSize;
      if (point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) return;
      const image = session.picturePixels;
      if (session.paintTarget() && !image) session.say(t.needsPixels(), 'warning');
      if (!image) return;
      const { tolerance, isContiguous } = session.options.value;
      const contiguous = modifiers.shift !== isContiguous;
      const rule = session.writeRule;
      const find = async (signal: AbortSignal) => {
        const { mask, packed } = session.pixels;
        const onlyFree = rule.over === 'unlabelled' && mask !== undefined && indexAt(mask, point.x, point.y) === 0;
        await session.engine.prepare(image);
        const options = { tolerance, contiguous, taken: onlyFree ? packed : undefined };
        const runs = await session.engine.flood(point, options, signal);
        return session.picturePixels === image ? runs : undefined;
      };
      session.paintRegion('fillColor', find, { rule, status: t.filling });
    },
    move() {},
    release() {},
    cancel() {},
    finish() {},
  };
}
