import { DRAFT_FORMAT, type DraftEntry, type DraftHead } from './draft-journal.js';

/** What a list of drafts shows without reading them whole. */
export interface DraftSummary extends DraftHead {
  /** When the last entry was written, in milliseconds since 1970. */
  readonly savedAt: number;
  /** Edits in the draft that undo could take back, and one more for work beside them. */
  readonly steps: number;
}

/**
 * Where drafts are kept. Every call is atomic, and calls take effect in the order they were made.
 *
 * A call may reject at any time: the browser's storage can be full, forbidden or gone.
 */
export interface DraftStorage {
  /** Drafts of a task, in no particular order; those of an unknown format are left out. */
  list(task: string): Promise<DraftSummary[]>;
  /** Entries of a draft in the order of `seq`. */
  read(id: string): Promise<DraftEntry[]>;
  /** Writes a draft anew; what was stored under its id is replaced. */
  write(head: DraftHead, entries: readonly DraftEntry[]): Promise<void>;
  /** Adds one entry. Resolves to false, and stores nothing, when there is no such draft any more. */
  append(id: string, entry: DraftEntry): Promise<boolean>;
  /** Adds a base and removes what lies before it, but for the entries it refers to. False as with `append`. */
  compact(id: string, entries: readonly DraftEntry[], kept: ReadonlySet<number>): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes the drafts of any task that were kept long enough. */
  removeExpired(now: number): Promise<void>;
}

/** The summary of a draft, or undefined when it cannot be offered: an unknown format, or nothing written. */
export function summaryOf(head: DraftHead, last: DraftEntry | undefined): DraftSummary | undefined {
  if (head.format !== DRAFT_FORMAT || !last) return undefined;
  return { ...head, savedAt: last.at, steps: last.steps };
}

/** Whether a draft was kept for as long as it may be. */
export function isExpired({ savedAt, keepMs }: DraftSummary, now: number): boolean {
  return now - savedAt > keepMs;
}

interface StoredDraft {
  readonly head: DraftHead;
  entries: DraftEntry[];
}

/**
 * Keeps drafts in memory: for tests, and for hosts without IndexedDB that take elements off the page and put them back.
 *
 * Copies what it is given, as a database does.
 */
export class MemoryDraftStorage implements DraftStorage {
  private readonly drafts = new Map<string, StoredDraft>();

  async list(task: string): Promise<DraftSummary[]> {
    return this.summaries().filter((summary) => summary.task === task);
  }

  async read(id: string): Promise<DraftEntry[]> {
    return structuredClone(this.drafts.get(id)?.entries ?? []);
  }

  async write(head: DraftHead, entries: readonly DraftEntry[]): Promise<void> {
    this.drafts.set(head.id, structuredClone({ head, entries: [...entries] }));
  }

  async append(id: string, entry: DraftEntry): Promise<boolean> {
    return this.drafts.get(id)?.entries.push(structuredClone(entry)) !== undefined;
  }

  async compact(id: string, entries: readonly DraftEntry[], kept: ReadonlySet<number>): Promise<boolean> {
    const draft = this.drafts.get(id);
    if (!draft) return false;
    draft.entries = [...draft.entries.filter(({ seq }) => kept.has(seq)), ...structuredClone(entries)];
    return true;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.drafts.delete(id);
  }

  async removeExpired(now: number): Promise<void> {
    await this.remove(
      this.summaries()
        .filter((summary) => isExpired(summary, now))
        .map(({ id }) => id),
    );
  }

  private summaries(): DraftSummary[] {
    return [...this.drafts.values()]
      .map(({ head, entries }) => summaryOf(head, entries.at(-1)))
      .filter((summary) => summary !== undefined);
  }
}
