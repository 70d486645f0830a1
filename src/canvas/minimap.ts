import { imageTerms } from '../locales/terms/image.js';
import type { Viewport } from './viewport.js';

/** Longest side of the minimap, in CSS pixels. */
const SIDE = 160;

/** A small view of the whole picture with the part on the stage marked; shown while some of it is out of sight. */
export class Minimap {
  readonly element = document.createElement('div');
  private readonly frame = document.createElement('div');
  private image?: HTMLImageElement;

  constructor(private readonly viewport: Viewport) {
    this.element.className = 'minimap';
    this.element.part.add('minimap');
    this.element.hidden = true;
    this.element.setAttribute('role', 'img');
    this.frame.className = 'minimap-frame';
    this.element.append(this.frame);
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      this.jump(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) this.jump(event);
    });
  }

  /** Shows another picture; the browser's decoded copy is used again. */
  setPicture(source: HTMLImageElement | undefined): void {
    this.image?.remove();
    this.image = undefined;
    if (!source) return;
    this.image = new Image();
    this.image.alt = '';
    this.image.draggable = false;
    this.image.style.imageOrientation = 'none';
    if (source.crossOrigin !== null) this.image.crossOrigin = source.crossOrigin;
    this.image.src = source.src;
    this.element.prepend(this.image);
  }

  update(): void {
    const { imageSize, stageSize, isCropped, visibleBounds } = this.viewport;
    const isShown = isCropped && this.image !== undefined && stageSize.width > 3 * SIDE;
    this.element.hidden = !isShown;
    if (!isShown) return;
    const scale = this.scale;
    this.element.setAttribute('aria-label', imageTerms.minimap());
    const width = Math.max(8, imageSize.width * scale);
    const height = Math.max(8, imageSize.height * scale);
    const { style } = this.element;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const left = Math.max(0, visibleBounds.left * scale);
    const top = Math.max(0, visibleBounds.top * scale);
    const right = Math.min(width, visibleBounds.right * scale);
    const bottom = Math.min(height, visibleBounds.bottom * scale);
    this.frame.style.transform = `translate(${left}px, ${top}px)`;
    this.frame.style.width = `${Math.max(4, right - left)}px`;
    this.frame.style.height = `${Math.max(4, bottom - top)}px`;
  }

  private get scale(): number {
    const { width, height } = this.viewport.imageSize;
    return SIDE / Math.max(1, width, height);
  }

  private jump(event: PointerEvent): void {
    const rect = this.element.getBoundingClientRect();
    const { stageSize } = this.viewport;
    const target = this.viewport.toStage({
      x: (event.clientX - rect.left) / this.scale,
      y: (event.clientY - rect.top) / this.scale,
    });
    this.viewport.panBy(stageSize.width / 2 - target.x, stageSize.height / 2 - target.y);
  }
}
