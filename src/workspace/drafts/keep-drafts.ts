import { DraftKeeper, type DraftKeeperOptions } from '../../document/draft-keeper.js';
import type { AnnotationBase } from '../../document/annotation.js';
import type { DraftStorage } from '../../document/draft-storage.js';
import { IndexedDraftStorage } from './indexed-draft-storage.js';
import { webDraftLocks } from './web-draft-locks.js';

/** Compaction may wait for a pause of the worker, but not for ever, in milliseconds. */
const MAX_WAIT_MS = 5000;

let shared: DraftStorage | undefined;

/** The storage of this page: one database connection for all elements. */
export function draftStorage(): DraftStorage {
  return (shared ??= new IndexedDraftStorage());
}

/** Lets a host keep drafts elsewhere: in memory, or on its own server. Call it before the first element connects. */
export function setDraftStorage(storage: DraftStorage): void {
  shared = storage;
}

/** What an element says about its drafts; the rest is the browser's. */
export type KeepDraftsOptions<A extends AnnotationBase> = Pick<
  DraftKeeperOptions<A>,
  'store' | 'key' | 'keepMs' | 'buffer' | 'onProblem'
>;

/** A keeper on IndexedDB and Web Locks. It writes at once; call `attachToPage` to tell it about other tabs. */
export function keepDrafts<A extends AnnotationBase>(options: KeepDraftsOptions<A>): DraftKeeper<A> {
  return new DraftKeeper({ ...options, storage: draftStorage(), locks: webDraftLocks(), whenIdle });
}

/**
 * Claims the keeper's draft for as long as the page is shown; the returned function ends it.
 *
 * A page that is put away for the Back button lets go of its draft: holding a lock would forbid keeping the page, and
 * the next page must be able to offer the work. `leave` is called before that, to keep what is unfinished.
 */
export function attachToPage(keeper: Pick<DraftKeeper, 'resume' | 'pause'>, leave?: () => void): () => void {
  const hide = () => {
    leave?.();
    keeper.pause();
  };
  const show = () => void keeper.resume();
  addEventListener('pagehide', hide);
  addEventListener('pageshow', show);
  show();
  return () => {
    removeEventListener('pagehide', hide);
    removeEventListener('pageshow', show);
    keeper.pause();
  };
}

function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: MAX_WAIT_MS });
  else setTimeout(run, 200);
}
