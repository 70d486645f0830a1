/** Long work on a document. Ends soon after its signal was aborted, and leaves nothing behind then. */
export type LongWork = (signal: AbortSignal) => Promise<void>;

/** Something that waits for its turn. */
interface Turn {
  /** What undo takes back before it has begun; a choice of label or tool is not. */
  readonly isEdit: boolean;
  run(): void;
  dropped?(): void;
}

/**
 * Keeps the order in which the worker meant things: while long work is under way, gestures and commands wait for it, and undo
 * takes back whatever came last.
 *
 * Work that takes a moment only is done before anybody could wait: nothing is queued then.
 */
export class WorkQueue {
  private waiting: Turn[] = [];
  private running?: AbortController;
  private readonly waiters: (() => void)[] = [];

  /** Long work is under way, and so other things may be waiting. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Resolves when nothing is under way and nothing waits. */
  idle(): Promise<void> {
    return this.isBusy ? new Promise((resolve) => this.waiters.push(resolve)) : Promise.resolve();
  }

  /** Begins long work in its turn. */
  start(work: LongWork): void {
    this.edit(() => void this.perform(work));
  }

  /** Makes an edit in its turn: at once when nothing is under way. */
  edit(run: () => void): void {
    this.wait({ isEdit: true, run });
  }

  /** Does something in its turn that is no edit: undo passes it by. */
  follow(run: () => void): void {
    this.wait({ isEdit: false, run });
  }

  private wait(turn: Turn): void {
    if (this.isBusy) this.waiting.push(turn);
    else turn.run();
  }

  /** Holds an edit back whose parts arrive one by one, such as a stroke. Call only while busy. Returns what drops it again. */
  hold(run: () => void, dropped: () => void): () => void {
    const turn = { isEdit: true, run, dropped };
    this.waiting.push(turn);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== turn);
    };
  }

  /** Chooses something that later edits depend on: at once, unless an edit waits that was meant without it. */
  choose(run: () => void): void {
    if (this.waiting.length) this.waiting.push({ isEdit: false, run });
    else run();
  }

  /** Takes back the edit that came last, if it waits or is under way. Returns false when there is none. */
  takeBack(): boolean {
    const at = this.waiting.findLastIndex(({ isEdit }) => isEdit);
    if (at >= 0) {
      const [turn] = this.waiting.splice(at, 1);
      turn?.dropped?.();
    } else if (this.running && !this.running.signal.aborted) this.running.abort();
    else return false;
    return true;
  }

  /** Ends what is under way and forgets what waits. */
  clear(): void {
    for (const { dropped } of this.waiting.splice(0)) dropped?.();
    this.running?.abort();
  }

  private async perform(work: LongWork): Promise<void> {
    const stop = new AbortController();
    this.running = stop;
    try {
      await work(stop.signal);
    } finally {
      this.running = undefined;
      this.goOn();
    }
  }

  private goOn(): void {
    try {
      while (!this.isBusy && this.waiting.length) this.waiting.shift()?.run();
    } finally {
      // One that throws keeps nothing from the others.
      if (!this.isBusy && this.waiting.length) this.goOn();
    }
    if (!this.isBusy) for (const done of this.waiters.splice(0)) done();
  }
}
