import type { ShapeAnnotation } from '../document/annotation.js';
import type { Bounds, Size } from '../geometry/types.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { ShapeIndex } from './shape-index.js';
import type { ShapeStyle } from './shape-kind.js';
import type { StyleBook } from './style-book.js';
import { Surface } from './surface.js';

/** Canvas painted beyond each side of the stage (CSS pixels), so that panning shows no bare edge. */
export const OVERSCAN = 160;
/** Painting in the background takes at most this long a frame. */
const SLICE_MS = 1.5;
/** Painted shapes between two looks at the clock. */
const SLICE_SHAPES = 64;
/** The picture must be at rest for this long before it is painted sharp again. */
const REST_MS = 80;
/** A bitmap is stretched at most this much before a sharp one is made while the picture still moves. */
const MOST_STRETCH = 1.5;
/** Shapes smaller than this on the screen (CSS pixels) are painted as dots. */
const DOT = 3;

interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** One of two canvases: while one is shown, the other can be painted in slices. */
interface Pane {
  readonly surface: Surface;
  camera: Camera;
}

/**
 * Paints all shapes that nobody is touching.
 *
 * While the camera moves, the painted bitmap is moved by a CSS transform; a sharp one is painted in slices on a second
 * canvas and swapped in. An edit repaints only the rectangle it touched. So neither panning nor dragging one shape
 * costs more among ten thousand shapes than among ten.
 */
export class SettledLayer<A extends ShapeAnnotation> {
  private front = createPane();
  private back = createPane();
  private dirty: Bounds[] | 'all' = 'all';
  private background?: { readonly shapes: readonly A[]; next: number };
  private movedAt = 0;
  private active: ReadonlySet<string> = new Set();

  /** @param host - Gets both canvases. It reaches beyond the stage by `OVERSCAN` on each side. */
  constructor(
    host: HTMLElement,
    private readonly session: AnnotatorSession<A>,
    private readonly index: ShapeIndex<A>,
    private readonly styles: StyleBook<A>,
  ) {
    host.append(this.front.surface.element, this.back.surface.element);
    this.back.surface.element.style.visibility = 'hidden';
  }

  /** How far markers reach beyond the bounds of their shapes, in CSS pixels. */
  private get reach(): number {
    return this.session.greatestMargin;
  }

  /** Repaints everything at the next frame. */
  invalidate(): void {
    this.dirty = 'all';
  }

  /** Repaints one region (image pixels) at the next frame. */
  invalidateBounds(bounds: Bounds): void {
    if (this.dirty !== 'all') this.dirty.push(bounds);
  }

  /** Shapes painted elsewhere because the worker is busy with them. */
  setActive(ids: ReadonlySet<string>): void {
    for (const id of ids) if (!this.active.has(id)) this.invalidateShape(id);
    for (const id of this.active) if (!ids.has(id)) this.invalidateShape(id);
    this.active = ids;
  }

  /** Follows the size of the stage (CSS pixels). Both canvases are empty then. */
  resize({ width, height }: Size, ratio: number): void {
    const size = { width: width + 2 * OVERSCAN, height: height + 2 * OVERSCAN };
    for (const { surface } of [this.front, this.back]) surface.resize(size, ratio);
    this.background = undefined;
    this.dirty = 'all';
  }

  /** Gives the canvas its memory while nothing waits for it, so that the first shapes do not miss their frame. */
  warmUp(): void {
    if (this.front.surface.element.isConnected) this.front.surface.paint(() => {});
  }

  destroy(): void {
    for (const { surface } of [this.front, this.back]) surface.destroy();
  }

  /** Does what this frame needs. Returns true when another frame is needed. */
  frame(now: number, cameraMoved: boolean): boolean {
    if (cameraMoved) this.movedAt = now;
    if (this.dirty === 'all') {
      this.paintAll();
      return false;
    }
    if (this.dirty.length) this.paintDirty(this.dirty);
    return this.followCamera(now);
  }

  private get camera(): Camera {
    const { scale, x, y } = this.session.viewport;
    return { scale, x, y };
  }

  private paintAll(): void {
    this.background = undefined;
    this.dirty = [];
    const pane = this.front;
    pane.camera = this.camera;
    const shapes = this.session.store.snapshot.annotations;
    if (!shapes.length) pane.surface.clear();
    else {
      pane.surface.paint((g) => {
        g.clearRect(0, 0, g.canvas.width, g.canvas.height);
        this.paintShapes(g, pane, shapes, 0, shapes.length);
      });
    }
    place(pane, this.camera);
  }

  private paintDirty(regions: readonly Bounds[]): void {
    this.dirty = [];
    // What the background has painted so far may be out of date.
    this.background = undefined;
    const pane = this.front;
    const { scale, x, y } = this.toCanvas(pane);
    pane.surface.paint((g) => {
      for (const region of regions) {
        const margin = (4 + this.reach) / pane.camera.scale;
        const left = Math.floor((region.left - margin) * scale + x);
        const top = Math.floor((region.top - margin) * scale + y);
        const right = Math.ceil((region.right + margin) * scale + x);
        const bottom = Math.ceil((region.bottom + margin) * scale + y);
        g.save();
        g.beginPath();
        g.rect(left, top, right - left, bottom - top);
        g.clip();
        g.clearRect(left, top, right - left, bottom - top);
        const beyond = this.reach / pane.camera.scale;
        const touched = this.index.search({
          left: (left - x) / scale - beyond,
          top: (top - y) / scale - beyond,
          right: (right - x) / scale + beyond,
          bottom: (bottom - y) / scale + beyond,
        });
        this.paintShapes(g, pane, touched, 0, touched.length);
        g.restore();
      }
    });
  }

  private followCamera(now: number): boolean {
    const camera = this.camera;
    // An empty canvas is sharp wherever it is.
    if (!this.session.store.snapshot.annotations.length) this.front.camera = camera;
    place(this.front, camera);
    if (sameCamera(this.front.camera, camera)) {
      this.background = undefined;
      return false;
    }
    const atRest = now - this.movedAt >= REST_MS;
    if (!this.background && (atRest || this.isWorn(camera))) {
      this.back.camera = camera;
      this.background = { shapes: this.session.store.snapshot.annotations, next: 0 };
      this.back.surface.paint((g) => g.clearRect(0, 0, g.canvas.width, g.canvas.height));
    }
    if (this.background) this.paintSlice(this.background);
    return true;
  }

  /** True when the bitmap is too blurred or too short for what is to be shown. */
  private isWorn(camera: Camera): boolean {
    const stretch = camera.scale / this.front.camera.scale;
    if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) return true;
    const { width, height } = this.session.viewport.stageSize;
    const left = camera.x - stretch * (OVERSCAN + this.front.camera.x);
    const top = camera.y - stretch * (OVERSCAN + this.front.camera.y);
    return (
      left > 0 ||
      top > 0 ||
      left + stretch * (width + 2 * OVERSCAN) < width ||
      top + stretch * (height + 2 * OVERSCAN) < height
    );
  }

  private paintSlice(work: { readonly shapes: readonly A[]; next: number }): void {
    const end = performance.now() + SLICE_MS;
    this.back.surface.paint((g) => {
      do {
        const from = work.next;
        work.next = Math.min(work.shapes.length, from + SLICE_SHAPES);
        this.paintShapes(g, this.back, work.shapes, from, work.next);
      } while (work.next < work.shapes.length && performance.now() < end);
    });
    if (work.next < work.shapes.length) return;
    this.background = undefined;
    [this.front, this.back] = [this.back, this.front];
    place(this.front, this.camera);
    this.front.surface.element.style.visibility = 'visible';
    this.back.surface.element.style.visibility = 'hidden';
  }

  private paintShapes(g: CanvasRenderingContext2D, pane: Pane, shapes: readonly A[], from: number, to: number): void {
    const transform = this.toCanvas(pane);
    const ratio = transform.scale / pane.camera.scale;
    // Looking at every shape in painting order is quicker than asking the index and sorting what it finds.
    const left = -transform.x / transform.scale;
    const top = -transform.y / transform.scale;
    const right = left + g.canvas.width / transform.scale;
    const bottom = top + g.canvas.height / transform.scale;
    let kind = shapes[from] && this.session.kindOf(shapes[from]);
    for (let i = from; i < to; i++) {
      const shape = shapes[i];
      if (!shape || shape.hidden || this.active.has(shape.id)) continue;
      if (kind?.kind !== shape.kind) kind = this.session.kindOf(shape);
      const bounds = kind.bounds(shape);
      if (bounds.left > right || bounds.top > bottom || bounds.right < left || bounds.bottom < top) continue;
      const style = this.styles.styleOf(shape, ratio);
      if (!style) continue;
      const isDot = !kind.margin && paintDot(g, bounds, transform, style, DOT * ratio);
      if (!isDot) kind.paint(g, shape, transform, style);
    }
    if (this.session.settings.showNames) this.styles.paintNames(g, shapes.slice(from, to), this.active, transform);
  }

  /** From image pixels to pixels of the pane's canvas. */
  private toCanvas(pane: Pane): { readonly scale: number; readonly x: number; readonly y: number } {
    const ratio = pane.surface.ratio;
    const { scale, x, y } = pane.camera;
    return { scale: scale * ratio, x: (x + OVERSCAN) * ratio, y: (y + OVERSCAN) * ratio };
  }

  private invalidateShape(id: string): void {
    const shape = this.session.store.get(id);
    if (shape) this.invalidateBounds(this.session.kindOf(shape).bounds(shape));
  }
}

function createPane(): Pane {
  const surface = new Surface();
  surface.element.style.transformOrigin = '0 0';
  return { surface, camera: { scale: 1, x: 0, y: 0 } };
}

/** Moves a painted canvas to where the camera is now. */
function place({ surface, camera }: Pane, now: Camera): void {
  const stretch = now.scale / camera.scale;
  const x = OVERSCAN + now.x - stretch * (OVERSCAN + camera.x);
  const y = OVERSCAN + now.y - stretch * (OVERSCAN + camera.y);
  const still = stretch === 1 && Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6;
  surface.element.style.transform = still ? '' : `translate(${x}px, ${y}px) scale(${stretch})`;
}

function sameCamera(a: Camera, b: Camera): boolean {
  return a.scale === b.scale && a.x === b.x && a.y === b.y;
}

function paintDot(
  g: CanvasRenderingContext2D,
  bounds: Bounds,
  to: { readonly scale: number; readonly x: number; readonly y: number },
  style: ShapeStyle,
  size: number,
): boolean {
  if ((bounds.right - bounds.left) * to.scale >= size || (bounds.bottom - bounds.top) * to.scale >= size) return false;
  g.fillStyle = style.stroke;
  g.fillRect(Math.round(bounds.left * to.scale + to.x), Math.round(bounds.top * to.scale + to.y), size, size);
  return true;
}
