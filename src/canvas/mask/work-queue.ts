/** Long work on a document. Ends soon after its signal was aborted, and leaves nothing behind then. */
export type LongWork = (signal: AbortSignal) => Promise<void>;

/** Something that waits for its turn. */
export interface Turn {
  run(): void;
  /** What undo takes back before it has begun; a choice of label or tool is not. */
  readonly isEdit?: boolean;
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
  private waiters: (() => void)[] = [];

  /** Long work is under way, and so other things may be waiting. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Resolves when nothing is under way and nothing waits. */
  idle(): Promise<void> {
    return new Promise((resolve) => (this.isBusy ? this.waiters.push(resolve) : resolve()));
  }

  /** Begins long work in its turn. */
  start(work: LongWork): void {
    this.edit(() => void this.perform(work));
  }

  /** Makes an edit in its turn: at once when nothing is under way. */
  edit(run: () => void): void {
    this.wait({ isEdit: true, run });
  }

  /** Chooses something that later edits depend on: at once, unless an edit waits that was meant without it. */
  choose(run: () => void): void {
    if (this.waiting.length) this.wait({ run });
    else run();
  }

  /** The same for what may be no edit, or must hear that it was dropped. */
  wait(turn: Turn): void {
    if (this.isBusy) this.waiting.push(turn);
    else turn.run();
  }

  /** Takes back the edit that came last, if it waits or is under way. Returns false when there is none. */
  takeBack(): boolean {
    const last = this.waiting.findLast(({ isEdit }) => isEdit);
    if (last) this.drop(last);
    else if (this.running?.signal.aborted === false) this.running.abort();
    else return false;
    return true;
  }

  /** Forgets something that waits. */
  drop(turn: Turn): void {
    this.waiting = this.waiting.filter((each) => each !== turn);
    turn.dropped?.();
  }

  /** Ends what is under way and forgets what waits. */
  clear(): void {
    this.waiting.forEach((turn) => this.drop(turn));
    this.running?.abort();
  }

  private async perform(work: LongWork): Promise<void> {
    this.running = new AbortController();
    try {
      await work(this.running.signal);
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
    if (this.isBusy) return;
    this.waiters.forEach((done) => done());
    this.waiters = [];
  }
}
