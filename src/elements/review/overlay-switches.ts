import type { Difference } from '../../answers/compare-shapes.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import type { Problem } from '../../parse/problem.js';

/** Which answer is shown. */
export type OverlayMode = 'first' | 'second' | 'difference';

/** A line of the legend. */
export interface LegendRow {
  readonly name: string;
  readonly title: string;
  readonly color: string;
  /** Shapes, or percent of the picture. */
  readonly amount: string;
  readonly isHidden: boolean;
}

/** What a legend names: a label, or a kind of difference. */
export type LegendEntry = Omit<LegendRow, 'amount' | 'isHidden'>;

/** Colours that people with any kind of colour vision tell apart; the legend names them too. */
export const differences: readonly {
  readonly name: Difference;
  readonly title: () => string;
  readonly color: string;
}[] = [
  { name: 'same', title: t.same, color: '#8d99a6' },
  { name: 'only-first', title: t.onlyFirst, color: '#d55e00' },
  { name: 'only-second', title: t.onlySecond, color: '#0072b2' },
  { name: 'other-label', title: t.otherLabel, color: '#cc79a7' },
];

/** What an overlay tells its element. */
export interface OverlayHooks {
  readonly changed: () => void;
  readonly report: (attribute: string, problems: readonly Problem[]) => void;
  readonly warn: (text: string) => void;
}

/** The attribute that an answer comes from. */
export const attributeOf = (which: 'first' | 'second') => (which === 'first' ? 'overlay' : 'compare-overlay');

/** What a worker switches in earlier work, whatever it is laid over: labels on and off, one answer or the other. */
export abstract class OverlaySwitches<A> {
  protected readonly answers: { first?: A; second?: A } = {};
  protected readonly hidden = new Set<string>();
  protected entries: readonly LegendEntry[] = [];
  protected amounts: ReadonlyMap<string, string> = new Map();
  private wanted: OverlayMode = 'difference';

  constructor(protected readonly hooks: OverlayHooks) {}

  /** Shows what is switched on now. */
  abstract apply(): void;

  /** Whether the two answers can be laid over each other. */
  protected abstract canCompare(first: A, second: A): boolean;

  /** Whether there is anything to verify. */
  get isPresent(): boolean {
    return this.answers.first !== undefined || this.answers.second !== undefined;
  }

  /** What is shown: the worker's wish where it is possible, else the answer that is there. */
  get mode(): OverlayMode {
    const { modes, wanted } = this;
    if (modes.includes(wanted)) return wanted;
    return this.answers.first ? 'first' : 'second';
  }

  get modes(): readonly OverlayMode[] {
    const { first, second } = this.answers;
    if (!first || !second) return [];
    return this.canCompare(first, second) ? ['first', 'second', 'difference'] : ['first', 'second'];
  }

  get rows(): readonly LegendRow[] {
    return this.entries.map((entry) => ({
      ...entry,
      amount: this.amounts.get(entry.name) ?? '',
      isHidden: this.hidden.has(entry.name),
    }));
  }

  choose(mode: OverlayMode): void {
    this.wanted = mode;
    this.apply();
  }

  toggle(name: string): void {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.apply();
  }

  /** Shows all labels, or hides all when all are shown. */
  toggleAll(): void {
    const isAllShown = this.entries.every(({ name }) => !this.hidden.has(name));
    this.hidden.clear();
    if (isAllShown) for (const { name } of this.entries) this.hidden.add(name);
    this.apply();
  }
}

/** How many things have each label, as the legend says it. */
export function countLabels(labels: Iterable<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map([...counts].map(([name, count]) => [name, t.count(count)]));
}

/** Labels that an answer uses and does not list, behind those that it lists. */
export function withUnlisted(listed: readonly unknown[], used: Iterable<string>): readonly unknown[] {
  const isListed = (name: string) =>
    listed.some((label) => label === name || (label as { label?: unknown } | null)?.label === name);
  return [...listed, ...[...new Set(used)].filter((name) => !isListed(name))];
}
