import '../../../src/elements/crowd-keypoint.js';
import { runShapeElementSuite } from './shape-element-suite.js';

runShapeElementSuite('crowd-keypoint', {
  key: 'keypoints',
  tool: 'keypoint',
  tools: ['lasso'],
  draw: (task, at) => task.click(at, { modifiers: ['Alt'] }),
  shape: ([x, y]) => ({ x, y }),
  grip: (at) => at,
  points: ({ x, y }: { x: number; y: number }) => [[x, y]],
  drawByKeys: (task) => task.press('Enter'),
});
