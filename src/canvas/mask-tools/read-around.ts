import type { Point } from '../../geometry/types.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { RgbaImage } from '../../mask/flood.js';
import { clipBounds } from '../../mask/index-mask.js';
import type { MaskSession } from '../mask/mask-session.js';

/** Side of the part that is read of pictures too large to be kept as a whole, in pixels. */
const PART = 3000;

/** Pixels of the picture at their own scale; `left`, `top` is where the part begins. */
export interface PicturePart {
  readonly image: RgbaImage;
  readonly left: number;
  readonly top: number;
}

/** The picture around a point, or undefined with a word to the worker when it cannot be read. */
export function readAround(session: MaskSession, point: Point): PicturePart | undefined {
  const pixels = session.picturePixels;
  if (!pixels) {
    session.say(t.needsPixels(), 'warning');
    return undefined;
  }
  const whole = pixels.readWhole();
  if (whole) return { image: whole, left: 0, top: 0 };
  const half = PART / 2;
  const around = { left: point.x - half, top: point.y - half, right: point.x + half, bottom: point.y + half };
  const bounds = clipBounds(around, pixels);
  return { image: pixels.read(bounds, PART), left: bounds.left, top: bounds.top };
}
