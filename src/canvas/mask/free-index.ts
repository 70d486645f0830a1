import type { InstanceAnnotation } from '../../document/annotation.js';
import { labelColors } from '../../labels/palette.js';
import { distinctColor } from '../../mask/distinct-color.js';
import { MAX_WIDE_INDEX } from '../../mask/index-mask.js';

/** The least index that no record has. Throws a RangeError when a mask can hold no more. */
export function freeIndex(records: readonly InstanceAnnotation[]): number {
  const taken = new Set(records.map(({ index }) => index));
  for (let index = 1; index <= MAX_WIDE_INDEX; index++) if (!taken.has(index)) return index;
  throw new RangeError(`A mask holds at most ${MAX_WIDE_INDEX} objects.`);
}

/** Default colours in their order, whatever the label; then colours far from each other. The colour tells objects apart. */
export function freeColor(records: readonly InstanceAnnotation[]): string {
  const taken = new Set(records.map(({ color }) => color));
  const next = labelColors.find((color) => !taken.has(color));
  return next ?? distinctColor(records.length, new Set([...taken, ...labelColors]));
}
