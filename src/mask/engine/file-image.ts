import type { Bounds, Size } from '../../geometry/types.js';
import { decodeBase64 } from '../base64.js';
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
    const hasFile = image.file !== undefined || DATA.test(image.src ?? '');
    this.isReadable = hasFile && typeof createImageBitmap === 'function';
  }

  get width(): number {
    return this.image.width;
  }

  get height(): number {
    return this.image.height;
  }

  async read(bounds: Bounds, maxSide: number, signal?: AbortSignal): Promise<RgbaImage> {
    if (this.isReadable) {
      try {
        return await this.readFile(bounds, maxSide);
      } catch {
        this.close();
        this.isReadable = false;
      }
    }
    return this.image.read(bounds, maxSide, signal);
  }

  /** Begins to decode, so that the picture is there when it is needed. */
  warm(): void {
    if (this.isReadable) this.decode().catch(() => {});
  }

  /** Frees the decoded picture. */
  close(): void {
    clearTimeout(this.idle);
    void this.whole?.then((bitmap) => bitmap.close()).catch(() => {});
    this.whole = undefined;
  }

  private decode(): Promise<ImageBitmap> {
    if (this.width * this.height > KEEP_UP_TO) {
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.close(), IDLE_MS);
    }
    return (this.whole ??= this.stored().then((file) => createImageBitmap(file, ORIENTATION)));
  }

  private async stored(): Promise<Blob> {
    const { file, src = '' } = this.image;
    return asStored(file ?? new Blob([decodeBase64(src) as BlobPart], { type: DATA.exec(src)?.[1] }));
  }

  private async readFile(bounds: Bounds, maxSide: number): Promise<RgbaImage> {
    const { left, top, right, bottom } = bounds;
    const part = { width: right - left, height: bottom - top };
    const size = fitted(part, maxSide);
    const bitmap = await this.decode();
    if (bitmap.width !== this.width || bitmap.height !== this.height) throw new Error('The file is of another size.');
    return pixelsOf(bitmap, { left, top, ...part }, size);
  }
}

/** A picture that is its own address. */
const DATA = /^data:(image\/[^;,]+);base64,/i;
/** Bytes at the start of a file that hold its EXIF data, which begin with this. */
const HEADER_BYTES = 128 * 1024;
const EXIF = 'Exif\0\0';
const JPEG = '\xff\xd8';

const ORIENTATION = { imageOrientation: 'none' } as unknown as ImageBitmapOptions;

/** A JPEG file without the mark of EXIF data: pixels are read as they are stored. Not every browser heeds the option for that. */
async function asStored(file: Blob): Promise<Blob> {
  const header = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  const text = new TextDecoder('latin1').decode(header);
  for (let at = text.indexOf(EXIF); at >= 0; at = text.indexOf(EXIF, at + 1)) header[at] = 0;
  return text.startsWith(JPEG) && text.includes(EXIF)
    ? new Blob([header, file.slice(HEADER_BYTES)], { type: file.type })
    : file;
}

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
