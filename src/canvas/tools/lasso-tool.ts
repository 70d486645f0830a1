import { isPath, type ShapeAnnotation } from '../../document/annotation.js';
import { containsInPath, pathBounds, type Path } from '../../geometry/path.js';
import type { Point } from '../../geometry/types.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

/** Comparisons a move of the pointer may cost; a larger choice is made when the loop is let go. */
const MOST_WORK = 2_000_000;
/** Points of the loop nearer than this to the one before are left out, in CSS pixels. */
const LOOP_DETAIL = 2;
/** `tolerance` is this many CSS pixels for a mouse. */
const REACH_UNITS = 6;

interface Loop {
  readonly from: ToolInput;
  readonly points: Point[];
  /** The one path that was selected, whose vertices are chosen. */
  readonly owner: string | undefined;
  readonly vertices: readonly number[];
  readonly shapes: readonly string[];
  isDrawn: boolean;
}

/**
 * Selects what lies inside a free loop of the hand: vertices of the one selected path if there are any in it, else
 * shapes that lie inside as a whole. With Shift the rest stays selected.
 */
export class LassoGesture<A extends ShapeAnnotation> {
  private loop?: Loop;

  get isBusy(): boolean {
    return this.loop?.isDrawn === true;
  }

  press(ctx: ToolContext<A>, input: ToolInput): void {
    const id = ctx.selection.size === 1 ? ctx.selection.primary : undefined;
    const shape = id === undefined ? undefined : ctx.store.get(id);
    const owner = isPath(shape) && !shape.locked ? shape.id : undefined;
    const adds = input.modifiers.shift;
    this.loop = {
      from: input,
      points: [input.point],
      owner,
      vertices: adds && owner !== undefined ? [...ctx.vertices.of(owner)] : [],
      shapes: adds ? [...ctx.selection.ids] : [],
      isDrawn: false,
    };
  }

  /** Follows the pointer. Returns true while the gesture owns it. */
  move(ctx: ToolContext<A>, input: ToolInput): boolean {
    const { loop } = this;
    if (!loop) return false;
    loop.isDrawn ||= isDrag(ctx, loop.from, input);
    if (!loop.isDrawn) return true;
    const detail = (LOOP_DETAIL / REACH_UNITS) * ctx.tolerance(input);
    for (const point of input.trail ?? [input.point]) {
      const last = loop.points.at(-1)!;
      if (Math.hypot(point.x - last.x, point.y - last.y) >= detail) loop.points.push(point);
    }
    const path = [...loop.points];
    ctx.showMarquee(path);
    this.choose(ctx, loop, path, MOST_WORK);
    return true;
  }

  /** Ends the gesture. Returns 'click' when nothing was drawn, false when there was none. */
  release(ctx: ToolContext<A>): 'click' | 'done' | false {
    const { loop } = this;
    if (!loop) return false;
    this.loop = undefined;
    if (!loop.isDrawn) return 'click';
    ctx.showMarquee(undefined);
    this.choose(ctx, loop, loop.points, Infinity);
    return 'done';
  }

  cancel(ctx: ToolContext<A>): void {
    if (this.loop?.isDrawn) ctx.showMarquee(undefined);
    this.loop = undefined;
  }

  private choose(ctx: ToolContext<A>, { owner, vertices, shapes }: Loop, path: Path, mostWork: number): void {
    const inside = holderOf(path);
    const own = owner === undefined ? undefined : ctx.store.get(owner);
    if (isPath(own)) {
      if (own.vertices.length * path.length > mostWork) return;
      const chosen = own.vertices.flatMap((vertex, index) => (inside(vertex) ? [index] : []));
      if (chosen.length || vertices.length) {
        ctx.selection.set([own.id]);
        return ctx.vertices.set(own.id, [...vertices, ...chosen]);
      }
    }
    const candidates = ctx.within(pathBounds(path));
    const corners = candidates.map((shape) => ctx.kindOf(shape).handles(shape));
    if (corners.reduce((sum, { length }) => sum + length, 0) * path.length > mostWork) return;
    const chosen = candidates.filter((_, at) => corners[at]!.every(({ point }) => inside(point)));
    ctx.vertices.clear();
    const none = owner === undefined ? [] : [owner];
    ctx.selection.set(chosen.length ? [...shapes, ...chosen.map(({ id }) => id)] : shapes.length ? shapes : none);
  }
}

/** A tool for it: fingers have no Alt key. A press on a grip edits, a click selects. */
export function createLassoTool<A extends ShapeAnnotation>(): Tool<A> {
  const edit = new EditGesture<A>();
  const lasso = new LassoGesture<A>();
  return {
    id: 'lasso',
    cursor: 'crosshair',
    get isBusy() {
      return edit.isBusy || lasso.isBusy;
    },
    press(ctx, input) {
      if (!edit.press(ctx, input, () => false)) lasso.press(ctx, input);
    },
    move(ctx, input) {
      if (!edit.move(ctx, input)) lasso.move(ctx, input);
    },
    release(ctx, input) {
      const ended = edit.release(ctx) || lasso.release(ctx);
      if (ended === 'click' && !selectByClick(ctx, input) && !input.modifiers.shift) ctx.selection.clear();
    },
    cancel(ctx) {
      edit.cancel();
      lasso.cancel(ctx);
    },
    finish() {},
  };
}

function holderOf(path: Path): (point: Point) => boolean {
  const { left, top, right, bottom } = pathBounds(path);
  return (point) =>
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom && containsInPath(path, point);
}
