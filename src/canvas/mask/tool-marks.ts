import { Signal } from '../../document/signal.js';
import type { Runs } from '../../mask/runs.js';

/** What a tool shows that is no part of the document: the patch that a press would paint. */
export class ToolMarks {
  readonly changed = new Signal();
  private shown?: { readonly runs: Runs; readonly isRemoval?: boolean };

  get region(): { readonly runs: Runs; readonly isRemoval?: boolean } | undefined {
    return this.shown;
  }

  /** Shows what would be painted, or with `isRemoval` taken away. */
  show(runs: Runs | undefined, isRemoval = false): void {
    if (runs === this.shown?.runs) return;
    this.shown = runs && { runs, isRemoval };
    this.changed.notify();
  }
}
