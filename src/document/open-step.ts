import type { Point } from '../geometry/types.js';
import type { Outline, OutlinePlace } from '../mask/outline.js';
import type { AnnotationBase } from './annotation.js';
import type { Change } from './change.js';
import type { Transaction } from './transaction.js';

/** Marks on the canvas that belong to an unfinished gesture but to no annotation yet, such as extreme points. */
export interface Sketch {
  readonly points: readonly Point[];
  readonly label?: string;
  /** A path that is being drawn, and how it looks with the pointer where it is. */
  readonly path?: PathSketch;
  /** Polygons that a region of a mask was turned into. */
  readonly outline?: Outline;
  /** The vertex of the outline that is under the pointer, or that follows it. */
  readonly vertex?: OutlinePlace;
}

/** An unfinished path: vertices that are placed, and what the next press would add. */
export interface PathSketch {
  readonly vertices: readonly Point[];
  /** Points that follow the pointer: the rubber band, or a freehand stroke. */
  readonly tail: readonly Point[];
  /** The pointer is where a press would finish the path. */
  readonly isClosing?: boolean;
  /** The tail may not be added as it is. */
  readonly isRefused?: boolean;
  /** Whether the path ends where it began. */
  readonly closed: boolean;
}

/** How a gesture behaves when it is not simply kept or taken back. */
export interface StepOptions<A extends AnnotationBase> {
  /** The last edit before the gesture is kept, whoever ends it: turns a sketch into an annotation. */
  readonly conclude?: Edit<A>;
  /** Stays open when undo has taken back all parts, so that redo can bring them back. */
  readonly staysWhenEmpty?: boolean;
}

interface SubStep<A extends AnnotationBase> {
  readonly changes: readonly Change<A>[];
  readonly sketch?: Sketch;
}

/** An edit that runs against the document as the open step has left it. */
export type Edit<A extends AnnotationBase> = (tx: Transaction<A>) => void;

/** What the store does for its open step. */
export interface StepOwner<A extends AnnotationBase> {
  /** Runs an edit on top of `pending` and returns its changes. */
  record(pending: readonly Change<A>[], edit: Edit<A>): Change<A>[];
  /** Something to show has changed. */
  shown(): void;
  finish(changes: readonly Change<A>[] | undefined): void;
}

/**
 * One gesture that is not finished: begun on press, shown while it moves, kept or taken back once.
 *
 * `preview` shows what would be; the next call replaces it. `change` keeps a part of the gesture (a vertex, a stroke)
 * that undo takes back alone while the step is open.
 */
export class OpenStep<A extends AnnotationBase = AnnotationBase> {
  private kept: SubStep<A>[] = [];
  private undone: SubStep<A>[] = [];
  private tentative: readonly Change<A>[] = [];
  private tentativeSketch?: Sketch;
  private closed = false;

  constructor(
    readonly name: string,
    private readonly owner: StepOwner<A>,
    private readonly options: StepOptions<A> = {},
  ) {}

  /** All changes of the gesture so far, the tentative ones last. */
  get changes(): readonly Change<A>[] {
    const kept = this.keptChanges();
    return this.tentative.length ? [...kept, ...this.tentative] : kept;
  }

  /** Marks to paint for the gesture so far. */
  get sketch(): Sketch | undefined {
    return this.tentativeSketch ?? this.kept.at(-1)?.sketch;
  }

  /** Marks of the newest part that was kept. */
  get keptSketch(): Sketch | undefined {
    return this.kept.at(-1)?.sketch;
  }

  /** How many parts undo could take back one by one. */
  get parts(): number {
    return this.kept.length;
  }

  /** True when undo has taken back every part and the step only waits for redo. */
  get isEmptied(): boolean {
    return this.options.staysWhenEmpty === true && !this.kept.length && this.undone.length > 0;
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  /** Shows an edit without keeping it; replaces the preview before. */
  preview(edit: Edit<A>, sketch?: Sketch): void {
    if (this.closed) return;
    this.tentative = this.owner.record(this.keptChanges(), edit);
    this.tentativeSketch = sketch;
    this.owner.shown();
  }

  /** Keeps an edit as a part of its own, which undo takes back alone. */
  change(edit: Edit<A>, sketch?: Sketch): void {
    if (this.closed) return;
    const changes = this.owner.record(this.keptChanges(), edit);
    this.kept.push({ changes, sketch });
    this.undone = [];
    this.tentative = [];
    this.tentativeSketch = undefined;
    this.owner.shown();
  }

  /** Takes the newest part back. Returns false when there is none, so that the caller cancels the step instead. */
  undo(): boolean {
    const part = this.kept.pop();
    this.tentative = [];
    this.tentativeSketch = undefined;
    if (!part) return false;
    this.undone.push(part);
    this.owner.shown();
    return this.kept.length > 0 || this.options.staysWhenEmpty === true;
  }

  /** Brings back the part that undo took last. */
  redo(): boolean {
    const part = this.undone.pop();
    if (!part) return false;
    this.kept.push(part);
    // The preview was made without this part; kept on top of it, it would undo the part again.
    this.tentative = [];
    this.tentativeSketch = undefined;
    this.owner.shown();
    return true;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Keeps the gesture, preview included, as one step of the history. */
  commit(): void {
    if (this.closed) return;
    const { conclude } = this.options;
    if (conclude) this.tentative = this.owner.record(this.keptChanges(), conclude);
    this.closed = true;
    this.owner.finish(this.changes);
  }

  /**
   * Keeps a gesture that makes sense as it is, such as a path with some vertices; others stay open.
   *
   * For a page that goes away: a preview that waits for the worker's word is not kept without it.
   */
  conclude(): void {
    if (this.options.conclude) this.commit();
  }

  /** Forgets the gesture. */
  cancel(): void {
    if (this.closed) return;
    this.closed = true;
    this.owner.finish(undefined);
  }

  private keptChanges(): readonly Change<A>[] {
    const [only] = this.kept;
    return this.kept.length === 1 && only ? only.changes : this.kept.flatMap((part) => part.changes);
  }
}
