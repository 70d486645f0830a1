import type { Bounds, Point } from '../../geometry/types.js';
import { floodByColor, type FloodOptions } from '../flood.js';
import { regionWork, type RegionTask } from '../region-work.js';
import type { PackedMask } from '../rle.js';
import type { Runs } from '../runs.js';
import { Pacer } from '../slices.js';
import { BuiltInSegmenter } from '../segment/built-in-segmenter.js';
import { FileImage } from './file-image.js';
import type { ImageSource, SegmentPrompt, Segmenter } from '../segment/segmenter.js';
import { searchBoundary, type BoundaryPaths, type BoundarySearch } from '../segment/livewire.js';
import { superpixels, type Superpixels } from '../segment/slic.js';

/** The heavy work on pictures and masks, wherever it is done: in a worker, or on the page itself in slices. */
export interface MaskEngine extends Segmenter {
  /** Cuts a part of the prepared picture (whole numbers inside it) into patches of about `size` pixels a side. */
  superpixels(bounds: Bounds, size: number, signal?: AbortSignal): Promise<Superpixels>;
  /** The pixels of the prepared picture that are of about the colour of one of them. */
  flood(start: Point, options: FloodOptions, signal?: AbortSignal): Promise<Runs>;
  /** Ways along the edges of the prepared picture, from an anchor to all pixels around it. */
  boundary(anchor: Point, options: BoundarySearch, signal?: AbortSignal): Promise<BoundaryPaths>;
  /** Answers about a region of a mask; needs no picture. */
  regions(mask: PackedMask, task: RegionTask, signal?: AbortSignal): Promise<readonly Runs[]>;
}

/** Does the work right here. */
export class LocalEngine implements MaskEngine {
  private readonly segmenter = new BuiltInSegmenter();

  private image?: FileImage;

  prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    this.image?.close();
    this.image = new FileImage(image);
    this.image.warm();
    return this.segmenter.prepare(this.image, signal);
  }

  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    return this.segmenter.segment(prompt, signal);
  }

  async superpixels(bounds: Bounds, size: number, signal?: AbortSignal): Promise<Superpixels> {
    return superpixels(await this.prepared.read(bounds, Infinity, signal), { size, signal });
  }

  async flood(start: Point, options: FloodOptions, signal?: AbortSignal): Promise<Runs> {
    return floodByColor(this.prepared, start, options, signal);
  }

  async boundary(anchor: Point, options: BoundarySearch, signal?: AbortSignal): Promise<BoundaryPaths> {
    return searchBoundary(this.prepared, anchor, options, signal);
  }

  async regions(mask: PackedMask, task: RegionTask, signal?: AbortSignal): Promise<readonly Runs[]> {
    return new Pacer(signal).steps(regionWork(mask, task));
  }

  private get prepared(): FileImage {
    if (!this.image) throw new Error('Call prepare with a picture first.');
    return this.image;
  }
}
