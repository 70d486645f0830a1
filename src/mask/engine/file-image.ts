import type { Bounds, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { ImageSource } from '../segment/segmenter.js';
import { fitted } from '../segment/resample.js';

/** Up to this many pixels a picture stays decoded: 64 MB. */
const KEEP_UP_TO = 16_000_000;
/** A larger one is let go of when nobody has read it for this long; tools that read parts of it come back often. */
const IDLE_MS = 20_000;

/**
 * A picture that is read from its file, where there is one and the browser can: decoding then never blocks the page, not even on
 * the page itself. What cannot be read so, such as SVG, is asked of the picture as before.
 */
export class FileImage implements ImageSource {
  private whole?: Promise<ImageBitmap>;
  private isReadable: boolean;
  private idle?: ReturnType<typeof setTimeout>;

  constructor(private readonly image: ImageSource) {
    this.isReadable = image.file !== undefined && typeof createImageBitmap === 'function';
  }

  get width(): number {
    return this.image.width;
  }

  get height(): number {
    return this.image.height;
  }

  async read(bounds: Bounds, maxSide: number, signal?: AbortSignal): Promise<RgbaImage> {
    const { file } = this.image;
    if (file && this.isReadable) {
      try {
        return await this.readFile(file, bounds, maxSide);
      } catch {
        this.close();
        this.isReadable = false;
      }
    }
    return this.image.read(bounds, maxSide, signal);
  }

  /** Begins to decode, so that the picture is there when it is needed. */
  warm(): void {
    const { file } = this.image;
    if (file && this.isReadable) this.decode(file).catch(() => {});
  }

  /** Frees the decoded picture. */
  close(): void {
    clearTimeout(this.idle);
    void this.whole?.then((bitmap) => bitmap.close()).catch(() => {});
    this.whole = undefined;
  }

  private decode(file: Blob): Promise<ImageBitmap> {
    if (this.width * this.height > KEEP_UP_TO) {
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.close(), IDLE_MS);
    }
    return (this.whole ??= createImageBitmap(file, ORIENTATION));
  }

  private async readFile(file: Blob, bounds: Bounds, maxSide: number): Promise<RgbaImage> {
    const { left, top, right, bottom } = bounds;
    const part = { width: right - left, height: bottom - top };
    const size = fitted(part, maxSide);
    const bitmap = await this.decode(file);
    if (bitmap.width !== this.width || bitmap.height !== this.height) throw new Error('The file is of another size.');
    return pixelsOf(bitmap, { left, top, ...part }, size);
  }
}

const ORIENTATION = { imageOrientation: 'none' } as unknown as ImageBitmapOptions;

function pixelsOf(
  bitmap: ImageBitmap,
  { left, top, width, height }: Size & { readonly left: number; readonly top: number },
  size: Size,
): RgbaImage {
  const g = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
  if (!g) throw new Error('There is no canvas to read with.');
  g.imageSmoothingQuality = 'medium';
  g.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
  const { data } = g.getImageData(0, 0, size.width, size.height);
  return { ...size, data };
}
