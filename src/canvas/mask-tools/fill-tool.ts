import { floodByColor } from '../../mask/flood.js';
import { indexAt } from '../../mask/index-mask.js';
import { shiftRuns } from '../../mask/regions.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import { readAround } from './read-around.js';

/** Paints the pixels of about the same colour that are connected with the one under the pointer; with Shift all of them. */
export function createFillTool(of: () => MaskSession): MaskTool {
  return {
    id: 'fill',
    cursor: 'crosshair',
    isBusy: false,
    press(_ctx, { point, modifiers }) {
      const session = of();
      const { mask } = session.pixels;
      const { width, height } = session.viewport.imageSize;
      if (!mask || point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) return;
      if (!session.paintTarget()) return;
      const part = readAround(session, point);
      if (!part) return;
      const { image, left, top } = part;
      const { tolerance, over, isContiguous } = session.options.value;
      const onlyFree = over === 'unlabelled' && indexAt(mask, point.x, point.y) === 0;
      const isTaken = (at: number) => {
        const y = Math.floor(at / image.width);
        return mask.data[(y + top) * mask.width + (at - y * image.width) + left] !== 0;
      };
      const runs = floodByColor(
        image,
        { x: point.x - left, y: point.y - top },
        {
          tolerance,
          contiguous: modifiers.shift !== isContiguous,
          isBlocked: onlyFree ? isTaken : undefined,
        },
      );
      session.paintRegion('fillColor', shiftRuns(runs, left, top));
    },
    move() {},
    release() {},
    cancel() {},
    finish() {},
  };
}
