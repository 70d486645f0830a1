import type { MaskDocument } from '../../canvas/mask/mask-document.js';
import type { DraftBuffer } from '../../document/draft-keeper.js';
import { MAX_BYTE_INDEX, type IndexMask } from '../../mask/index-mask.js';
import { applyTileStates, type MaskChange } from '../../mask/mask-edit.js';
import { sameTile, unpackMask, type PackedMask, type TileState } from '../../mask/rle.js';

type BufferChanges = Parameters<DraftBuffer['restore']>[1];

/** The mask as drafts keep it: packed tiles, and the state that the task came with. */
export class MaskDrafts implements DraftBuffer {
  private initial?: PackedMask;
  private waiting?: { readonly checkpoint: unknown; readonly changes: BufferChanges };

  constructor(private readonly pixels: MaskDocument) {}

  /** The task begins with this mask, which is blank unless it comes packed as well. A draft that was taken up before is applied now; returns whether there was one. */
  began(mask: IndexMask, packed?: PackedMask): boolean {
    const { width, height } = mask;
    this.initial = packed ?? { width, height, wide: false, tiles: [] };
    const { waiting } = this;
    this.waiting = undefined;
    this.pixels.open(mask, this.initial);
    if (waiting) this.restore(waiting.checkpoint, waiting.changes);
    return waiting !== undefined;
  }

  checkpoint(): unknown {
    return this.pixels.packed;
  }

  restore(checkpoint: unknown, changes: BufferChanges): void {
    const { initial } = this;
    if (!initial) {
      this.waiting = { checkpoint, changes };
      return;
    }
    const packed = checkpoint === undefined ? initial : (checkpoint as PackedMask);
    if (packed.width !== initial.width || packed.height !== initial.height) throw new Error('A draft of another size.');
    const states = changes.flatMap(({ after }) => after as readonly TileState[]);
    const mask = unpackMask({ ...packed, wide: packed.wide || states.some(isWide) });
    // Written before the mask is opened, so that its pixels are counted once.
    applyTileStates(mask, states);
    const tiles = new Map(packed.tiles.map((state) => [state.tile, state]));
    for (const state of states) tiles.set(state.tile, state);
    this.pixels.open(mask, { ...packed, tiles: [...tiles.values()] });
  }

  /** Whether any of the tiles that these changes touched differs from the state the task came with. */
  differs(changes: readonly MaskChange[]): boolean {
    if (!this.pixels.isReady || !this.initial) return false;
    const touched = new Set(changes.flatMap(({ after }) => after.map(({ tile }) => tile)));
    if (!touched.size) return false;
    const then = new Map(this.initial.tiles.map((state) => [state.tile, state]));
    return [...touched].some((tile) => {
      const now = this.pixels.tile(tile);
      const before = then.get(tile);
      if (now && before) return !sameTile(now, before);
      return [now, before].some((state) => state && !isBlank(state));
    });
  }

  /** The task is no longer there: nothing can be restored until the next mask. */
  close(): void {
    this.initial = undefined;
    this.pixels.open(undefined);
  }
}

/** More than 255 objects came into being after the checkpoint. */
function isWide({ runs, raw }: TileState): boolean {
  if (raw) return raw.BYTES_PER_ELEMENT > 1;
  for (let i = 0; runs && i < runs.length; i += 2) if ((runs[i] as number) > MAX_BYTE_INDEX) return true;
  return false;
}

function isBlank({ runs }: TileState): boolean {
  return runs?.length === 2 && runs[0] === 0;
}
