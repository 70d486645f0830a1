import type { AnnotationBase } from './annotation.js';
import type { Change, Facts, Snapshot } from './change.js';

/**
 * Collects the changes of one edit against a snapshot.
 *
 * Updating a record costs the same among ten thousand records as among ten: the list is copied only when an edit
 * inserts, removes or reorders.
 */
export class Transaction<A extends AnnotationBase> {
  readonly changes: Change<A>[] = [];
  private readonly updated = new Map<string, A>();
  private facts: Facts;
  private working?: A[];

  /** @param indexOf - Position of an id in `base.annotations`, or -1. */
  constructor(
    private readonly base: Snapshot<A>,
    private readonly indexOf: (id: string) => number,
  ) {
    this.facts = base.facts;
  }

  /** The record as this edit has left it so far. */
  get(id: string): A | undefined {
    const updated = this.updated.get(id);
    if (updated) return updated;
    if (this.working) return this.working.find((annotation) => annotation.id === id);
    return this.base.annotations[this.indexOf(id)];
  }

  /** Replaces a record. Does nothing when there is no such id or nothing would change. */
  update(id: string, after: A): void {
    const before = this.get(id);
    if (!before || before === after) return;
    const index = this.locate(id);
    this.updated.set(id, after);
    if (this.working) this.working[index] = after;
    this.changes.push({ type: 'replace', index, before, after });
  }

  /** Adds a record on top of all others, or at a position. */
  insert(annotation: A, index = this.length): void {
    const place = Math.min(Math.max(index, 0), this.length);
    this.changes.push({ type: 'insert', index: place, annotation });
    this.own().splice(place, 0, annotation);
  }

  /** Removes a record. Does nothing when there is no such id. */
  remove(id: string): void {
    const index = this.locate(id);
    if (index < 0) return;
    const [annotation] = this.own().splice(index, 1);
    this.updated.delete(id);
    if (annotation) this.changes.push({ type: 'remove', index, annotation });
  }

  /** Moves a record to another place in the painting order. */
  reorder(id: string, to: number): void {
    const from = this.locate(id);
    // Within the list, or the way back would start from a place that does not exist.
    const place = Math.min(Math.max(to, 0), this.length - 1);
    if (from < 0 || from === place) return;
    const list = this.own();
    list.splice(place, 0, ...list.splice(from, 1));
    this.changes.push({ type: 'reorder', id, from, to: place });
  }

  setFact(key: keyof Facts, after: boolean): void {
    const before = this.facts[key];
    if (before === after) return;
    this.facts = { ...this.facts, [key]: after };
    this.changes.push({ type: 'fact', key, before, after });
  }

  /** Records that a buffer beside the records (a mask) went from one state to another. */
  buffer(before: unknown, after: unknown): void {
    this.changes.push({ type: 'buffer', before, after });
  }

  /** Number of records as this edit has left them so far. */
  get length(): number {
    return (this.working ?? this.base.annotations).length;
  }

  private locate(id: string): number {
    return this.working ? this.working.findIndex((annotation) => annotation.id === id) : this.indexOf(id);
  }

  private own(): A[] {
    if (!this.working) {
      this.working = [...this.base.annotations];
      for (const [id, annotation] of this.updated) this.working[this.indexOf(id)] = annotation;
    }
    return this.working;
  }
}
