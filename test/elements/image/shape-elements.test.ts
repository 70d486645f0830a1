import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-keypoint.js';
import '../../../src/elements/crowd-line.js';
import '../../../src/elements/crowd-polygon.js';
import '../../../src/elements/crowd-polyline.js';
import type { AnnotatorHarness, ImagePoint } from './annotator-harness.js';
import { runShapeElementSuite } from './shape-element-suite.js';

type Corner = readonly [right: number, down: number];

interface Vertices {
  readonly vertices: readonly { readonly x: number; readonly y: number }[];
}

/** Places within a square, from shares of its side. */
const within = ([x, y]: ImagePoint, side: number, corners: readonly Corner[]): ImagePoint[] =>
  corners.map(([right, down]) => [Math.round(x + right * side), Math.round(y + down * side)]);
const asVertices = (points: readonly ImagePoint[]) => points.map(([x, y]) => ({ x, y }));
const pointsOf = (shape: Vertices): ImagePoint[] => shape.vertices.map(({ x, y }) => [x, y]);

async function clickThrough(task: AnnotatorHarness, points: readonly ImagePoint[]) {
  for (const point of points) await task.click(point, { modifiers: ['Alt'] });
}

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
