const PREFIX = 'oce-pane-';

/**
 * Whether one pane is open, kept for the next task.
 *
 * The browser is asked at the first look only: it answers from another process, and a picture is better asked for before.
 */
export class PaneMemory {
  private open?: boolean;

  constructor(private readonly pane: string) {}

  get isOpen(): boolean {
    return (this.open ??= this.recall());
  }
  set isOpen(open: boolean) {
    this.open = open;
    try {
      localStorage.setItem(PREFIX + this.pane, open ? 'open' : 'closed');
    } catch {
      // Private windows and sandboxed frames have no storage; the pane simply starts open next time.
    }
  }

  private recall(): boolean {
    try {
      return localStorage.getItem(PREFIX + this.pane) !== 'closed';
    } catch {
      return true;
    }
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
