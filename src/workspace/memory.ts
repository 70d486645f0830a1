const PREFIX = 'oce-pane-';

/** Whether a pane was left open the last time; undefined when unknown or when the browser keeps nothing. */
export function recall(pane: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(PREFIX + pane);
    return kept === null ? undefined : kept === 'open';
  } catch {
    return undefined;
  }
}

/** Remembers for the next task whether a pane is open. */
export function remember(pane: string, open: boolean): void {
  try {
    localStorage.setItem(PREFIX + pane, open ? 'open' : 'closed');
  } catch {
    // Private windows and sandboxed frames have no storage; the pane simply starts as usual next time.
  }
}

/** Something the browser remembers for the next task, such as a worker's settings; undefined when there is none. */
export function recallValue(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`oce-${key}`) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something small for the next task. */
export function rememberValue(key: string, value: unknown): void {
  try {
    localStorage.setItem(`oce-${key}`, JSON.stringify(value));
  } catch {
    // See above.
  }
}
