import type { AnnotationBase } from './annotation.js';
import { applyChanges, emptySnapshot, invertAll, type Change, type Snapshot } from './change.js';
import { OpenStep, type Edit, type Sketch, type StepOptions, type StepOwner } from './open-step.js';
import { Signal } from './signal.js';
import { Transaction } from './transaction.js';

/** One intention of the worker, as the history keeps it. The name is a term that menus and the announcer speak. */
export interface Step<A extends AnnotationBase = AnnotationBase> {
  readonly name: string;
  readonly changes: readonly Change<A>[];
}

/** What listeners of a store hear. `changes` lead from the state before to the state now. */
export type StoreEvent<A extends AnnotationBase = AnnotationBase> =
  | { readonly type: 'commit' | 'undo' | 'redo'; readonly step: Step<A>; readonly changes: readonly Change<A>[] }
  | { readonly type: 'host'; readonly changes: readonly Change<A>[] }
  | { readonly type: 'load' }
  | { readonly type: 'preview' }
  | { readonly type: 'cancel'; readonly name: string };

/** The unfinished gesture as painters need it. */
export interface Preview<A extends AnnotationBase = AnnotationBase> {
  /** Records as they would be, by id: moved ones and new ones. */
  readonly shown: ReadonlyMap<string, A>;
  /** Ids that would be gone. */
  readonly removed: ReadonlySet<string>;
  readonly sketch?: Sketch;
}

/** Everything needed to bring a worker's task back, history included. Structured-clone safe. */
export interface SavedWork<A extends AnnotationBase = AnnotationBase> {
  readonly snapshot: Snapshot<A>;
  readonly past: readonly Step<A>[];
  readonly future: readonly Step<A>[];
}

/**
 * Holds the annotation document of one task and its history.
 *
 * Nothing else is a source of truth. Edits by the worker become named, invertible steps; changes by the host stay out
 * of the worker's history. At most one gesture is open at a time.
 */
export class AnnotationStore<A extends AnnotationBase = AnnotationBase> {
  /** Fires after every change, in the order they happened. */
  readonly changed = new Signal<StoreEvent<A>>();
  private current: Snapshot<A> = emptySnapshot;
  private past: Step<A>[] = [];
  private future: Step<A>[] = [];
  private step?: OpenStep<A>;
  private positions?: Map<string, number>;
  private shownPreview?: Preview<A>;

  /** The committed state; an open gesture is not in it. */
  get snapshot(): Snapshot<A> {
    return this.current;
  }

  get openStep(): OpenStep<A> | undefined {
    return this.step;
  }

  get canUndo(): boolean {
    return this.step !== undefined || this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.step ? this.step.canRedo : this.future.length > 0;
  }

  /** The steps that undo would take back, oldest first. */
  get history(): readonly Step<A>[] {
    return this.past;
  }

  /** The unfinished gesture, or undefined when nothing is open. */
  get preview(): Preview<A> | undefined {
    if (!this.step) return undefined;
    return (this.shownPreview ??= previewOf(this.step.changes, this.step.sketch));
  }

  /** Position in the painting order, or -1. */
  indexOf = (id: string): number => {
    this.positions ??= new Map(this.current.annotations.map((annotation, index) => [annotation.id, index]));
    return this.positions.get(id) ?? -1;
  };

  /** The committed record with this id. */
  get(id: string): A | undefined {
    return this.current.annotations[this.indexOf(id)];
  }

  /** The record as the worker sees it now: from the open gesture, or the committed one. */
  seen(id: string): A | undefined {
    const preview = this.preview;
    if (preview?.removed.has(id)) return undefined;
    return preview?.shown.get(id) ?? this.get(id);
  }

  /**
   * Makes one edit as one step; an open gesture is kept first. With `origin: 'host'` it stays out of the history, and
   * the worker's gesture goes on. Returns false if nothing changed.
   */
  change(name: string, edit: Edit<A>, { origin = 'worker' }: { origin?: 'worker' | 'host' } = {}): boolean {
    if (origin === 'worker') this.step?.commit();
    const changes = this.record([], edit);
    if (!changes.length) return false;
    if (origin === 'worker') this.keep({ name, changes });
    else {
      this.apply(changes);
      this.shownPreview = undefined;
      this.changed.notify({ type: 'host', changes });
    }
    return true;
  }

  /** Opens a gesture. One that is still open is kept first. */
  begin(name: string, options: StepOptions<A> = {}): OpenStep<A> {
    this.step?.commit();
    const owner: StepOwner<A> = {
      record: (pending, edit) => this.record(pending, edit),
      shown: () => this.show(),
      finish: (changes) => {
        this.step = undefined;
        this.shownPreview = undefined;
        if (changes?.length) this.keep({ name, changes });
        else this.changed.notify({ type: 'cancel', name });
      },
    };
    const step = new OpenStep<A>(name, owner, options);
    this.step = step;
    return step;
  }

  /** Takes back the newest part of the open gesture, or else the newest step. */
  undo(): boolean {
    if (this.step) {
      const wasEmpty = this.step.isEmptied;
      if (!this.step.undo()) this.step.cancel();
      if (!wasEmpty) return true;
    }
    const step = this.past.pop();
    if (!step) return false;
    this.future.push(step);
    const changes = invertAll(step.changes);
    this.apply(changes);
    this.changed.notify({ type: 'undo', step, changes });
    return true;
  }

  /** Does again what undo took back. */
  redo(): boolean {
    if (this.step) return this.step.redo();
    const step = this.future.pop();
    if (!step) return false;
    this.past.push(step);
    this.apply(step.changes);
    this.changed.notify({ type: 'redo', step, changes: step.changes });
    return true;
  }

  /** Replaces everything, as at the start of a task. The history is empty afterwards unless it comes along. */
  load(snapshot: Snapshot<A>, past: readonly Step<A>[] = [], future: readonly Step<A>[] = []): void {
    this.step?.cancel();
    this.current = snapshot;
    this.positions = undefined;
    this.past = [...past];
    this.future = [...future];
    this.changed.notify({ type: 'load' });
  }

  /** The work as a draft keeps it; an open gesture is left out. */
  save(): SavedWork<A> {
    return { snapshot: this.current, past: [...this.past], future: [...this.future] };
  }

  private record(pending: readonly Change<A>[], edit: Edit<A>): Change<A>[] {
    const base = pending.length ? applyChanges(this.current, pending) : this.current;
    const indexOf = pending.length
      ? (id: string) => base.annotations.findIndex((annotation) => annotation.id === id)
      : this.indexOf;
    const tx = new Transaction<A>(base, indexOf);
    edit(tx);
    return tx.changes;
  }

  private keep({ name, changes }: Step<A>): void {
    const step = { name, changes: this.withFacts(changes) };
    this.apply(step.changes);
    this.past.push(step);
    this.future = [];
    this.changed.notify({ type: 'commit', step, changes: step.changes });
  }

  /** Who annotates says that there is something to label after all; undo takes both back together. */
  private withFacts(changes: readonly Change<A>[]): readonly Change<A>[] {
    if (!this.current.facts.nothingToLabel) return changes;
    const annotates = changes.some(({ type }) => type === 'insert' || type === 'buffer');
    const declares = changes.some((change) => change.type === 'fact' && change.key === 'nothingToLabel');
    if (!annotates || declares) return changes;
    return [...changes, { type: 'fact', key: 'nothingToLabel', before: true, after: false }];
  }

  private apply(changes: readonly Change<A>[]): void {
    this.current = applyChanges(this.current, changes);
    // A replaced record keeps its place, so the map stays right; anything else moves its neighbours.
    if (changes.some((change) => change.type !== 'replace' && change.type !== 'fact')) this.positions = undefined;
  }

  private show(): void {
    this.shownPreview = undefined;
    this.changed.notify({ type: 'preview' });
  }
}

function previewOf<A extends AnnotationBase>(changes: readonly Change<A>[], sketch?: Sketch): Preview<A> {
  const shown = new Map<string, A>();
  const removed = new Set<string>();
  for (const change of changes) {
    if (change.type === 'insert') {
      shown.set(change.annotation.id, change.annotation);
      removed.delete(change.annotation.id);
    } else if (change.type === 'replace') shown.set(change.after.id, change.after);
    else if (change.type === 'remove') {
      shown.delete(change.annotation.id);
      removed.add(change.annotation.id);
    }
  }
  return { shown, removed, sketch };
}
