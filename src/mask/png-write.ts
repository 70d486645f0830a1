import type { IndexArray, IndexMask } from './index-mask.js';
import { COLOR_TYPE, headerData, joinChunks } from './png-format.js';
import type { PngChunk, Rgb } from './png-format.js';
import { Pacer } from './slices.js';

/** Bytes of scanlines handed to the compressor at a time; a browser compresses them on the calling thread. */
const SLICE_BYTES = 1 << 16;

/** Perceptual intent would be 0; the answers of Ground Truth carry 1, relative colorimetric. */
const RENDERING_INTENT = 1;

/** Most indices that a palette PNG holds; with more instances the answer is an RGBA PNG. */
export const MAX_PALETTE_INDICES = 255;

/** The smallest bit depth of a palette PNG that holds so many entries. */
export function paletteBitDepth(entries: number): 1 | 2 | 4 | 8 {
  if (entries <= 2) return 1;
  if (entries <= 4) return 2;
  return entries <= 16 ? 4 : 8;
}

/** A mask as a PNG that is not compressed yet. */
export interface PngRows {
  /** Chunks before the image. */
  readonly head: readonly PngChunk[];
  readonly height: number;
  /** Bytes of a scanline without its filter byte. */
  readonly rowBytes: number;
  readonly writeRow: RowWriter;
}

/**
 * Writes row `y` as a scanline from `at` on, without the filter byte (`ROW_FILTER`); the target holds zeros. Rows come in order.
 *
 * Labels seldom change from one row to the next, so every row stores its difference to the one above ("Up"). What is equal
 * needs no work at all, and the zeros compress better and in half the time.
 */
export type RowWriter = (y: number, target: Uint8Array, at: number) => void;

/** The filter byte of all rows. */
export const ROW_FILTER = 2;

/** The PNG entry of each index, where that is not the index itself. */
export type EntryOf = Uint8Array | Uint16Array | undefined;

/**
 * A mask as a palette PNG: entry 0 is transparent black, entry i + 1 has `colors[i]`.
 *
 * It has the form of Ground Truth's answers (sRGB, PLTE and a full tRNS chunk, smallest bit depth, no interlace).
 * The mask must hold no index above `colors.length` (at most 255).
 */
function palettePng(mask: IndexMask, colors: readonly Rgb[], entryOf: EntryOf): PngRows {
  const entries = colors.length + 1;
  const bitDepth = paletteBitDepth(entries);
  const palette = new Uint8Array(entries * 3);
  colors.forEach(({ red, green, blue }, i) => palette.set([red, green, blue], (i + 1) * 3));
  const opacity = new Uint8Array(entries).fill(255);
  opacity[0] = 0;
  return {
    head: [
      { type: 'IHDR', data: headerData(mask.width, mask.height, bitDepth, COLOR_TYPE.palette) },
      { type: 'sRGB', data: Uint8Array.of(RENDERING_INTENT) },
      { type: 'PLTE', data: palette },
      { type: 'tRNS', data: opacity },
    ],
    height: mask.height,
    rowBytes: Math.ceil((mask.width * bitDepth) / 8),
    writeRow: paletteRows(mask, { bitDepth, entries, entryOf }),
  };
}

/** A mask as an RGBA PNG: for more instances than a palette holds. Entry i + 1 has `colors[i]`. */
function rgbaPng(mask: IndexMask, colors: readonly Rgb[], entryOf: EntryOf): PngRows {
  return {
    head: [
      { type: 'IHDR', data: headerData(mask.width, mask.height, 8, COLOR_TYPE.rgba) },
      { type: 'sRGB', data: Uint8Array.of(RENDERING_INTENT) },
    ],
    height: mask.height,
    rowBytes: mask.width * 4,
    writeRow: rgbaRows(mask, colors, entryOf),
  };
}

/** A mask as a PNG: with a palette when it holds all colours. */
export function pngRows(mask: IndexMask, colors: readonly Rgb[], entryOf?: EntryOf): PngRows {
  return (colors.length > MAX_PALETTE_INDICES ? rgbaPng : palettePng)(mask, colors, entryOf);
}

/** The file, from its compressed scanlines. */
export function pngFile({ head }: PngRows, image: Uint8Array): Uint8Array {
  return joinChunks([...head, { type: 'IDAT', data: image }, { type: 'IEND', data: new Uint8Array(0) }]);
}

/** Writes a mask as a PNG in slices; entry i + 1 has `colors[i]`. It must not change meanwhile. */
export function encodePng(mask: IndexMask, colors: readonly Rgb[], signal?: AbortSignal): Promise<Uint8Array> {
  return compressPng(pngRows(mask, colors), signal);
}

/** Writes rows as a PNG in slices. */
export async function compressPng(rows: PngRows, signal?: AbortSignal): Promise<Uint8Array> {
  return pngFile(rows, await compressRows(rows, signal));
}

/** Deflates filtered scanlines in slices. */
async function compressRows({ height, rowBytes, writeRow }: PngRows, signal?: AbortSignal): Promise<Uint8Array> {
  const pacer = new Pacer(signal);
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  const collected = collect(stream.readable);
  const rowsPerSlice = Math.max(1, Math.floor(SLICE_BYTES / (rowBytes + 1)));
  const buffer = new Uint8Array(Math.min(rowsPerSlice, height) * (rowBytes + 1));
  try {
    for (let y = 0; y < height;) {
      const end = Math.min(height, y + rowsPerSlice);
      // The compressor has taken in a slice when its write is done, so one buffer serves for all.
      const slice = buffer.subarray(0, (end - y) * (rowBytes + 1)).fill(0);
      for (let at = 0; y < end; y++, at += rowBytes + 1) {
        slice[at] = ROW_FILTER;
        writeRow(y, slice, at + 1);
      }
      await writer.write(slice);
      await pacer.rest();
    }
    await writer.close();
  } catch (error) {
    // The reader fails with the same reason; only one of the two may be reported.
    collected.catch(() => undefined);
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
  return collected;
}

/** Pixels handled at once: a whole number of bytes at every bit depth, and two words to compare. */
const UNIT = 8;

function paletteRows(
  { data, width }: IndexMask,
  { bitDepth, entries, entryOf }: { readonly bitDepth: number; readonly entries: number; readonly entryOf: EntryOf },
): RowWriter {
  const units = Math.ceil(width / UNIT);
  const rowBytes = Math.ceil((width * bitDepth) / 8);
  // Rows are copied to aligned buffers, so that four pixels are compared at once whatever the width.
  const buffers = [new Uint8Array(units * UNIT), new Uint8Array(units * UNIT)] as const;
  const words = [new Uint32Array(buffers[0].buffer), new Uint32Array(buffers[1].buffer)] as const;
  return (y, target, at) => {
    const row = data.subarray(y * width, (y + 1) * width);
    const [own, other] = y % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    if (entryOf) for (let x = 0; x < width; x++) buffers[own][x] = entryOf[row[x]];
    else if (row.BYTES_PER_ELEMENT === 2 && row.some((index) => index >= entries)) throw missingColor(row, entries);
    else buffers[own].set(row);
    writeDifferences({
      current: buffers[own],
      above: buffers[other],
      currentWords: words[own],
      aboveWords: words[other],
      bitDepth,
      entries,
      target,
      at,
      end: at + rowBytes,
    });
  };
}

interface PackedRow {
  readonly current: Uint8Array;
  readonly above: Uint8Array;
  readonly currentWords: Uint32Array;
  readonly aboveWords: Uint32Array;
  readonly bitDepth: number;
  readonly entries: number;
  readonly target: Uint8Array;
  readonly at: number;
  readonly end: number;
}

/** Packs eight pixels at a time, and only those that differ from the row above. */
function writeDifferences({ current, above, currentWords, aboveWords, bitDepth, entries, target, at, end }: PackedRow) {
  const perByte = UNIT / bitDepth;
  for (let word = 0; word < currentWords.length; word += 2) {
    if (currentWords[word] === aboveWords[word] && currentWords[word + 1] === aboveWords[word + 1]) continue;
    let i = word * 4;
    const first = at + (word >> 1) * bitDepth;
    for (let byte = first; byte < first + bitDepth; byte++) {
      let packed = 0;
      let packedAbove = 0;
      for (let k = 0; k < perByte; k++, i++) {
        if (current[i] >= entries) throw missingColor(current, entries);
        packed = (packed << bitDepth) | current[i];
        packedAbove = (packedAbove << bitDepth) | above[i];
      }
      if (byte < end) target[byte] = packed - packedAbove;
    }
  }
}

function rgbaRows({ data, width }: IndexMask, colors: readonly Rgb[], entryOf: EntryOf): RowWriter {
  const table = new Uint8Array((colors.length + 1) * 4);
  colors.forEach(({ red, green, blue }, i) => table.set([red, green, blue, 255], (i + 1) * 4));
  const entryAt = (index: number) => (entryOf ? entryOf[index] : index);
  return (y, target, at) => {
    const row = data.subarray(y * width, (y + 1) * width);
    const above = y > 0 ? data.subarray((y - 1) * width, y * width) : undefined;
    for (let x = 0; x < width; x++) {
      const upper = above ? above[x] : -1;
      if (row[x] === upper) continue;
      const [entry, over] = [entryAt(row[x]), upper < 0 ? 0 : entryAt(upper)];
      if (entry > colors.length) throw missingColor(row, colors.length + 1);
      for (let k = 0; k < 4; k++) target[at + x * 4 + k] = table[entry * 4 + k] - table[over * 4 + k];
    }
  };
}

function missingColor(row: IndexArray, entries: number): RangeError {
  const index = row.find((value) => value >= entries);
  return new RangeError(`The mask holds index ${index}, but colours were given for 1 to ${entries - 1} only.`);
}

/** Reads a stream to its end. */
export async function collect(readable: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
