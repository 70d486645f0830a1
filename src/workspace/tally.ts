import type { AnnotationBase } from '../document/annotation.js';

/** How often a label is used. */
export interface LabelCount {
  readonly total: number;
  readonly hidden: number;
}

let counted: readonly AnnotationBase[] | undefined;
let counts = new Map<string, LabelCount>();

/** Uses of each label. Counted once per document state, whoever asks. */
export function countByLabel(annotations: readonly AnnotationBase[]): ReadonlyMap<string, LabelCount> {
  if (annotations === counted) return counts;
  counted = annotations;
  counts = new Map();
  for (const { label, hidden } of annotations) {
    const { total, hidden: before } = counts.get(label) ?? { total: 0, hidden: 0 };
    counts.set(label, { total: total + 1, hidden: before + (hidden ? 1 : 0) });
  }
  return counts;
}
