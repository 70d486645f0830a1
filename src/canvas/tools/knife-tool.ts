import type { PathAnnotation } from '../../document/annotation.js';
import type { OpenStep } from '../../document/open-step.js';
import { boundsOf, boxBetween } from '../../geometry/box.js';
import type { Path } from '../../geometry/path.js';
import { slicePolygon, slicePolyline } from '../../geometry/slice.js';
import type { Point } from '../../geometry/types.js';
import { replaceBy } from '../path-commands.js';
import { boundsAround, polygonsAt, weldNeighbours } from '../shared-paths.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { isDrag } from './edit-gesture.js';

type Context = ToolContext<PathAnnotation>;

interface Cut {
  readonly from: Point;
  readonly pressed: ToolInput;
  readonly step: OpenStep<PathAnnotation>;
  /** By a drag while the button is down, or by two clicks. */
  isHeld: boolean;
}

/**
 * Cuts paths along a straight line, drawn by a drag or by two clicks.
 *
 * Only selected shapes are cut, or all that the line goes through when none is selected.
 */
export function createKnifeTool(): Tool<PathAnnotation> {
  let cut: Cut | undefined;

  const current = () => (cut?.step.isOpen ? cut : undefined);

  const show = (ctx: Context, { step, from }: Cut, input: ToolInput) => {
    step.preview(() => {}, {
      points: [],
      path: { vertices: [from], tail: [ctx.snap(input)], closed: false },
    });
  };

  const complete = (ctx: Context, { step, from }: Cut, input: ToolInput) => {
    const to = ctx.snap(input);
    const targets = ctx
      .near(boundsOf(boxBetween(from, to)))
      .filter((shape) => !shape.locked && (!ctx.selection.size || ctx.selection.has(shape.id)));
    const pieces = targets
      .map((shape) => ({ shape, paths: slice(shape, from, to) }))
      .filter(({ paths }) => paths.length > 1);
    cut = undefined;
    if (!pieces.length) {
      step.cancel();
      ctx.hint('no-cut');
      return;
    }
    const ids: string[] = [];
    const whole = new Set(pieces.map(({ shape }) => shape.id));
    const flat = pieces.flatMap(({ paths }) => paths);
    const others = ctx.keepsBoundaries(input) ? ctx.near(boundsAround(flat)).filter(({ id }) => !whole.has(id)) : [];
    step.preview((tx) => {
      weldNeighbours(tx, polygonsAt(others, flat), flat);
      for (const { shape, paths } of pieces) ids.push(...replaceBy(tx, shape, paths));
    });
    step.commit();
    ctx.selection.set(ids);
  };

  return {
    id: 'knife',
    cursor: 'crosshair',
    get isBusy() {
      return current() !== undefined;
    },
    press(ctx, input) {
      const now = current();
      if (now) now.isHeld = true;
      else cut = { from: ctx.snap(input), pressed: input, step: ctx.store.begin('split'), isHeld: true };
    },
    move(ctx, input) {
      const now = current();
      if (now) show(ctx, now, input);
    },
    release(ctx, input) {
      const now = current();
      if (!now?.isHeld) return;
      now.isHeld = false;
      // The first click only says where the cut begins.
      if (isDrag(ctx, now.pressed, input)) complete(ctx, now, input);
      else show(ctx, now, input);
    },
    cancel() {
      current()?.step.cancel();
      cut = undefined;
    },
    finish() {},
  };
}

function slice({ kind, vertices }: PathAnnotation, from: Point, to: Point): readonly Path[] {
  return kind === 'polygon' ? slicePolygon(vertices, from, to) : slicePolyline(vertices, from, to);
}
