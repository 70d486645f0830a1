import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { DraftEntry, DraftHead } from '../../document/draft-journal.js';
import { isExpired, summaryOf, type DraftStorage, type DraftSummary } from '../../document/draft-storage.js';

interface DraftSchema extends DBSchema {
  drafts: { key: string; value: DraftHead; indexes: { task: string } };
  /** Keyed by draft and place, so that one range is one draft in order. */
  entries: { key: [string, number]; value: DraftEntry };
}

type Stores = ['drafts', 'entries'];
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<DraftSchema, Stores, Mode>;

const DATABASE = 'open-crowd-elements-drafts';
const STRUCTURE = 1;
const STORES: Stores = ['drafts', 'entries'];

/** Entries put in one go while a whole draft is written, so that no single turn is long. */
const BATCH = 20;

const allOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** Keeps drafts in IndexedDB. The database is opened at the first call, and again when the browser has closed it. */
export class IndexedDraftStorage implements DraftStorage {
  private opening?: Promise<IDBPDatabase<DraftSchema>>;

  constructor(private readonly name = DATABASE) {}

  async list(task: string): Promise<DraftSummary[]> {
    const tx = (await this.open()).transaction(STORES);
    return summaries(tx, await tx.objectStore('drafts').index('task').getAll(task));
  }

  async read(id: string): Promise<DraftEntry[]> {
    return (await this.open()).getAll('entries', allOf(id));
  }

  async write(head: DraftHead, entries: readonly DraftEntry[]): Promise<void> {
    await this.change(async (tx) => {
      const begun = [tx.objectStore('drafts').put(head), tx.objectStore('entries').delete(allOf(head.id))];
      await putAll(tx, head.id, entries, begun);
    });
  }

  async append(id: string, entry: DraftEntry): Promise<boolean> {
    return this.change(async (tx) => {
      const head = tx.objectStore('drafts').getKey(id);
      // An entry without a draft around it does no harm and is swept away; waiting for the answer could lose the edit.
      await putAll(tx, id, [entry], [head]);
      return (await head) !== undefined;
    });
  }

  async compact(id: string, entries: readonly DraftEntry[], kept: ReadonlySet<number>): Promise<boolean> {
    return this.change(async (tx) => {
      if ((await tx.objectStore('drafts').getKey(id)) === undefined) return false;
      const steps = tx.objectStore('entries');
      const old = (await steps.getAllKeys(allOf(id))).filter(([, seq]) => !kept.has(seq));
      await putAll(
        tx,
        id,
        entries,
        old.map((key) => steps.delete(key)),
      );
      return true;
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.change(async (tx) => {
      const removals = ids.flatMap((id) => removal(tx, id));
      tx.commit();
      await Promise.all(removals);
    });
  }

  async removeExpired(now: number): Promise<void> {
    await this.change(async (tx) => {
      const heads = await tx.objectStore('drafts').getAll();
      const expired = (await summaries(tx, heads)).filter((summary) => isExpired(summary, now));
      const owned = new Set(heads.map(({ id }) => id));
      const removals = expired.flatMap(({ id }) => removal(tx, id));
      let cursor = await tx.objectStore('entries').openKeyCursor();
      while (cursor) {
        const [id] = cursor.key;
        if (!owned.has(id)) removals.push(tx.objectStore('entries').delete(allOf(id)));
        cursor = await cursor.continue([id, Infinity]);
      }
      await Promise.all(removals);
    });
  }

  /** Gives the database back; the next call opens it again. */
  async close(): Promise<void> {
    const { opening } = this;
    this.opening = undefined;
    (await opening)?.close();
  }

  private async open(): Promise<IDBPDatabase<DraftSchema>> {
    const forget = () => (this.opening = undefined);
    this.opening ??= openDB<DraftSchema>(this.name, STRUCTURE, {
      upgrade: (database) => {
        database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('task', 'task');
        database.createObjectStore('entries');
      },
      // A newer version of the library, or a person clearing the site's data, must not wait for this page.
      blocking: () => void this.close(),
      terminated: forget,
    });
    try {
      return await this.opening;
    } catch (error) {
      forget();
      throw error;
    }
  }

  private async change<T>(run: (tx: Transaction<'readwrite'>) => Promise<T>): Promise<T> {
    // Relaxed: the draft outlives the tab and the browser. Waiting for the disk would only help at a power cut.
    const tx = (await this.open()).transaction(STORES, 'readwrite', { durability: 'relaxed' });
    const done = tx.done;
    done.catch(() => {});
    try {
      const result = await run(tx);
      await done;
      return result;
    } catch (error) {
      // All or nothing, also when a value could not be cloned.
      try {
        tx.abort();
      } catch {
        // It has ended by itself; its error tells more than that of the request.
        await done;
      }
      throw error;
    }
  }
}

/** Puts entries in batches after what `begun` waits for, and asks for the commit without waiting for the last answers. */
async function putAll(
  tx: Transaction<'readwrite'>,
  id: string,
  entries: readonly DraftEntry[],
  begun: readonly Promise<unknown>[],
): Promise<void> {
  const store = tx.objectStore('entries');
  let requests = begun.map(handled);
  let parts = 0;
  for (const entry of entries) {
    if (requests.length > BATCH || (entry.type === 'part' && parts > 0)) {
      await Promise.all(requests);
      requests = [];
      parts = 0;
    }
    if (entry.type === 'part') parts += 1;
    requests.push(handled(store.put(entry, [id, entry.seq])));
  }
  tx.commit();
  await Promise.all(requests);
}

/** When a transaction fails, all its requests do; its own error is the one that is reported. */
function handled<T>(request: Promise<T>): Promise<T> {
  request.catch(() => {});
  return request;
}

function removal(tx: Transaction<'readwrite'>, id: string): Promise<unknown>[] {
  return [tx.objectStore('drafts').delete(id), tx.objectStore('entries').delete(allOf(id))].map(handled);
}

async function summaries(
  tx: Transaction<'readonly'> | Transaction<'readwrite'>,
  heads: readonly DraftHead[],
): Promise<DraftSummary[]> {
  const found: DraftSummary[] = [];
  for (const head of heads) {
    const last = await tx.objectStore('entries').openCursor(allOf(head.id), 'prev');
    const summary = summaryOf(head, last?.value);
    if (summary) found.push(summary);
  }
  return found;
}
