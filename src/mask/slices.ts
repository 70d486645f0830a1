/** Longest stretch of work without a break, in milliseconds: half a frame, so that the page stays responsive. */
const SLICE_MS = 6;

/**
 * Cuts long work into slices: call `rest()` now and then, it gives way to the page when the slice is used up.
 *
 * Work that was aborted ends there with the signal's reason.
 */
export class Pacer {
  private sliceEnd = performance.now() + SLICE_MS;

  constructor(private readonly signal?: AbortSignal) {
    signal?.throwIfAborted();
  }

  /** Whether it is time to give way; asks the clock, so not for the innermost loop. */
  get isDue(): boolean {
    return performance.now() >= this.sliceEnd;
  }

  async rest(): Promise<void> {
    if (!this.isDue) return;
    await nextTask();
    this.signal?.throwIfAborted();
    this.sliceEnd = performance.now() + SLICE_MS;
  }

  /** Does work that was written as steps. */
  async steps<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (this.isDue) await this.rest();
    }
  }

  /** Does `count` small pieces of work, `step` of them between two looks at the clock. */
  async spans(count: number, step: number, work: (from: number, to: number) => void): Promise<void> {
    for (let from = 0; from < count; from += step) {
      work(from, Math.min(count, from + step));
      if (this.isDue) await this.rest();
    }
  }
}

/** Work that stops now and then, so that whoever does it may give way to others. */
export type Steps<T> = Generator<void, T, void>;

/** Does all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Resolves in a new task, without the delay that browsers add to nested timers. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
