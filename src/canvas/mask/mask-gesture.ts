import type { InstanceAnnotation } from '../../document/annotation.js';
import type { OpenStep, Sketch } from '../../document/open-step.js';
import type { Transaction } from '../../document/transaction.js';
import type { Bounds } from '../../geometry/types.js';
import { fullBounds, type IndexMask } from '../../mask/index-mask.js';
import { MaskEdit, type MaskChange, type TileStates, type WriteRule } from '../../mask/mask-edit.js';
import type { SpanSink } from '../../mask/raster.js';
import { paintRuns, type Runs } from '../../mask/runs.js';
import { allSteps, Pacer, type Steps } from '../../mask/slices.js';

type Tx = Transaction<InstanceAnnotation>;

/** What a gesture adds to its step besides the pixels: a new record, for instance. */
export type AlongWith = (tx: Tx) => void;

/** What is to be written: an index on a region, or in the place of other indices wherever they are. */
export type Stretch =
  { readonly index: number; readonly runs: Runs } | { readonly index: number; readonly replaces: ReadonlySet<number> };

/** Runs that are painted between two looks at the clock; a run may be as long as the picture is wide. */
const PACED_RUNS = 64;

interface GestureHooks {
  readonly changed: (bounds: Bounds) => void;
  /** Called with what the gesture has changed when it is kept. */
  readonly kept: (change: MaskChange) => void;
  readonly along?: AlongWith;
}

/** One edit under way: pixels are in the mask already, and in the history when it is committed. */
export class MaskGesture {
  private edit: MaskEdit;
  private step?: OpenStep<InstanceAnnotation>;
  private end?: 'kept' | 'taken back';
  private writing?: Steps<void>;
  private hasChanged = false;

  /** `tiles` is how the mask is packed now. */
  constructor(
    private readonly mask: IndexMask,
    private readonly tiles: TileStates,
    private readonly rule: WriteRule,
    private readonly hooks: GestureHooks,
  ) {
    this.edit = new MaskEdit(mask, rule, tiles);
  }

  attach(step: OpenStep<InstanceAnnotation>): void {
    this.step = step;
  }

  get isOpen(): boolean {
    return this.step?.isOpen ?? false;
  }

  /** The gesture has ended without being taken back: by its tool, or because another one began. */
  get isKept(): boolean {
    return this.end === 'kept';
  }

  /** It was kept, and pixels are not what they were. */
  get isChange(): boolean {
    return this.hasChanged;
  }

  /** Writes an index (0 erases) on what `draw` covers; it returns the bounds it may have written. */
  paint(index: number, draw: (sink: SpanSink) => Bounds): void {
    if (!this.isOpen) return;
    const bounds = draw(this.edit.sink(index));
    this.hooks.changed(bounds);
  }

  /**
   * Writes regions of any size in slices, so that the page stays alive, and makes the end of the gesture quick. When the
   * gesture is kept before all is written, the rest is written then: nobody ever sees the half of it in the document.
   */
  async write(stretches: readonly Stretch[]): Promise<void> {
    if (!this.isOpen) return;
    this.writing = this.steps(stretches);
    await new Pacer().steps(this.writing);
  }

  private *steps(stretches: readonly Stretch[]): Steps<void> {
    for (const stretch of stretches) {
      const { index } = stretch;
      if ('runs' in stretch) {
        const { runs } = stretch;
        for (let at = 0; at < runs.length; at += PACED_RUNS * 3) {
          this.paint(index, (sink) => paintRuns(runs.subarray(at, at + PACED_RUNS * 3), sink));
          yield;
          if (!this.isOpen) return;
        }
        continue;
      }
      const recode = this.edit.recoder(stretch.replaces, index, this.hooks.changed);
      for (const tile of this.tiles.keys()) {
        recode(tile);
        yield;
        if (!this.isOpen) return;
      }
    }
    const packing = this.edit.packAhead();
    while (this.isOpen && !packing.next().done) yield;
  }

  /** Keeps marks as a part that undo takes back alone. */
  mark(sketch: Sketch): void {
    this.step?.change(() => {}, sketch);
  }

  /** Shows marks without keeping them. */
  preview(sketch: Sketch): void {
    this.step?.preview(() => {}, sketch);
  }

  /** Marks of the newest part that was kept. */
  get keptSketch(): Sketch | undefined {
    return this.step?.keptSketch;
  }

  /** Number of parts that undo could take back one by one. */
  get parts(): number {
    return this.step?.parts ?? 0;
  }

  /** Takes back what was written, and goes on. */
  clear(): void {
    this.edit.cancel();
    this.hooks.changed(fullBounds(this.mask));
    this.edit = new MaskEdit(this.mask, this.rule, this.tiles);
  }

  commit(): void {
    this.step?.commit();
  }

  cancel(): void {
    this.step?.cancel();
  }

  /** Called by the store when the step ends, whoever ends it. */
  conclude(tx: Tx): void {
    if (this.writing) allSteps(this.writing);
    this.end = 'kept';
    const change = this.edit.commit();
    if (!change) return;
    this.hasChanged = true;
    this.hooks.along?.(tx);
    tx.buffer(change.before, change.after);
    this.hooks.kept(change);
  }

  /** Called when the step was taken back. */
  takeBack(): void {
    // A gesture that was kept and has changed nothing is reported as taken back as well.
    this.end ??= 'taken back';
    this.edit.cancel();
    this.hooks.changed(fullBounds(this.mask));
  }
}
