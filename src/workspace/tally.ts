import type { AnnotationBase } from '../document/annotation.js';
import type { PanelSession } from './session-context.js';

/** How often a label is used. */
export interface LabelCount {
  total: number;
  hidden: number;
}

let counted: readonly AnnotationBase[] | undefined;
let counts = new Map<string, LabelCount>();

/** Uses of each label. Counted once per document state, whoever asks. */
export function countByLabel(annotations: readonly AnnotationBase[]): ReadonlyMap<string, Readonly<LabelCount>> {
  if (annotations === counted) return counts;
  counted = annotations;
  counts = new Map();
  for (const { label, hidden } of annotations) {
    let count = counts.get(label);
    if (!count) counts.set(label, (count = { total: 0, hidden: 0 }));
    count.total += 1;
    if (hidden) count.hidden += 1;
  }
  return counts;
}

/** How many objects are on show: those with a label on offer. */
export function countShown(session: PanelSession): number {
  let shown = 0;
  for (const [label, { total }] of countByLabel(session.store.snapshot.annotations)) {
    if (session.labelNamed(label)) shown += total;
  }
  return shown;
}
