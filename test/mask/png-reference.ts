/*
 * A second, deliberately plain implementation of PNG that shares no code with the library: every image is an array of
 * samples, every row goes through the formulas of the specification. In browsers decoding is left to the browser itself.
 */

/** Decoded colours, four bytes a pixel, and the head of the file. */
export interface ReferenceImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly chunks: readonly string[];
}

/** What the reference encoder writes. `samples` holds width x height x channels values. */
export interface ReferenceInput {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly samples: ArrayLike<number>;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  readonly interlaced?: boolean;
  readonly filterOf?: (row: number) => number;
  /** Cuts the image data into chunks of this size. */
  readonly chunkSize?: number;
}

const CHANNELS = [1, 0, 3, 1, 2, 0, 4];
const isNode = 'process' in globalThis && !('document' in globalThis);

export async function referenceDecode(file: Uint8Array): Promise<ReferenceImage> {
  const chunks = chunksOf(file);
  const head = chunks[0].data;
  const head32 = new DataView(head.buffer, head.byteOffset);
  const [width, height, bitDepth, colorType] = [head32.getUint32(0), head32.getUint32(4), head[8], head[9]];
  const rgba = isNode
    ? plainDecode(await inflateInNode(dataOf(chunks)), { width, height, bitDepth, colorType }, chunks)
    : await browserDecode(file);
  return { width, height, rgba, bitDepth, colorType, chunks: chunks.map((chunk) => chunk.type) };
}

export async function referenceEncode(input: ReferenceInput): Promise<Uint8Array> {
  const { width, height, bitDepth, colorType, samples } = input;
  const channels = CHANNELS[colorType];
  const bits = channels * bitDepth;
  const raw: number[] = [];
  let rowCount = 0;
  const passes = input.interlaced
    ? [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 0, 1, 1]];
  for (const [left, top, stepX, stepY] of passes) {
    let above: number[] = [];
    for (let y = top; y < height && left < width; y += stepY) {
      const row: number[] = [];
      let buffer = 0;
      let filled = 0;
      for (let x = left; x < width; x += stepX) {
        for (let c = 0; c < channels; c++) {
          const value = samples[(y * width + x) * channels + c];
          if (bitDepth === 16) row.push(value >> 8, value & 255);
          else {
            buffer = (buffer << bitDepth) | value;
            filled += bitDepth;
            if (filled === 8) {
              row.push(buffer);
              buffer = 0;
              filled = 0;
            }
          }
        }
      }
      if (filled > 0) row.push(buffer << (8 - filled));
      const filter = input.filterOf?.(rowCount++) ?? 0;
      raw.push(
        filter,
        ...row.map((value, i) => (value - predicted(filter, row, above, i, Math.max(1, bits / 8))) & 255),
      );
      above = row;
    }
  }
  const stream = new Blob([Uint8Array.from(raw)]).stream().pipeThrough(new CompressionStream('deflate'));
  const image = new Uint8Array(await new Response(stream).arrayBuffer());
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, width);
  new DataView(head.buffer).setUint32(4, height);
  head.set([bitDepth, colorType, 0, 0, input.interlaced ? 1 : 0], 8);
  const parts = [Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), chunk('IHDR', head)];
  if (input.palette) parts.push(chunk('PLTE', Uint8Array.from(input.palette)));
  if (input.transparency) parts.push(chunk('tRNS', Uint8Array.from(input.transparency)));
  parts.push(chunk('tEXt', new TextEncoder().encode('Comment\0made by a test')));
  const step = input.chunkSize ?? image.length;
  for (let at = 0; at < image.length; at += step) parts.push(chunk('IDAT', image.subarray(at, at + step)));
  parts.push(chunk('IEND', new Uint8Array(0)));
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  new DataView(bytes.buffer).setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (-(crc & 1) & 0xedb88320);
  }
  return ~crc >>> 0;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(file: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length;) {
    const length = new DataView(file.buffer, file.byteOffset).getUint32(at);
    chunks.push({
      type: new TextDecoder().decode(file.subarray(at + 4, at + 8)),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function dataOf(chunks: readonly Chunk[]): Uint8Array {
  return Uint8Array.from(chunks.filter((part) => part.type === 'IDAT').flatMap((part) => [...part.data]));
}

async function inflateInNode(data: Uint8Array): Promise<Uint8Array> {
  // Kept out of the sight of browser bundlers.
  const name = 'node:zlib';
  const zlib = (await import(/* @vite-ignore */ name)) as { inflateSync(data: Uint8Array): Uint8Array };
  return zlib.inflateSync(data);
}

type Form = Pick<ReferenceImage, 'width' | 'height' | 'bitDepth' | 'colorType'>;

function plainDecode(raw: Uint8Array, { width, height, bitDepth, colorType }: Form, chunks: readonly Chunk[]) {
  const channels = CHANNELS[colorType];
  const rowBytes = Math.ceil((width * channels * bitDepth) / 8);
  const palette = chunks.find((part) => part.type === 'PLTE')?.data ?? new Uint8Array(0);
  const alpha = chunks.find((part) => part.type === 'tRNS')?.data ?? new Uint8Array(0);
  if (raw.length !== height * (rowBytes + 1)) throw new Error('The image data has a wrong length.');
  const rgba: number[] = [];
  let above: number[] = [];
  for (let y = 0; y < height; y++) {
    const line = raw.subarray(y * (rowBytes + 1), (y + 1) * (rowBytes + 1));
    const row: number[] = [];
    const distance = Math.max(1, (channels * bitDepth) / 8);
    for (let i = 0; i < rowBytes; i++) row.push((line[i + 1] + predicted(line[0], row, above, i, distance)) & 255);
    for (let x = 0; x < width; x++) {
      if (colorType === 6) rgba.push(...row.slice(x * 4, x * 4 + 4));
      else if (colorType === 3) {
        const index = (row[(x * bitDepth) >> 3] >> (8 - bitDepth - ((x * bitDepth) & 7))) & ((1 << bitDepth) - 1);
        rgba.push(palette[index * 3], palette[index * 3 + 1], palette[index * 3 + 2], alpha[index] ?? 255);
      } else throw new Error('The reference decodes what the library writes: palette and RGBA.');
    }
    above = row;
  }
  return Uint8Array.from(rgba);
}

function predicted(filter: number, row: readonly number[], above: readonly number[], i: number, distance: number) {
  const a = row[i - distance] ?? 0;
  const b = above[i] ?? 0;
  const c = i >= distance ? (above[i - distance] ?? 0) : 0;
  const p = a + b - c;
  const nearest = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best));
  return [0, a, b, Math.floor((a + b) / 2), nearest][filter];
}

async function browserDecode(file: Uint8Array): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(new Blob([file as BlobPart], { type: 'image/png' }), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  return new Uint8Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
}
