import type { Bounds, Point, Size } from '../geometry/types.js';
import { clipBounds, fullBounds } from './index-mask.js';
import { spreadFrom } from './regions.js';
import { runsWhere } from './runs.js';
import type { Runs } from './runs.js';

/** Pixels of a picture or of a crop of it: four bytes each (red, green, blue, alpha), row by row. */
export interface RgbaImage extends Size {
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** How a flood decides and how far it may run. */
export interface FloodOptions {
  /** Largest difference in any of red, green and blue, 0 to 255. */
  readonly tolerance: number;
  /** Only pixels connected with the start; otherwise every pixel of that colour. Default true. */
  readonly contiguous?: boolean;
  readonly within?: Bounds;
  /** Pixels (by position in the picture's data) that the flood may not enter, e.g. already labelled ones. */
  readonly isBlocked?: (at: number) => boolean;
}

/** Pixels whose colour is within a tolerance of the colour at `start`. */
export function floodByColor(image: RgbaImage, start: Point, options: FloodOptions): Runs {
  const { width, height, data } = image;
  const x = Math.floor(start.x);
  const y = Math.floor(start.y);
  const within = clipBounds(options.within ?? fullBounds(image), image);
  if (x < within.left || y < within.top || x >= within.right || y >= within.bottom) return new Int32Array(0);
  const { tolerance, isBlocked } = options;
  const seed = (y * width + x) * 4;
  const red = data[seed];
  const green = data[seed + 1];
  const blue = data[seed + 2];
  const matches = (at: number) => {
    const i = at * 4;
    return (
      Math.abs(data[i] - red) <= tolerance &&
      Math.abs(data[i + 1] - green) <= tolerance &&
      Math.abs(data[i + 2] - blue) <= tolerance &&
      !isBlocked?.(at)
    );
  };
  if (options.contiguous === false) return runsWhere(image, matches, within);
  const isWhole = within.right - within.left === width && within.bottom - within.top === height;
  const isInside = (at: number) => {
    const column = at % width;
    return column >= within.left && column < within.right && at >= within.top * width && at < within.bottom * width;
  };
  return spreadFrom(image, { x, y }, isWhole ? matches : (at) => isInside(at) && matches(at));
}
