import type { Bounds, Size } from '../geometry/types.js';

/** Index values of a mask: one byte a pixel, two when there are more than 255 indices. */
export type IndexArray = Uint8Array | Uint16Array;

/**
 * Which label or instance owns each pixel: row by row from the top left, 0 is unlabelled.
 *
 * Indices and never colours are stored, so an anti-aliased class cannot exist.
 */
export interface IndexMask extends Size {
  readonly data: IndexArray;
}

/** Side of the square tiles in which undo, drafts and repainting keep their books, in pixels. */
export const TILE_SIZE = 256;

/** Largest index that fits into one byte. */
export const MAX_BYTE_INDEX = 255;

/** Largest index of a wide mask. */
export const MAX_WIDE_INDEX = 65535;

/** Makes an unlabelled mask; `maxIndex` above 255 makes it wide (two bytes a pixel). */
export function createMask(width: number, height: number, maxIndex = MAX_BYTE_INDEX): IndexMask {
  assertSize(width, height);
  if (!Number.isInteger(maxIndex) || maxIndex < 0 || maxIndex > MAX_WIDE_INDEX) {
    throw new RangeError(`A mask holds indices from 0 to ${MAX_WIDE_INDEX}; ${maxIndex} was asked for.`);
  }
  const length = width * height;
  return { width, height, data: maxIndex > MAX_BYTE_INDEX ? new Uint16Array(length) : new Uint8Array(length) };
}

/** Copies a mask; with `maxIndex` above 255 the copy is wide. */
export function copyMask(mask: IndexMask, maxIndex = 0): IndexMask {
  const wide = maxIndex > MAX_BYTE_INDEX && mask.data instanceof Uint8Array;
  return { width: mask.width, height: mask.height, data: wide ? Uint16Array.from(mask.data) : mask.data.slice() };
}

/** Largest index that the mask's storage can hold. */
export function capacityOf(mask: IndexMask): number {
  return mask.data.BYTES_PER_ELEMENT === 1 ? MAX_BYTE_INDEX : MAX_WIDE_INDEX;
}

/** The index at a pixel; 0 outside the mask. Fractions are cut off, so a point in image pixels can be given as it is. */
export function indexAt(mask: IndexMask, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= mask.width || row >= mask.height) return 0;
  return mask.data[row * mask.width + column];
}

/** The whole area of a mask or picture. */
export function fullBounds({ width, height }: Size): Bounds {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** Cuts bounds to whole pixels that lie inside the given size; empty bounds have `right <= left` or `bottom <= top`. */
export function clipBounds(bounds: Bounds, size: Size): Bounds {
  return {
    left: Math.max(0, Math.floor(bounds.left)),
    top: Math.max(0, Math.floor(bounds.top)),
    right: Math.min(size.width, Math.ceil(bounds.right)),
    bottom: Math.min(size.height, Math.ceil(bounds.bottom)),
  };
}

/** Whether the bounds hold no pixel. */
export function isEmptyBounds(bounds: Bounds): boolean {
  return bounds.right <= bounds.left || bounds.bottom <= bounds.top;
}

/** Number of tile columns and rows that cover a size. */
export function tileGrid({ width, height }: Size): { columns: number; rows: number } {
  return { columns: Math.ceil(width / TILE_SIZE), rows: Math.ceil(height / TILE_SIZE) };
}

/** Pixels of one tile, cut to the mask; tiles are numbered row by row. */
export function tileBounds(size: Size, tile: number): Bounds {
  const { columns } = tileGrid(size);
  const left = (tile % columns) * TILE_SIZE;
  const top = Math.floor(tile / columns) * TILE_SIZE;
  return {
    left,
    top,
    right: Math.min(left + TILE_SIZE, size.width),
    bottom: Math.min(top + TILE_SIZE, size.height),
  };
}

/** The smallest bounds that hold both. */
export function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The pixels that both bounds hold; may be empty. */
export function intersect(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function assertSize(width: number, height: number) {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`A mask needs a width and a height of at least one whole pixel, not ${width} x ${height}.`);
  }
}

/** The same memory, four bytes at a time; undefined where it does not begin at a multiple of four. */
export function wordsOf({ buffer, byteOffset, byteLength }: IndexArray): Int32Array | undefined {
  return byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, byteLength >> 2) : undefined;
}

/** Where pixels stop to be what they are at `from`, `end` at the latest. Masks are even for long stretches: whole words are compared where there are any. */
export function endOfRun(data: IndexArray, words: Int32Array | undefined, from: number, end: number): number {
  const index = data[from];
  let i = from + 1;
  if (words) {
    const isByte = data.BYTES_PER_ELEMENT === 1;
    const shift = isByte ? 2 : 1;
    const perWord = 1 << shift;
    while (i < end && i % perWord !== 0) {
      if (data[i] !== index) return i;
      i++;
    }
    const pattern = isByte ? Math.imul(index, 0x01010101) : index | (index << 16);
    const lastWord = end >> shift;
    let word = i >> shift;
    while (word < lastWord && words[word] === pattern) word++;
    i = Math.max(i, word << shift);
  }
  while (i < end && data[i] === index) i++;
  return i;
}
