/** Work goes on for at most this long before input and painting have their turn. */
const SLICE_MS = 8;
/** Where the browser does not tell when it is idle, work begins after this long. */
const PAUSE_MS = 200;

/** Does the work of a generator in slices while the page has nothing else to do, and hands over what it returns. */
export function runWhenIdle<T>(work: Generator<void, T>, done: (result: T) => void): void {
  const wait = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, PAUSE_MS));
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    do {
      const { done: isDone, value } = work.next();
      if (isDone) return done(value);
    } while (performance.now() < end);
    wait(slice);
  };
  wait(slice);
}

/** Comes before anything that a worker does. */
const INPUTS = ['pointerdown', 'keydown'] as const;

/**
 * Does something when the first frames are painted and the page has a moment, but before the worker's first input. In a
 * page that is not seen it waits until it is.
 */
export function afterPaint(run: () => void): void {
  const wait = globalThis.requestIdleCallback ?? ((then: () => void) => setTimeout(then));
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    for (const input of INPUTS) removeEventListener(input, once, { capture: true });
    run();
  };
  for (const input of INPUTS) addEventListener(input, once, { capture: true });
  requestAnimationFrame(() => requestAnimationFrame(() => wait(once, { timeout: PAUSE_MS })));
}
