import { maskTerms as t } from '../../locales/terms/mask.js';
import type { MaskGesture, Stretch } from './mask-gesture.js';
import type { AnnotatorSession } from '../annotator-session.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { LongWork } from './work-queue.js';

/** Work that takes longer than this says so, in milliseconds. */
const PATIENCE_MS = 200;

/** A gesture, and what it is to write. */
export interface Writing {
  readonly gesture: MaskGesture;
  readonly stretches: readonly Stretch[];
}

/** An edit of pixels that may be of any size, and that may have to be looked for first. */
export interface LongEdit<Found = unknown> {
  /** Looks for what is to be written, with everything as it is when its turn has come; undefined when that cannot be known. */
  find(signal: AbortSignal): Promise<Found | undefined> | Found | undefined;
  /** Opens the gesture that writes it; undefined when there is nothing to do any more. */
  begin(found: Found): Writing | undefined;
  /** What the worker reads while it takes its time. */
  readonly status?: () => string;
  /** Called at the end, unless the edit was taken back. */
  ended?(isChange: boolean): void;
}

/** The edit as work for the queue: one step, and no task of the page is long. */
export function longEdit<Found>(session: AnnotatorSession<InstanceAnnotation>, edit: LongEdit<Found>): LongWork {
  return async (signal) => {
    session.store.openStep?.commit();
    let hasTold = false;
    const timer = setTimeout(() => {
      hasTold = true;
      session.say((edit.status ?? t.working)());
      // What can be taken back now is what is under way.
      session.changed.notify('tool');
    }, PATIENCE_MS);
    try {
      const found = await search(session, edit, signal);
      const writing = found === undefined || signal.aborted || session.readOnly ? undefined : edit.begin(found);
      if (!writing) return;
      const { gesture, stretches } = writing;
      signal.addEventListener('abort', () => gesture.cancel());
      await gesture.write(stretches);
      gesture.commit();
      if (!gesture.isKept) return;
      if (hasTold && !gesture.isChange) session.say(t.nothingToDo());
      edit.ended?.(gesture.isChange);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function search<Found>(
  session: AnnotatorSession<InstanceAnnotation>,
  edit: LongEdit<Found>,
  signal: AbortSignal,
) {
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined));
  });
  try {
    // What is taken back need not be waited for.
    return await Promise.race([edit.find(signal), aborted]);
  } catch (error) {
    const isOver = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
    if (!isOver) session.say(t.toolFailed(), 'warning');
    return undefined;
  }
}
