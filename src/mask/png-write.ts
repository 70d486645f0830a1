import type { IndexMask } from './index-mask.js';
import { COLOR_TYPE, headerData, joinChunks } from './png-format.js';
import type { PngChunk, Rgb } from './png-format.js';
import { Pacer } from './slices.js';

/** Bytes of scanlines handed to the compressor at a time; a browser compresses them on the calling thread. */
const SLICE_BYTES = 1 << 15;

/** Perceptual intent would be 0; the answers of Ground Truth carry 1, relative colorimetric. */
const RENDERING_INTENT = 1;

const UP_FILTER = 2;

/** The smallest bit depth of a palette PNG that holds so many entries. */
export function paletteBitDepth(entries: number): 1 | 2 | 4 | 8 {
  if (entries <= 2) return 1;
  if (entries <= 4) return 2;
  return entries <= 16 ? 4 : 8;
}

/**
 * Writes a mask as a palette PNG, in slices: entry 0 is transparent black, entry i + 1 has `colors[i]`.
 *
 * It has the form of Ground Truth's answers (sRGB, PLTE and a full tRNS chunk, smallest bit depth, no interlace).
 * The mask must hold no index above `colors.length` (at most 255) and must not change meanwhile.
 */
export async function encodePalettePng(
  mask: IndexMask,
  colors: readonly Rgb[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const entries = colors.length + 1;
  if (entries > 256) throw new RangeError(`A palette PNG holds 255 colours; ${colors.length} were given.`);
  const bitDepth = paletteBitDepth(entries);
  const palette = new Uint8Array(entries * 3);
  colors.forEach(({ red, green, blue }, i) => palette.set([red, green, blue], (i + 1) * 3));
  const opacity = new Uint8Array(entries).fill(255);
  opacity[0] = 0;
  const rowBytes = Math.ceil((mask.width * bitDepth) / 8);
  const image = await compressRows(mask.height, rowBytes, packerFor(mask, bitDepth, entries), signal);
  return joinChunks([
    { type: 'IHDR', data: headerData(mask.width, mask.height, bitDepth, COLOR_TYPE.palette) },
    { type: 'sRGB', data: Uint8Array.of(RENDERING_INTENT) },
    { type: 'PLTE', data: palette },
    { type: 'tRNS', data: opacity },
    ...imageChunk(image),
  ]);
}

/** Writes a mask as an RGBA PNG, in slices: for more instances than a palette holds. Index i + 1 gets `colors[i]`. */
export async function encodeRgbaPng(
  mask: IndexMask,
  colors: readonly Rgb[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const pixels = new Uint32Array(colors.length + 1);
  const bytes = new Uint8Array(pixels.buffer);
  colors.forEach(({ red, green, blue }, i) => bytes.set([red, green, blue, 255], (i + 1) * 4));
  const { data, width } = mask;
  const row = new Uint32Array(width);
  const rowAsBytes = new Uint8Array(row.buffer);
  const pack: RowPacker = (y, target, at) => {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (data[i] >= pixels.length) throw missingColor(data[i], pixels.length);
      row[x] = pixels[data[i]];
    }
    target.set(rowAsBytes, at);
  };
  const image = await compressRows(mask.height, width * 4, pack, signal);
  return joinChunks([
    { type: 'IHDR', data: headerData(width, mask.height, 8, COLOR_TYPE.rgba) },
    { type: 'sRGB', data: Uint8Array.of(RENDERING_INTENT) },
    ...imageChunk(image),
  ]);
}

/** Writes row `y` as the bytes of a scanline from `at` on, without the filter byte. */
type RowPacker = (y: number, target: Uint8Array, at: number) => void;

function imageChunk(image: Uint8Array): PngChunk[] {
  return [
    { type: 'IDAT', data: image },
    { type: 'IEND', data: new Uint8Array(0) },
  ];
}

/**
 * Filters and deflates scanlines in slices.
 *
 * Labels seldom change from one row to the next, so every row stores its difference to the one above ("Up"): long runs
 * of zeros compress to about half of the unfiltered size, and faster.
 */
async function compressRows(
  height: number,
  rowBytes: number,
  pack: RowPacker,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const pacer = new Pacer(signal);
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  const collected = collect(stream.readable);
  const rowsPerSlice = Math.max(1, Math.floor(SLICE_BYTES / (rowBytes + 1)));
  let previous = new Uint8Array(rowBytes);
  let current = new Uint8Array(rowBytes);
  try {
    for (let y = 0; y < height;) {
      const end = Math.min(height, y + rowsPerSlice);
      const slice = new Uint8Array((end - y) * (rowBytes + 1));
      for (let at = 0; y < end; y++, at += rowBytes + 1) {
        pack(y, current, 0);
        slice[at] = UP_FILTER;
        for (let i = 0; i < rowBytes; i++) slice[at + 1 + i] = current[i] - previous[i];
        [previous, current] = [current, previous];
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

function packerFor({ data, width }: IndexMask, bitDepth: number, entries: number): RowPacker {
  const perByte = 8 / bitDepth;
  const whole = Math.floor(width / perByte);
  return (y, target, at) => {
    let i = y * width;
    const rowEnd = i + width;
    // All bits that occur in the row: cheap, and enough to notice an index without a colour where it matters.
    let seen = 0;
    if (bitDepth === 8) {
      for (let byte = 0; byte < whole; byte++, i++) {
        seen |= data[i] >= entries ? 1 : 0;
        target[at + byte] = data[i];
      }
    } else if (bitDepth === 4) {
      for (let byte = 0; byte < whole; byte++, i += 2) {
        const a = data[i];
        const b = data[i + 1];
        seen |= a >= entries || b >= entries ? 1 : 0;
        target[at + byte] = (a << 4) | b;
      }
    } else {
      for (let byte = 0; byte < whole; byte++) {
        let packed = 0;
        for (let k = 0; k < perByte; k++, i++) {
          seen |= data[i] >= entries ? 1 : 0;
          packed = (packed << bitDepth) | data[i];
        }
        target[at + byte] = packed;
      }
    }
    if (i < rowEnd) {
      let packed = 0;
      for (let k = 0; k < perByte; k++, i++) {
        const index = i < rowEnd ? data[i] : 0;
        seen |= index >= entries ? 1 : 0;
        packed = (packed << bitDepth) | index;
      }
      target[at + whole] = packed;
    }
    if (seen !== 0) throw missingColor(Math.max(...data.subarray(y * width, rowEnd)), entries);
  };
}

function missingColor(index: number, entries: number): RangeError {
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
