import '../../../src/elements/crowd-line.js';
import { pointsOf } from './shape-drawing.js';
import { runShapeElementSuite } from './shape-element-suite.js';

runShapeElementSuite('crowd-line', {
  key: 'lines',
  tool: 'line',
  tools: ['lasso'],
  draw: (task, [x, y], side) =>
    task.drag(
      [
        [x, y],
        [x + side, y + side / 2],
      ],
      { modifiers: ['Alt'] },
    ),
  shape: ([x, y], side) => ({
    vertices: [
      { x, y },
      { x: x + side, y: y + side / 2 },
    ],
  }),
  grip: ([x, y], side) => [x + side * 0.25, y + side * 0.125],
  points: pointsOf,
  drawByKeys: (task) => task.press('Enter', 'Shift+ArrowRight', 'Enter'),
});
