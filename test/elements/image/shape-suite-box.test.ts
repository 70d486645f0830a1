import '../../../src/elements/crowd-bounding-box.js';
import { runShapeElementSuite } from './shape-element-suite.js';

runShapeElementSuite('crowd-bounding-box', {
  key: 'boundingBoxes',
  tool: 'box',
  tools: ['extreme'],
  draw: (task, [x, y], side) =>
    task.drag(
      [
        [x, y],
        [x + side, y + side],
      ],
      { modifiers: ['Alt'] },
    ),
  shape: ([left, top], side) => ({ height: side, left, top, width: side }),
  grip: ([x, y], side) => [x + side / 2, y + side / 2],
  points: ({ left, top, width, height }: { left: number; top: number; width: number; height: number }) => [
    [left, top],
    [left + width, top + height],
  ],
  drawByKeys: (task) => task.press('Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'),
});
