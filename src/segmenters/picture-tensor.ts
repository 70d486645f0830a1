import type { RgbaImage } from '../mask/flood.js';
import type { Size } from '../geometry/types.js';

/** What an encoder expects of a picture. The defaults are those of Segment Anything. */
export interface EncoderInput {
  /** Longer side in pixels that the picture is scaled to. Default 1024. */
  readonly side?: number;
  /** `nchw`: one plane a colour, with a first dimension of 1; `hwc`: three numbers a pixel, without it. Default `nchw`. */
  readonly layout?: 'nchw' | 'hwc';
  /**
   * `pad`: zeros at the right or at the bottom make a square; `stretch`: the picture is pulled to a square; `none`: it keeps its form.
   * Default `pad`.
   */
  readonly fit?: 'pad' | 'stretch' | 'none';
  /** Subtracted from red, green and blue (0 to 255). Default that of ImageNet. */
  readonly mean?: readonly number[];
  /** What the differences are divided by. Default that of ImageNet. */
  readonly std?: readonly number[];
}

const MEAN = [123.675, 116.28, 103.53];
const STD = [58.395, 57.12, 57.375];

/** Numbers for an encoder, and how places of the picture are found in them. */
export interface PictureTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
  /** What model pixels a picture pixel is, across and down. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Size in model pixels, padding included. */
  readonly frame: Size;
}

/** Longer side of the pixels that `pictureTensor` wants to be given. */
export const encoderSide = ({ side = 1024 }: EncoderInput): number => side;

/** Turns pixels (the whole picture, of size `picture`, scaled to the encoder's side) into the encoder's numbers. */
export function pictureTensor(image: RgbaImage, picture: Size, input: EncoderInput): PictureTensor {
  const { layout = 'nchw', fit = 'pad', mean = MEAN, std = STD } = input;
  const side = encoderSide(input);
  const drawn = fit === 'stretch' || enlarged(image, side) ? targetSize(image, side, fit) : image;
  const pixels = drawn === image ? image : resized(image, drawn);
  const frame = fit === 'none' ? pixels : { width: side, height: side };
  const area = frame.width * frame.height;
  const data = new Float32Array(area * 3);
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      const from = (y * pixels.width + x) * 4;
      const to = y * frame.width + x;
      for (let c = 0; c < 3; c++) {
        const value = (pixels.data[from + c] - mean[c]) / std[c];
        data[layout === 'nchw' ? c * area + to : to * 3 + c] = value;
      }
    }
  }
  const dims = layout === 'nchw' ? [1, 3, frame.height, frame.width] : [frame.height, frame.width, 3];
  return {
    data,
    dims,
    scaleX: pixels.width / picture.width,
    scaleY: pixels.height / picture.height,
    frame: { width: frame.width, height: frame.height },
  };
}

const enlarged = ({ width, height }: Size, side: number) => Math.max(width, height) < side;

function targetSize({ width, height }: Size, side: number, fit: EncoderInput['fit']): Size {
  if (fit === 'stretch') return { width: side, height: side };
  const scale = side / Math.max(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Bilinear; for stretching, and for pictures smaller than the model's. */
function resized(image: RgbaImage, { width, height }: Size): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    const sy = Math.max(0, Math.min(image.height - 1, ((y + 0.5) * image.height) / height - 0.5));
    const upper = Math.floor(sy) * image.width;
    const lower = Math.min(image.height - 1, Math.floor(sy) + 1) * image.width;
    for (let x = 0; x < width; x++) {
      const sx = Math.max(0, Math.min(image.width - 1, ((x + 0.5) * image.width) / width - 0.5));
      const first = Math.floor(sx);
      const second = Math.min(image.width - 1, first + 1);
      for (let c = 0; c < 4; c++, to++) {
        const above =
          image.data[(upper + first) * 4 + c] * (first + 1 - sx) + image.data[(upper + second) * 4 + c] * (sx - first);
        const below =
          image.data[(lower + first) * 4 + c] * (first + 1 - sx) + image.data[(lower + second) * 4 + c] * (sx - first);
        data[to] = above + (below - above) * (sy - Math.floor(sy));
      }
    }
  }
  return { width, height, data };
}
