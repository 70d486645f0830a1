import type { PathAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import { pathBounds, type Path } from '../../geometry/path.js';
import { bridgeHoles, regionHolds, subtractRegions } from '../../geometry/regions.js';
import type { Size } from '../../geometry/types.js';
import { polygonsAt, weldNeighbours, weldPieces } from '../shared-paths.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';

type Context = ToolContext<PathAnnotation>;

/**
 * Fills a gap between polygons: a click makes a polygon that shares its boundary with all around it.
 *
 * The border of the picture encloses a gap as well as a neighbour does; open ground on all sides is none.
 */
export function createGapTool(mayBridge: () => boolean): Tool<PathAnnotation> {
  let isWorking = false;

  const fill = async (ctx: Context, input: ToolInput, label: string) => {
    const { width, height } = ctx.imageSize;
    const before = ctx.store.snapshot;
    const shapes = ctx.near({ left: 0, top: 0, right: width, bottom: height });
    const picture = [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ];
    const paths = shapes.filter(({ kind }) => kind === 'polygon').map(({ vertices }) => vertices);
    const regions = await subtractRegions(picture, paths, ctx.imageSize).catch(() => []);
    // The worker may have gone on while the library was loading.
    if (ctx.store.snapshot !== before || ctx.store.openStep) return;
    const gap = regions.find((region) => regionHolds(region, input.point));
    const isOpen = gap && touchesAllSides(gap.outer, ctx.imageSize);
    const vertices = gap?.holes.length ? (mayBridge() ? bridgeHoles(gap) : undefined) : gap?.outer;
    if (!vertices || isOpen) return ctx.hint('no-gap');
    const neighbours = ctx.keepsBoundaries(input) ? polygonsAt(shapes, [vertices]) : [];
    const [welded = vertices] = weldPieces([vertices], neighbours);
    ctx.store.change('fillGap', (tx) => {
      weldNeighbours(tx, neighbours, [welded]);
      tx.insert({ id: newId(), label, kind: 'polygon', vertices: welded });
    });
  };

  return {
    id: 'gap',
    cursor: 'crosshair',
    isBusy: false,
    press() {},
    move() {},
    release(ctx, input) {
      const label = ctx.activeLabel;
      if (!label) return ctx.hint('choose-label');
      if (isWorking) return;
      isWorking = true;
      void fill(ctx, input, label.name).finally(() => (isWorking = false));
    },
    cancel() {},
    finish() {},
  };
}

function touchesAllSides(path: Path, { width, height }: Size): boolean {
  const { left, top, right, bottom } = pathBounds(path);
  return left <= 0 && top <= 0 && right >= width && bottom >= height;
}
