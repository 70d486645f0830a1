import type { Bounds, Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Runs } from '../runs.js';

/** What the worker has said about the object, in image pixels. */
export interface SegmentPrompt {
  /** The topmost, bottommost, leftmost and rightmost points of the object in any order; more of them do no harm. */
  readonly extremes: readonly Point[];
  /** A box instead of extreme points. */
  readonly box?: Bounds;
  /** Points on the object that the mask missed. */
  readonly include: readonly Point[];
  /** Points beside the object that the mask took in. */
  readonly exclude: readonly Point[];
}

/**
 * A picture that hands out its pixels in parts, so that 100 megapixels need never be copied as a whole.
 *
 * `read` returns the pixels of `bounds` (whole numbers inside the picture) scaled to at most `maxSide` on the longer side.
 */
export interface ImageSource extends Size {
  /** Address of the picture, where it has one. */
  readonly src?: string;
  read(bounds: Bounds, maxSide: number, signal?: AbortSignal): RgbaImage | Promise<RgbaImage>;
}

/**
 * Turns a few clicks into the mask of one object: the built-in method, a model in the browser or a service all look like this.
 *
 * `prepare` is called once for each picture, `segment` for each prompt. Both end with the signal's reason when aborted.
 */
export interface Segmenter {
  prepare(image: ImageSource, signal?: AbortSignal): Promise<void>;
  /** The pixels of the object in image pixels; empty when the prompt says too little. */
  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs>;
}

/** An image source over pixels that are in memory already. */
export function memoryImage(image: RgbaImage): ImageSource {
  const { width, height, data } = image;
  return {
    width,
    height,
    read({ left, top, right, bottom }, maxSide) {
      const [cropWidth, cropHeight] = [right - left, bottom - top];
      const scale = Math.min(1, maxSide / Math.max(cropWidth, cropHeight));
      const size = {
        width: Math.max(1, Math.round(cropWidth * scale)),
        height: Math.max(1, Math.round(cropHeight * scale)),
      };
      if (scale === 1) {
        const copy = new Uint8ClampedArray(size.width * size.height * 4);
        for (let y = 0; y < size.height; y++) {
          const from = ((top + y) * width + left) * 4;
          copy.set(data.subarray(from, from + size.width * 4), y * size.width * 4);
        }
        return { ...size, data: copy };
      }
      return { ...size, data: shrink(image, { left, top, right, bottom }, size) };
    },
  };
}

/** Averages up to four by four points of each cell: as smooth as a full average for a segmenter, at a fixed cost. */
function shrink({ width, data }: RgbaImage, { left, top, right, bottom }: Bounds, size: Size): Uint8ClampedArray {
  const scaleX = (right - left) / size.width;
  const scaleY = (bottom - top) / size.height;
  const samplesX = Math.max(1, Math.min(4, Math.round(scaleX)));
  const samplesY = Math.max(1, Math.min(4, Math.round(scaleY)));
  const count = samplesX * samplesY;
  const target = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0, to = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, to += 4) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let sy = 0; sy < samplesY; sy++) {
        const row = Math.floor(top + (y + (sy + 0.5) / samplesY) * scaleY) * width;
        for (let sx = 0; sx < samplesX; sx++) {
          const at = (row + Math.floor(left + (x + (sx + 0.5) / samplesX) * scaleX)) * 4;
          red += data[at];
          green += data[at + 1];
          blue += data[at + 2];
          alpha += data[at + 3];
        }
      }
      target[to] = red / count;
      target[to + 1] = green / count;
      target[to + 2] = blue / count;
      target[to + 3] = alpha / count;
    }
  }
  return target;
}
