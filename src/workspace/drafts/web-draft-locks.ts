import type { DraftLocks } from '../../document/draft-keeper.js';

const PREFIX = 'open-crowd-elements-draft:';

/** Web Locks for drafts, or undefined where the browser has none (pages that are not secure). */
export function webDraftLocks(): DraftLocks | undefined {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (!locks) return undefined;
  return {
    take: (id) =>
      new Promise((resolve) => {
        const held = locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
          if (!lock) resolve(undefined);
          else return new Promise<void>((release) => resolve(release));
        });
        // Forbidden in some sandboxed frames: then as if another page had it, so that drafts are only copied.
        (held as Promise<unknown>).catch(() => resolve(undefined));
      }),
    async taken() {
      const { held = [] } = await locks.query().catch(() => ({ held: [] }));
      const names = held.map(({ name = '' }: LockInfo) => name);
      return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
    },
  };
}
