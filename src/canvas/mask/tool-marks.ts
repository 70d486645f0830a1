import { Signal } from '../../document/signal.js';
import type { Runs } from '../../mask/runs.js';

/** What a tool shows that is no part of the document: the patch that a press would paint. */
export class ToolMarks {
  readonly changed = new Signal();
  private shown?: Runs;

  get region(): Runs | undefined {
    return this.shown;
  }

  show(region: Runs | undefined): void {
    if (region === this.shown) return;
    this.shown = region;
    this.changed.notify();
  }
}
