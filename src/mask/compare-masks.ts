import type { Size } from '../geometry/types.js';
import { createMask, type IndexMask } from './index-mask.js';

/** Indices of a mask of differences. */
export const maskDifference = { same: 1, onlyFirst: 2, onlySecond: 3, otherLabel: 4 } as const;

/**
 * Where two masks of one picture differ. `firstLabels[i]` names the label of index i + 1 of the first mask; equal names
 * are equal labels, whatever their indices.
 */
export function compareMasks(
  first: { readonly mask: IndexMask; readonly labels: readonly string[] },
  second: { readonly mask: IndexMask; readonly labels: readonly string[] },
): IndexMask {
  const { width, height } = first.mask;
  const other = resizeMask(second.mask, first.mask);
  const numbers = new Map<string, number>();
  const tableOf = (labels: readonly string[]) =>
    Uint16Array.from(['', ...labels], (label, index) => {
      if (index === 0) return 0;
      if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
      return numbers.get(label) as number;
    });
  const [a, b] = [tableOf(first.labels), tableOf(second.labels)];
  const result = createMask(width, height);
  const { data } = result;
  for (let i = 0; i < data.length; i++) {
    const one = a[first.mask.data[i] as number] ?? 0;
    const two = b[other.data[i] as number] ?? 0;
    if (one === two) data[i] = one ? maskDifference.same : 0;
    else if (!two) data[i] = maskDifference.onlyFirst;
    else data[i] = one ? maskDifference.otherLabel : maskDifference.onlySecond;
  }
  return result;
}

/** The mask stretched to another size: each pixel takes the index under its centre, none is mixed. */
export function resizeMask(mask: IndexMask, { width, height }: Size): IndexMask {
  if (mask.width === width && mask.height === height) return mask;
  const wide = mask.data.BYTES_PER_ELEMENT === 2;
  const result = createMask(width, height, wide ? 65535 : 255);
  for (let y = 0; y < height; y++) {
    const from = Math.floor(((y + 0.5) * mask.height) / height) * mask.width;
    for (let x = 0; x < width; x++) {
      result.data[y * width + x] = mask.data[from + Math.floor(((x + 0.5) * mask.width) / width)] as number;
    }
  }
  return result;
}
