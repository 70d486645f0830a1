import type { AnnotationStore, StoreEvent } from './annotation-store.js';
import type { AnnotationBase } from './annotation.js';
import {
  DRAFT_FORMAT,
  baseEntries,
  replayDraft,
  type BufferChange,
  type DraftEntry,
  type DraftHead,
  type NewBase,
  type ReplayedDraft,
} from './draft-journal.js';
import { isExpired, type DraftStorage, type DraftSummary } from './draft-storage.js';

/** A draft that can be offered to the worker. */
export interface FoundDraft extends DraftSummary {
  /** Another tab is at work on it; restoring makes a copy. */
  readonly isOpenElsewhere: boolean;
}

/** Why work cannot be kept from now on. What was stored before is still a valid, older state. */
export interface DraftProblem {
  /** `full`: no room left. `unavailable`: the browser does not allow it, as in some private windows. */
  readonly reason: 'full' | 'unavailable';
  readonly error: unknown;
}

/** Tells tabs apart that work on the same task. */
export interface DraftLocks {
  /** Takes a draft for this page. Resolves to what gives it back, or to undefined when another one has it. */
  take(id: string): Promise<(() => void) | undefined>;
  /** Ids of drafts that a page holds, this one included. */
  taken(): Promise<ReadonlySet<string>>;
}

/** What a mask offers, so that its pixels come back and its long journal can be shortened. */
export interface DraftBuffer {
  /** The state now, as data that survives a structured clone and that nobody alters later. Label indices, no picture. */
  checkpoint(): unknown;
  /** Goes to a checkpoint (undefined: to the state as the task came), then to the `after` of each change. */
  restore(checkpoint: unknown, changes: readonly BufferChange[]): void;
}

/** What a keeper needs. */
export interface DraftKeeperOptions<A extends AnnotationBase> {
  readonly store: AnnotationStore<A>;
  /** Which task this is: `taskKey()`. */
  readonly key: string;
  readonly storage: DraftStorage;
  /** Without locks drafts are always copied, never taken over, and stay until they expire or the task is submitted. */
  readonly locks?: DraftLocks;
  /** How long after the last edit a draft is offered, in milliseconds. Default: seven days. */
  readonly keepMs?: number;
  readonly buffer?: DraftBuffer;
  /** Told at most once. */
  readonly onProblem?: (problem: DraftProblem) => void;
  /** Runs work when there is time for it. */
  readonly whenIdle?: (run: () => void) => void;
  readonly now?: () => number;
}

/** Seven days in milliseconds. */
export const DEFAULT_KEEP_MS = 7 * 24 * 60 * 60 * 1000;

/** After this many entries the state is written anew, so that a journal does not grow with every undo. */
const COMPACT_AFTER = 500;

/** A store that fails this often is left alone. */
const MAX_FAILURES = 2;

/**
 * Journals every edit of a document as it happens, so that a crash, a reload or a wrong click loses nothing.
 *
 * Nothing is written before the worker's first edit. Call `find()` when a task opens, offer what it finds, then
 * `restore()` or `discard()`; `clear()` once the answer has arrived.
 */
export class DraftKeeper<A extends AnnotationBase = AnnotationBase> {
  private id = newDraftId();
  private release?: () => void;
  private readonly stopListening: () => void;
  private readonly now: () => number;
  private hasBegun = false;
  private isClosed = false;
  private isActive = false;
  private isRestoring = false;
  private isWholePlanned = false;
  private isIdlePlanned = false;
  /** The buffer is what the task came with and the steps of the history. */
  private isBufferAsLoaded: boolean;
  private hasBufferChanges = false;
  /** 1 when there is work that no undo takes back, such as answers to questions beside the document. */
  private aside: 0 | 1 = 0;
  private startedAt = 0;
  private nextSeq = 0;
  private past: number[] = [];
  private future: number[] = [];
  /** Entries since the last base. */
  private length = 0;
  /** Counts whole writes: what fails from before the last one no longer matters. */
  private generation = 0;
  private failures = 0;
  private abandoned: string[] = [];
  private writes: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: DraftKeeperOptions<A>) {
    this.now = options.now ?? Date.now;
    this.isBufferAsLoaded = !options.store.canUndo && !options.store.canRedo;
    this.stopListening = options.store.changed.subscribe((event) => this.handleChange(event));
  }

  /** Claims the draft for this page and sweeps expired ones. Call it when the element is connected or shown again. */
  async resume(): Promise<void> {
    if (this.isClosed || this.isActive) return;
    this.isActive = true;
    const { locks, storage, whenIdle = soon } = this.options;
    whenIdle(() => void storage.removeExpired(this.now()).catch(ignore));
    const { id } = this;
    const release = await locks?.take(id);
    if (!this.isActive || this.id !== id) release?.();
    else if (release || !locks) this.release = release;
    // Another page has taken the work over meanwhile. Go on in a draft of one's own.
    else await this.goOnAs(newDraftId());
  }

  /** Gives the draft up to whoever finds it. Call it when the element is disconnected or the page is put away. */
  pause(): void {
    this.isActive = false;
    this.release?.();
    this.release = undefined;
  }

  /** Stops for good and leaves the draft where it is, as when the element goes on to another task. */
  close(): void {
    this.isClosed = true;
    this.stopListening();
    this.pause();
  }

  /** All drafts of this task but the one being written, newest first. */
  async list(): Promise<FoundDraft[]> {
    try {
      const { storage, locks, key } = this.options;
      const [drafts, taken] = await Promise.all([storage.list(key), locks?.taken()]);
      const now = this.now();
      const found = drafts
        .filter((draft) => draft.id !== this.id && draft.steps > 0 && !isExpired(draft, now))
        .sort((a, b) => b.savedAt - a.savedAt)
        .map((draft) => ({ ...draft, isOpenElsewhere: taken?.has(draft.id) ?? false }));
      this.abandoned = found.filter(({ isOpenElsewhere }) => !isOpenElsewhere).map(({ id }) => id);
      return found;
    } catch {
      return [];
    }
  }

  /** The newest draft of this task that no other tab is at work on. */
  async find(): Promise<FoundDraft | undefined> {
    return (await this.list()).find(({ isOpenElsewhere }) => !isOpenElsewhere);
  }

  /**
   * Brings a draft back into the document, history included. Resolves to false when it can no longer be read.
   *
   * Edits made in the meantime stay in a draft of their own.
   */
  async restore(draft?: FoundDraft): Promise<boolean> {
    const chosen = draft ?? (await this.find());
    if (!chosen || this.isClosed) return false;
    let release: (() => void) | undefined;
    try {
      release = await this.options.locks?.take(chosen.id);
      const replayed = replayDraft((await this.options.storage.read(chosen.id)) as DraftEntry<A>[]);
      if (replayed && !this.isClosed) {
        this.show(replayed);
        await this.goOnFrom(replayed, chosen, release);
        return true;
      }
    } catch {
      // Damaged, or gone in the meantime. The document is as it was.
    }
    release?.();
    return false;
  }

  /** Removes one draft; without an argument, all of this task that no other tab is at work on. */
  async discard(draft?: FoundDraft): Promise<void> {
    if (!draft) await this.list();
    await this.options.storage.remove(draft ? [draft.id] : this.abandoned).catch(ignore);
  }

  /** The task is done: removes its drafts and stores nothing from now on. Drafts open in other tabs stay. */
  async clear(): Promise<void> {
    if (this.isClosed) return;
    this.close();
    const { storage } = this.options;
    // First what is known: the page may be gone before a list could be read.
    await storage.remove([this.id, ...this.abandoned]).catch(ignore);
    await this.discard();
  }

  /** Resolves when everything so far has been written or has failed. */
  async settled(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.writes) {
      seen = this.writes;
      await seen;
    }
  }

  private handleChange(event: StoreEvent<A>): void {
    if (event.type === 'preview' || event.type === 'cancel' || this.isRestoring) return;
    if (event.type === 'load') {
      this.leave();
      return;
    }
    const hasBuffer = event.changes.some(({ type }) => type === 'buffer');
    this.hasBufferChanges ||= hasBuffer;
    if (event.type === 'host' && hasBuffer) {
      this.isBufferAsLoaded = false;
      this.aside = 1;
    }
    if (this.failures > MAX_FAILURES) return;
    if (!this.hasBegun) {
      // What lies beside the records changes by a worker's hand too: an answer to a question of the page, for instance.
      if (event.type !== 'host' || hasBuffer) this.planWhole();
      return;
    }
    const entry = this.entryOf(event);
    const { id } = this;
    this.write(() => this.options.storage.append(id, entry));
    this.length += 1;
    if (this.length >= COMPACT_AFTER) this.planCompaction();
  }

  private entryOf(event: Exclude<StoreEvent<A>, { type: 'load' | 'preview' | 'cancel' }>): DraftEntry<A> {
    const seq = this.nextSeq++;
    if (event.type === 'commit') {
      this.past.push(seq);
      this.future = [];
    } else if (event.type !== 'host') {
      const [from, to] = event.type === 'undo' ? [this.past, this.future] : [this.future, this.past];
      const moved = from.pop();
      if (moved !== undefined) to.push(moved);
    }
    const line = { seq, at: this.now(), steps: this.past.length + this.aside };
    if (event.type === 'commit') return { ...line, type: 'step', step: event.step };
    if (event.type === 'host') return { ...line, type: 'host', changes: event.changes };
    return { ...line, type: event.type };
  }

  /** Once all listeners have heard of the edit: the buffer's owner may be one that comes later. */
  private planWhole(): void {
    if (this.isWholePlanned) return;
    this.isWholePlanned = true;
    const writing = Promise.resolve().then(() => {
      if (this.isWholePlanned && !this.isClosed) this.writeWhole();
    });
    this.writes = Promise.all([this.writes, writing]);
  }

  /** Writes the whole work: at the first edit, and when the journal has a hole or was removed. */
  private writeWhole(): void {
    const { store, storage, buffer, key, keepMs = DEFAULT_KEEP_MS } = this.options;
    const at = this.now();
    this.startedAt ||= at;
    this.generation += 1;
    this.hasBegun = true;
    this.isWholePlanned = false;
    // A checkpoint takes its time, and the steps of the history tell the same; the first stroke need not wait for it.
    const checkpoint = this.isBufferAsLoaded ? undefined : buffer?.checkpoint();
    const base = baseEntries({ work: store.save(), seq: 0, at, buffer: checkpoint, aside: this.aside });
    const head: DraftHead = { format: DRAFT_FORMAT, id: this.id, task: key, startedAt: this.startedAt, keepMs };
    this.follow(base);
    this.write(() => storage.write(head, base.entries));
    if (buffer && checkpoint === undefined) this.planCompaction();
  }

  private planCompaction(): void {
    // Only a checkpoint can stand for the buffer changes that would be removed.
    if (this.isIdlePlanned || (this.hasBufferChanges && !this.options.buffer)) return;
    this.isIdlePlanned = true;
    const { generation } = this;
    (this.options.whenIdle ?? soon)(() => {
      this.isIdlePlanned = false;
      if (this.hasBegun && !this.isClosed && generation === this.generation) this.compact();
    });
  }

  private compact(): void {
    const { store, storage, buffer } = this.options;
    const stored = { past: this.past, future: this.future };
    const kept = new Set([...this.past, ...this.future]);
    const base = baseEntries({
      work: store.save(),
      seq: this.nextSeq,
      at: this.now(),
      buffer: buffer?.checkpoint(),
      aside: this.aside,
      stored,
    });
    const { id } = this;
    this.follow(base);
    this.write(() => storage.compact(id, base.entries, kept));
  }

  private follow({ past, future, nextSeq }: NewBase<A>): void {
    this.past = past;
    this.future = future;
    this.nextSeq = nextSeq;
    this.length = 0;
  }

  private write(run: () => Promise<boolean | void>): void {
    const { generation } = this;
    const isCurrent = () => !this.isClosed && this.hasBegun && generation === this.generation;
    const writing = (async () => {
      try {
        // Removed by another tab, by the browser or by hand: the work is still here, so write it again.
        if ((await run()) === false && isCurrent()) this.writeWhole();
      } catch (error) {
        if (isCurrent()) await this.recover(error);
      }
    })();
    this.writes = Promise.all([this.writes, writing]);
  }

  /** After a failed write the journal has a hole. Make room, write it whole, and give up when that fails too. */
  private async recover(error: unknown): Promise<void> {
    this.failures += 1;
    // From here on nobody appends: an edit in the meantime writes everything.
    this.hasBegun = false;
    if (this.failures > MAX_FAILURES) {
      const isFull = (error as { name?: unknown } | undefined)?.name === 'QuotaExceededError';
      this.options.onProblem?.({ reason: isFull ? 'full' : 'unavailable', error });
      return;
    }
    await this.options.storage.removeExpired(this.now()).catch(ignore);
    if (!this.hasBegun && !this.isClosed) this.writeWhole();
  }

  /**
   * The host has put another document in place. What was there stays in its draft: a reset may have been a slip, and a
   * new task has drafts of its own.
   */
  private leave(): void {
    const { store } = this.options;
    if (this.hasBegun || this.isWholePlanned) void this.goOnAs(newDraftId());
    this.isBufferAsLoaded = !store.canUndo && !store.canRedo;
    this.hasBufferChanges = false;
    this.aside = 0;
  }

  private startAnew(): void {
    this.hasBegun = false;
    this.isWholePlanned = false;
    this.startedAt = 0;
    this.generation += 1;
  }

  private show({ work, buffer, bufferChanges }: ReplayedDraft<A>): void {
    this.isRestoring = true;
    try {
      this.options.buffer?.restore(buffer, bufferChanges);
      this.options.store.load(work.snapshot, work.past, work.future);
    } finally {
      this.isRestoring = false;
    }
  }

  /** Continues the journal of a restored draft, or begins a copy when it cannot be taken over. */
  private async goOnFrom(replayed: ReplayedDraft<A>, draft: FoundDraft, release?: () => void): Promise<void> {
    const switching = this.goOnAs(release ? draft.id : newDraftId(), release);
    this.isBufferAsLoaded = replayed.buffer === undefined;
    this.hasBufferChanges = replayed.bufferChanges.length > 0;
    this.aside = replayed.hasAside ? 1 : 0;
    // A listener may have altered the document while it was loaded; then the first edit writes everything.
    const isAsStored = replayed.isWhole && this.options.store.snapshot === replayed.work.snapshot;
    if (release && isAsStored) {
      this.hasBegun = true;
      this.startedAt = draft.startedAt;
      this.nextSeq = replayed.nextSeq;
      this.length = replayed.length;
      this.past = [...replayed.past];
      this.future = [...replayed.future];
    }
    await switching;
  }

  /** Goes on under another id, whose lock is taken now unless it comes along. What was written stays. */
  private async goOnAs(id: string, taken?: () => void): Promise<void> {
    this.release?.();
    this.id = id;
    this.release = taken;
    this.startAnew();
    if (taken) return;
    const release = await this.options.locks?.take(id);
    if (this.isActive && this.id === id) this.release = release;
    else release?.();
  }
}

/** Removes every draft of a task, as a page with `drafts="off"` does. */
export async function forgetDrafts(storage: DraftStorage, key: string): Promise<void> {
  try {
    await storage.remove((await storage.list(key)).map(({ id }) => id));
  } catch {
    // Where nothing can be read, nothing was stored.
  }
}

function newDraftId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

const soon = (run: () => void) => void setTimeout(run, 0);
const ignore = () => {};
