import type { DraftLocks } from '../../document/draft-keeper.js';

const PREFIX = 'open-crowd-elements-draft:';

/** Locks being given back, which takes the browser a moment: an element that is moved asks again at once. */
const ending = new Map<string, Promise<unknown>>();

/** Web Locks for drafts, or undefined where the browser has none (pages that are not secure). */
export function webDraftLocks(): DraftLocks | undefined {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (!locks) return undefined;
  return {
    async take(id) {
      await ending.get(id);
      return new Promise((resolve) => {
        const held: Promise<unknown> = locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(undefined);
          return new Promise<void>((end) => {
            resolve(() => {
              ending.set(id, held);
              end();
            });
          });
        });
        // Forbidden in some sandboxed frames: then as if another page had it, so that drafts are only copied.
        void held.catch(() => resolve(undefined)).then(() => ending.delete(id));
      });
    },
    async taken() {
      const { held = [] } = await locks.query().catch(() => ({ held: [] }));
      const names = held.map(({ name = '' }: LockInfo) => name);
      return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
    },
  };
}
