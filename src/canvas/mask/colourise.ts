import type { Bounds } from '../../geometry/types.js';
import type { IndexMask } from '../../mask/index-mask.js';
import type { PaintTransform } from '../shape-kind.js';
import type { MarkTile } from './mark-tiles.js';

/** How each index looks, as pixels of an `ImageData` (red in the lowest byte). Longer than the highest index. */
export interface ColorTable {
  readonly fill: Uint32Array;
  /** Where the tile of an index has a mark, and around it. */
  readonly mark: Uint32Array;
  readonly rim: Uint32Array;
  /** The line around a region; 0 for none. */
  readonly line: Uint32Array;
  /** What is repeated over a region; none for a plain one. */
  readonly tiles: readonly (MarkTile | undefined)[];
}

/** A part of the screen to be coloured. */
export interface ColorJob {
  readonly mask: IndexMask;
  readonly table: ColorTable;
  /** From image pixels to pixels of the target. */
  readonly to: PaintTransform;
  /** Pixels of the target, row by row. */
  readonly target: Uint32Array;
  readonly targetWidth: number;
  /** Part of the target, in its pixels. */
  readonly region: Bounds;
  readonly outlines: boolean;
}

/**
 * Colours a part of the screen from the mask: each pixel of the target takes the index under its centre.
 *
 * The cost follows the screen and not the mask, and no colour is ever mixed from two.
 */
export function colourise({ mask, table, to, target, targetWidth, region, outlines }: ColorJob): void {
  const { left, top, right, bottom } = region;
  const count = right - left;
  if (count <= 0) return;
  const { data, width, height } = mask;
  makeRoom(count + 1);
  // One column more to the left: a line stands where a pixel differs from the one before it.
  let firstIn = count + 1;
  let lastIn = -1;
  for (let i = 0; i <= count; i++) {
    const x = Math.floor((left - 1 + i + 0.5 - to.x) / to.scale);
    columns[i] = x;
    if (x < 0 || x >= width) continue;
    if (firstIn > i) firstIn = i;
    lastIn = i;
  }
  // The line of what ends at the border of the picture stands one pixel beside it.
  const from = Math.max(1, firstIn);
  const end = Math.min(count, lastIn + 1);
  row.fill(0, 0, count + 1);
  above.fill(0, 0, count + 1);
  const { fill, mark, rim, line, tiles } = table;
  const isPatterned = tiles.length > 0;
  const offsetX = Math.round(to.x);
  const offsetY = Math.round(to.y);
  let rowOf = -2;
  for (let y = top - 1; y < bottom; y++) {
    const imageY = Math.floor((y + 0.5 - to.y) / to.scale);
    const isInside = imageY >= 0 && imageY < height;
    const rowNumber = isInside ? imageY : -1;
    const isNew = rowNumber !== rowOf;
    if (isNew) {
      [row, above] = [above, row];
      const start = imageY * width;
      if (isInside) for (let i = firstIn; i <= lastIn; i++) row[i] = data[start + columns[i]!]!;
      else row.fill(0, 0, count + 1);
      rowOf = rowNumber;
    }
    if (y >= top) {
      const start = y * targetWidth + left - 1;
      if (from > 1) target.fill(0, start + 1, start + Math.min(from, count + 1));
      if (end < count) target.fill(0, start + Math.max(1, end + 1), start + count + 1);
      const lastInside = isInside ? lastIn : -1;
      for (let i = from; i <= end; i++) {
        const index = row[i]!;
        let color = i <= lastInside ? fill[index]! : 0;
        const tile = isPatterned && i <= lastInside ? tiles[index] : undefined;
        if (tile) {
          const { side, bits } = tile;
          const kind = bits[((y - offsetY) & (side - 1)) * side + ((left + i - 1 - offsetX) & (side - 1))];
          color = (kind === 0 ? fill[index] : kind === 1 ? mark[index] : rim[index])!;
        }
        if (outlines) {
          const before = row[i - 1]!;
          const over = isNew ? above[i]! : index;
          // Every border is seen from the pixel after it; the region that is there, or else the one it left, lends its line.
          if (before !== index) color = line[index]! || line[before]! || color;
          else if (over !== index) color = line[index]! || line[over]! || color;
        }
        target[start + i] = color;
      }
    }
  }
}

// Lent to one job at a time: a stroke undone is many small ones.
let columns = new Int32Array(0);
let row = new Uint16Array(0);
let above = new Uint16Array(0);

function makeRoom(length: number): void {
  if (columns.length >= length) return;
  columns = new Int32Array(length);
  row = new Uint16Array(length);
  above = new Uint16Array(length);
}
