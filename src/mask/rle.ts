import type { Bounds, Size } from '../geometry/types.js';
import { TILE_SIZE, createMask, endOfRun, tileBounds, tileGrid, wordsOf } from './index-mask.js';
import type { IndexArray, IndexMask } from './index-mask.js';
import { allSteps, type Steps } from './slices.js';

/**
 * The pixels of one tile at one moment.
 *
 * `runs` holds pairs of index and run length minus one (a tile has up to 65,536 pixels, one more than fits into 16 bits).
 * Noise, which run lengths would blow up, is kept as it is in `raw`.
 */
export interface TileState {
  readonly tile: number;
  readonly runs?: Uint16Array;
  readonly raw?: IndexArray;
}

/** A whole mask, packed for a draft or a journal: tiles without any label are left out. Survives a structured clone. */
export interface PackedMask extends Size {
  readonly wide: boolean;
  readonly tiles: readonly TileState[];
}

// Filled by one encoding at a time and copied out, so that painting does not allocate a large buffer for each tile.
const scratch = new Uint16Array(TILE_SIZE * TILE_SIZE);

/** Packs the pixels of `bounds` (at most one tile) out of row-major data. */
export function packTile(tile: number, data: IndexArray, stride: number, bounds: Bounds): TileState {
  const width = bounds.right - bounds.left;
  const limit = Math.min(scratch.length, (width * (bounds.bottom - bounds.top) * data.BYTES_PER_ELEMENT) >> 1) - 2;
  const words = wordsOf(data);
  let used = 0;
  let current = data[bounds.top * stride + bounds.left];
  let length = 0;
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const end = y * stride + bounds.right;
    for (let i = y * stride + bounds.left; i < end;) {
      if (data[i] === current) {
        const next = endOfRun(data, words, i, end);
        length += next - i;
        i = next;
        continue;
      }
      if (used >= limit) return { tile, raw: copyPixels(data, stride, bounds) };
      scratch[used++] = current;
      scratch[used++] = length - 1;
      current = data[i];
      length = 0;
    }
  }
  scratch[used++] = current;
  scratch[used++] = length - 1;
  return { tile, runs: scratch.slice(0, used) };
}

/** Writes a packed tile back. */
export function unpackTile(state: TileState, data: IndexArray, stride: number, bounds: Bounds) {
  const width = bounds.right - bounds.left;
  if (state.raw) {
    for (let y = bounds.top, from = 0; y < bounds.bottom; y++, from += width) {
      data.set(state.raw.subarray(from, from + width), y * stride + bounds.left);
    }
    return;
  }
  const { runs } = state;
  if (!runs) return;
  let x = bounds.left;
  let row = bounds.top * stride;
  for (let i = 0; i < runs.length; i += 2) {
    const index = runs[i];
    for (let rest = runs[i + 1] + 1; rest > 0;) {
      const part = Math.min(rest, bounds.right - x);
      data.fill(index, row + x, row + x + part);
      rest -= part;
      x += part;
      if (x < bounds.right) continue;
      x = bounds.left;
      row += stride;
    }
  }
}

/** Rows of a tile whose changes are told together: a stroke that crosses a tile aslant leaves most of it as it was. */
const BAND_ROWS = 32;

/**
 * Turns the pixels of a tile from one state into another (undefined: blank) by writing only what differs. `from` is what
 * they hold now. Tells bounds of what was written, band by band.
 */
export function replaceTile(
  from: TileState | undefined,
  to: TileState | undefined,
  data: IndexArray,
  stride: number,
  bounds: Bounds,
  wrote: (bounds: Bounds) => void,
) {
  const width = bounds.right - bounds.left;
  const length = width * (bounds.bottom - bounds.top);
  const was = new RunReader(from, length);
  const is = new RunReader(to, length);
  let written: { left: number; top: number; right: number; bottom: number } | undefined;
  const note = (x: number, y: number, until: number) => {
    const [left, right, row] = [x + bounds.left, until + bounds.left, y + bounds.top];
    if (written && Math.floor((written.top - bounds.top) / BAND_ROWS) === Math.floor(y / BAND_ROWS)) {
      written.left = Math.min(written.left, left);
      written.right = Math.max(written.right, right);
      written.bottom = row + 1;
      return;
    }
    if (written) wrote(written);
    written = { left, top: row, right, bottom: row + 1 };
  };
  for (let at = 0; at < length;) {
    const end = Math.min(was.end, is.end);
    if (was.index !== is.index) {
      while (at < end) {
        const y = Math.floor(at / width);
        const x = at - y * width;
        const until = Math.min(width, x + end - at);
        const start = (bounds.top + y) * stride + bounds.left;
        data.fill(is.index, start + x, start + until);
        note(x, y, until);
        at += until - x;
      }
    }
    at = end;
    if (was.end === at) was.next();
    if (is.end === at) is.next();
  }
  if (written) wrote(written);
}

/** Goes through the runs of a tile, one after the other. */
export class RunReader {
  /** What the run holds, and the pixel after its last one. */
  index = 0;
  end: number;
  private at = 0;

  constructor(
    private readonly state: TileState | undefined,
    length: number,
  ) {
    this.end = state ? 0 : length;
    this.next();
  }

  next() {
    const { runs, raw } = this.state ?? {};
    if (runs && this.at < runs.length) {
      this.index = runs[this.at++];
      this.end += runs[this.at++] + 1;
    } else if (raw && this.at < raw.length) {
      this.index = raw[this.at++];
      while (this.at < raw.length && raw[this.at] === this.index) this.at++;
      this.end = this.at;
    }
  }
}

/** A tile that holds one index everywhere. */
export function evenTile(tile: number, size: Size, index = 0): TileState {
  const { left, top, right, bottom } = tileBounds(size, tile);
  return { tile, runs: Uint16Array.of(index, (right - left) * (bottom - top) - 1) };
}

/** The tile with other indices in the place of some: `into` has the new one of each. The same state when nothing changes. */
export function recodeTile(state: TileState, into: Uint16Array): TileState {
  const { tile, raw, runs } = state;
  if (raw) {
    if (!raw.some((index) => into[index] !== index)) return state;
    // Bytes of a mask that has become wide since may not hold the new index.
    return { tile, raw: into.length > 256 ? Uint16Array.from(raw, (index) => into[index]) : raw.map((at) => into[at]) };
  }
  if (!runs) return state;
  let isSame = true;
  const joined: number[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const index = into[runs[i]];
    isSame &&= index === runs[i];
    // A whole tile fits into one run, so two neighbours do as well.
    if (joined.at(-2) === index) joined[joined.length - 1] += runs[i + 1] + 1;
    else joined.push(index, runs[i + 1]);
  }
  return isSame ? state : { tile, runs: Uint16Array.from(joined) };
}

/** Visits the runs of a packed tile in order. */
export function forEachRun(state: TileState, visit: (index: number, length: number) => void) {
  if (state.raw) {
    for (const index of state.raw) visit(index, 1);
  } else if (state.runs) {
    for (let i = 0; i < state.runs.length; i += 2) visit(state.runs[i], state.runs[i + 1] + 1);
  }
}

/** Whether two states of one tile hold the same pixels. */
export function sameTile(a: TileState, b: TileState): boolean {
  const left = a.runs ?? a.raw;
  const right = b.runs ?? b.raw;
  if (!left || !right || left.length !== right.length || Boolean(a.runs) !== Boolean(b.runs)) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** Packs a mask for a draft. */
export function packMask(mask: IndexMask): PackedMask {
  return allSteps(packing(mask));
}

/** The same in steps. */
export function* packing(mask: IndexMask): Steps<PackedMask> {
  const { columns, rows } = tileGrid(mask);
  const tiles: TileState[] = [];
  for (let tile = 0; tile < columns * rows; tile++) {
    const state = packTile(tile, mask.data, mask.width, tileBounds(mask, tile));
    const isEmpty = state.runs?.length === 2 && state.runs[0] === 0;
    if (!isEmpty) tiles.push(state);
    yield;
  }
  return { width: mask.width, height: mask.height, wide: mask.data.BYTES_PER_ELEMENT === 2, tiles };
}

/** Brings a packed mask back. */
export function unpackMask(packed: PackedMask): IndexMask {
  const mask = createMask(packed.width, packed.height, packed.wide ? 65535 : 255);
  for (const state of packed.tiles) unpackTile(state, mask.data, mask.width, tileBounds(mask, state.tile));
  return mask;
}

/** Copies the pixels of bounds out of row-major data. */
export function copyPixels(data: IndexArray, stride: number, bounds: Bounds): IndexArray {
  const width = bounds.right - bounds.left;
  const length = width * (bounds.bottom - bounds.top);
  const copy = data.BYTES_PER_ELEMENT === 1 ? new Uint8Array(length) : new Uint16Array(length);
  for (let y = bounds.top, to = 0; y < bounds.bottom; y++, to += width) {
    copy.set(data.subarray(y * stride + bounds.left, y * stride + bounds.right), to);
  }
  return copy;
}
