import type { SavedWork, Step } from './annotation-store.js';
import type { AnnotationBase } from './annotation.js';
import { applyChanges, invertAll, type Change, type Facts } from './change.js';

/** Version of what is stored. A draft of another version is left alone: neither offered nor touched. */
export const DRAFT_FORMAT = 1;

/** What names a draft. Written once; the entries hang on its id. */
export interface DraftHead {
  readonly format: number;
  /** Random; one for each tab that works on the task. */
  readonly id: string;
  /** Key of the task, a hash (`taskKey`). */
  readonly task: string;
  /** When the work began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How long after its last entry the draft may be offered, in milliseconds. */
  readonly keepMs: number;
}

interface EntryBase {
  /** Place in the journal, counted from 0; what is missing in between was compacted. */
  readonly seq: number;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  /** How many steps undo could take back afterwards, and one more for work beside them. */
  readonly steps: number;
}

/**
 * One line of the journal.
 *
 * A `base` says where the journal starts: a state with its history, which names steps by their `seq`. Its records lie
 * in `part` entries, so that no single write is long. The entries after it lead to the present, without a gap.
 */
export type DraftEntry<A extends AnnotationBase = AnnotationBase> =
  | (EntryBase & { readonly type: 'step'; readonly step: Step<A> })
  | (EntryBase & { readonly type: 'undo' | 'redo' })
  | (EntryBase & { readonly type: 'host'; readonly changes: readonly Change<A>[] })
  | (EntryBase & { readonly type: 'part'; readonly annotations: readonly A[] })
  | (EntryBase & {
      readonly type: 'base';
      readonly parts: readonly number[];
      readonly facts: Facts;
      readonly past: readonly number[];
      readonly future: readonly number[];
      /** State of the buffer (the mask) at this point. Without one, it is the buffer as the task came. */
      readonly buffer?: unknown;
    });

/** A change to the buffer beside the records, as the journal replays it. */
export type BufferChange = Extract<Change, { type: 'buffer' }>;

/** The work that a journal tells of. */
export interface ReplayedDraft<A extends AnnotationBase = AnnotationBase> {
  readonly work: SavedWork<A>;
  /** State of the buffer from which `bufferChanges` go on; undefined for the buffer as the task came. */
  readonly buffer?: unknown;
  /** In order; applying the `after` of each gives the buffer as it was. */
  readonly bufferChanges: readonly BufferChange[];
  /** Whether there is work beside the steps: changes of the buffer that no undo takes back. */
  readonly hasAside: boolean;
  /** Places of the steps, as the next base will name them. */
  readonly past: readonly number[];
  readonly future: readonly number[];
  /** Where the journal goes on. */
  readonly nextSeq: number;
  /** Entries since the base. */
  readonly length: number;
  /** False when a write is missing in the middle: what follows the gap was left out. */
  readonly isWhole: boolean;
}

/** Records in one `part` entry: cloning them stays well under a millisecond. */
export const PART_SIZE = 250;

/** Brings back the work from the entries of one draft, in the order of `seq`. Undefined when there is no base. */
export function replayDraft<A extends AnnotationBase>(entries: readonly DraftEntry<A>[]): ReplayedDraft<A> | undefined {
  const start = entries.findLastIndex(({ type }) => type === 'base');
  const base = entries[start];
  if (base?.type !== 'base') return undefined;
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const stepAt = (seq: number): Step<A> => {
    const entry = bySeq.get(seq);
    if (entry?.type !== 'step') throw new Error(`Step ${seq} of the draft is missing.`);
    return entry.step;
  };

  const past = [...base.past];
  let future = [...base.future];
  const groups: (readonly Change<A>[])[] = [];
  let hasAside = base.steps > base.past.length;
  let nextSeq = base.seq + 1;
  for (const entry of entries.slice(start + 1)) {
    if (entry.seq !== nextSeq) break;
    if (entry.type === 'step') {
      past.push(entry.seq);
      future = [];
      groups.push(entry.step.changes);
    } else if (entry.type === 'host') {
      groups.push(entry.changes);
      hasAside ||= entry.changes.some(({ type }) => type === 'buffer');
    } else {
      const [from, to] = entry.type === 'undo' ? [past, future] : [future, past];
      const seq = from.pop();
      if (seq === undefined || (entry.type !== 'undo' && entry.type !== 'redo')) break;
      to.push(seq);
      const { changes: done } = stepAt(seq);
      groups.push(entry.type === 'undo' ? invertAll(done) : done);
    }
    nextSeq += 1;
  }

  const changes = groups.flat();
  const annotations = base.parts.flatMap((seq) => {
    const part = bySeq.get(seq);
    if (part?.type !== 'part') throw new Error(`Part ${seq} of the draft is missing.`);
    return part.annotations;
  });
  return {
    work: {
      snapshot: applyChanges({ annotations, facts: base.facts }, changes),
      past: past.map(stepAt),
      future: future.map(stepAt),
    },
    buffer: base.buffer,
    // Without a state of its own the buffer starts as the task came, so what the base's past did to it comes first.
    bufferChanges: [
      ...(base.buffer === undefined ? base.past.flatMap((seq) => stepAt(seq).changes) : []),
      ...changes,
    ].filter((change) => change.type === 'buffer'),
    hasAside,
    past,
    future,
    nextSeq,
    length: nextSeq - base.seq - 1,
    isWhole: entries.at(-1)?.seq === nextSeq - 1,
  };
}

/** Where a new base begins and what it has to say. */
export interface BaseOptions<A extends AnnotationBase> {
  readonly work: SavedWork<A>;
  readonly seq: number;
  readonly at: number;
  readonly buffer?: unknown;
  /** 1 when there is work beside the steps, so that a draft without any is still worth offering. */
  readonly aside?: 0 | 1;
  /** Places of steps that are stored already; without them the steps are written along. */
  readonly stored?: { readonly past: readonly number[]; readonly future: readonly number[] };
}

/** A base with everything it refers to. */
export interface NewBase<A extends AnnotationBase> {
  readonly entries: DraftEntry<A>[];
  readonly past: number[];
  readonly future: number[];
  readonly nextSeq: number;
}

/** The entries that store a whole state of the work, the base last. */
export function baseEntries<A extends AnnotationBase>(options: BaseOptions<A>): NewBase<A> {
  const { work, seq, at, buffer, aside = 0, stored } = options;
  const entries: DraftEntry<A>[] = [];
  const steps = work.past.length + aside;
  const add = (entry: { type: 'step'; step: Step<A> } | { type: 'part'; annotations: readonly A[] }): number => {
    const place = seq + entries.length;
    entries.push({ ...entry, seq: place, at, steps });
    return place;
  };
  const addStep = (step: Step<A>) => add({ type: 'step', step });
  const past = stored ? [...stored.past] : work.past.map(addStep);
  const future = stored ? [...stored.future] : work.future.map(addStep);
  const { annotations, facts } = work.snapshot;
  const parts: number[] = [];
  for (let from = 0; from < annotations.length; from += PART_SIZE) {
    parts.push(add({ type: 'part', annotations: annotations.slice(from, from + PART_SIZE) }));
  }
  const place = seq + entries.length;
  // Copies: the keeper goes on counting in its own lists while the entries wait to be written.
  const names = { past: [...past], future: [...future] };
  entries.push({ type: 'base', seq: place, at, steps, parts, facts, ...names, buffer });
  return { entries, past, future, nextSeq: place + 1 };
}
