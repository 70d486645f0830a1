import type { IndexMask } from './index-mask.js';
import { createMask } from './index-mask.js';
import { decodePng, readPngHeader } from './png-read.js';
import type { Rgb } from './png-format.js';

/** How the pixels of a PNG become indices. */
export type MaskMapping =
  /** By colour: `colors[i]` is index i + 1. Everything else is background; `foreign` colours even when near to one. */
  | {
      readonly by: 'color';
      readonly colors: readonly Rgb[];
      readonly foreign?: readonly Rgb[];
      readonly tolerance?: number;
    }
  /** By the raw grey level or palette index, e.g. from a class-index mask. Other values are background. */
  | { readonly by: 'value'; readonly indices: ReadonlyMap<number, number> };

/** A decoded mask and what had to be decided about its pixels, each as a number of pixels. */
export interface DecodedMask {
  readonly mask: IndexMask;
  /** Not of an exact label colour, and taken for the nearest one: a sign of JPEG or of smoothing. */
  readonly nearest: number;
  /** Opaque, but neither a label nor white or black: taken for background. */
  readonly unknown: number;
  /** Partly transparent: counted as their colour from half opacity on. */
  readonly translucent: number;
}

/**
 * How far a colour may be from a label's and still be taken for it, as a distance in RGB.
 *
 * JPEG at usual qualities moves flat colours by less than 16; the default label colours lie at least 40 apart.
 */
export const NEAR_COLOR = 20;

/** Decodes a PNG of any form to indices. Throws a `PngError` when it cannot be read. */
export async function decodeMaskPng(
  file: Uint8Array,
  mapping: MaskMapping,
  signal?: AbortSignal,
): Promise<DecodedMask> {
  const { width, height } = readPngHeader(file);
  const largest = mapping.by === 'color' ? mapping.colors.length : Math.max(0, ...mapping.indices.values());
  const mask = createMask(width, height, largest);
  const { data } = mask;
  const report = { nearest: 0, unknown: 0, translucent: 0 };
  const find = mapping.by === 'color' ? colorFinder(mapping) : undefined;
  await decodePng(
    file,
    ({ y, left, step, count, rgba, values }) => {
      for (let i = 0, at = y * width + left; i < count; i++, at += step) {
        if (mapping.by === 'value') {
          // A colour image has no index; red equals the grey level wherever the image is grey.
          const index = mapping.indices.get(values ? values[i] : rgba[i * 4]);
          data[at] = index ?? 0;
          continue;
        }
        const alpha = rgba[i * 4 + 3];
        if (alpha !== 255 && alpha !== 0) report.translucent++;
        if (alpha < 128 || !find) continue;
        const found = find((rgba[i * 4] << 16) | (rgba[i * 4 + 1] << 8) | rgba[i * 4 + 2]);
        data[at] = found.index;
        if (found.how !== 'exact') report[found.how]++;
      }
    },
    signal,
  );
  return { mask, ...report };
}

interface Found {
  readonly index: number;
  readonly how: 'exact' | 'nearest' | 'unknown';
}

const WHITE = 0xffffff;
const BLACK = 0x000000;

function colorFinder({
  colors,
  foreign = [],
  tolerance = NEAR_COLOR,
}: Extract<MaskMapping, { by: 'color' }>): (rgb: number) => Found {
  const known = new Map<number, Found>();
  // White and black are how other tools paint background; a label may still own them.
  const candidates: { rgb: number; index: number }[] = [
    { rgb: WHITE, index: 0 },
    { rgb: BLACK, index: 0 },
    ...foreign.map(({ red, green, blue }) => ({ rgb: (red << 16) | (green << 8) | blue, index: 0 })),
  ];
  for (const { rgb, index } of candidates) known.set(rgb, { index, how: 'exact' });
  colors.forEach(({ red, green, blue }, i) => {
    const rgb = (red << 16) | (green << 8) | blue;
    candidates.push({ rgb, index: i + 1 });
    // Of two labels with one colour the first wins, as nothing can tell them apart.
    if (!known.has(rgb) || known.get(rgb)?.index === 0) known.set(rgb, { index: i + 1, how: 'exact' });
  });
  let last = -1;
  let lastFound: Found = { index: 0, how: 'unknown' };
  return (rgb) => {
    if (rgb === last) return lastFound;
    let found = known.get(rgb);
    if (!found) {
      found = nearest(rgb, candidates, tolerance);
      known.set(rgb, found);
    }
    last = rgb;
    lastFound = found;
    return found;
  };
}

function nearest(rgb: number, candidates: readonly { rgb: number; index: number }[], tolerance: number): Found {
  let best = tolerance * tolerance;
  let index = -1;
  for (const candidate of candidates) {
    const distance =
      ((rgb >> 16) - (candidate.rgb >> 16)) ** 2 +
      (((rgb >> 8) & 255) - ((candidate.rgb >> 8) & 255)) ** 2 +
      ((rgb & 255) - (candidate.rgb & 255)) ** 2;
    if (distance <= best && (index < 0 || distance < best)) {
      best = distance;
      index = candidate.index;
    }
  }
  return index < 0 ? { index: 0, how: 'unknown' } : { index, how: 'nearest' };
}
