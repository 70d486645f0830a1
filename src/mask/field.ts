import type { Bounds, Size } from '../geometry/types.js';
import { RunBuilder, type Runs } from './runs.js';
import type { Pacer } from './slices.js';

/** Numbers on a grid, row by row, such as how sure a model is of each of its pixels. */
export interface Field extends Size {
  readonly data: ArrayLike<number>;
}

/** Where a field lies on a picture, and where it is cut. */
export interface FieldPlace {
  /** What the field covers, in image pixels; may reach beyond the picture. */
  readonly bounds: Bounds;
  readonly picture: Size;
  /** Pixels above it are in. */
  readonly threshold: number;
}

/** Rows between two looks at the clock. */
const ROWS = 16;

/**
 * The pixels of a picture where a field, stretched over them, exceeds a threshold. Between its numbers it is interpolated, so that a
 * coarse field gives a smooth outline. Works in slices, and only where the field is high.
 */
export async function runsOfField(field: Field, place: FieldPlace, pacer: Pacer): Promise<Runs> {
  const { bounds, picture, threshold } = place;
  const builder = new RunBuilder();
  const high = boundsAbove(field, threshold);
  if (!high) return builder.build();
  const across = { cells: field.width, start: bounds.left, end: bounds.right, length: picture.width };
  const down = { cells: field.height, start: bounds.top, end: bounds.bottom, length: picture.height };
  const columns = samples(across, high.left, high.right);
  const rows = samples(down, high.top, high.bottom);
  const { data, width } = field;
  const scan = (row: number) => {
    const upper = rows.first[row] * width;
    const lower = rows.second[row] * width;
    const part = rows.part[row];
    for (let i = 0; i < columns.count; i++) {
      const first = columns.first[i];
      const second = columns.second[i];
      const above = data[upper + first] + (data[upper + second] - data[upper + first]) * columns.part[i];
      const below = data[lower + first] + (data[lower + second] - data[lower + first]) * columns.part[i];
      // Pixel by pixel: the builder joins those that touch.
      if (above + (below - above) * part > threshold) {
        builder.add(rows.from + row, columns.from + i, columns.from + i + 1);
      }
    }
  };
  await pacer.spans(rows.count, ROWS, (from, to) => {
    for (let row = from; row < to; row++) scan(row);
  });
  return builder.build();
}

interface Axis {
  readonly cells: number;
  /** Where the field begins and ends, in image pixels. */
  readonly start: number;
  readonly end: number;
  /** Length of the picture. */
  readonly length: number;
}

/**
 * Pixels of one axis whose centre lies on the field, near the cells from `low` to `high`; for each the two cells it lies between and
 * how far it is on the way to the second.
 */
function samples({ cells, start, end, length }: Axis, low: number, high: number) {
  const scale = (end - start) / cells;
  const from = Math.max(0, Math.ceil(start - 0.5), Math.floor(start + (low - 1) * scale));
  const to = Math.min(length, Math.floor(end + 0.5), Math.ceil(start + (high + 1) * scale));
  const count = Math.max(0, to - from);
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const part = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const at = Math.max(0, Math.min(cells - 1, (from + i + 0.5 - start) / scale - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(cells - 1, first[i] + 1);
    part[i] = at - first[i];
  }
  return { from, count, first, second, part };
}

/** Cells above the threshold, as bounds; nothing when there are none. */
function boundsAbove({ width, height, data }: Field, threshold: number): Bounds | undefined {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (!(data[at] > threshold)) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return right > left ? { left, top, right, bottom } : undefined;
}
