import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Change } from '../../document/change.js';
import { Signal } from '../../document/signal.js';
import type { Bounds } from '../../geometry/types.js';
import { capacityOf, copyMask, MAX_BYTE_INDEX, type IndexMask } from '../../mask/index-mask.js';
import { applyChange, type MaskChange, type WriteRule } from '../../mask/mask-edit.js';
import { IndexCounts, measureTiles, type IndexExtent } from '../../mask/measure.js';
import type { PackedMask, TileState } from '../../mask/rle.js';
import type { Runs } from '../../mask/runs.js';
import { allSteps } from '../../mask/slices.js';
import { findingIndex } from '../../mask/tiles.js';
import { MaskGesture, type AlongWith } from './mask-gesture.js';

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
  private tiles = new Map<number, TileState>();
  private extents?: Map<number, IndexExtent>;
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

  /** Puts a mask in place, with the same pixels packed, as the state the task begins with. Undefined closes it. */
  open(mask: IndexMask | undefined, packed?: PackedMask): void {
    this.live = undefined;
    this.current = mask;
    this.tiles = new Map(packed?.tiles.map((state) => [state.tile, state]));
    this.extents = undefined;
    this.counts = packed && new IndexCounts(packed);
    this.touched(undefined);
  }

  /** The mask as of the last finished edit. Put together from tiles that edits have packed, so its size costs nothing. */
  get packed(): PackedMask | undefined {
    const { current } = this;
    if (!current) return undefined;
    const { width, height } = current;
    return { width, height, wide: capacityOf(current) > MAX_BYTE_INDEX, tiles: [...this.tiles.values()] };
  }

  /** A tile as of the last finished edit; undefined when it holds nothing. */
  tile(number: number): TileState | undefined {
    return this.tiles.get(number);
  }

  /** Begins an undoable edit; what is written is seen at once. */
  begin(name: string, rule: WriteRule, along?: AlongWith): MaskGesture | undefined {
    const { current } = this;
    if (!current) return undefined;
    const gesture = new MaskGesture(current, this.tiles, rule, {
      changed: (bounds) => this.touched(bounds),
      kept: (change) => this.remember(change),
      along,
    });
    const step = this.store.begin(name, { conclude: (tx) => gesture.conclude(tx) });
    gesture.attach(step);
    this.live = gesture;
    return gesture;
  }

  /** Makes room for an index above 255: from then on two bytes a pixel. */
  makeRoomFor(index: number): void {
    if (!this.current || index <= capacityOf(this.current)) return;
    this.current = copyMask(this.current, index);
    this.counts = new IndexCounts(this.packed!);
    this.version += 1;
  }

  /** Pixels of an index, as of the last finished edit. */
  areaOf(index: number): number {
    return this.counts?.areaOf(index) ?? 0;
  }

  /** Whether pixels may hold an index now: those of the last finished edit do, or one is under way. */
  mayHold(index: number): boolean {
    return this.live !== undefined || this.areaOf(index) > 0;
  }

  /** Share of pixels without a label, from 0 to 1. */
  get unlabelledShare(): number {
    return this.counts?.unlabelledShare ?? 1;
  }

  /** Area and bounds of an index, as of the last finished edit; undefined when no pixel holds it. */
  extentOf(index: number): IndexExtent | undefined {
    if (!this.current || this.areaOf(index) === 0) return undefined;
    this.extents ??= measureTiles(this.packed!);
    return this.extents.get(index);
  }

  /** The pixels of an index, as of the last finished edit. */
  runsOf(index: number): Runs {
    const { packed } = this;
    return packed && this.areaOf(index) > 0 ? allSteps(findingIndex(packed, index)) : new Int32Array(0);
  }

  private follow(event: StoreEvent<InstanceAnnotation>): void {
    if (event.type === 'cancel') {
      this.live?.takeBack();
      this.live = undefined;
    } else if (event.type === 'commit') {
      this.live = undefined;
    } else if (event.type !== 'load' && event.type !== 'preview') {
      for (const change of bufferChanges(event.changes)) {
        if (this.current) applyChange(this.current, change, (bounds) => this.touched(bounds));
        this.remember(change);
      }
    }
  }

  private remember(change: MaskChange): void {
    this.counts?.apply(change);
    for (const state of change.after) this.tiles.set(state.tile, state);
    this.extents = undefined;
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
