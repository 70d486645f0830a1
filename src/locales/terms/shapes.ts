import { shapesKo } from '../ko/shapes.js';
import { addImageWords } from './image.js';
import { addTexts, formatNumber, msg, str } from '../index.js';

addTexts('ko', shapesKo);

const n = formatNumber;

const draw = () => msg('draw', { id: 'image.step.drawBox' });

addImageWords({
  steps: {
    drawPolygon: draw,
    drawPolyline: draw,
    drawLine: draw,
    drawPoint: draw,
    moveVertex: () => msg('move vertex', { id: 'shapes.step.moveVertex' }),
    addVertex: () => msg('add vertex', { id: 'shapes.step.addVertex' }),
    deleteVertex: () => msg('delete vertex', { id: 'shapes.step.deleteVertex' }),
    simplify: () => msg('simplify', { id: 'shapes.step.simplify' }),
    split: () => msg('split', { id: 'shapes.step.split' }),
    join: () => msg('join', { id: 'shapes.step.join' }),
    unite: () => msg('unite', { id: 'shapes.step.unite' }),
    subtract: () => msg('cut out', { id: 'shapes.step.subtract' }),
    fillGap: () => msg('fill the gap', { id: 'shapes.step.fillGap' }),
    occlude: () => msg('change visibility', { id: 'shapes.step.occlude' }),
  },
  hints: {
    crossing: () => msg('A line may not cross its own shape.', { id: 'shapes.hint.crossing' }),
    'too-few-vertices': () =>
      msg('This shape needs more points. Click on, or press Escape to drop it.', { id: 'shapes.hint.tooFewVertices' }),
    'least-vertices': () =>
      msg('A shape cannot do with fewer vertices. Delete the whole shape instead.', {
        id: 'shapes.hint.leastVertices',
      }),
    'no-gap': () => msg('There is no gap here that shapes enclose on all sides.', { id: 'shapes.hint.noGap' }),
    'no-cut': () => msg('The cut does not go all the way through a shape.', { id: 'shapes.hint.noCut' }),
  },
});

/** Words of polygons, polylines, lines and keypoints. */
export const shapeTerms = {
  polygonTool: () => msg('Polygon', { id: 'shapes.tool.polygon' }),
  polylineTool: () => msg('Polyline', { id: 'shapes.tool.polyline' }),
  lineTool: () => msg('Line', { id: 'shapes.tool.line' }),
  keypointTool: () => msg('Keypoint', { id: 'shapes.tool.keypoint' }),
  pathAt: (vertices: number, left: number, top: number, width: number, height: number) =>
    msg(str`${n(vertices)} vertices, left ${n(left)}, top ${n(top)}, width ${n(width)}, height ${n(height)}`, {
      id: 'shapes.pathAt',
    }),
  lineAt: (x1: number, y1: number, x2: number, y2: number) =>
    msg(str`from ${n(x1)}, ${n(y1)} to ${n(x2)}, ${n(y2)}`, { id: 'shapes.lineAt' }),
  pointAt: (x: number, y: number) => msg(str`at ${n(x)}, ${n(y)}`, { id: 'shapes.pointAt' }),
  polygonGuide: () =>
    msg(
      'Choose a label and click along the outline. Click the first point again, double-click or press Enter to finish. Drag to draw freehand. Backspace takes back the last point, Escape the whole shape. Lines may not cross. To begin on the outline of another shape hold Alt.',
      { id: 'shapes.guide.polygon' },
    ),
  polylineGuide: () =>
    msg(
      'Choose a label and click along the line, or drag to draw freehand. Press Enter, double-click or click the last point again to finish. Backspace takes back the last point, Escape the whole shape.',
      { id: 'shapes.guide.polyline' },
    ),
  lineGuide: () =>
    msg('Choose a label, then drag from one end to the other, or click both ends. Hold Shift for a straight angle.', {
      id: 'shapes.guide.line',
    }),
  keypointGuide: () =>
    msg('Choose a label, then click the point. Drag a point to move it. To set one on top of another hold Alt.', {
      id: 'shapes.guide.keypoint',
    }),
  editGuide: () =>
    msg(
      'Drag a vertex or an edge to move it; neighbours with the same vertex follow unless you hold Ctrl. Drag the dot in the middle of an edge to add a vertex. Click vertices, with Shift for several, or draw a loop around them with Alt; arrow keys move them, Delete removes them.',
      { id: 'shapes.guide.edit' },
    ),
  lassoTool: () => msg('Lasso', { id: 'shapes.tool.lasso' }),
  lassoGuide: () =>
    msg(
      'Draw a loop around shapes to select them. While one shape is selected, the loop selects its vertices; hold Shift to add to them. With the select tool the same happens while you hold Alt.',
      { id: 'shapes.guide.lasso' },
    ),
  knifeTool: () => msg('Cut', { id: 'shapes.tool.knife' }),
  knifeGuide: () =>
    msg(
      'Drag a straight line through a shape, or click both ends: the shape falls in pieces there. Only selected shapes are cut, or all when none is selected.',
      { id: 'shapes.guide.knife' },
    ),
  gapTool: () => msg('Fill a gap', { id: 'shapes.tool.gap' }),
  gapGuide: () =>
    msg(
      'Choose a label and click into a gap that other polygons or the border of the picture enclose: a new polygon fills it without seam.',
      { id: 'shapes.guide.gap' },
    ),
  unite: () => msg('Unite', { id: 'shapes.unite' }),
  subtract: () => msg('Cut out (what neighbours cover, or the shape selected last)', { id: 'shapes.subtract' }),
  split: () => msg('Split at selected vertices', { id: 'shapes.split' }),
  join: () => msg('Join', { id: 'shapes.join' }),
  simplify: () => msg('Simplify (again: more; Enter keeps)', { id: 'shapes.simplify' }),
  bridgeHoles: () => msg('Cut holes with a bridge', { id: 'shapes.bridgeHoles' }),
  sharedBoundaries: () => msg('Neighbours share vertices', { id: 'shapes.sharedBoundaries' }),
  wouldLeaveHole: () =>
    msg('That would leave a hole, which an answer cannot hold. Turn on “Cut holes with a bridge” and try again.', {
      id: 'shapes.wouldLeaveHole',
    }),
  doNotTouch: () => msg('These shapes do not touch, so they cannot be one.', { id: 'shapes.doNotTouch' }),
  nothingLeft: () => msg('Nothing would be left of the shape.', { id: 'shapes.nothingLeft' }),
  cannotCompute: () =>
    msg('This could not be worked out for these shapes. Simplify them or move a vertex, then try again.', {
      id: 'shapes.cannotCompute',
    }),
  splitHow: (isPolygon: boolean) =>
    isPolygon
      ? msg('Select two vertices that see each other, then split.', { id: 'shapes.splitHow.polygon' })
      : msg('Select a vertex between the ends, then split.', { id: 'shapes.splitHow.polyline' }),
  simplified: (before: number, after: number) =>
    msg(str`${n(before)} vertices became ${n(after)}. Enter keeps that, Escape takes it back, the same key goes on.`, {
      id: 'shapes.simplified',
    }),
  cannotSimplify: () => msg('It cannot be simplified further.', { id: 'shapes.cannotSimplify' }),
  skipPoint: () => msg('Skip this point', { id: 'shapes.skipPoint' }),
  occluded: () => msg('Hidden by something, or visible', { id: 'shapes.occluded' }),
  nextPoint: (label: string) => msg(str`Next: ${label}`, { id: 'shapes.nextPoint' }),
  allPointsSet: (count: number) => msg(str`All points are set: ${n(count)}.`, { id: 'shapes.allPointsSet' }),
  editTitle: () => msg('Change vertices', { id: 'shapes.guide.editTitle' }),
};
