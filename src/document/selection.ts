import { Signal } from './signal.js';

/** Which annotations the worker has selected. Not part of the document: selecting is no edit. */
export class Selection {
  readonly changed = new Signal();
  private selected: ReadonlySet<string> = new Set();
  private drawn = false;

  /** Selected ids, the one selected last at the end. */
  get ids(): ReadonlySet<string> {
    return this.selected;
  }

  /** The one that keys and panels act on: selected last. */
  get primary(): string | undefined {
    return [...this.selected].at(-1);
  }

  get size(): number {
    return this.selected.size;
  }

  has(id: string): boolean {
    return this.selected.has(id);
  }

  /**
   * True while the selection is what the worker has just drawn and not touched since: its grips are at hand, but the
   * next label is meant for the next annotation.
   */
  get isJustDrawn(): boolean {
    return this.drawn;
  }

  set(ids: Iterable<string>): void {
    this.drawn = false;
    this.replace(ids);
  }

  /** Selects what was just drawn. */
  setDrawn(id: string): void {
    this.drawn = true;
    this.replace([id]);
  }

  toggle(id: string): void {
    const next = new Set(this.selected);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  clear(): void {
    this.set([]);
  }

  /** Forgets ids that no longer exist. */
  keepOnly(exists: (id: string) => boolean): void {
    this.replace([...this.selected].filter(exists));
  }

  private replace(ids: Iterable<string>): void {
    const next = new Set(ids);
    if (next.size === this.selected.size && [...next].every((id) => this.selected.has(id))) return;
    this.selected = next;
    this.changed.notify();
  }
}
