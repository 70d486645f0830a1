import type { ColorTable } from '../../canvas/mask/colourise.js';
import { MaskPainter } from '../../canvas/mask/mask-painter.js';
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

/** Shows a mask over a picture that can be moved, painted as the annotators paint theirs. */
export class MaskCanvas {
  private readonly painter: MaskPainter;
  private mask?: IndexMask;
  private picture?: HTMLImageElement;
  private look: MaskLook = { colors: [], opacity: 0.5 };
  private shownSize = '';
  private frame = 0;
  private readonly stop: () => void;

  constructor(private readonly viewport: Viewport) {
    const shown = () => this.mask;
    this.painter = new MaskPainter({
      viewport,
      get mask() {
        return shown();
      },
      outlines: true,
      colors: () => tableOf(this.look, this.mask ? capacityOf(this.mask) + 1 : 1),
      holds: () => true,
    });
    this.element.className = 'mask-overlay';
    this.element.setAttribute('aria-hidden', 'true');
    this.stop = viewport.changed.subscribe(() => this.request());
  }

  get element(): HTMLCanvasElement {
    return this.painter.canvas;
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
    const { viewport, painter, picture } = this;
    const { width, height } = viewport.stageSize;
    if (!width || !height) return;
    const ratio = Math.min(MOST_RATIO, devicePixelRatio || 1);
    const size = `${width} ${height} ${ratio}`;
    if (size !== this.shownSize) painter.resize(width, height, ratio);
    this.shownSize = size;
    painter.invalidate();
    painter.invalidateLooks();
    painter.paint();
    const g = picture && this.element.getContext('2d');
    if (!g) return;
    const { scale, x, y } = painter.transform;
    const { imageSize } = viewport;
    g.globalAlpha = this.look.opacity;
    g.drawImage(picture, x, y, imageSize.width * scale, imageSize.height * scale);
    g.globalAlpha = 1;
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
