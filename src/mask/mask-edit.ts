import type { Bounds } from '../geometry/types.js';
import { TILE_SIZE, capacityOf, tileBounds, tileGrid } from './index-mask.js';
import type { IndexMask } from './index-mask.js';
import { evenTile, packMask, packTile, recodeTile, replaceTile, sameTile, unpackTile } from './rle.js';
import type { TileState } from './rle.js';
import type { Steps } from './slices.js';

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

/** The packed tiles of a mask by their numbers; tiles that hold nothing may be missing. */
export type TileStates = ReadonlyMap<number, TileState>;

/** What a recorder knows of a touched tile: how it was, or how it was and is, packed ahead. */
const REMEMBERED = 1;
const PACKED = 2;

/**
 * Notes which tiles are written, and packs what they hold when the edit ends, or ahead of that. How they were is known:
 * nothing is copied before it is overwritten.
 *
 * Cost and memory follow the touched area, not the size of the picture.
 */
export class TileRecorder {
  private readonly state: Uint8Array;
  private readonly touched = new Set<number>();
  /** Tiles as they are now that were packed ahead; writing makes them void. */
  private readonly ahead = new Map<number, TileState>();
  private readonly columns: number;

  /** `before` is how the mask is packed when the recorder begins, and stays so until it has ended. */
  constructor(
    private readonly mask: IndexMask,
    private readonly before: TileStates,
  ) {
    const { columns, rows } = tileGrid(mask);
    this.columns = columns;
    this.state = new Uint8Array(columns * rows);
  }

  /** Must be called when pixels `left` to `right` (exclusive) of row `y` are written; they lie inside the mask. */
  touchSpan(y: number, left: number, right: number) {
    const row = Math.floor(y / TILE_SIZE) * this.columns;
    const last = row + Math.floor((right - 1) / TILE_SIZE);
    for (let tile = row + Math.floor(left / TILE_SIZE); tile <= last; tile++) {
      if (this.state[tile] !== REMEMBERED) this.remember(tile);
    }
  }

  /** Writes a tile as a whole. */
  put(tile: number, now: TileState, wrote: (bounds: Bounds) => void) {
    const { data, width } = this.mask;
    replaceTile(this.stateOf(tile), now, data, width, tileBounds(this.mask, tile), wrote);
    this.touched.add(tile);
    this.ahead.set(tile, now);
    this.state[tile] = PACKED;
  }

  /** What a tile holds now. */
  stateOf(tile: number): TileState {
    return this.ahead.get(tile) ?? (this.touched.has(tile) ? this.pack(tile) : this.original(tile));
  }

  /** The change made since the recorder began; tiles that hold what they held before are left out. */
  finish(): MaskChange {
    const before: TileState[] = [];
    const after: TileState[] = [];
    for (const tile of [...this.touched].sort((a, b) => a - b)) {
      const then = this.original(tile);
      const now = this.stateOf(tile);
      if (sameTile(then, now)) continue;
      before.push(then);
      after.push(now);
    }
    this.forget();
    return { before, after };
  }

  /** Puts every touched tile back. */
  restore() {
    const tiles = [...this.touched].sort((a, b) => a - b);
    applyTileStates(
      this.mask,
      tiles.map((tile) => this.original(tile)),
    );
    this.forget();
  }

  /** Packs what was written so far in steps, so that `finish` has less to do: a large edit can be spread over many slices. */
  *packAhead(): Steps<void> {
    for (const tile of [...this.touched]) {
      if (this.state[tile] !== REMEMBERED) continue;
      this.ahead.set(tile, this.pack(tile));
      this.state[tile] = PACKED;
      yield;
    }
  }

  private pack(tile: number): TileState {
    return packTile(tile, this.mask.data, this.mask.width, tileBounds(this.mask, tile));
  }

  private original(tile: number): TileState {
    return this.before.get(tile) ?? evenTile(tile, this.mask);
  }

  private forget() {
    this.state.fill(0);
    this.touched.clear();
    this.ahead.clear();
  }

  private remember(tile: number) {
    if (this.state[tile] === PACKED) this.ahead.delete(tile);
    this.touched.add(tile);
    this.state[tile] = REMEMBERED;
  }
}

/**
 * One undoable edit of a mask: all writing obeys the rule and is recorded.
 *
 * ```ts
 * const edit = new MaskEdit(mask, { over: 'unlabelled', locked: [3] });
 * strokeSegment(from, to, brush, edit.sink(2));
 * const change = edit.commit();
 * ```
 */
export class MaskEdit {
  private readonly recorder: TileRecorder;
  private readonly mayReplace: Uint8Array;
  private readonly isUnbounded: boolean;

  /** `before` is how the mask is packed now; without it the edit looks for itself. */
  constructor(
    readonly mask: IndexMask,
    rule: WriteRule = { over: 'everything' },
    before: TileStates = new Map(packMask(mask).tiles.map((state) => [state.tile, state])),
  ) {
    this.recorder = new TileRecorder(mask, before);
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

  /**
   * Makes a function that gives all pixels of a tile that hold one of some indices another one, where the rule allows, and
   * tells the bounds of what it wrote. Pixels are written, never read: what the tile holds is known.
   */
  recoder(indices: ReadonlySet<number>, index: number, wrote: (bounds: Bounds) => void): (tile: number) => void {
    this.assertFits(index);
    const into = Uint16Array.from(this.mayReplace, (may, at) => (may === 1 && indices.has(at) ? index : at));
    return (tile) => {
      const then = this.recorder.stateOf(tile);
      const now = recodeTile(then, into);
      if (now !== then) this.recorder.put(tile, now, wrote);
    };
  }

  /** See `TileRecorder.packAhead`. */
  packAhead(): Steps<void> {
    return this.recorder.packAhead();
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

/**
 * Makes a recorded change, or with its sides exchanged takes it back. Writes only pixels that differ, since a stroke crosses
 * many tiles and fills few of them; tells the bounds of what was written, for repainting.
 */
export function applyChange(
  mask: IndexMask,
  { before, after }: MaskChange,
  wrote: (bounds: Bounds) => void = () => {},
) {
  const then = new Map(before.map((state) => [state.tile, state]));
  writeTiles(mask, after, {
    isAnew: ({ tile }) => isEven(then.get(tile)),
    write: (state, bounds) => replaceTile(then.get(state.tile), state, mask.data, mask.width, bounds, wrote),
    wrote,
  });
}

/** Writes tile states, whatever the tiles hold now. */
export function applyTileStates(mask: IndexMask, states: readonly TileState[]) {
  writeTiles(mask, states, {
    isAnew: () => true,
    write: (state, bounds) => unpackTile(state, mask.data, mask.width, bounds),
    wrote: () => {},
  });
}

const isEven = (state: TileState | undefined) => !state || state.runs?.length === 2;

interface TileWriter {
  /** All pixels of a tile are written. */
  isAnew(state: TileState): boolean;
  write(state: TileState, bounds: Bounds): void;
  wrote(bounds: Bounds): void;
}

/** Writes tiles; those side by side that get the same index everywhere together, which is quicker by half. */
function writeTiles(mask: IndexMask, states: readonly TileState[], { isAnew, write, wrote }: TileWriter) {
  const { columns } = tileGrid(mask);
  const isFilled = (state: TileState | undefined, index = state?.runs?.[0]) =>
    state !== undefined && isEven(state) && state.runs?.[0] === index && isAnew(state);
  for (let i = 0; i < states.length; i++) {
    const first = states[i];
    const bounds = tileBounds(mask, first.tile);
    if (!isFilled(first)) {
      write(first, bounds);
      continue;
    }
    const index = first.runs?.[0] ?? 0;
    const isNext = ({ tile }: TileState, at: number) => tile === first.tile + at - i && tile % columns !== 0;
    let end = i + 1;
    while (isFilled(states[end], index) && isNext(states[end], end)) end++;
    const all = { ...bounds, right: tileBounds(mask, states[end - 1].tile).right };
    for (let y = all.top; y < all.bottom; y++) {
      mask.data.fill(index, y * mask.width + all.left, y * mask.width + all.right);
    }
    wrote(all);
    i = end - 1;
  }
}

function replaceable(capacity: number, rule: WriteRule): Uint8Array {
  const allowed = new Uint8Array(capacity + 1);
  if (rule.over === 'everything') allowed.fill(1);
  else allowed[rule.over === 'inside' ? (rule.index ?? 0) : 0] = 1;
  for (const index of rule.locked ?? []) allowed[index] = 0;
  return allowed;
}
