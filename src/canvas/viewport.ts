import type { Point, Size } from '../geometry/types.js';
import { Signal } from '../document/signal.js';

/** Share of the stage that a fitted picture leaves free, in CSS pixels on each side. */
const FIT_MARGIN = 16;
/** A natural pixel is never shown larger than this many CSS pixels. */
const MAX_SCALE = 64;
/** The picture can be zoomed out to this share of its fitted size. */
const MIN_FIT_SHARE = 0.25;
/** At least this many CSS pixels of the picture stay on the stage however far it is panned. */
const KEEP_VISIBLE = 48;

/**
 * Where the picture lies on the stage: the only place that knows both image pixels and CSS pixels.
 *
 * `scale` is CSS pixels a natural image pixel; `x`, `y` is the stage position (CSS pixels) of the image's top left.
 */
export class Viewport {
  readonly changed = new Signal();
  private image: Size = { width: 0, height: 0 };
  private stage: Size = { width: 0, height: 0 };
  private camera = { scale: 1, x: 0, y: 0 };
  /** True until the worker zooms or pans: the picture keeps fitting while the window changes size. */
  private fitted = true;

  get scale(): number {
    return this.camera.scale;
  }

  get x(): number {
    return this.camera.x;
  }

  get y(): number {
    return this.camera.y;
  }

  /** Size of the stage in CSS pixels. */
  get stageSize(): Size {
    return this.stage;
  }

  /** Natural size of the picture; 0 × 0 until it is known. */
  get imageSize(): Size {
    return this.image;
  }

  get isFitted(): boolean {
    return this.fitted;
  }

  /** The scale at which the whole picture is on the stage. */
  get fitScale(): number {
    if (!this.image.width || !this.image.height || !this.stage.width || !this.stage.height) return 1;
    const wide = Math.max(1, this.stage.width - 2 * FIT_MARGIN) / this.image.width;
    const high = Math.max(1, this.stage.height - 2 * FIT_MARGIN) / this.image.height;
    return Math.min(wide, high, MAX_SCALE);
  }

  /** True when some of the picture lies outside the stage. */
  get isCropped(): boolean {
    return (
      this.x < -0.5 ||
      this.y < -0.5 ||
      this.x + this.image.width * this.scale > this.stage.width + 0.5 ||
      this.y + this.image.height * this.scale > this.stage.height + 0.5
    );
  }

  setImageSize(size: Size): void {
    this.image = size;
    this.fit();
  }

  setStageSize(size: Size): void {
    if (size.width === this.stage.width && size.height === this.stage.height) return;
    const before = this.stage;
    this.stage = size;
    if (this.fitted) this.fit();
    else this.place(this.scale, this.x + (size.width - before.width) / 2, this.y + (size.height - before.height) / 2);
  }

  /** From stage CSS pixels to image pixels; not clamped, not rounded. */
  toImage(stagePoint: Point): Point {
    return { x: (stagePoint.x - this.x) / this.scale, y: (stagePoint.y - this.y) / this.scale };
  }

  /** From image pixels to stage CSS pixels. */
  toStage(point: Point): Point {
    return { x: point.x * this.scale + this.x, y: point.y * this.scale + this.y };
  }

  /** Image pixels on the stage now, as edges; may reach beyond the picture. */
  get visibleBounds(): { left: number; top: number; right: number; bottom: number } {
    const start = this.toImage({ x: 0, y: 0 });
    const end = this.toImage({ x: this.stage.width, y: this.stage.height });
    return { left: start.x, top: start.y, right: end.x, bottom: end.y };
  }

  /** Zooms by a factor and keeps the given stage point over the same image pixel. */
  zoomBy(factor: number, at: Point = this.center): void {
    this.zoomTo(this.scale * factor, at);
  }

  zoomTo(scale: number, at: Point = this.center): void {
    const least = Math.min(this.fitScale * MIN_FIT_SHARE, 1);
    const next = Math.min(MAX_SCALE, Math.max(least, scale));
    const anchor = this.toImage(at);
    this.fitted = false;
    this.place(next, at.x - anchor.x * next, at.y - anchor.y * next);
  }

  /** Moves the picture by CSS pixels. */
  panBy(dx: number, dy: number): void {
    this.fitted = false;
    this.place(this.scale, this.x + dx, this.y + dy);
  }

  /** Shows the whole picture, centred. */
  fit(): void {
    this.fitted = true;
    const scale = this.fitScale;
    this.place(
      scale,
      (this.stage.width - this.image.width * scale) / 2,
      (this.stage.height - this.image.height * scale) / 2,
    );
  }

  /** One image pixel a CSS pixel. */
  showActualSize(): void {
    this.zoomTo(1);
  }

  /** Brings a region into view, zooming out only when it would not fit. */
  reveal(bounds: { left: number; top: number; right: number; bottom: number }): void {
    const seen = this.visibleBounds;
    const inside =
      bounds.left >= seen.left && bounds.top >= seen.top && bounds.right <= seen.right && bounds.bottom <= seen.bottom;
    if (inside) return;
    const room = Math.min(
      (this.stage.width * 0.8) / Math.max(1, bounds.right - bounds.left),
      (this.stage.height * 0.8) / Math.max(1, bounds.bottom - bounds.top),
    );
    const scale = Math.min(this.scale, room);
    this.fitted = false;
    this.place(
      scale,
      this.stage.width / 2 - ((bounds.left + bounds.right) / 2) * scale,
      this.stage.height / 2 - ((bounds.top + bounds.bottom) / 2) * scale,
    );
  }

  private get center(): Point {
    return { x: this.stage.width / 2, y: this.stage.height / 2 };
  }

  private place(scale: number, x: number, y: number): void {
    const width = this.image.width * scale;
    const height = this.image.height * scale;
    const keepX = Math.min(KEEP_VISIBLE, width);
    const keepY = Math.min(KEEP_VISIBLE, height);
    const next = {
      scale,
      x: Math.min(this.stage.width - keepX, Math.max(keepX - width, x)),
      y: Math.min(this.stage.height - keepY, Math.max(keepY - height, y)),
    };
    if (next.scale === this.camera.scale && next.x === this.camera.x && next.y === this.camera.y) return;
    this.camera = next;
    this.changed.notify();
  }
}
