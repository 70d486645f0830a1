import type { StoreEvent } from '../../document/annotation-store.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import { displayNameOf } from '../../labels/labels.js';
import { textTerms as t } from '../../locales/terms/text.js';
import { excerpt, type TextSession } from './text-session.js';

/** One short sentence about a committed change, or undefined when there is nothing to say. */
export function announceSpans(session: TextSession, event: StoreEvent<SpanAnnotation>): string | undefined {
  if (event.type === 'undo') return t.undone(event.step.name);
  if (event.type === 'redo') return t.redone(event.step.name);
  if (event.type !== 'commit') return undefined;
  const total = session.index.ordered.length;
  const inserted = event.changes.filter((change) => change.type === 'insert').map(({ annotation }) => annotation);
  const removed = event.changes.filter((change) => change.type === 'remove').map(({ annotation }) => annotation);
  const last = event.changes.at(-1);
  const [added] = inserted;
  const [gone] = removed;
  if (added && inserted.length > 1) return t.addedMany(labelOf(session, added), inserted.length, total);
  if (added) return t.added(labelOf(session, added), textOf(session, added), total);
  if (removed.length > 1) return t.removedMany(removed.length, total);
  if (gone) return t.removedOne(labelOf(session, gone), textOf(session, gone), total);
  if (last?.type === 'replace') return t.added(labelOf(session, last.after), textOf(session, last.after), total);
  return t.step(event.step.name);
}

/** What stands at the cursor, for people who hear it: the character or word, and the labels over it. */
export function describeCursor(session: TextSession): string {
  const { caret, text, boundaries, granularity, mark } = session;
  if (mark) return t.selected(excerpt(session.textOf(mark)));
  if (caret >= text.length) return t.textEnd();
  const word = boundaries.wordAt(caret);
  const isWord = granularity === 'word' || (word.isWord && word.start === caret);
  const here = isWord ? text.slice(word.start, word.end) : text.slice(caret, boundaries.next(caret));
  const what = here === '\n' ? t.lineEnd() : here.trim() ? here : t.space();
  const labels = session.index.at(caret).map((span) => labelOf(session, span));
  return labels.length ? t.inSpan(what, labels.join(', ')) : what;
}

/** The label of a span as the requester shows it. */
export function labelOf(session: TextSession, { label }: SpanAnnotation): string {
  const known = session.labelNamed(label);
  return known ? displayNameOf(known) : label;
}

function textOf(session: TextSession, { startOffset, endOffset }: SpanAnnotation): string {
  return excerpt(session.text.slice(startOffset, endOffset));
}
