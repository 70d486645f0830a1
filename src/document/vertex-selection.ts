import { Signal } from './signal.js';

/** Which vertices of one path the worker has selected, by index. Not part of the document. */
export class VertexSelection {
  readonly changed = new Signal();
  private shape?: string;
  private selected: ReadonlySet<number> = new Set();

  /** Id of the path whose vertices are selected. */
  get owner(): string | undefined {
    return this.shape;
  }

  get indices(): ReadonlySet<number> {
    return this.selected;
  }

  get size(): number {
    return this.selected.size;
  }

  /** Selected vertices of this path; none when they belong to another. */
  of(id: string): ReadonlySet<number> {
    return id === this.shape ? this.selected : none;
  }

  set(owner: string, indices: Iterable<number>): void {
    const next = new Set(indices);
    if (!next.size) return this.clear();
    if (owner === this.shape && next.size === this.selected.size && [...next].every((at) => this.selected.has(at))) {
      return;
    }
    this.shape = owner;
    this.selected = next;
    this.changed.notify();
  }

  toggle(owner: string, index: number): void {
    const next = new Set(this.of(owner));
    if (!next.delete(index)) next.add(index);
    this.set(owner, next);
  }

  clear(): void {
    if (!this.selected.size) return;
    this.shape = undefined;
    this.selected = none;
    this.changed.notify();
  }
}

const none: ReadonlySet<number> = new Set();
