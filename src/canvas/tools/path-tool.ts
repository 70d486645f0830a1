import type { PathAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { OpenStep, PathSketch, Sketch } from '../../document/open-step.js';
import { lineMeeting, segmentCrossing, selfCrossing } from '../../geometry/crossing.js';
import { samePoint, settlePoint, withoutRepeats, type Path } from '../../geometry/path.js';
import { crossesItself } from '../../geometry/self-crossing.js';
import { simplifyPath } from '../../geometry/simplify.js';
import type { Point } from '../../geometry/types.js';
import { leastVertices } from '../kinds/path-kind.js';
import type { Tool, ToolContext, ToolInput } from '../tool.js';
import { EditGesture, isDrag, selectByClick } from './edit-gesture.js';

/** A drag shorter than this many CSS pixels is a click of an unsteady hand. */
const LEAST_STROKE = 14;
/** How far a vertex of a freehand stroke may lie from the simplified line, in CSS pixels. */
const STROKE_TOLERANCE = 1.5;
/** Shift holds the rubber band to multiples of this angle. */
const ANGLE_STEP = Math.PI / 4;

/** What tells the three tools for paths apart. */
export interface PathToolOptions {
  readonly id: string;
  readonly kind: PathAnnotation['kind'];
  /** Name of the step in the history. */
  readonly step: string;
}

type Context = ToolContext<PathAnnotation>;

interface Drawing {
  readonly type: 'drawing';
  readonly id: string;
  readonly label: string;
  readonly step: OpenStep<PathAnnotation>;
  /** Where the button went down, and the points of the stroke since then. */
  press?: { readonly from: ToolInput; stroke: Point[] };
}

type PathState = { readonly type: 'idle' } | { readonly type: 'pressed'; readonly from: ToolInput } | Drawing;

/**
 * Draws polygons, polylines or lines: vertex by vertex with clicks, freehand by dragging, or both in turn.
 *
 * Finishes at the first vertex of a polygon, at the last one of a polyline, by a double click or by Enter. Every vertex
 * and every stroke is a part that undo takes back alone. A press on a grip edits, a click on an outline selects; Alt
 * draws in any case.
 */
export function createPathTool({ id: toolId, kind, step: stepName }: PathToolOptions): Tool<PathAnnotation> {
  const closed = kind === 'polygon';
  const least = leastVertices[kind];
  const edit = new EditGesture<PathAnnotation>();
  let state: PathState = { type: 'idle' };

  const current = (): PathState => {
    if (state.type === 'drawing' && !state.step.isOpen) state = { type: 'idle' };
    return state;
  };

  const placed = (now: Drawing): Path => now.step.keptSketch?.path?.vertices ?? [];

  const sketchOf = (now: Drawing, path: Omit<PathSketch, 'closed'>): Sketch => ({
    points: [],
    label: now.label,
    path: { ...path, closed },
  });

  /** Only polygons may not cross themselves. */
  const isSound = (vertices: Path) => !closed || !crossesItself(vertices, true);

  const crosses = (vertices: Path, to: Point): boolean => {
    const last = vertices.at(-1);
    if (!closed || !last || vertices.length < 2) return false;
    return segmentCrossing([last, to], vertices, false, { cameFrom: vertices.at(-2) }) !== undefined;
  };

  const begin = (ctx: Context): Drawing | undefined => {
    const label = ctx.activeLabel;
    if (!label) {
      ctx.hint('choose-label');
      state = { type: 'idle' };
      return undefined;
    }
    ctx.selection.clear();
    const id = newId();
    const step: OpenStep<PathAnnotation> = ctx.store.begin(stepName, {
      staysWhenEmpty: true,
      conclude: (tx) => {
        const vertices = step.keptSketch?.path?.vertices ?? [];
        if (vertices.length < least || !isSound(vertices)) return;
        tx.insert({ id, label: label.name, kind, vertices });
      },
    });
    state = { type: 'drawing', id, label: label.name, step };
    return state;
  };

  const aim = (ctx: Context, input: ToolInput, from: Point | undefined): Point => {
    const at = input.modifiers.shift && from ? { ...input, point: heldToAngle(from, input.point) } : input;
    return settlePoint(ctx.snap(at), ctx.imageSize);
  };

  /** Whether the point is where a click finishes the path. */
  const closes = (ctx: Context, now: Drawing, input: ToolInput): boolean => {
    const vertices = placed(now);
    const end = closed ? vertices[0] : vertices.at(-1);
    return vertices.length >= least && end !== undefined && isAt(ctx, input, end);
  };

  const keep = (now: Drawing, vertices: Path) => {
    now.step.change(() => {}, sketchOf(now, { vertices, tail: [] }));
  };

  const showRubber = (ctx: Context, now: Drawing, input: ToolInput) => {
    const vertices = placed(now);
    const isClosing = closes(ctx, now, input);
    const first = vertices[0];
    const to = isClosing && closed && first ? first : aim(ctx, input, vertices.at(-1));
    const isRefused = crosses(vertices, to);
    now.step.preview(() => {}, sketchOf(now, { vertices, tail: vertices.length ? [to] : [], isClosing, isRefused }));
  };

  const showStroke = (ctx: Context, now: Drawing, input: ToolInput) => {
    if (!now.press) return;
    for (const point of input.trail ?? [input.point]) {
      const next = settlePoint(point, ctx.imageSize);
      const last = now.press.stroke.at(-1);
      if (!last || !samePoint(last, next)) now.press.stroke.push(next);
    }
    const vertices = placed(now);
    now.step.preview(() => {}, sketchOf(now, { vertices, tail: now.press.stroke, isClosing: closes(ctx, now, input) }));
  };

  const finish = (ctx: Context) => {
    const now = current();
    if (now.type !== 'drawing') return;
    const vertices = placed(now);
    if (vertices.length < least) {
      if (vertices.length) ctx.hint('too-few-vertices');
      else now.step.cancel();
      return;
    }
    if (!isSound(vertices)) {
      ctx.hint('crossing');
      return;
    }
    state = { type: 'idle' };
    now.step.commit();
  };

  const place = (ctx: Context, now: Drawing, input: ToolInput) => {
    const vertices = placed(now);
    const last = vertices.at(-1);
    if (closes(ctx, now, input)) return finish(ctx);
    const point = aim(ctx, input, last);
    // The second press of a double click, or Enter where the last vertex is.
    if (last && (samePoint(last, point) || isAt(ctx, input, last))) {
      if (vertices.length >= least) finish(ctx);
      return;
    }
    if (crosses(vertices, point)) {
      showRubber(ctx, now, input);
      ctx.hint('crossing');
      return;
    }
    keep(now, [...vertices, point]);
    if (kind === 'line' && vertices.length + 1 === 2) finish(ctx);
  };

  const placeStroke = (ctx: Context, now: Drawing, input: ToolInput, stroke: readonly Point[]) => {
    const vertices = placed(now);
    const unit = ctx.tolerance(input) / REACH_UNITS;
    const line = simplifyPath(withoutRepeats(stroke, false), STROKE_TOLERANCE * unit, false);
    const [start] = vertices.length ? vertices : line;
    const all = withoutRepeats([...vertices, ...line], false);
    const end = all.at(-1);
    // A stroke that comes back to the beginning closes the polygon.
    const comesBack = closed && start && end && all.length > least && isAt(ctx, { ...input, point: end }, start, 2);
    const whole = comesBack ? all.slice(0, -1) : all;
    const sound = closed ? withoutLoops(whole, comesBack === true) : whole;
    if (!sound) {
      now.step.preview(() => {}, sketchOf(now, { vertices, tail: line, isRefused: true }));
      ctx.hint('crossing');
      return;
    }
    keep(now, sound);
    if (comesBack || sound.length < whole.length) finish(ctx);
  };

  const takeBack = () => {
    edit.cancel();
    const now = current();
    if (now.type === 'drawing') now.step.cancel();
    state = { type: 'idle' };
  };

  return {
    id: toolId,
    cursor: 'crosshair',
    get isBusy() {
      return edit.isBusy || current().type === 'drawing';
    },
    press(ctx, input) {
      const now = current();
      if (now.type === 'drawing') {
        now.press = { from: input, stroke: [] };
        return;
      }
      const drawsAnyway = input.modifiers.alt;
      if (!drawsAnyway && edit.press(ctx, input, (shape) => ctx.selection.has(shape.id) && !input.modifiers.shift)) {
        return;
      }
      state = { type: 'pressed', from: input };
    },
    move(ctx, input) {
      if (edit.move(ctx, input)) return;
      let now = current();
      if (now.type === 'pressed') {
        if (!isStroke(ctx, now.from, input)) return;
        const { from } = now;
        const drawing = begin(ctx);
        if (!drawing) return;
        if (kind === 'line') place(ctx, drawing, from);
        drawing.press = { from, stroke: [] };
        now = current();
      }
      if (now.type !== 'drawing') return;
      const isFreehand =
        kind !== 'line' && now.press && (now.press.stroke.length || isStroke(ctx, now.press.from, input));
      if (!isFreehand) return showRubber(ctx, now, input);
      if (now.press && !now.press.stroke.length) now.press.stroke.push(aim(ctx, now.press.from, undefined));
      showStroke(ctx, now, input);
    },
    release(ctx, input) {
      const edited = edit.release(ctx);
      const now = current();
      if (edited === 'done') return;
      if (edited === 'click' || now.type === 'pressed') {
        state = { type: 'idle' };
        // Inside a shape another one may begin, so only its outline selects it.
        if (!input.modifiers.alt && selectByClick(ctx, input, ctx.hitOutline(input))) return;
        const drawing = begin(ctx);
        if (drawing) place(ctx, drawing, input);
        return;
      }
      if (now.type !== 'drawing' || !now.press) return;
      const { stroke } = now.press;
      if (stroke.length) showStroke(ctx, now, input);
      now.press = undefined;
      if (stroke.length > 1) placeStroke(ctx, now, input, stroke);
      else place(ctx, now, input);
    },
    cancel: takeBack,
    abandonPress() {
      const now = current();
      const vertices = now.type === 'drawing' ? placed(now) : [];
      if (now.type !== 'drawing' || !vertices.length) return takeBack();
      now.press = undefined;
      now.step.preview(() => {}, sketchOf(now, { vertices, tail: [] }));
    },
    finish,
  };
}

/** `tolerance` is this many CSS pixels for a mouse. */
const REACH_UNITS = 6;

function isStroke(ctx: Context, from: ToolInput, to: ToolInput): boolean {
  if (!isDrag(ctx, from, to)) return false;
  const unit = ctx.tolerance(from) / REACH_UNITS;
  return Math.hypot(to.point.x - from.point.x, to.point.y - from.point.y) > LEAST_STROKE * unit;
}

function isAt(ctx: Context, input: ToolInput, place: Point, times = 1): boolean {
  const reach = input.pointer === 'keyboard' ? 0.5 : ctx.tolerance(input) * times;
  return Math.hypot(place.x - input.point.x, place.y - input.point.y) <= reach;
}

function heldToAngle(from: Point, to: Point): Point {
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / ANGLE_STEP) * ANGLE_STEP;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
}

/**
 * The polygon without the ends of a stroke that overshot its beginning; undefined when it crosses itself otherwise.
 *
 * A hand that circles an object rarely ends exactly where it began.
 */
function withoutLoops(path: Path, isWhole: boolean): Path | undefined {
  const crossing = selfCrossing(path, isWhole);
  if (!crossing) return path;
  const { first, second } = crossing;
  const [a, b, c, d] = [path[first]!, path[first + 1]!, path[second]!, path[(second + 1) % path.length]!];
  const meeting = lineMeeting(a, b, c, d);
  const loop = path.slice(first + 1, second + 1);
  if (!meeting || loop.length < 3 || loop.length < path.length * 0.6) return undefined;
  const at = settlePoint(meeting, { width: Infinity, height: Infinity });
  const whole = withoutRepeats([at, ...loop], true);
  return crossesItself(whole, true) ? undefined : whole;
}
