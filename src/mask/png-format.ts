/** The eight bytes that every PNG begins with. */
export const PNG_SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** Numbers of the colour types in the PNG specification. */
export const COLOR_TYPE = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 } as const;

/** Colour of a label in a PNG. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** One chunk: its four-letter type and its data. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** A file that is no PNG, is damaged, or uses something a mask cannot have. The message is fit for a worker. */
export class PngError extends Error {
  override readonly name = 'PngError';
}

/** Reads `#rrggbb` or `#rgb`, in any case. */
export function parseHexColor(color: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  const parts = long?.slice(1) ?? short?.slice(1).map((digit) => digit + digit);
  if (!parts) throw new RangeError(`A label colour must be written like #2ca02c, not "${color}".`);
  const [red, green, blue] = parts.map((part) => parseInt(part, 16));
  return { red, green, blue };
}

/** Writes `#rrggbb`. */
export function formatHexColor({ red, green, blue }: Rgb): string {
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}

/** CRC-32 over several parts, as each PNG chunk ends with. */
export function crc32(...parts: readonly Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const part of parts) for (const byte of part) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** Puts chunks together to a file. */
export function joinChunks(chunks: readonly PngChunk[]): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.data.length + 12, PNG_SIGNATURE.length);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  file.set(PNG_SIGNATURE);
  let at = PNG_SIGNATURE.length;
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length);
    for (let i = 0; i < 4; i++) file[at + 4 + i] = type.charCodeAt(i);
    file.set(data, at + 8);
    view.setUint32(at + 8 + data.length, crc32(file.subarray(at + 4, at + 8 + data.length)));
    at += data.length + 12;
  }
  return file;
}

/** Splits a file into chunks up to IEND; checksums of the chunks that decide the pixels are checked. */
export function splitChunks(file: Uint8Array): PngChunk[] {
  if (!PNG_SIGNATURE.every((byte, i) => file[i] === byte)) throw new PngError('The mask is not a PNG file.');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = PNG_SIGNATURE.length; ;) {
    if (at + 12 > file.length) throw new PngError('The PNG file of the mask is cut off.');
    const length = view.getUint32(at);
    if (at + 12 + length > file.length) throw new PngError('The PNG file of the mask is cut off.');
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const data = file.subarray(at + 8, at + 8 + length);
    const isCritical = type.charCodeAt(0) < 97 || type === 'tRNS';
    if (isCritical && crc32(file.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) {
      throw new PngError(`The PNG file of the mask is damaged (checksum of ${type}).`);
    }
    chunks.push({ type, data });
    at += length + 12;
    if (type === 'IEND') return chunks;
  }
}

/** The 13 bytes of IHDR. */
export function headerData(width: number, height: number, bitDepth: number, colorType: number): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data[8] = bitDepth;
  data[9] = colorType;
  return data;
}
