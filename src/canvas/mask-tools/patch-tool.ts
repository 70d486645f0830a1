import type { Point } from '../../geometry/types.js';
import { clipBounds } from '../../mask/index-mask.js';
import { shiftRuns } from '../../mask/regions.js';
import { paintRuns, type Runs } from '../../mask/runs.js';
import { superpixelAt, type Superpixels } from '../../mask/segment/slic.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { Painting, MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

/** Pictures are cut into patches block by block, where the worker is: least side of a block in image pixels. */
const BLOCK = 320;
/** What is cut around a block as well, in patches: so no patch ends at the border of its block. */
const AROUND = 3;
/** Blocks that are kept. */
const MOST_BLOCKS = 64;

interface Block {
  /** Where the patches begin, in image pixels. */
  readonly left: number;
  readonly top: number;
  patches?: Superpixels;
}

/** Paints superpixels: small patches of even colour, whole ones only. */
export function createPatchTool(of: () => MaskSession): MaskTool {
  const blocks = new Map<string, Block>();
  let source: unknown;
  let painting: Painting | undefined;
  let last: Point | undefined;

  const blockAt = ({ x, y }: Point): Block | undefined => {
    const session = of();
    const pixels = session.picturePixels;
    if (!pixels || x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return undefined;
    if (source !== pixels) blocks.clear();
    source = pixels;
    const { patchSize } = session.options.value;
    // Whole patches: the grids of neighbouring blocks lie on each other, so they cut alike where they overlap.
    const side = Math.ceil(BLOCK / patchSize) * patchSize;
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    const key = `${patchSize}/${column}/${row}`;
    const known = blocks.get(key);
    if (known) return known;
    const around = AROUND * patchSize;
    const bounds = clipBounds(
      {
        left: column * side - around,
        top: row * side - around,
        right: (column + 1) * side + around,
        bottom: (row + 1) * side + around,
      },
      pixels,
    );
    const block: Block = { left: bounds.left, top: bounds.top };
    blocks.set(key, block);
    if (blocks.size > MOST_BLOCKS) blocks.delete(blocks.keys().next().value as string);
    const { engine } = session;
    const cut = engine.prepare(pixels).then(() => engine.superpixels(bounds, patchSize));
    cut.then(
      (patches) => {
        block.patches = patches;
        // The worker has waited for this one.
        if (last && blockAt(last) === block) show(last);
      },
      // Left the page meanwhile: the next visit begins anew.
      () => blocks.delete(key),
    );
    return block;
  };

  const regionAt = (point: Point): Runs | undefined => {
    const block = blockAt(point);
    if (!block?.patches) return undefined;
    const { left, top } = block;
    return shiftRuns(superpixelAt(block.patches, { x: point.x - left, y: point.y - top }), left, top);
  };

  const show = (point: Point) => {
    last = point;
    const region = regionAt(point);
    if (painting?.gesture.isOpen && region) painting.gesture.paint(painting.index, (sink) => paintRuns(region, sink));
    of().marks.show(painting?.gesture.isOpen ? undefined : region);
  };

  const end = () => {
    painting?.gesture.commit();
    painting = undefined;
  };

  return {
    id: 'patch',
    cursor: 'crosshair',
    drags: true,
    get isBusy() {
      return painting?.gesture.isOpen === true;
    },
    press(_ctx, { point }) {
      const session = of();
      if (!session.picturePixels) {
        session.say(t.needsPixels(), 'warning');
        return;
      }
      painting = session.beginPaint('fillPatch');
      if (painting) show(point);
    },
    move(_ctx, { point, trail }) {
      for (const passed of trail ?? [point]) show(passed);
    },
    release: end,
    leave: end,
    cancel() {
      painting?.gesture.cancel();
      painting = undefined;
      of().marks.show(undefined);
    },
    finish() {},
  };
}
