import '../../../src/elements/crowd-polygon.js';
import { asVertices, clickThrough, pointsOf, within, type Corner } from './shape-drawing.js';
import { runShapeElementSuite } from './shape-element-suite.js';

const triangle: readonly Corner[] = [
  [0, 0],
  [1, 0.2],
  [0.4, 1],
];

runShapeElementSuite('crowd-polygon', {
  key: 'polygons',
  tool: 'polygon',
  tools: ['lasso', 'knife', 'gap'],
  keys: [';', 'b', 'Shift+b', 'Shift+d'],
  draw: async (task, at, side) => {
    await clickThrough(task, within(at, side, triangle));
    await task.press('Enter');
  },
  shape: (at, side) => ({ vertices: asVertices(within(at, side, triangle)) }),
  grip: ([x, y], side) => [x + side * 0.45, y + side * 0.4],
  points: pointsOf,
  drawByKeys: async (task) => {
    await task.press('Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowDown', 'Enter', 'Enter');
  },
});
