import { pngFile, ROW_FILTER, type PngRows } from '../../mask/png-write.js';

/** Longest match of deflate, in bytes. */
const MOST_MATCH = 258;

/**
 * Writes a mask as a PNG at once, for whoever asks for the answer without waiting.
 *
 * Holds the same rows as the encoder that works in slices, in a somewhat larger file: only repeated bytes are compressed.
 */
export function encodeQuickPng(rows: PngRows): Uint8Array {
  const out = new RunDeflater();
  const line = new Uint8Array(rows.rowBytes + 1);
  for (let y = 0; y < rows.height; y++) {
    line.fill(0);
    line[0] = ROW_FILTER;
    rows.writeRow(y, line, 1);
    out.write(line);
  }
  return pngFile(rows, out.finish());
}

/** A zlib stream of one block with fixed codes, in which only repetitions of the last byte are matched. */
class RunDeflater {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private bits = 0;
  private bitCount = 0;
  private a = 1;
  private b = 0;
  private last = -1;
  private run = 0;

  constructor() {
    this.put(0x78);
    this.put(0x01);
    // The last block, with fixed codes.
    this.add(1, 1);
    this.add(1, 2);
  }

  write(line: Uint8Array): void {
    this.sum(line);
    for (const value of line) {
      if (value === this.last) this.run++;
      else {
        this.flushRun();
        this.literal(value);
        this.last = value;
      }
    }
  }

  finish(): Uint8Array {
    this.flushRun();
    this.code(256);
    if (this.bitCount > 0) this.put(this.bits & 255);
    for (const part of [this.b >> 8, this.b, this.a >> 8, this.a]) this.put(part & 255);
    return this.bytes.slice(0, this.length);
  }

  private flushRun(): void {
    let rest = this.run;
    this.run = 0;
    while (rest >= 3) {
      const length = Math.min(MOST_MATCH, rest);
      this.match(length);
      rest -= length;
    }
    for (; rest > 0; rest--) this.literal(this.last);
  }

  /** A match at distance one. */
  private match(length: number): void {
    if (length === MOST_MATCH) this.code(285);
    else if (length < 11) this.code(254 + length);
    else {
      const offset = length - 3;
      const extra = Math.floor(Math.log2(offset)) - 2;
      this.code(257 + 4 * extra + (offset >> extra));
      this.add(offset & ((1 << extra) - 1), extra);
    }
    this.add(0, 5);
  }

  private literal(value: number): void {
    this.code(value);
  }

  /** Fixed codes of deflate (RFC 1951, 3.2.6); Huffman codes go out from their highest bit. */
  private code(symbol: number): void {
    if (symbol < 144) this.addReversed(0x30 + symbol, 8);
    else if (symbol < 256) this.addReversed(0x190 + symbol - 144, 9);
    else if (symbol < 280) this.addReversed(symbol - 256, 7);
    else this.addReversed(0xc0 + symbol - 280, 8);
  }

  private addReversed(value: number, count: number): void {
    let reversed = 0;
    for (let i = 0; i < count; i++) reversed |= ((value >> i) & 1) << (count - 1 - i);
    this.add(reversed, count);
  }

  private add(value: number, count: number): void {
    this.bits |= value << this.bitCount;
    this.bitCount += count;
    while (this.bitCount >= 8) {
      this.put(this.bits & 255);
      this.bits >>>= 8;
      this.bitCount -= 8;
    }
  }

  private put(byte: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = byte;
  }

  private sum(line: Uint8Array): void {
    let { a, b } = this;
    for (let i = 0; i < line.length;) {
      const end = Math.min(line.length, i + 3800);
      for (; i < end; i++) {
        a += line[i] as number;
        b += a;
      }
      a %= 65521;
      b %= 65521;
    }
    this.a = a;
    this.b = b;
  }
}
