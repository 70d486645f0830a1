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

  get element(): HTMLCanvasElement {
    return this.scene._canvas;
  }

  /** Device pixels a CSS pixel. */
  get ratio(): number {
    return this.scene.getPixelRatio();
  }

  /** Empties the canvas and gives it another size, in CSS pixels. */
  resize({ width, height }: Size, ratio: number): void {
    this.scene.pixelRatio = ratio;
    this.scene.setSize(width, height);
  }

  /** Runs a painter in device pixels. What it sets on the context is forgotten afterwards. */
  paint(painter: (g: CanvasRenderingContext2D) => void): void {
    const g = this.scene.getContext()._context as CanvasRenderingContext2D;
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    painter(g);
    g.restore();
  }

  destroy(): void {
    Util.releaseCanvas(this.element);
    this.element.remove();
  }
}
