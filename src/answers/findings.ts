import type { Problem } from '../parse/problem.js';

interface Finding {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Problem['severity'];
  readonly entries: number[];
}

/** Entries named one by one before the rest is only counted. */
const shownEntries = 5;

/** Collects what is odd about the entries of a list, one problem per cause, however many entries have it. */
export class Findings {
  private readonly found = new Map<string, Finding>();

  /**
   * Notes one entry. `what` completes "has entries ...", `remedy` says what became of them.
   *
   * The same `what` is told once, with the numbers of all its entries.
   */
  note(entry: number, finding: Omit<Finding, 'entries'>): void {
    const known = this.found.get(finding.what);
    if (!known) this.found.set(finding.what, { ...finding, entries: [entry] });
    else if (known.entries.at(-1) !== entry) known.entries.push(entry);
  }

  get problems(): readonly Problem[] {
    return [...this.found.values()].map(({ code, severity, what, remedy, entries }) => {
      const shown = entries.slice(0, shownEntries).map((entry) => entry + 1);
      const more = entries.length - shown.length;
      const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
      return { code, severity, message: `has entries ${what} (counted from 1: ${list}). ${remedy}` };
    });
  }
}
