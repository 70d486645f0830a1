import { Signal } from '../../document/signal.js';

/** Which pixels painting may write. */
export type PaintOver = 'everything' | 'unlabelled' | 'inside';

/** How a worker likes to paint and to see a mask. Never part of the answer. */
export interface MaskSettings {
  /** Width of brush and eraser in whole image pixels. */
  readonly brushSize: number;
  readonly brushShape: 'round' | 'square';
  readonly over: PaintOver;
  /** Record that painting stays inside of, with `over: 'inside'`. */
  readonly insideId?: string;
  /** Alpha of the painted pixels, 0..1. */
  readonly opacity: number;
  /** A line around every region. */
  readonly outlines: boolean;
  /** A pattern besides the colour of each label. */
  readonly patterns: boolean;
  /** Marks what has no label yet. */
  readonly showUnlabelled: boolean;
  /** Largest difference of a colour channel that fill by colour takes for the same, 0..255. */
  readonly tolerance: number;
  /** Side of a typical superpixel in image pixels. */
  readonly patchSize: number;
}

export const defaultMaskSettings: MaskSettings = {
  brushSize: 24,
  brushShape: 'round',
  over: 'everything',
  opacity: 0.55,
  outlines: true,
  patterns: false,
  showUnlabelled: false,
  tolerance: 24,
  patchSize: 18,
};

/** Widest brush, in image pixels. */
export const MOST_BRUSH = 1000;

/** Holds the settings of one task and tells when they change. */
export class MaskOptions {
  readonly changed = new Signal();
  private values: MaskSettings = defaultMaskSettings;

  get value(): MaskSettings {
    return this.values;
  }

  change(part: Partial<MaskSettings>): void {
    this.values = { ...this.values, ...part };
    this.changed.notify();
  }

  /** Makes the brush a step larger or smaller: fine steps for small brushes, coarse ones for large. */
  stepBrush(by: 1 | -1): void {
    const { brushSize } = this.values;
    const step = Math.max(1, Math.round(brushSize * 0.15));
    this.change({ brushSize: Math.min(MOST_BRUSH, Math.max(1, brushSize + by * step)) });
  }
}
