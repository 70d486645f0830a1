import { TILE_SIZE, tileBounds, tileGrid } from './index-mask.js';
import { RunReader, type PackedMask, type TileState } from './rle.js';
import { RunBuilder, type Runs } from './runs.js';
import type { Steps } from './slices.js';

/**
 * Runs of the pixels that hold an index, in steps, told from packed tiles without looking at a single pixel: a hundred
 * megapixels are sixteen hundred tiles, most of which hold one index.
 */
export function* findingIndex(packed: PackedMask, index: number): Steps<Runs> {
  const { columns, rows } = tileGrid(packed);
  const states = new Map<number, TileState>(packed.tiles.map((state) => [state.tile, state]));
  const builder = new RunBuilder();
  for (let row = 0; row < rows; row++) {
    const readers = [];
    for (let column = 0; column < columns; column++) {
      const tile = row * columns + column;
      const { left, top, right, bottom } = tileBounds(packed, tile);
      const state = states.get(tile);
      // Most tiles need not be looked at.
      if (!state && index !== 0) continue;
      readers.push({ left, width: right - left, reader: new RunReader(state, (right - left) * (bottom - top)) });
    }
    const bottom = Math.min(TILE_SIZE, packed.height - row * TILE_SIZE);
    for (let y = 0; y < bottom; y++) {
      for (const { left, width, reader } of readers) {
        const end = (y + 1) * width;
        for (let at = y * width; at < end;) {
          const to = Math.min(end, reader.end);
          if (reader.index === index) builder.add(row * TILE_SIZE + y, left + at - y * width, left + to - y * width);
          if (reader.end === to) reader.next();
          at = to;
        }
      }
    }
    yield;
  }
  return builder.build();
}
