import type { Bounds, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../../mask/flood.js';
import type { ImageSource } from '../../mask/segment/segmenter.js';

/**
 * The pixels of a loaded picture for tools that look at it: in parts, at the scale they ask for.
 *
 * Throws where another origin forbids reading; the element asks `PictureState.readable` first.
 */
export class PicturePixels implements ImageSource {
  constructor(
    private readonly image: HTMLImageElement,
    private readonly size: Size,
    /** Address of the picture, and its file, as the host of the element knows them. */
    readonly src: string,
    readonly file?: Blob,
  ) {}

  get width(): number {
    return this.size.width;
  }

  get height(): number {
    return this.size.height;
  }

  /** Pixels of bounds (whole numbers inside the picture), scaled to at most `maxSide` on the longer side. */
  read({ left, top, right, bottom }: Bounds, maxSide: number): RgbaImage {
    const longest = Math.max(right - left, bottom - top);
    const scale = Math.min(1, maxSide / longest);
    const width = Math.max(1, Math.round((right - left) * scale));
    const height = Math.max(1, Math.round((bottom - top) * scale));
    const canvas = new OffscreenCanvas(width, height);
    const g = canvas.getContext('2d', { willReadFrequently: true });
    if (!g) throw new Error('This browser offers no canvas to read the picture with.');
    g.imageSmoothingQuality = 'medium';
    g.drawImage(this.image, left, top, right - left, bottom - top, 0, 0, width, height);
    return { width, height, data: g.getImageData(0, 0, width, height).data };
  }
}
