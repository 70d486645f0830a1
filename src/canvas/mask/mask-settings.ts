import { Signal } from '../../document/signal.js';

/** Which pixels painting may write. */
export type PaintOver = 'everything' | 'unlabelled' | 'inside';

/** What tells regions apart besides their colours: nothing, a pattern, or a letter (objects: their number). */
export type Marks = 'none' | 'patterns' | 'letters';

export const allMarks: readonly Marks[] = ['none', 'patterns', 'letters'];

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
  readonly marks: Marks;
  /** The mask is out of the way for a moment, whatever its opacity. */
  readonly isAside: boolean;
  /** Marks what has no label yet. */
  readonly showUnlabelled: boolean;
  /** Largest difference of a colour channel that fill by colour takes for the same, 0..255. */
  readonly tolerance: number;
  /** Fill by colour takes only what is connected with the pixel that was clicked. */
  readonly isContiguous: boolean;
  /** A click of the pick tool gives the region to the chosen label; otherwise it chooses the region's. */
  readonly pickGives: boolean;
  /** Side of a typical superpixel in image pixels. */
  readonly patchSize: number;
  /** How far regions grow and shrink, and how wide a gap may be to be closed, in image pixels. */
  readonly distance: number;
  /** How far an outline may lie beside the mask before it gets another vertex, in image pixels. */
  readonly detail: number;
}

export const defaultMaskSettings: MaskSettings = {
  brushSize: 24,
  brushShape: 'round',
  over: 'everything',
  opacity: 0.55,
  outlines: true,
  marks: 'none',
  isAside: false,
  showUnlabelled: false,
  tolerance: 24,
  isContiguous: true,
  pickGives: false,
  patchSize: 18,
  distance: 3,
  detail: 1,
};

/** Farthest that regions grow or shrink in one step, in image pixels. */
export const MOST_DISTANCE = 64;

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
