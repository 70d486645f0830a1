import type { Size } from '../geometry/types.js';
import { COLOR_TYPE, PngError, splitChunks } from './png-format.js';
import type { PngChunk } from './png-format.js';
import { Pacer } from './slices.js';

/** What the head of a PNG says. */
export interface PngHeader extends Size {
  readonly bitDepth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
}

/**
 * One row of decoded pixels. Pixel i lies at column `left + i * step` of row `y`; `step` is above 1 only in interlaced files.
 *
 * `values` are the raw samples of palette and grey images: palette index or grey level.
 */
export interface PngRow {
  readonly y: number;
  readonly left: number;
  readonly step: number;
  readonly count: number;
  /** Four bytes a pixel. Valid during the call only. */
  readonly rgba: Uint8Array;
  readonly values: Uint16Array | undefined;
}

/** Largest picture that Ground Truth accepts is 100 megapixels; more than this would not be a mask but an attack. */
const MAX_PIXELS = 400_000_000;

const CHANNELS: Readonly<Record<number, number>> = {
  [COLOR_TYPE.grey]: 1,
  [COLOR_TYPE.rgb]: 3,
  [COLOR_TYPE.palette]: 1,
  [COLOR_TYPE.greyAlpha]: 2,
  [COLOR_TYPE.rgba]: 4,
};

const BIT_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [COLOR_TYPE.grey]: [1, 2, 4, 8, 16],
  [COLOR_TYPE.rgb]: [8, 16],
  [COLOR_TYPE.palette]: [1, 2, 4, 8],
  [COLOR_TYPE.greyAlpha]: [8, 16],
  [COLOR_TYPE.rgba]: [8, 16],
};

/** Reads size and form of a PNG without decoding it, e.g. to refuse a mask of another size at once. */
export function readPngHeader(file: Uint8Array): PngHeader {
  return headerFrom(splitChunks(file));
}

/**
 * Decodes any PNG (every colour type, bit depth and interlacing of the specification) row by row, in slices.
 *
 * Rows go to `visit` and are not kept, so a large mask never exists as colours.
 */
export async function decodePng(
  file: Uint8Array,
  visit: (row: PngRow) => void,
  signal?: AbortSignal,
): Promise<PngHeader> {
  const chunks = splitChunks(file);
  const header = headerFrom(chunks);
  const palette = chunks.find((chunk) => chunk.type === 'PLTE')?.data;
  const opacity = chunks.find((chunk) => chunk.type === 'tRNS')?.data;
  if (header.colorType === COLOR_TYPE.palette && !palette)
    throw new PngError('The PNG file of the mask has no palette.');
  const expand = expanderFor(header, palette, opacity);
  const bitsPerPixel = CHANNELS[header.colorType] * header.bitDepth;
  const pacer = new Pacer(signal);
  const source = new ByteSource(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data));
  try {
    for (const pass of passesOf(header)) {
      const rowBytes = Math.ceil((pass.columns * bitsPerPixel) / 8);
      let previous = new Uint8Array(rowBytes);
      let current = new Uint8Array(rowBytes);
      const rgba = new Uint8Array(pass.columns * 4);
      const values = CHANNELS[header.colorType] === 1 ? new Uint16Array(pass.columns) : undefined;
      for (let row = 0; row < pass.rows; row++) {
        const filter = await source.readRow(current);
        unfilter(filter, current, previous, Math.max(1, bitsPerPixel >> 3));
        expand(current, pass.columns, rgba, values);
        visit({
          y: pass.top + row * pass.rowStep,
          left: pass.left,
          step: pass.step,
          count: pass.columns,
          rgba,
          values,
        });
        [previous, current] = [current, previous];
        if ((row & 15) === 0) await pacer.rest();
      }
    }
  } finally {
    source.close();
  }
  return header;
}

/** Decodes a PNG to four bytes a pixel. */
export async function decodePngRgba(file: Uint8Array, signal?: AbortSignal): Promise<Size & { data: Uint8Array }> {
  const { width, height } = readPngHeader(file);
  const data = new Uint8Array(width * height * 4);
  await decodePng(
    file,
    ({ y, left, step, count, rgba }) => {
      if (step === 1) {
        data.set(rgba, y * width * 4);
        return;
      }
      for (let i = 0; i < count; i++) data.set(rgba.subarray(i * 4, i * 4 + 4), (y * width + left + i * step) * 4);
    },
    signal,
  );
  return { width, height, data };
}

function headerFrom(chunks: readonly PngChunk[]): PngHeader {
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw new PngError('The PNG file of the mask has no header.');
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth, colorType, compression, filter, interlace] = first.data.subarray(8);
  const isKnown = BIT_DEPTHS[colorType]?.includes(bitDepth) && compression === 0 && filter === 0 && interlace <= 1;
  if (!isKnown || width === 0 || height === 0) {
    throw new PngError(
      `The PNG file of the mask has a form that does not exist (type ${colorType}, ${bitDepth} bits).`,
    );
  }
  if (width * height > MAX_PIXELS) throw new PngError(`The PNG file of the mask is too large (${width} x ${height}).`);
  return { width, height, bitDepth, colorType, isInterlaced: interlace === 1 };
}

interface Pass {
  readonly left: number;
  readonly top: number;
  readonly step: number;
  readonly rowStep: number;
  readonly columns: number;
  readonly rows: number;
}

/** Left, top, column step and row step of the seven passes of Adam7. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passesOf({ width, height, isInterlaced }: PngHeader): Pass[] {
  if (!isInterlaced) return [{ left: 0, top: 0, step: 1, rowStep: 1, columns: width, rows: height }];
  return ADAM7.map(([left, top, step, rowStep]) => ({
    left,
    top,
    step,
    rowStep,
    columns: Math.ceil((width - left) / step),
    rows: Math.ceil((height - top) / rowStep),
  })).filter((pass) => pass.columns > 0 && pass.rows > 0);
}

/** Inflates the image data and hands out scanlines of any length. */
class ByteSource {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private part: Uint8Array = new Uint8Array(0);
  private at = 0;

  constructor(parts: readonly Uint8Array[]) {
    const stream = new DecompressionStream('deflate');
    this.reader = stream.readable.getReader();
    void this.feed(stream.writable.getWriter(), parts);
  }

  /** Fills the row and returns its filter type. */
  async readRow(row: Uint8Array): Promise<number> {
    while (this.at >= this.part.length) await this.refill();
    const filter = this.part[this.at++];
    for (let filled = 0; filled < row.length;) {
      while (this.at >= this.part.length) await this.refill();
      const take = Math.min(row.length - filled, this.part.length - this.at);
      row.set(this.part.subarray(this.at, this.at + take), filled);
      filled += take;
      this.at += take;
    }
    return filter;
  }

  close() {
    this.reader.cancel().catch(() => undefined);
  }

  private async refill() {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await this.reader.read();
    } catch {
      throw new PngError('The PNG file of the mask is damaged (compressed data).');
    }
    if (next.done) throw new PngError('The PNG file of the mask is cut off (too few rows).');
    this.part = next.value;
    this.at = 0;
  }

  private async feed(writer: WritableStreamDefaultWriter<BufferSource>, parts: readonly Uint8Array[]) {
    try {
      for (const part of parts) {
        for (let at = 0; at < part.length; at += 1 << 15) await writer.write(part.slice(at, at + (1 << 15)));
      }
      await writer.close();
    } catch {
      // A failure shows when the next row is read; a cancelled reader needs no more data.
    }
  }
}

/** Undoes a scanline filter in place. `distance` is that of the byte to the left, at least 1. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, distance: number) {
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let i = distance; i < row.length; i++) row[i] += row[i - distance];
      return;
    case 2:
      for (let i = 0; i < row.length; i++) row[i] += above[i];
      return;
    case 3:
      for (let i = 0; i < row.length; i++) row[i] += ((i >= distance ? row[i - distance] : 0) + above[i]) >> 1;
      return;
    case 4:
      for (let i = 0; i < row.length; i++) {
        const isFirst = i < distance;
        row[i] += paeth(isFirst ? 0 : row[i - distance], above[i], isFirst ? 0 : above[i - distance]);
      }
      return;
    default:
      throw new PngError(`The PNG file of the mask is damaged (row filter ${filter}).`);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

type Expander = (row: Uint8Array, count: number, rgba: Uint8Array, values: Uint16Array | undefined) => void;

/** Turns scanline bytes into colours, and into raw values for palette and grey. */
function expanderFor({ bitDepth, colorType }: PngHeader, palette?: Uint8Array, opacity?: Uint8Array): Expander {
  const channels = CHANNELS[colorType];
  const bytes = bitDepth === 16 ? 2 : 1;
  const keys = transparentKey(colorType, opacity);
  const sample = (row: Uint8Array, i: number) => (bytes === 2 ? (row[i * 2] << 8) | row[i * 2 + 1] : row[i]);
  if (channels === 1) {
    const lookup = lookupFor(bitDepth, colorType, palette, opacity);
    const mask = (1 << bitDepth) - 1;
    return (row, count, rgba, values) => {
      for (let i = 0; i < count; i++) {
        const bit = i * bitDepth;
        const value = bitDepth >= 8 ? sample(row, i) : (row[bit >> 3] >> (8 - bitDepth - (bit & 7))) & mask;
        if (values) values[i] = value;
        if (lookup) {
          const from = value * 4;
          for (let k = 0; k < 4; k++) rgba[i * 4 + k] = lookup[from + k];
        } else {
          rgba.fill(value >> 8, i * 4, i * 4 + 3);
          rgba[i * 4 + 3] = keys && value === keys[0] ? 0 : 255;
        }
      }
    };
  }
  const hasAlpha = channels === 2 || channels === 4;
  const isGrey = channels === 2;
  return (row, count, rgba) => {
    for (let i = 0; i < count; i++) {
      const from = i * channels * bytes;
      const red = row[from];
      rgba[i * 4] = red;
      rgba[i * 4 + 1] = isGrey ? red : row[from + bytes];
      rgba[i * 4 + 2] = isGrey ? red : row[from + 2 * bytes];
      if (hasAlpha) rgba[i * 4 + 3] = row[from + (channels - 1) * bytes];
      else rgba[i * 4 + 3] = keys?.every((key, k) => sample(row, i * 3 + k) === key) ? 0 : 255;
    }
  };
}

/** The colour that tRNS makes transparent in grey and RGB images. */
function transparentKey(colorType: number, opacity?: Uint8Array): number[] | undefined {
  const count = colorType === COLOR_TYPE.grey ? 1 : colorType === COLOR_TYPE.rgb ? 3 : 0;
  if (!opacity || count === 0 || opacity.length < count * 2) return undefined;
  return Array.from({ length: count }, (_, i) => (opacity[i * 2] << 8) | opacity[i * 2 + 1]);
}

/** Colours of all raw values, four bytes each; not for 16 bits, where computing is quicker than 256 KB of table. */
function lookupFor(bitDepth: number, colorType: number, palette?: Uint8Array, opacity?: Uint8Array) {
  if (bitDepth === 16) return undefined;
  const size = 1 << bitDepth;
  const lookup = new Uint8Array(size * 4);
  const key = transparentKey(colorType, opacity)?.[0];
  for (let value = 0; value < size; value++) {
    if (colorType === COLOR_TYPE.palette) {
      const color = palette?.subarray(value * 3, value * 3 + 3) ?? [];
      // An index beyond the palette is an error in the file; like other unknown colours it becomes background.
      lookup.set(color.length === 3 ? [...color, opacity?.[value] ?? 255] : [0, 0, 0, 0], value * 4);
    } else {
      const level = Math.round((value * 255) / (size - 1));
      lookup.set([level, level, level, value === key ? 0 : 255], value * 4);
    }
  }
  return lookup;
}
