import type { AnnotationBase } from './annotation.js';

/** Statements about the whole task that are no annotation. */
export interface Facts {
  /** The worker declared that the picture holds nothing to label. */
  readonly nothingToLabel: boolean;
}

/** Everything a worker has said about one task at one moment. Immutable; records are shared between snapshots. */
export interface Snapshot<A extends AnnotationBase = AnnotationBase> {
  /** In painting order: the last one lies on top. */
  readonly annotations: readonly A[];
  readonly facts: Facts;
}

/**
 * One invertible alteration of a snapshot. Plain data: it is journaled and can be sent.
 *
 * Buffer changes (masks) carry opaque, serialisable before and after states that the buffer's owner understands.
 */
export type Change<A extends AnnotationBase = AnnotationBase> =
  | { readonly type: 'insert'; readonly index: number; readonly annotation: A }
  | { readonly type: 'remove'; readonly index: number; readonly annotation: A }
  | { readonly type: 'replace'; readonly index: number; readonly before: A; readonly after: A }
  | { readonly type: 'reorder'; readonly id: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'fact';
      readonly key: keyof Facts;
      readonly before: boolean;
      readonly after: boolean;
    }
  | { readonly type: 'buffer'; readonly before: unknown; readonly after: unknown };

/** The snapshot of a task nobody has worked on. */
export const emptySnapshot: Snapshot<never> = { annotations: [], facts: { nothingToLabel: false } };

/** Returns the change that takes `change` back. */
export function invert<A extends AnnotationBase>(change: Change<A>): Change<A> {
  switch (change.type) {
    case 'insert':
      return { ...change, type: 'remove' };
    case 'remove':
      return { ...change, type: 'insert' };
    case 'reorder':
      return { ...change, from: change.to, to: change.from };
    case 'replace':
    case 'fact':
    case 'buffer':
      return { ...change, before: change.after, after: change.before } as Change<A>;
  }
}

/** Returns the changes that take a whole list back, last one first. */
export function invertAll<A extends AnnotationBase>(changes: readonly Change<A>[]): Change<A>[] {
  return changes.map(invert).reverse();
}

/**
 * Applies changes in order; the given snapshot stays as it is. Buffer changes are left to the buffer's owner.
 *
 * Never fails: what the host has taken away in between stays away, and no record is inserted a second time.
 */
export function applyChanges<A extends AnnotationBase>(
  snapshot: Snapshot<A>,
  changes: readonly Change<A>[],
): Snapshot<A> {
  let annotations: A[] | undefined;
  let facts = snapshot.facts;
  let ids: Set<string> | undefined;
  const own = () => (annotations ??= [...snapshot.annotations]);
  const holds =
    countInserts(changes) > FEW
      ? (id: string) => (ids ??= new Set(own().map((annotation) => annotation.id))).has(id)
      : (id: string) => own().some((annotation) => annotation.id === id);
  for (const change of changes) {
    switch (change.type) {
      case 'insert':
        if (holds(change.annotation.id)) break;
        own().splice(change.index, 0, change.annotation);
        ids?.add(change.annotation.id);
        break;
      case 'remove': {
        const at = locate(own(), change.index, change.annotation.id);
        if (at >= 0) own().splice(at, 1);
        ids?.delete(change.annotation.id);
        break;
      }
      case 'replace': {
        const at = locate(own(), change.index, change.before.id);
        if (at >= 0) own()[at] = change.after;
        break;
      }
      case 'reorder': {
        const list = own();
        const at = locate(list, change.from, change.id);
        if (at >= 0) list.splice(change.to, 0, ...list.splice(at, 1));
        break;
      }
      case 'fact':
        facts = { ...facts, [change.key]: change.after };
        break;
      case 'buffer':
        break;
    }
  }
  return { annotations: annotations ?? snapshot.annotations, facts };
}

/** Up to this many inserts, looking through the list costs less than a set of all ids. */
const FEW = 16;

function countInserts(changes: readonly Change[]): number {
  let count = 0;
  for (const change of changes) if (change.type === 'insert') count += 1;
  return count;
}

/** The recorded index is right unless the host altered the list in between; then the id decides. */
function locate(annotations: readonly AnnotationBase[], index: number, id: string): number {
  return annotations[index]?.id === id ? index : annotations.findIndex((annotation) => annotation.id === id);
}
