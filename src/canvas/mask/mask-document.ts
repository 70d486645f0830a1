import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Change } from '../../document/change.js';
import type { OpenStep, Sketch } from '../../document/open-step.js';
import type { Transaction } from '../../document/transaction.js';
import { Signal } from '../../document/signal.js';
import type { Bounds } from '../../geometry/types.js';
import { capacityOf, copyMask, fullBounds, MAX_BYTE_INDEX, type IndexMask } from '../../mask/index-mask.js';
import { applyTileStates, MaskEdit, type MaskChange, type WriteRule } from '../../mask/mask-edit.js';
import { IndexCounts, measureIndices, type IndexExtent } from '../../mask/measure.js';
import type { SpanSink } from '../../mask/raster.js';
import { paintRuns, type Runs } from '../../mask/runs.js';
import { Pacer } from '../../mask/slices.js';
import { packMask, type PackedMask, type TileState } from '../../mask/rle.js';

type Tx = Transaction<InstanceAnnotation>;

/** What a gesture adds to its step besides the pixels: a new record, for instance. */
export type AlongWith = (tx: Tx) => void;

/**
 * The pixels of one task: the index mask beside the records of the document, kept true to its history.
 *
 * Tools write pixels at once through a gesture; the store keeps the touched tiles as a buffer change. Undo, redo and
 * changes by the host write them back.
 */
export class MaskDocument {
  /** Fires with the area whose pixels changed; undefined means all of it. */
  readonly changed = new Signal<Bounds | undefined>();
  /** Grows with every change of a pixel. */
  version = 0;
  private current?: IndexMask;
  private counts?: IndexCounts;
  private live?: MaskGesture;
  /** Committed tiles that hold something, or did. */
  private tiles?: Map<number, TileState>;
  private extents?: { readonly version: number; readonly of: Map<number, IndexExtent> };
  private store!: AnnotationStore<InstanceAnnotation>;

  /** Called once by the session that owns the store. */
  connect(store: AnnotationStore<InstanceAnnotation>): void {
    this.store = store;
    store.changed.subscribe((event) => this.follow(event));
  }

  /** The mask, or undefined until the size of the picture is known and a given mask has been read. */
  get mask(): IndexMask | undefined {
    return this.current;
  }

  get isReady(): boolean {
    return this.current !== undefined;
  }

  /** Puts a mask in place as the state the task begins with; packed as well, when it is at hand. Undefined closes it. */
  open(mask: IndexMask | undefined, packed?: PackedMask): void {
    this.live = undefined;
    this.tiles = packed && new Map(packed.tiles.map((state) => [state.tile, state]));
    this.current = mask;
    this.counts = mask && new IndexCounts(mask);
    this.touched(undefined);
  }

  /** The mask as drafts keep it. Put together from tiles that edits have packed, so its size costs nothing. */
  get packed(): PackedMask | undefined {
    const { current } = this;
    if (!current) return undefined;
    this.tiles ??= new Map(packMask(current).tiles.map((state) => [state.tile, state]));
    const { width, height } = current;
    return { width, height, wide: capacityOf(current) > MAX_BYTE_INDEX, tiles: [...this.tiles.values()] };
  }

  /** Begins an undoable edit; what is written is seen at once. */
  begin(name: string, rule: WriteRule, along?: AlongWith): MaskGesture | undefined {
    const { current } = this;
    if (!current) return undefined;
    const gesture = new MaskGesture(current, rule, {
      changed: (bounds) => this.touched(bounds),
      along,
    });
    const step = this.store.begin(name, { conclude: (tx) => gesture.conclude(tx) });
    gesture.attach(step);
    this.live = gesture;
    return gesture;
  }

  /** Makes one edit of pixels and records at once. Returns false when nothing changed. */
  edit(name: string, rule: WriteRule, write: (gesture: MaskGesture) => void, along?: AlongWith): boolean {
    const before = this.store.history.length;
    const gesture = this.begin(name, rule, along);
    if (!gesture) return false;
    write(gesture);
    gesture.commit();
    return this.store.history.length !== before;
  }

  /** Makes room for an index above 255: from then on two bytes a pixel. */
  makeRoomFor(index: number): void {
    if (!this.current || index <= capacityOf(this.current)) return;
    this.current = copyMask(this.current, index);
    this.counts = new IndexCounts(this.current);
    this.version += 1;
  }

  /** Pixels of an index, as of the last finished edit. */
  areaOf(index: number): number {
    return this.counts?.areaOf(index) ?? 0;
  }

  /** Share of pixels without a label, from 0 to 1. */
  get unlabelledShare(): number {
    return this.counts?.unlabelledShare ?? 1;
  }

  /** Area and bounds of an index; undefined when no pixel holds it. Measures the whole mask once after an edit. */
  extentOf(index: number): IndexExtent | undefined {
    if (!this.current || this.areaOf(index) === 0) return undefined;
    if (this.extents?.version !== this.version) {
      this.extents = { version: this.version, of: measureIndices(this.current, fullBounds(this.current)) };
    }
    return this.extents.of.get(index);
  }

  private follow(event: StoreEvent<InstanceAnnotation>): void {
    if (event.type === 'cancel') {
      this.live?.takeBack();
      this.live = undefined;
    } else if (event.type === 'commit') {
      this.live = undefined;
      for (const change of bufferChanges(event.changes)) {
        this.counts?.apply(change);
        this.remember(change.after);
      }
    } else if (event.type !== 'load' && event.type !== 'preview') {
      for (const change of bufferChanges(event.changes)) {
        this.counts?.apply(change);
        this.write(change.after);
      }
    }
  }

  /** Writes tiles as they were, such as those of a draft. */
  write(states: readonly TileState[]): void {
    if (!this.current) return;
    this.remember(states);
    for (const bounds of applyTileStates(this.current, states)) this.touched(bounds);
  }

  private remember(states: readonly TileState[]): void {
    for (const state of states) this.tiles?.set(state.tile, state);
  }

  private touched(bounds: Bounds | undefined): void {
    this.version += 1;
    this.changed.notify(bounds);
  }
}

/** The buffer changes among changes, typed. */
export function bufferChanges(changes: readonly Change<InstanceAnnotation>[]): MaskChange[] {
  return changes
    .filter((change) => change.type === 'buffer')
    .map(({ before, after }) => ({ before, after }) as MaskChange);
}

/** Runs that are painted between two looks at the clock; a run may be as long as the picture is wide. */
const PACED_RUNS = 64;

interface GestureHooks {
  readonly changed: (bounds: Bounds) => void;
  readonly along?: AlongWith;
}

/** One edit under way: pixels are in the mask already, and in the history when it is committed. */
export class MaskGesture {
  private edit: MaskEdit;
  private step?: OpenStep<InstanceAnnotation>;
  private end?: 'kept' | 'taken back';

  constructor(
    private readonly mask: IndexMask,
    private readonly rule: WriteRule,
    private readonly hooks: GestureHooks,
  ) {
    this.edit = new MaskEdit(mask, rule);
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

  /** Writes an index (0 erases) on what `draw` covers; it returns the bounds it may have written. */
  paint(index: number, draw: (sink: SpanSink) => Bounds): void {
    if (!this.isOpen) return;
    const bounds = draw(this.edit.sink(index));
    this.hooks.changed(bounds);
  }

  /**
   * Writes an index on a region of any size in slices, so that the page stays alive, and makes the end of the gesture quick.
   * Ends early when the gesture does.
   */
  async paintPaced(index: number, runs: Runs): Promise<void> {
    if (!this.isOpen) return;
    const pacer = new Pacer();
    await pacer.spans(runs.length / 3, PACED_RUNS, (from, to) => {
      this.paint(index, (sink) => paintRuns(runs.subarray(from * 3, to * 3), sink));
    });
    await this.edit.packAhead(async () => {
      await pacer.rest();
      return this.isOpen;
    });
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
    this.edit = new MaskEdit(this.mask, this.rule);
  }

  commit(): void {
    this.step?.commit();
  }

  cancel(): void {
    this.step?.cancel();
  }

  /** Called by the store when the step ends, whoever ends it. */
  conclude(tx: Tx): void {
    this.end = 'kept';
    const change = this.edit.commit();
    if (!change) return;
    this.hooks.along?.(tx);
    tx.buffer(change.before, change.after);
  }

  /** Called when the step was taken back. */
  takeBack(): void {
    // A gesture that was kept and has changed nothing is reported as taken back as well.
    this.end ??= 'taken back';
    this.edit.cancel();
    this.hooks.changed(fullBounds(this.mask));
  }
}
