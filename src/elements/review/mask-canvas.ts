import { colourise, type ColorTable } from '../../canvas/mask/colourise.js';
import type { Viewport } from '../../canvas/viewport.js';
import { rgbOf } from '../../labels/palette.js';
import { capacityOf, type IndexMask } from '../../mask/index-mask.js';

/** More device pixels a CSS pixel than this cost much and show little. */
const MOST_RATIO = 2;

/** How the regions of a mask look. */
export interface MaskLook {
  /** Colour of each index as `#rrggbb`; undefined hides it. Position 0 is index 1. */
  readonly colors: readonly (string | undefined)[];
  readonly opacity: number;
}

/** Shows a mask over a picture that can be moved: coloured once a frame, for the pixels of the screen only. */
export class MaskCanvas {
  readonly element = document.createElement('canvas');
  private mask?: IndexMask;
  private picture?: HTMLImageElement;
  private look: MaskLook = { colors: [], opacity: 0.5 };
  private frame = 0;
  private readonly stop: () => void;

  constructor(private readonly viewport: Viewport) {
    this.element.className = 'mask-overlay';
    this.stop = viewport.changed.subscribe(() => this.request());
  }

  /** Shows a mask of the picture's size, or none. */
  show(mask: IndexMask | undefined, look: MaskLook): void {
    this.mask = mask;
    this.picture = undefined;
    this.look = look;
    this.request();
  }

  /** Shows a picture whose pixels cannot be read, stretched over the other. */
  showPicture(picture: HTMLImageElement, opacity: number): void {
    this.mask = undefined;
    this.picture = picture;
    this.look = { colors: [], opacity };
    this.request();
  }

  destroy(): void {
    this.stop();
    cancelAnimationFrame(this.frame);
    this.element.remove();
  }

  private request(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { viewport, element } = this;
    const ratio = Math.min(MOST_RATIO, devicePixelRatio || 1);
    const width = Math.round(viewport.stageSize.width * ratio);
    const height = Math.round(viewport.stageSize.height * ratio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    element.style.width = `${viewport.stageSize.width}px`;
    element.style.height = `${viewport.stageSize.height}px`;
    const g = element.getContext('2d');
    if (!g || !width || !height) return;
    g.clearRect(0, 0, width, height);
    const to = { scale: viewport.scale * ratio, x: viewport.x * ratio, y: viewport.y * ratio };
    if (this.picture) {
      const { imageSize } = viewport;
      g.globalAlpha = this.look.opacity;
      g.drawImage(this.picture, to.x, to.y, imageSize.width * to.scale, imageSize.height * to.scale);
      g.globalAlpha = 1;
    } else if (this.mask) {
      const pixels = g.createImageData(width, height);
      colourise({
        mask: this.mask,
        table: tableOf(this.look, capacityOf(this.mask) + 1),
        to,
        target: new Uint32Array(pixels.data.buffer),
        targetWidth: width,
        region: { left: 0, top: 0, right: width, bottom: height },
        outlines: true,
      });
      g.putImageData(pixels, 0, 0);
    }
  }
}

function tableOf({ colors, opacity }: MaskLook, length: number): ColorTable {
  const table = {
    fill: new Uint32Array(length),
    mark: new Uint32Array(0),
    rim: new Uint32Array(0),
    line: new Uint32Array(length),
    tiles: [],
  };
  colors.forEach((color, position) => {
    if (!color || position + 1 >= length) return;
    const [red, green, blue] = rgbOf(color);
    const rgb = (blue << 16) | (green << 8) | red;
    table.fill[position + 1] = ((Math.round(opacity * 255) << 24) | rgb) >>> 0;
    // A region of opacity 0 keeps its outline, so that a picture can be seen bare within it.
    table.line[position + 1] = ((Math.round(Math.min(1, opacity + 0.45) * 255) << 24) | rgb) >>> 0;
  });
  return table;
}
