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
  /** Where the outline begins when the worker presses here; undefined when it cannot begin. */
  begin(session: MaskSession, point: Point): Point | undefined;
  /** The way from the last anchor to a point, both included. */
  path(session: MaskSession, from: Point, to: Point): readonly Point[];
}

interface OutlineOptions {
  readonly id: string;
  readonly step: string;
  readonly guide?: OutlineGuide;
}

/**
 * Fills an outline of clicked points. Undo takes back one point; a press on the first one, a double click or Enter fills.
 */
export function createOutlineTool(of: () => MaskSession, { id, step: name, guide }: OutlineOptions): MaskTool {
  let step: OpenStep<InstanceAnnotation> | undefined;

  const open = () => (step?.isOpen ? step : undefined);
  const vertices = () => open()?.keptSketch?.path?.vertices ?? [];
  const wayTo = (to: Point): readonly Point[] => {
    const last = vertices().at(-1);
    return guide && last ? guide.path(of(), last, to).slice(1) : [to];
  };
  const sketch = (points: readonly Point[], tail: readonly Point[], isClosing = false) => ({
    points: guide ? points.slice(0, 1) : [],
    label: of().paintLabel?.name,
    path: { vertices: points, tail, isClosing, closed: true },
  });
  const isAtStart = (point: Point, pointer: keyof typeof CLOSE) => {
    const [first] = vertices();
    if (!first || vertices().length < FEWEST) return false;
    return Math.hypot(first.x - point.x, first.y - point.y) * of().viewport.scale <= CLOSE[pointer];
  };
  const fill = () => {
    const gesture = open();
    if (!gesture) return;
    let points = vertices();
    const [first] = points;
    if (guide && first && points.length >= FEWEST) points = [...points, ...wayTo(first).slice(0, -1)];
    gesture.cancel();
    if (points.length < FEWEST) return;
    of().paintRegion(name, runsOfPolygons([points], of().viewport.imageSize));
  };

  return {
    id,
    cursor: 'crosshair',
    get isBusy() {
      return open() !== undefined;
    },
    press(_ctx, { point, pointer, clicks }) {
      const session = of();
      const at = clampPoint(point, session.viewport.imageSize);
      if (!open()) {
        if (!session.paintTarget()) return;
        const first = guide ? guide.begin(session, at) : at;
        if (!first) return;
        step = session.store.begin(name);
        step.change(() => {}, sketch([first], []));
        return;
      }
      // The second press of a double click means the point that is there already.
      if (clicks === 2) return;
      if (isAtStart(point, pointer)) {
        fill();
        return;
      }
      open()?.change(() => {}, sketch([...vertices(), ...wayTo(at)], []));
    },
    move(_ctx, { point, pointer }) {
      const gesture = open();
      if (!gesture) return;
      const at = clampPoint(point, of().viewport.imageSize);
      gesture.preview(() => {}, sketch(vertices(), wayTo(at), isAtStart(point, pointer)));
    },
    release() {},
    cancel() {
      open()?.cancel();
    },
    finish: fill,
  };
}
