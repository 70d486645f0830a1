import type { MaskSession } from '../../../src/canvas/mask/mask-session.js';
import { openTask, type AnnotatorHarness, type TaskOptions } from './annotator-harness.js';

/** A mask answer as JSON. */
export interface MaskAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: { readonly width: number; readonly height: number };
  readonly labelMappings?: Readonly<Record<string, { readonly color: string }>>;
  readonly instances?: readonly { readonly color: string; readonly label: string }[];
  readonly labeledImage: { readonly pngImageData: string };
}

/** Decoded pixels: colour of each as `#rrggbb`, or `''` where nothing is. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): string;
  /** Number of pixels of each colour. */
  readonly counts: ReadonlyMap<string, number>;
  /** Pixels that are neither fully transparent nor fully opaque. */
  readonly translucent: number;
}

export const open = (tag: 'semantic' | 'instance', options: TaskOptions = {}): Promise<AnnotatorHarness> =>
  openTask(`crowd-${tag}-segmentation`, { labels: ['Car', 'Bus'], ...options });

export const maskOf = (task: AnnotatorHarness) => task.answer as unknown as MaskAnswer;

/** The session of a task, for tests of what a worker cannot see. */
export const sessionOf = (task: AnnotatorHarness) => (task.element as unknown as { session: MaskSession }).session;

/** No command is under way, and none waits. */
export const settled = (task: AnnotatorHarness) => sessionOf(task).work.idle();

/** Decodes a PNG with the browser's own decoder, which shares no code with ours. */
export async function decode(base64: string): Promise<Decoded> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  const { width, height } = bitmap;
  const g = new OffscreenCanvas(width, height).getContext('2d')!;
  g.drawImage(bitmap, 0, 0);
  const { data } = g.getImageData(0, 0, width, height);
  const hex = (i: number) =>
    data[i + 3] === 0 ? '' : `#${[0, 1, 2].map((c) => (data[i + c] as number).toString(16).padStart(2, '0')).join('')}`;
  const counts = new Map<string, number>();
  let translucent = 0;
  for (let i = 0; i < data.length; i += 4) {
    counts.set(hex(i), (counts.get(hex(i)) ?? 0) + 1);
    if (data[i + 3] !== 0 && data[i + 3] !== 255) translucent++;
  }
  return { width, height, counts, translucent, at: (x, y) => hex((y * width + x) * 4) };
}

/** Bit depth and colour type from the header, number of palette entries, and opacity of each. */
export function pngForm(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.set(type, bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return {
    depth: bytes[24],
    colorType: bytes[25],
    interlace: bytes[28],
    entries: (chunks.get('PLTE')?.length ?? 0) / 3,
    opacity: [...(chunks.get('tRNS') ?? [])],
    size: bytes.length,
  };
}

/** A PNG made by the browser: RGBA, from a function of colours; undefined is transparent. */
export async function pngFrom(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => readonly [number, number, number, number?] | undefined,
  type = 'image/png',
): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const g = canvas.getContext('2d')!;
  const image = g.createImageData(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colorAt(x, y);
      if (color) image.data.set([color[0], color[1], color[2], color[3] ?? 255], (y * width + x) * 4);
    }
  }
  g.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
  return `data:${type};base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** Waits until something holds, at most for some seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('That did not happen within twenty seconds.');
}
