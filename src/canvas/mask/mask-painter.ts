import type { Bounds } from '../../geometry/types.js';
import type { PaintTransform } from '../shape-kind.js';
import { colourise, type ColorTable } from './colourise.js';
import { repaintAreas } from './dirty-cells.js';
import type { Viewport } from '../viewport.js';
import type { IndexMask } from '../../mask/index-mask.js';

/** A mask, and how it looks now. */
export interface MaskSource {
  readonly viewport: Pick<Viewport, 'scale' | 'x' | 'y'>;
  readonly mask: IndexMask | undefined;
  /** Whether regions have a line around them. */
  readonly outlines: boolean;
  /** Colours of the indices; `ratio` is canvas pixels a CSS pixel. */
  colors(ratio: number): ColorTable;
  /** Whether the mask may hold an index somewhere else than where it has just changed. */
  holds(index: number): boolean;
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
  private isTableOld = false;
  private ratio = 1;

  constructor(private readonly source: MaskSource) {
    this.canvas.className = 'mask-canvas';
    this.g = this.canvas.getContext('2d')!;
  }

  /** The stage has another size (CSS pixels) or the screen another density. */
  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    this.table = undefined;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.image = undefined;
    this.dirty = 'all';
  }

  /** Paints everything at the next frame. */
  invalidate(): void {
    this.dirty = 'all';
  }

  /** Colours may have changed: paints everything at the next frame if those of what can be seen have. */
  invalidateLooks(): void {
    this.isTableOld = true;
  }

  /** Paints a part of the picture (image pixels) at the next frame. */
  invalidateBounds(bounds: Bounds): void {
    if (this.dirty !== 'all') this.dirty.push(bounds);
  }

  /** Paints what has changed. */
  paint(): void {
    const { width, height } = this.canvas;
    const whole = { left: 0, top: 0, right: width, bottom: height };
    this.renewTable();
    const { dirty } = this;
    this.dirty = [];
    if (!this.source.mask) {
      if (dirty === 'all') this.g.clearRect(0, 0, width, height);
    } else if (dirty === 'all') this.paintPart(whole);
    else {
      const marked = dirty.map((bounds) => this.onCanvas(bounds));
      for (const part of repaintAreas(marked, width, height)) this.paintPart(part);
    }
  }

  /** A record that comes or goes with all its pixels changes no colour elsewhere. */
  private renewTable(): void {
    if (this.table && !this.isTableOld) return;
    const { table: old } = this;
    const table = this.source.colors(this.ratio);
    this.table = table;
    this.isTableOld = false;
    const isSame = (index: number) =>
      old?.fill[index] === table.fill[index] &&
      old?.line[index] === table.line[index] &&
      old?.mark[index] === table.mark[index] &&
      old?.rim[index] === table.rim[index] &&
      old?.tiles[index] === table.tiles[index];
    const length = Math.max(old?.fill.length ?? 0, table.fill.length);
    for (let index = 0; index < length && this.dirty !== 'all'; index++) {
      if (!isSame(index) && this.source.holds(index)) this.dirty = 'all';
    }
  }

  /** From image pixels to canvas pixels. */
  get transform(): PaintTransform {
    const { scale, x, y } = this.source.viewport;
    return { scale: scale * this.ratio, x: x * this.ratio, y: y * this.ratio };
  }

  private onCanvas({ left, top, right, bottom }: Bounds): Bounds {
    const { scale, x, y } = this.transform;
    // A line stands one pixel after the border it marks.
    return {
      left: Math.floor(left * scale + x) - 1,
      top: Math.floor(top * scale + y) - 1,
      right: Math.ceil(right * scale + x) + 2,
      bottom: Math.ceil(bottom * scale + y) + 2,
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
