import type { InstanceAnnotation } from '../../document/annotation.js';
import type { OpenStep } from '../../document/open-step.js';
import { clampPoint } from '../../geometry/box.js';
import type { Point, Size } from '../../geometry/types.js';
import { runsOfPolygons } from '../../mask/contour.js';
import { fillRectangle } from '../../mask/raster.js';
import { rasterise, type Runs } from '../../mask/runs.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

interface DragFill {
  readonly id: string;
  readonly step: string;
  /** The outline of what has been dragged so far. */
  outline(passed: readonly Point[]): readonly Point[];
  /** The pixels it means. */
  region(passed: readonly Point[], size: Size): Runs;
}

/** Fills what one drag encloses. */
function createDragFillTool(of: () => MaskSession, { id, step: name, outline, region }: DragFill): MaskTool {
  let step: OpenStep<InstanceAnnotation> | undefined;
  let passed: Point[] = [];
  const open = () => (step?.isOpen ? step : undefined);
  const end = () => {
    const gesture = open();
    if (!gesture) return;
    gesture.cancel();
    const outlined = passed;
    if (outlined.length > 1) of().paintRegion(name, () => region(outlined, of().viewport.imageSize));
  };
  return {
    id,
    cursor: 'crosshair',
    drags: true,
    get isBusy() {
      return open() !== undefined;
    },
    press(_ctx, { point }) {
      const session = of();
      if (!session.paintTarget()) return;
      passed = [clampPoint(point, session.viewport.imageSize)];
      step = session.store.begin(name);
    },
    move(_ctx, { point, trail }) {
      const gesture = open();
      if (!gesture) return;
      const size = of().viewport.imageSize;
      for (const each of trail ?? [point]) passed.push(clampPoint(each, size));
      const [first, ...tail] = outline(passed);
      const path = { vertices: first ? [first] : [], tail, closed: true };
      gesture.preview(() => {}, { points: [], label: of().paintLabel?.name, path });
    },
    release: end,
    leave: end,
    cancel() {
      open()?.cancel();
    },
    finish() {},
  };
}

/** Fills what the worker draws around in one go. */
export function createLassoTool(of: () => MaskSession): MaskTool {
  return createDragFillTool(of, {
    id: 'lasso',
    step: 'fillLasso',
    outline: (passed) => passed,
    region: (passed, size) => runsOfPolygons([passed], size),
  });
}

/** Fills a rectangle. */
export function createRectangleTool(of: () => MaskSession): MaskTool {
  const corners = (passed: readonly Point[]): [Point, Point] => [
    passed[0] ?? { x: 0, y: 0 },
    passed.at(-1) ?? { x: 0, y: 0 },
  ];
  return createDragFillTool(of, {
    id: 'rectangle',
    step: 'fillRectangle',
    outline: (passed) => {
      const [a, b] = corners(passed);
      return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
    },
    region: (passed, size) => rasterise((sink) => fillRectangle(...corners(passed), sink), size),
  });
}
