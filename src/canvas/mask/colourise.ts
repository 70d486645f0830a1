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
  // One column more to the left: a line stands where a pixel differs from the one before it.
  const columns = new Int32Array(count + 1);
  for (let i = 0; i <= count; i++) {
    const x = Math.floor((left - 1 + i + 0.5 - to.x) / to.scale);
    columns[i] = x >= 0 && x < width ? x : -1;
  }
  const firstIn = columns.findIndex((x) => x >= 0);
  let lastIn = count;
  while (lastIn >= 0 && columns[lastIn] === -1) lastIn--;
  const above = new Uint16Array(count + 1);
  const row = new Uint16Array(count + 1);
  const { fill, mark, rim, line, tiles } = table;
  const isPatterned = tiles.some((tile) => tile !== undefined);
  const offsetX = Math.round(to.x);
  const offsetY = Math.round(to.y);
  let rowOf = -2;
  for (let y = top - 1; y < bottom; y++) {
    const imageY = Math.floor((y + 0.5 - to.y) / to.scale);
    const isInside = imageY >= 0 && imageY < height && firstIn >= 0;
    const rowNumber = isInside ? imageY : -1;
    if (rowNumber !== rowOf) {
      row.fill(0);
      if (isInside) {
        const start = imageY * width;
        for (let i = firstIn; i <= lastIn; i++) row[i] = data[start + (columns[i] as number)] as number;
      }
      rowOf = rowNumber;
    }
    if (y >= top) {
      const start = y * targetWidth + left - 1;
      for (let i = 1; i <= count; i++) {
        const index = row[i] as number;
        let color: number;
        const isIn = isInside && i >= firstIn && i <= lastIn;
        if (!isIn) color = 0;
        else if (isPatterned && tiles[index]) {
          const { side, bits } = tiles[index];
          const kind = bits[((y - offsetY) & (side - 1)) * side + ((left + i - 1 - offsetX) & (side - 1))] as number;
          color = (kind === 0 ? fill[index] : kind === 1 ? mark[index] : rim[index]) as number;
        } else color = fill[index] as number;
        if (outlines) {
          const before = row[i - 1] as number;
          const over = above[i] as number;
          // Every border is seen from the pixel after it; the region that is there, or else the one it left, lends its line.
          if (before !== index) color = line[index] || line[before] || color;
          else if (over !== index) color = line[index] || line[over] || color;
        }
        target[start + i] = color;
      }
    }
    above.set(row);
  }
}
