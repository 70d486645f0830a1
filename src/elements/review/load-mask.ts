import type { ColoredLabel } from '../../answers/masks.js';
import type { Size } from '../../geometry/types.js';
import { decodeBase64 } from '../../mask/base64.js';
import { resizeMask } from '../../mask/compare-masks.js';
import type { IndexMask } from '../../mask/index-mask.js';
import { mappingOf } from '../../mask/mask-answer.js';
import { decodeMaskPng } from '../../mask/mask-png.js';

/** A mask ready to be shown over a picture of a given size; index i + 1 is the label at i. */
export interface LoadedMask {
  readonly mask?: IndexMask;
  /** Stands in when the pixels cannot be read. */
  readonly picture?: HTMLImageElement;
  /** Why they cannot. */
  readonly reason?: string;
  /** The size of the file, when it is not that of the picture. */
  readonly otherSize?: Size;
  /** Pixels whose colour belongs to no label. */
  readonly unknown: number;
}

/** Loads the PNG of an overlay. Where its pixels may not be read, or it is no PNG, it is shown as a picture. */
export async function loadMask(
  src: string,
  labels: readonly ColoredLabel[],
  size: Size,
  signal: AbortSignal,
): Promise<LoadedMask> {
  try {
    const decoded = await decodeMaskPng(await bytesOf(src, signal), mappingOf(labels), signal);
    const { width, height } = decoded.mask;
    const fits = width === size.width && height === size.height;
    return {
      mask: resizeMask(decoded.mask, size),
      unknown: decoded.unknown,
      ...(!fits && { otherSize: { width, height } }),
    };
  } catch (error) {
    signal.throwIfAborted();
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return { picture, reason: error instanceof Error ? error.message : String(error), unknown: 0 };
  }
}

async function bytesOf(src: string, signal: AbortSignal): Promise<Uint8Array> {
  // A strict policy would not let a data address be fetched.
  const inline = /^data:[^,]*;base64,/i.exec(src);
  if (inline) return decodeBase64(src.slice(inline[0].length));
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${src}.`);
  return new Uint8Array(await response.arrayBuffer());
}
