import { Signal } from './signal.js';

/** Which annotations the worker has selected. Not part of the document: selecting is no edit. */
export class Selection {
  readonly changed = new Signal();
  private selected: readonly string[] = [];

  /** Selected ids, the one selected last at the end. */
  get ids(): readonly string[] {
    return this.selected;
  }

  /** The one that keys and panels act on: selected last. */
  get primary(): string | undefined {
    return this.selected.at(-1);
  }

  has(id: string): boolean {
    return this.selected.includes(id);
  }

  set(ids: readonly string[]): void {
    if (ids.length === this.selected.length && ids.every((id, index) => id === this.selected[index])) return;
    this.selected = [...ids];
    this.changed.notify();
  }

  toggle(id: string): void {
    this.set(this.has(id) ? this.selected.filter((other) => other !== id) : [...this.selected, id]);
  }

  clear(): void {
    this.set([]);
  }

  /** Forgets ids that no longer exist. */
  keepOnly(exists: (id: string) => boolean): void {
    this.set(this.selected.filter(exists));
  }
}
