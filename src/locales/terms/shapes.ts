import { shapesKo } from '../ko/shapes.js';
import { addTexts, formatNumber, msg, str } from '../index.js';

addTexts('ko', shapesKo);

const n = formatNumber;

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
      'Drag a vertex or an edge to move it; neighbours with the same vertex follow unless you hold Ctrl. Drag the dot in the middle of an edge to add a vertex. Click vertices, with Shift for several, or drag a rectangle with Alt; arrow keys move them, Delete removes them.',
      { id: 'shapes.guide.edit' },
    ),
  editTitle: () => msg('Change vertices', { id: 'shapes.guide.editTitle' }),
};
