import type { Bounds, Point, Size } from '../geometry/types.js';
import { tileBounds } from './index-mask.js';
import { unpackTile, type PackedMask } from './rle.js';
import { RunBuilder, type Runs } from './runs.js';
import { Pacer } from './slices.js';

/** Pixels of a picture or of a crop of it: four bytes each (red, green, blue, alpha), row by row. */
export interface RgbaImage extends Size {
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A picture that is read in parts. */
interface ReadableImage extends Size {
  read(bounds: Bounds, maxSide: number, signal?: AbortSignal): RgbaImage | Promise<RgbaImage>;
}

/** How a flood decides and how far it may run. */
export interface FloodOptions {
  /** Largest difference in any of red, green and blue, 0 to 255. */
  readonly tolerance: number;
  /** Only pixels connected with the start; otherwise every pixel of that colour. Default true. */
  readonly contiguous?: boolean;
  /** Labelled pixels, which the flood may not enter. */
  readonly taken?: PackedMask;
}

/** Pixels that are read and compared at a time: a few milliseconds of work. */
const BAND_PIXELS = 1 << 19;
/** Spans between two looks at the clock. */
const SPANS = 1024;

/**
 * Pixels whose colour is within a tolerance of the colour at `start`, connected over edges.
 *
 * Reads the picture in bands of rows, and only those that the flood gets to: a small area of 100 megapixels costs as much as
 * one of a small picture. Two bits a pixel are all that is kept. Works in slices.
 */
export async function floodByColor(
  image: ReadableImage,
  start: Point,
  { tolerance, contiguous = true, taken }: FloodOptions,
  signal?: AbortSignal,
): Promise<Runs> {
  const x = Math.floor(start.x);
  const y = Math.floor(start.y);
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return new Int32Array(0);
  const pacer = new Pacer(signal);
  const flood = new Flood(image, tolerance, pacer, signal);
  if (taken) await flood.block(taken);
  await flood.takeColor(x, y);
  if (contiguous) await flood.spread(x, y);
  else await flood.takeAll();
  return flood.runs();
}

/** One flood under way. */
class Flood {
  /** A bit for each pixel that was compared, has the colour and was not reached yet. */
  private readonly open: Uint8Array;
  /** A bit for each pixel that was reached. */
  private readonly found: Uint8Array;
  /** A bit for each pixel that may not be entered. */
  private blocked?: Uint8Array;
  private readonly bandRows: number;
  private readonly isLoaded: boolean[];
  private readonly color = [0, 0, 0];

  constructor(
    private readonly image: ReadableImage,
    private readonly tolerance: number,
    private readonly pacer: Pacer,
    private readonly signal?: AbortSignal,
  ) {
    const { width, height } = image;
    const bytes = Math.ceil((width * height) / 8);
    this.open = new Uint8Array(bytes);
    this.found = new Uint8Array(bytes);
    this.bandRows = Math.max(1, Math.floor(BAND_PIXELS / width));
    this.isLoaded = Array.from({ length: Math.ceil(height / this.bandRows) }, () => false);
  }

  async block(taken: PackedMask): Promise<void> {
    const blocked = new Uint8Array(this.open.length);
    for (const state of taken.tiles) {
      const { left, top, right, bottom } = tileBounds(taken, state.tile);
      const [width, height] = [right - left, bottom - top];
      const tile = new Uint16Array(width * height);
      unpackTile(state, tile, width, { left: 0, top: 0, right: width, bottom: height });
      for (let i = 0; i < tile.length; i++) {
        if (tile[i] !== 0) setBit(blocked, (top + Math.floor(i / width)) * this.image.width + left + (i % width));
      }
      await this.pacer.rest();
    }
    this.blocked = blocked;
  }

  /** The colour that is looked for. */
  async takeColor(x: number, y: number): Promise<void> {
    const { data } = await this.image.read({ left: x, top: y, right: x + 1, bottom: y + 1 }, 1, this.signal);
    this.color.splice(0, 3, data[0], data[1], data[2]);
  }

  async takeAll(): Promise<void> {
    for (let band = 0; band < this.isLoaded.length; band++) await this.load(band);
    this.found.set(this.open);
  }

  /** Scanline flood, band by band: each has a stack of stretches (row, left, right) in which to look for open pixels. */
  async spread(x: number, y: number): Promise<void> {
    const { open, found, bandRows } = this;
    const { width, height } = this.image;
    const stacks: number[][] = this.isLoaded.map(() => []);
    const look = (row: number, left: number, right: number) => {
      if (row >= 0 && row < height) stacks[Math.floor(row / bandRows)].push(row, left, right);
    };
    look(y, x, x + 1);
    for (let band = Math.floor(y / bandRows); band >= 0; band = stacks.findIndex((stack) => stack.length > 0)) {
      await this.load(band);
      const stack = stacks[band];
      for (let count = 1; stack.length > 0; count++) {
        const right = stack.pop()!;
        const left = stack.pop()!;
        const row = stack.pop()!;
        const [first, end] = [row * width, (row + 1) * width];
        for (let at = nextBit(open, first + left, first + right, 1); at < first + right;) {
          let from = at;
          while (from > first && hasBit(open, from - 1)) from--;
          const to = nextBit(open, at, end, 0);
          fillBits(open, from, to, 0);
          fillBits(found, from, to, 1);
          look(row - 1, from - first, to - first);
          look(row + 1, from - first, to - first);
          at = nextBit(open, to, first + right, 1);
        }
        if (count % SPANS === 0) await this.pacer.rest();
      }
    }
  }

  async runs(): Promise<Runs> {
    const { width, height } = this.image;
    const builder = new RunBuilder();
    await this.pacer.spans(height, this.bandRows, (top, bottom) => {
      if (!this.isLoaded[Math.floor(top / this.bandRows)]) return;
      for (let y = top; y < bottom; y++) {
        const [first, end] = [y * width, (y + 1) * width];
        for (let at = nextBit(this.found, first, end, 1); at < end;) {
          const to = nextBit(this.found, at, end, 0);
          builder.add(y, at - first, to - first);
          at = nextBit(this.found, to, end, 1);
        }
      }
    });
    return builder.build();
  }

  private async load(band: number): Promise<void> {
    if (this.isLoaded[band]) return;
    this.isLoaded[band] = true;
    const { width, height } = this.image;
    const top = band * this.bandRows;
    const bottom = Math.min(height, top + this.bandRows);
    const { data } = await this.image.read({ left: 0, top, right: width, bottom }, Infinity, this.signal);
    await this.pacer.rest();
    const { open, blocked, tolerance } = this;
    const [red, green, blue] = this.color;
    const first = top * width;
    for (let i = 0, at = first; i < data.length; i += 4, at++) {
      if (
        Math.abs(data[i] - red) <= tolerance &&
        Math.abs(data[i + 1] - green) <= tolerance &&
        Math.abs(data[i + 2] - blue) <= tolerance &&
        !(blocked && hasBit(blocked, at))
      ) {
        setBit(open, at);
      }
    }
    await this.pacer.rest();
  }
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return (bits[at >> 3] & (1 << (at & 7))) !== 0;
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] |= 1 << (at & 7);
}

/** The first bit from `at` on that is `value`, or `end`. */
function nextBit(bits: Uint8Array, at: number, end: number, value: 0 | 1): number {
  const even = value ? 0 : 255;
  let i = at;
  while (i < end) {
    if ((i & 7) === 0 && bits[i >> 3] === even) i += 8;
    else if (hasBit(bits, i) === (value === 1)) return i;
    else i++;
  }
  return end;
}

function fillBits(bits: Uint8Array, from: number, to: number, value: 0 | 1): void {
  let i = from;
  const one = () => {
    if (value) setBit(bits, i);
    else bits[i >> 3] &= ~(1 << (i & 7));
    i++;
  };
  while (i < to && (i & 7) !== 0) one();
  const bytes = (to - i) >> 3;
  if (bytes > 0) {
    bits.fill(value ? 255 : 0, i >> 3, (i >> 3) + bytes);
    i += bytes * 8;
  }
  while (i < to) one();
}
