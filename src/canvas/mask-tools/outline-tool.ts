import type { OpenStep } from '../../document/open-step.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import { clampPoint } from '../../geometry/box.js';
import type { Point } from '../../geometry/types.js';
import { runsOfPolygons } from '../../mask/contour.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

/** How near a press must be to the first point to close the outline, in CSS pixels. */
const CLOSE = { mouse: 9, pen: 12, touch: 20, keyboard: 9 } as const;
const FEWEST = 3;

/** Leads an outline from one point to the next; without it the line is straight. */
export interface OutlineGuide {
  /** The worker begins an outline; false when there is nothing to be led by, which was said then. */
  begin(session: MaskSession): boolean;
  /** Looks for the ways from a point; resolves when they are known, or never will be. */
  lookAround(session: MaskSession, from: Point): Promise<void>;
  /** The way between two points, both included: a straight line as long as none is known. May begin a little aside. */
  path(from: Point, to: Point): readonly Point[];
}

interface OutlineOptions {
  readonly id: string;
  readonly step: string;
  readonly guide?: OutlineGuide;
}

/**
 * Fills an outline of clicked points. Undo takes back one point; a press on the first one, a double click or Enter fills.
 *
 * What is kept are the points. The line between them is made anew each time, since a guide may come to know better.
 */
export function createOutlineTool(of: () => MaskSession, { id, step: name, guide }: OutlineOptions): MaskTool {
  let step: OpenStep<InstanceAnnotation> | undefined;
  let pointer: Point | undefined;

  const open = () => (step?.isOpen ? step : undefined);
  const anchors = (): readonly Point[] => {
    const kept = open()?.keptSketch;
    return (guide ? kept?.points : kept?.path?.vertices) ?? [];
  };
  const outlineOf = ([first, ...others]: readonly Point[]): Point[] => {
    if (!first) return [];
    if (!guide) return [first, ...others];
    let from = first;
    const outline = others.flatMap((to, i) => {
      const way = guide.path(from, to);
      from = to;
      return i ? way.slice(1) : way;
    });
    return outline.length ? outline : guide.path(first, first).slice(0, 1);
  };
  const wayTo = (to: Point): readonly Point[] => {
    const last = anchors().at(-1);
    return guide && last ? guide.path(last, to).slice(1) : [to];
  };
  const isAtStart = (point: Point, by: keyof typeof CLOSE) => {
    const outline = outlineOf(anchors());
    const [first] = outline;
    if (!first || outline.length < FEWEST) return false;
    return Math.hypot(first.x - point.x, first.y - point.y) * of().viewport.scale <= CLOSE[by];
  };
  /** What is kept of a guided outline are its points as they were pressed; what is shown is where they have come to lie. */
  const sketch = (points: readonly Point[], to?: Point, isClosing = false) => {
    const vertices = outlineOf(points);
    const shown = to ? [...vertices.slice(0, 1), ...points.slice(1)] : points;
    return {
      points: guide ? shown : [],
      label: of().paintLabel?.name,
      path: { vertices, tail: to ? wayTo(to) : [], isClosing, closed: true },
    };
  };
  const show = (by: keyof typeof CLOSE = 'mouse') => {
    if (pointer) open()?.preview(() => {}, sketch(anchors(), pointer, isAtStart(pointer, by)));
  };
  const keep = (gesture: OpenStep<InstanceAnnotation>, point: Point) => {
    gesture.change(() => {}, sketch([...anchors(), point]));
    if (!guide) return;
    void guide.lookAround(of(), point).then(() => {
      if (open() === gesture && anchors().length) show();
    });
  };
  const finish = () => {
    const gesture = open();
    const points = anchors();
    if (!gesture) return;
    gesture.cancel();
    of().paintRegion(name, async () => {
      if (guide) await Promise.all(points.map((anchor) => guide.lookAround(of(), anchor)));
      const outline = outlineOf(points);
      const [first] = outline;
      const last = points.at(-1);
      const isClosed = first !== undefined && last !== undefined && outline.length >= FEWEST;
      const way = guide && isClosed ? guide.path(last, first).slice(1, -1) : [];
      return isClosed ? runsOfPolygons([[...outline, ...way]], of().viewport.imageSize) : undefined;
    });
  };

  return {
    id,
    cursor: 'crosshair',
    get isBusy() {
      return open() !== undefined;
    },
    get canFinish() {
      return anchors().length >= FEWEST;
    },
    press(_ctx, { point, pointer: by, clicks }) {
      const session = of();
      const at = clampPoint(point, session.viewport.imageSize);
      pointer = at;
      const gesture = open();
      if (!gesture) {
        if (!session.paintTarget() || guide?.begin(session) === false) return;
        step = session.store.begin(name);
        keep(step, at);
        return;
      }
      // The second press of a double click means the point that is there already.
      if (clicks === 2) return;
      if (isAtStart(point, by)) finish();
      else keep(gesture, at);
    },
    move(_ctx, { point, pointer: by }) {
      pointer = clampPoint(point, of().viewport.imageSize);
      if (open()) show(by);
    },
    release() {},
    cancel() {
      open()?.cancel();
    },
    leave() {
      if (anchors().length >= FEWEST) finish();
    },
    finish,
  };
}
