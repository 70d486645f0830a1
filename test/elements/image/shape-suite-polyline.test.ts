import '../../../src/elements/crowd-polyline.js';
import { asVertices, clickThrough, pointsOf, within, type Corner } from './shape-drawing.js';
import { runShapeElementSuite } from './shape-element-suite.js';

const bend: readonly Corner[] = [
  [0, 0],
  [1, 0],
  [1, 1],
];

runShapeElementSuite('crowd-polyline', {
  key: 'polylines',
  tool: 'polyline',
  tools: ['lasso', 'knife'],
  keys: [';', 'b', 'Shift+d'],
  draw: async (task, at, side) => {
    await clickThrough(task, within(at, side, bend));
    await task.press('Enter');
  },
  shape: (at, side) => ({ vertices: asVertices(within(at, side, bend)) }),
  // Not on a middle, where a press would add a vertex.
  grip: ([x, y], side) => [x + side * 0.25, y],
  points: pointsOf,
  drawByKeys: (task) => task.press('Enter', 'Shift+ArrowRight', 'Enter', 'Enter'),
});
