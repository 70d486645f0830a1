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
