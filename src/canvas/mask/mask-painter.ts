import type { Bounds } from '../../geometry/types.js';
import type { PaintTransform } from '../shape-kind.js';
import { colourise, type ColorTable } from './colourise.js';
import type { Viewport } from '../viewport.js';
import type { IndexMask } from '../../mask/index-mask.js';

/** More dirty rectangles than this between two frames are painted as one. */
const MOST_RECTANGLES = 1024;

/** A mask, and how it looks now. */
export interface MaskSource {
  readonly viewport: Pick<Viewport, 'scale' | 'x' | 'y'>;
  readonly mask: IndexMask | undefined;
  /** Whether regions have a line around them. */
  readonly outlines: boolean;
  /** Colours of the indices; `ratio` is canvas pixels a CSS pixel. */
  colors(ratio: number): ColorTable;
}

/**
 * Paints the mask on a canvas as large as the stage: what is on the screen, at the scale of the screen.
 *
 * A stroke repaints the rectangle it touched; a moved camera repaints the stage. The whole mask is never held in colours.
 */
export class MaskPainter {
  readonly canvas = document.createElement('canvas');
  private readonly g: CanvasRenderingContext2D;
  private image?: ImageData;
  private pixels = new Uint32Array(0);
  private dirty: Bounds[] | 'all' = 'all';
  private table?: ColorTable;
  private ratio = 1;

  constructor(private readonly source: MaskSource) {
    this.canvas.className = 'mask-canvas';
    this.g = this.canvas.getContext('2d')!;
  }

  /** The stage has another size (CSS pixels) or the screen another density. */
  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.image = undefined;
    this.dirty = 'all';
  }

  /** Paints everything at the next frame; with `looks` the colours have changed too. */
  invalidate(looks = false): void {
    this.dirty = 'all';
    if (looks) this.table = undefined;
  }

  /** Paints a part of the picture (image pixels) at the next frame. */
  invalidateBounds(bounds: Bounds): void {
    if (this.dirty === 'all') return;
    this.dirty.push(bounds);
    if (this.dirty.length > MOST_RECTANGLES) this.dirty = [this.dirty.reduce(around)];
  }

  /** Paints what has changed. */
  paint(): void {
    const { dirty } = this;
    this.dirty = [];
    const { width, height } = this.canvas;
    const whole = { left: 0, top: 0, right: width, bottom: height };
    if (!this.source.mask) {
      if (dirty === 'all') this.g.clearRect(0, 0, width, height);
      return;
    }
    this.table ??= this.source.colors(this.ratio);
    if (dirty === 'all') this.paintPart(whole);
    else for (const bounds of joined(dirty)) this.paintPart(this.onCanvas(bounds, whole));
  }

  /** From image pixels to canvas pixels. */
  get transform(): PaintTransform {
    const { scale, x, y } = this.source.viewport;
    return { scale: scale * this.ratio, x: x * this.ratio, y: y * this.ratio };
  }

  private onCanvas({ left, top, right, bottom }: Bounds, whole: Bounds): Bounds {
    const { scale, x, y } = this.transform;
    // A line stands one pixel after the border it marks.
    return {
      left: Math.max(whole.left, Math.floor(left * scale + x) - 1),
      top: Math.max(whole.top, Math.floor(top * scale + y) - 1),
      right: Math.min(whole.right, Math.ceil(right * scale + x) + 2),
      bottom: Math.min(whole.bottom, Math.ceil(bottom * scale + y) + 2),
    };
  }

  private paintPart(region: Bounds): void {
    const { mask } = this.source;
    if (!mask || !this.table || region.right <= region.left || region.bottom <= region.top) return;
    if (!this.image) {
      this.image = this.g.createImageData(this.canvas.width, this.canvas.height);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    colourise({
      mask,
      table: this.table,
      to: this.transform,
      target: this.pixels,
      targetWidth: this.canvas.width,
      region,
      outlines: this.source.outlines,
    });
    const { left, top, right, bottom } = region;
    this.g.putImageData(this.image, 0, 0, left, top, right - left, bottom - top);
  }
}

/** Dabs overlap and are painted as one rectangle; the tiles of an undone stroke do not, and between them there is nothing. */
function joined(rectangles: readonly Bounds[]): readonly Bounds[] {
  if (rectangles.length < 2) return rectangles;
  const all = rectangles.reduce(around);
  const sum = rectangles.reduce((total, each) => total + areaOf(each), 0);
  return sum < areaOf(all) ? rectangles : [all];
}

function areaOf({ left, top, right, bottom }: Bounds): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function around(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
