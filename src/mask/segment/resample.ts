import type { Bounds, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Pacer } from '../slices.js';

/** Rows of the result between two looks at the clock. */
const ROWS = 8;

/** A part of a picture (whole numbers inside it) scaled down to `size`; every pixel counts by the area it covers. */
export function shrinkCrop(image: RgbaImage, crop: Bounds, size: Size): RgbaImage {
  const { target, row } = shrinker(image, crop, size);
  for (let y = 0; y < size.height; y++) row(y);
  return target;
}

/** The same for a whole picture, in slices. */
export async function shrinkPaced(image: RgbaImage, size: Size, pacer: Pacer): Promise<RgbaImage> {
  if (size.width === image.width && size.height === image.height) return image;
  const { target, row } = shrinker(image, { left: 0, top: 0, right: image.width, bottom: image.height }, size);
  await pacer.spans(size.height, ROWS, (from, to) => {
    for (let y = from; y < to; y++) row(y);
  });
  return target;
}

/** Size of `width` by `height` with at most `maxSide` on the longer side; never larger, never empty. */
export function fitted({ width, height }: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function shrinker({ width, data }: RgbaImage, { left, top, right, bottom }: Bounds, size: Size) {
  const target = { width: size.width, height: size.height, data: new Uint8ClampedArray(size.width * size.height * 4) };
  const columns = coverage(left, right, size.width);
  const rows = coverage(top, bottom, size.height);
  const sums = new Float32Array(size.width * 4);
  const row = (y: number) => {
    sums.fill(0);
    const lastY = rows.first[y + 1];
    for (let sy = rows.first[y]; sy <= lastY && sy < bottom; sy++) {
      const share = shareOf(rows, y, sy);
      if (share === 0) continue;
      for (let x = 0, to = 0; x < size.width; x++, to += 4) {
        const lastX = columns.first[x + 1];
        for (let sx = columns.first[x]; sx <= lastX && sx < right; sx++) {
          const weight = share * shareOf(columns, x, sx);
          const at = (sy * width + sx) * 4;
          sums[to] += weight * data[at];
          sums[to + 1] += weight * data[at + 1];
          sums[to + 2] += weight * data[at + 2];
          sums[to + 3] += weight * data[at + 3];
        }
      }
    }
    target.data.set(sums, y * size.width * 4);
  };
  return { target, row };
}

interface Coverage {
  /** First source position that a cell touches. */
  readonly first: Int32Array;
  readonly edge: Float64Array;
}

function coverage(start: number, end: number, cells: number): Coverage {
  const edge = Float64Array.from({ length: cells + 1 }, (_, i) => start + ((end - start) * i) / cells);
  return { edge, first: Int32Array.from(edge, Math.floor) };
}

/** Share of a cell that a source position covers. */
function shareOf({ edge }: Coverage, cell: number, at: number): number {
  const from = Math.max(edge[cell], at);
  const to = Math.min(edge[cell + 1], at + 1);
  return to > from ? (to - from) / (edge[cell + 1] - edge[cell]) : 0;
}
