import type { RgbaImage } from '../flood.js';
import type { Runs } from '../runs.js';
import { BuiltInSegmenter } from '../segment/built-in-segmenter.js';
import type { ImageSource, SegmentPrompt, Segmenter } from '../segment/segmenter.js';
import { superpixels, type Superpixels } from '../segment/slic.js';

/** The heavy work on pictures, wherever it is done: in a worker, or on the page itself in slices. */
export interface MaskEngine extends Segmenter {
  /** Cuts a picture into patches of about `size` pixels a side. The pixels may be moved away: `image` is spent. */
  superpixels(image: RgbaImage, size: number, signal?: AbortSignal): Promise<Superpixels>;
}

/** Does the work right here. */
export class LocalEngine implements MaskEngine {
  private readonly segmenter = new BuiltInSegmenter();

  prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    return this.segmenter.prepare(image, signal);
  }

  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    return this.segmenter.segment(prompt, signal);
  }

  superpixels(image: RgbaImage, size: number, signal?: AbortSignal): Promise<Superpixels> {
    return superpixels(image, { size, signal });
  }
}
