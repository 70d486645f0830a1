import { createMask } from '../../src/mask/index-mask.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import { decodePngRgba } from '../../src/mask/png-read.js';
import { collect, encodePng } from '../../src/mask/png-write.js';
import { MaskEdit } from '../../src/mask/mask-edit.js';
import { strokeSegment } from '../../src/mask/raster.js';

const COLORS = [0x2ca02c, 0x1f77b4, 0xff7f0e, 0xd62728, 0x9467bd, 0x7f7f7f, 0xe377c2, 0x8c564b].map((rgb) => ({
  red: rgb >> 16,
  green: (rgb >> 8) & 255,
  blue: rgb & 255,
}));

/** 40 painted objects with wavy outlines over strokes, as a worker leaves them. */
function paintedMask(width: number, height: number): IndexMask {
  let state = 7;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const mask = createMask(width, height);
  const edit = new MaskEdit(mask);
  for (let object = 0; object < 40; object++) {
    const sink = edit.sink(1 + (object % 8));
    let at = { x: random() * width, y: random() * height };
    for (let i = 0; i < 40; i++) {
      const to = { x: at.x + (random() - 0.5) * width * 0.08, y: at.y + (random() - 0.5) * height * 0.08 };
      strokeSegment(at, to, { shape: 'round', size: Math.ceil(width * (0.01 + random() * 0.03)) }, sink);
      at = to;
    }
  }
  return mask;
}

async function bareDeflate({ data, width, height }: IndexMask): Promise<number> {
  const rowBytes = (width >> 1) + 1;
  const packed = new Uint8Array(rowBytes * height);
  for (let y = 0, at = 0, i = 0; y < height; y++) {
    at++;
    for (let x = 0; x < width; x += 2, i += 2) packed[at++] = (data[i] << 4) | data[i + 1];
  }
  const started = performance.now();
  const stream = new CompressionStream('deflate');
  const result = collect(stream.readable);
  const writer = stream.writable.getWriter();
  void writer.write(packed);
  void writer.close();
  await result;
  return performance.now() - started;
}

/** Longest time in which no other task could run. */
function watchBlocks(): () => number {
  let longest = 0;
  let last = performance.now();
  let isOn = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setTimeout(() => channel.port2.postMessage(null), 0);
  };
  channel.port2.postMessage(null);
  return () => {
    isOn = false;
    return longest;
  };
}

async function run(side: number) {
  const mask = paintedMask(side, side);
  const deflate: number[] = [];
  const encode: number[] = [];
  const blocked: number[] = [];
  let bytes = 0;
  let isEqual = true;
  for (let round = 0; round < 5; round++) {
    deflate.push(await bareDeflate(mask));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stop = watchBlocks();
    const started = performance.now();
    const file = await encodePng(mask, COLORS);
    encode.push(performance.now() - started);
    blocked.push(stop());
    bytes = file.length;
    if (round === 0) {
      const { data } = await decodePngRgba(file);
      for (let i = 0; i < mask.data.length; i++) {
        const color = COLORS[mask.data[i] - 1];
        isEqual &&= color ? data[i * 4] === color.red && data[i * 4 + 2] === color.blue : data[i * 4 + 3] === 0;
      }
    }
  }
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  const image = context.createImageData(side, side);
  mask.data.forEach((index, i) => {
    const color = COLORS[index - 1];
    if (color) image.data.set([color.red, color.green, color.blue, 255], i * 4);
  });
  context.putImageData(image, 0, 0);
  const started = performance.now();
  const url = canvas.toDataURL('image/png');
  const toDataUrlMs = performance.now() - started;
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
  return {
    megapixels: (side * side) / 1e6,
    deflateMs: median(deflate),
    encodeMs: median(encode),
    blockedMs: median(blocked),
    bytes,
    toDataUrlMs,
    toDataUrlBytes: ((url.length - 22) * 3) / 4,
    isEqual,
  };
}

/** One piece of work at a time, so that the browser can be asked how much processor time its main thread spent. */
let held: IndexMask | undefined;
const pieces = {
  prepare: (side: number) => void (held = paintedMask(side, side)),
  encode: async () => void (held && (await encodePng(held, COLORS))),
  deflate: async () => void (held && (await bareDeflate(held))),
};

Object.assign(globalThis, { runBench: run, pieces });
