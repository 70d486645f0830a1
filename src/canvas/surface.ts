import { SceneCanvas } from 'konva/lib/Canvas.js';
import { Util } from 'konva/lib/Util.js';
import type { Size } from '../geometry/types.js';

/**
 * One canvas of a stage, painted with native drawing in device pixels.
 *
 * Konva's canvas keeps size and pixel ratio together and gives the memory back on Safari. Its tree of nodes is not
 * used: a node per annotation costs memory and a redraw each, and weighs two thirds of the library.
 */
export class Surface {
  private readonly scene = new SceneCanvas({ width: 0, height: 0, pixelRatio: 1 });
  /** A canvas that nobody paints needs no memory: it gets its size with the first picture. */
  private wanted?: Size;
  private isClear = true;

  get element(): HTMLCanvasElement {
    return this.scene._canvas;
  }

  /** Device pixels a CSS pixel. */
  get ratio(): number {
    return this.scene.getPixelRatio();
  }

  /** Empties the canvas and gives it another size, in CSS pixels. */
  resize(size: Size, ratio: number): void {
    this.scene.pixelRatio = ratio;
    this.wanted = size;
    if (!this.isClear) this.applySize();
  }

  clear(): void {
    if (this.isClear) return;
    this.paint((g) => g.clearRect(0, 0, g.canvas.width, g.canvas.height));
    this.isClear = true;
  }

  /** Runs a painter in device pixels. What it sets on the context is forgotten afterwards. */
  paint(painter: (g: CanvasRenderingContext2D) => void): void {
    this.applySize();
    this.isClear = false;
    const g = this.scene.getContext()._context as CanvasRenderingContext2D;
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    painter(g);
    g.restore();
  }

  private applySize(): void {
    if (!this.wanted) return;
    this.scene.setSize(this.wanted.width, this.wanted.height);
    this.wanted = undefined;
  }

  destroy(): void {
    Util.releaseCanvas(this.element);
    this.element.remove();
  }
}
