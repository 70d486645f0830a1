import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Transaction } from '../../document/transaction.js';
import type { Point } from '../../geometry/types.js';
import { imageTerms } from '../../locales/terms/image.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { MaskSession } from './mask-session.js';

/** Erases regions and removes their records, as one step; locked ones stay. */
export function removeRecords(session: MaskSession, ids: readonly string[]): void {
  session.work.edit(() => {
    const free = session.recordsOf(ids).filter((record) => !record.locked);
    if (free.length) erase(session, 'delete', free);
    else if (ids.length) session.say(imageTerms.hint('locked'), 'warning');
  });
}

/** Erases what has a label that is no longer on offer, locked or not: nobody could unlock it. */
export function clearLost(session: MaskSession): void {
  session.work.edit(() => {
    const lost = session.store.snapshot.annotations.filter((record) => !session.isShown(record));
    erase(session, 'clearLabels', lost);
  });
}

function erase(session: MaskSession, name: string, gone: readonly InstanceAnnotation[]): void {
  const forget = (tx: Transaction<InstanceAnnotation>) => gone.forEach((record) => tx.remove(record.id));
  const painted = gone.filter(({ index }) => session.pixels.areaOf(index) > 0);
  if (painted.length) session.recode(name, 0, painted, forget);
  else session.store.change(name, forget);
}

/** Joins the selected objects into the one that was selected first. */
export function mergeRecords(session: MaskSession, ids: readonly string[]): void {
  session.work.edit(() => {
    const [first, ...others] = session.recordsOf(ids);
    if (!first || !others.length) return;
    session.joinInto('merge', first, others, first.label);
    session.selection.set([first.id]);
  });
}

/** Makes an object of each connected part of one, and tells how many there are; the largest part stays what it is. */
export function splitRecord(session: MaskSession, id: string): void {
  const added: InstanceAnnotation[] = [];
  session.changePixels({
    find: async (signal) => {
      const record = session.store.get(id);
      const { packed } = session.pixels;
      if (!record || !packed || record.locked) return undefined;
      return session.engine.regions(packed, { what: 'parts', index: record.index }, signal);
    },
    begin: (parts) => {
      const label = session.labelNamed(session.store.get(id)?.label ?? '');
      if (!label) return undefined;
      const others = parts.slice(1);
      while (added.length < others.length) added.push(session.newRecord(label, added));
      session.pixels.makeRoomFor(added.at(-1)?.index ?? 0);
      const stretches = others.map((runs, i) => ({ index: (added[i] as InstanceAnnotation).index, runs }));
      return session.writing('splitInstance', stretches, { along: (tx) => added.forEach((each) => tx.insert(each)) });
    },
    ended: () => session.say(added.length ? t.splitInto(added.length + 1) : t.onePiece()),
  });
}

/** Gives the connected region under a point to the current target. */
export function swapLabelAt(session: MaskSession, point: Point): void {
  const record = session.recordAt(point);
  if (record?.locked) {
    session.say(imageTerms.hint('locked'), 'warning');
    return;
  }
  if (!record || session.paintRecord?.id === record.id) return;
  const { index } = record;
  // The choice of what may be painted is about brushes; a region that was clicked is meant as a whole.
  const rule = { over: 'everything', locked: session.protectedIndices } as const;
  const find = async (signal: AbortSignal) => {
    const { packed } = session.pixels;
    return packed && (await session.engine.regions(packed, { what: 'part', index, at: point }, signal))[0];
  };
  session.paintRegion('swapLabel', find, { rule });
}
