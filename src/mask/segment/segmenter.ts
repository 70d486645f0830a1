import type { Bounds, Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Runs } from '../runs.js';
import { fitted, shrinkCrop } from './resample.js';

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
  /** The file itself, where it is at hand and holds the pixels as they are shown: a worker can read it without the page. */
  readonly file?: Blob;
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

/**
 * Why a segmenter failed, so that the worker can be told what to do: `unreachable` may work a moment later, `refused` and
 * `unusable` will not.
 */
export type SegmentFailure = 'unreachable' | 'refused' | 'unusable';

/** An error of a segmenter. The message is for developers and names what was found. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';

  constructor(
    readonly reason: SegmentFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why a segmenter failed, when it said so. Not by class: a segmenter may come from another copy of the library. */
export function failureOf(error: unknown): SegmentFailure | undefined {
  return error instanceof Error && error.name === 'SegmentError' ? (error as SegmentError).reason : undefined;
}

/** An image source over pixels that are in memory already. */
export function memoryImage(image: RgbaImage): ImageSource {
  const { width, height } = image;
  return {
    width,
    height,
    read: (bounds, maxSide) => {
      const size = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
      return shrinkCrop(image, bounds, fitted(size, maxSide));
    },
  };
}
