import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import { panelTerms } from '../../locales/terms/panels.js';

/** One short sentence about a committed change, or undefined when there is nothing to say. */
export function announcement<A extends ShapeAnnotation>(
  session: AnnotatorSession<A>,
  event: StoreEvent<A>,
  describe: (shape: A) => string,
): string | undefined {
  if (event.type === 'undo') return t.undone(event.step.name);
  if (event.type === 'redo') return t.redone(event.step.name);
  if (event.type !== 'commit') return undefined;
  const total = session.store.snapshot.annotations.filter((shape) => session.isShown(shape)).length;
  const inserted = event.changes.filter((change) => change.type === 'insert');
  const removed = event.changes.filter((change) => change.type === 'remove');
  const last = event.changes.at(-1);
  if (inserted.length) return t.added(nameOf(session, inserted.at(-1)?.annotation.label ?? ''), total);
  if (removed.length > 1) return t.deletedMany(removed.length, total);
  if (removed[0]) return t.deletedOne(nameOf(session, removed[0].annotation.label), total);
  if (last?.type === 'replace') {
    const { before, after } = last;
    const isHidden = after.hidden && !before.hidden;
    const state = isHidden ? panelTerms.hidden() : after.locked && !before.locked ? panelTerms.locked() : undefined;
    return t.changed(nameOf(session, after.label), state ?? describe(after));
  }
  return t.step(event.step.name);
}

function nameOf<A extends ShapeAnnotation>(session: AnnotatorSession<A>, labelName: string): string {
  return session.labelNamed(labelName)?.displayName ?? labelName;
}
