import type { Bounds } from '../geometry/types.js';
import { DirtyArea, TILE_SIZE, capacityOf, tileBounds, tileGrid } from './index-mask.js';
import type { IndexArray, IndexMask } from './index-mask.js';
import { copyPixels, packTile, sameTile, unpackTile } from './rle.js';
import type { TileState } from './rle.js';

/**
 * What one intention (a stroke, a fill) did to a mask: the touched tiles before and after.
 *
 * Plain data that survives a structured clone. As the document's buffer change, `before` and `after` are its two states.
 */
export interface MaskChange {
  readonly before: readonly TileState[];
  readonly after: readonly TileState[];
}

/** Which pixels an edit may write. Pixels of locked indices are protected in every case. */
export interface WriteRule {
  /** `inside` writes only on pixels that hold `index`. */
  readonly over: 'everything' | 'unlabelled' | 'inside';
  readonly index?: number;
  readonly locked?: Iterable<number>;
}

/** Raw copies are quickest while painting; beyond this many (4 MB of bytes) tiles are packed at once to save memory. */
const MAX_RAW_TILES = 64;

/** What a recorder knows of a touched tile: how it was, or how it was and is, packed ahead. */
const REMEMBERED = 1;
const PACKED = 2;

/**
 * Remembers tiles as they were before they are written, and packs both states when the edit ends, or ahead of that.
 *
 * Cost and memory follow the touched area, not the size of the picture.
 */
export class TileRecorder {
  private readonly touched: Uint8Array;
  private readonly originals = new Map<number, IndexArray | TileState>();
  /** Both states of tiles that were packed ahead; writing makes them void. */
  private readonly ahead = new Map<number, readonly [TileState, TileState]>();
  private readonly columns: number;

  constructor(private readonly mask: IndexMask) {
    const { columns, rows } = tileGrid(mask);
    this.columns = columns;
    this.touched = new Uint8Array(columns * rows);
  }

  /** Must be called before pixels `left` to `right` (exclusive) of row `y` are written; they lie inside the mask. */
  touchSpan(y: number, left: number, right: number) {
    const row = Math.floor(y / TILE_SIZE) * this.columns;
    const last = row + Math.floor((right - 1) / TILE_SIZE);
    for (let tile = row + Math.floor(left / TILE_SIZE); tile <= last; tile++) {
      if (this.touched[tile] !== REMEMBERED) this.remember(tile);
    }
  }

  /** The change made since the recorder began; tiles that hold what they held before are left out. */
  finish(): MaskChange {
    const before: TileState[] = [];
    const after: TileState[] = [];
    for (const tile of [...this.originals.keys()].sort((a, b) => a - b)) {
      const [then, now] = this.ahead.get(tile) ?? this.packBoth(tile);
      if (sameTile(then, now)) continue;
      before.push(then);
      after.push(now);
    }
    this.forget();
    return { before, after };
  }

  /** Puts every touched tile back. */
  restore() {
    for (const tile of this.originals.keys()) {
      unpackTile(this.packedOriginal(tile), this.mask.data, this.mask.width, tileBounds(this.mask, tile));
    }
    this.forget();
  }

  /**
   * Packs what was written so far, so that `finish` has less to do: a large edit can be spread over many slices. `goesOn` is
   * asked after each tile.
   */
  async packAhead(goesOn: () => Promise<boolean>) {
    for (const tile of [...this.originals.keys()]) {
      if (this.touched[tile] !== REMEMBERED) continue;
      this.ahead.set(tile, this.packBoth(tile));
      this.touched[tile] = PACKED;
      if (!(await goesOn())) return;
    }
  }

  private packBoth(tile: number): readonly [TileState, TileState] {
    return [this.packedOriginal(tile), packTile(tile, this.mask.data, this.mask.width, tileBounds(this.mask, tile))];
  }

  private forget() {
    for (const tile of this.originals.keys()) this.touched[tile] = 0;
    this.originals.clear();
    this.ahead.clear();
  }

  private remember(tile: number) {
    const wasPacked = this.touched[tile] === PACKED;
    this.touched[tile] = REMEMBERED;
    if (wasPacked) {
      this.ahead.delete(tile);
      return;
    }
    const { data, width } = this.mask;
    const bounds = tileBounds(this.mask, tile);
    const isRoomy = this.originals.size < MAX_RAW_TILES;
    this.originals.set(tile, isRoomy ? copyPixels(data, width, bounds) : packTile(tile, data, width, bounds));
  }

  private packedOriginal(tile: number): TileState {
    const original = this.originals.get(tile);
    if (!original) throw new Error(`Tile ${tile} was not recorded.`);
    if (!ArrayBuffer.isView(original)) return original;
    const { left, top, right, bottom } = tileBounds(this.mask, tile);
    const width = right - left;
    return packTile(tile, original, width, { left: 0, top: 0, right: width, bottom: bottom - top });
  }
}

/**
 * One undoable edit of a mask: all writing goes through spans, which obey the rule, are recorded, and mark what must be
 * repainted.
 *
 * ```ts
 * const edit = new MaskEdit(mask, { over: 'unlabelled', locked: [3] });
 * strokeSegment(from, to, brush, edit.sink(2));
 * const change = edit.commit();
 * ```
 */
export class MaskEdit {
  /** What must be repainted. */
  readonly dirty: DirtyArea;

  private readonly recorder: TileRecorder;
  private readonly mayReplace: Uint8Array;
  private readonly isUnbounded: boolean;

  constructor(
    readonly mask: IndexMask,
    rule: WriteRule = { over: 'everything' },
  ) {
    this.recorder = new TileRecorder(mask);
    this.dirty = new DirtyArea(mask);
    this.mayReplace = replaceable(capacityOf(mask), rule);
    this.isUnbounded = !this.mayReplace.includes(0);
  }

  /** Writes `index` on the pixels `left` to `right` (exclusive) of row `y`, where the rule allows; clips to the mask. */
  writeSpan(y: number, left: number, right: number, index: number) {
    const { width, height, data } = this.mask;
    const from = Math.max(0, left);
    const to = Math.min(width, right);
    if (y < 0 || y >= height || from >= to) return;
    this.recorder.touchSpan(y, from, to);
    const start = y * width + from;
    const end = y * width + to;
    if (this.isUnbounded) {
      data.fill(index, start, end);
    } else {
      const { mayReplace } = this;
      for (let i = start; i < end; i++) if (mayReplace[data[i]] === 1) data[i] = index;
    }
  }

  /** A sink for the rasterisers that paints `index`; 0 erases. */
  sink(index: number): (y: number, left: number, right: number) => void {
    this.assertFits(index);
    return (y, left, right) => this.writeSpan(y, left, right, index);
  }

  /** Tells painters that pixels inside the bounds have changed. */
  markDirty(bounds: Bounds) {
    this.dirty.mark(bounds);
  }

  /** See `TileRecorder.packAhead`. */
  async packAhead(goesOn: () => Promise<boolean>) {
    await this.recorder.packAhead(goesOn);
  }

  /** Ends the edit; nothing is returned when no pixel has changed. */
  commit(): MaskChange | undefined {
    const change = this.recorder.finish();
    return change.after.length > 0 ? change : undefined;
  }

  /** Takes the edit back, for example on Escape. */
  cancel() {
    this.recorder.restore();
  }

  private assertFits(index: number) {
    if (!Number.isInteger(index) || index < 0 || index > capacityOf(this.mask)) {
      throw new RangeError(`Index ${index} does not fit into this mask (0 to ${capacityOf(this.mask)}).`);
    }
  }
}

/** Applies a recorded change backwards or forwards; returns the bounds of the touched tiles, for repainting. */
export function applyTiles(mask: IndexMask, change: MaskChange, direction: 'undo' | 'redo'): Bounds[] {
  const states = direction === 'undo' ? change.before : change.after;
  return applyTileStates(mask, states);
}

/** Writes tile states, such as one side of a buffer change, into the mask; returns their bounds. */
export function applyTileStates(mask: IndexMask, states: readonly TileState[]): Bounds[] {
  return states.map((state) => {
    const bounds = tileBounds(mask, state.tile);
    unpackTile(state, mask.data, mask.width, bounds);
    return bounds;
  });
}

function replaceable(capacity: number, rule: WriteRule): Uint8Array {
  const allowed = new Uint8Array(capacity + 1);
  if (rule.over === 'everything') allowed.fill(1);
  else allowed[rule.over === 'inside' ? (rule.index ?? 0) : 0] = 1;
  for (const index of rule.locked ?? []) allowed[index] = 0;
  return allowed;
}
