import { countObjects, painted } from './input.js';

/** How to open an element, use it, and close it again. */
export interface LeakCase<T extends Element> {
  /** Puts a fresh element on the page and waits until it is ready. */
  readonly open: () => Promise<T> | T;
  /** Uses it as a worker would, so that timers, workers and listeners exist. */
  readonly use?: (element: T) => Promise<void> | void;
  /** Takes it off the page; by default `element.remove()`. */
  readonly close?: (element: T) => Promise<void> | void;
  /** Rounds that count, after three that warm caches up. */
  readonly times?: number;
}

const WARM_UP_ROUNDS = 3;

/** Chromium may hold the last of a kind, e.g. as the last focused or hit-tested node. */
const SPARED = 2;

/** What was behind a weak reference may need more than one collection, with a turn of the event loop between. */
const COLLECTIONS = 4;

/**
 * Opens and closes an element fifty times and fails when instances stay alive or nodes and listeners pile up.
 * The numbers come from the browser's own counters after garbage collection.
 */
export async function expectNoLeak<T extends Element>({
  open,
  use = () => undefined,
  close = (element) => element.remove(),
  times = 50,
}: LeakCase<T>): Promise<void> {
  // In a function of its own, so that no local variable of this one holds the last element.
  const round = async (): Promise<WeakRef<T>> => {
    const element = await open();
    await use(element);
    await close(element);
    return new WeakRef(element);
  };

  for (let i = 0; i < WARM_UP_ROUNDS; i++) await round();
  await painted();
  const before = await countObjects();
  const references: WeakRef<T>[] = [];
  for (let i = 0; i < times; i++) references.push(await round());

  let problems: string[] = [];
  for (let turn = 0; turn < COLLECTIONS; turn++) {
    await painted();
    const after = await countObjects();
    const held = references.filter((reference) => reference.deref()).length;
    problems = held > SPARED ? [`${held} of ${times} elements are still in memory`] : [];
    for (const kind of ['nodes', 'listeners', 'documents'] as const) {
      const perRound = (after[kind] - before[kind]) / times;
      if (perRound >= 1) problems.push(`${perRound.toFixed(1)} ${kind} stay behind each time`);
    }
    if (!problems.length) return;
  }
  throw new Error(`Opening and closing leaks: ${problems.join('; ')}.`);
}
