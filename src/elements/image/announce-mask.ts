import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import { displayNameOf } from '../../labels/labels.js';
import { imageTerms } from '../../locales/terms/image.js';
import { panelTerms } from '../../locales/terms/panels.js';
import { maskTerms as t } from '../../locales/terms/mask.js';

/** Steps of tools that paint; those of commands are about the chosen region. */
const paints = new Set([
  'paint',
  'fillPolygon',
  'fillLasso',
  'fillRectangle',
  'fillColor',
  'fillBoundary',
  'fillPatch',
  'autoSegment',
  'swapLabel',
]);

/** A short sentence about what has just happened to a mask. */
export function announceMask(session: MaskSession, event: StoreEvent<InstanceAnnotation>): string | undefined {
  if (event.type !== 'commit' && event.type !== 'undo' && event.type !== 'redo') return undefined;
  const name = t.step(event.step.name) ?? imageTerms.step(event.step.name);
  if (event.type === 'undo') return t.undone(name);
  if (event.type === 'redo') return t.redone(name);
  const nameOf = (labelName: string) => {
    const label = session.labelNamed(labelName);
    return label ? displayNameOf(label) : labelName;
  };
  if (event.step.name === 'delete' || event.step.name === 'clearLabels') {
    const gone = event.changes.flatMap((change) => (change.type === 'remove' ? [change.annotation.label] : []));
    return t.deleted([...new Set(gone)].map(nameOf).join(', '));
  }
  const last = event.changes.findLast((change) => change.type === 'insert' || change.type === 'buffer');
  // A fill may arrive when another label is chosen already.
  const inserted = event.changes.filter((change) => change.type === 'insert');
  const added = inserted.length === 1 ? inserted[0]?.annotation : undefined;
  const painted = added ?? (paints.has(event.step.name) ? session.paintedRecord : session.paintRecord);
  if (last?.type === 'insert' && event.step.name === 'addInstance') {
    return t.instanceAdded(nameOf(last.annotation.label), session.store.snapshot.annotations.length);
  }
  const changed = event.changes.find((change) => change.type === 'replace');
  if (changed && (event.step.name === 'hide' || event.step.name === 'lock')) {
    const { hidden, locked, label } = changed.after;
    const states = [...(hidden ? [panelTerms.hidden()] : []), ...(locked ? [panelTerms.locked()] : [])];
    const area = session.pixels.areaOf(changed.after.index);
    return states.length ? imageTerms.changed(nameOf(label), states.join(', ')) : t.painted(nameOf(label), area);
  }
  if (!last || !painted) return name;
  return t.painted(nameOf(painted.label), session.pixels.areaOf(painted.index));
}
