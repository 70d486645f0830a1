import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-keypoint.js';
import '../../../src/elements/crowd-line.js';
import '../../../src/elements/crowd-polygon.js';
import '../../../src/elements/crowd-polyline.js';
import { mouse, painted } from '../../support/input.js';
import { closeTasks, openTask, type AnnotatorHarness, type ImagePoint } from './annotator-harness.js';

interface LabeledPath {
  readonly label: string;
  readonly vertices: readonly { readonly x: number; readonly y: number }[];
}

const paths = (task: AnnotatorHarness, key: string) =>
  (task.answer[key] as LabeledPath[]).map(({ vertices }) => vertices.map(({ x, y }) => [x, y]));
const polygons = (task: AnnotatorHarness) => paths(task, 'polygons');

async function clickAll(task: AnnotatorHarness, ...points: readonly ImagePoint[]) {
  for (const point of points) await task.click(point);
}

const triangle: readonly ImagePoint[] = [
  [50, 40],
  [150, 60],
  [90, 160],
];
const asVertices = (points: readonly ImagePoint[]) => points.map(([x, y]) => ({ x, y }));

describe('crowd-polygon', () => {
  afterEach(closeTasks);

  it('draws by clicks, closes at the first vertex, and answers exactly as Ground Truth does', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf', 'Stem'] });
    await task.press('1');
    await clickAll(task, ...triangle, [52, 41]);
    expect(JSON.stringify(task.answer)).to.equal(
      '{"inputImageProperties":{"height":300,"width":400},"polygons":[{"label":"Leaf","vertices":[{"x":50,"y":40},{"x":150,"y":60},{"x":90,"y":160}]}]}',
    );
    expect(task.announcement).to.equal('Leaf added. 1 shape.');
  });

  it('finishes with a double click and with Enter', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    await clickAll(task, ...triangle.slice(0, 2));
    await mouse.move(task.at([90, 160]));
    await mouse.doubleClick(task.at([90, 160]));
    await painted();
    expect(polygons(task)).to.deep.equal([triangle]);
    await clickAll(task, [200, 50], [260, 50], [230, 120]);
    await task.press('Enter');
    expect(polygons(task)[1]).to.deep.equal([
      [200, 50],
      [260, 50],
      [230, 120],
    ]);
  });

  it('undoes and redoes vertex by vertex and never jumps elsewhere', async () => {
    const task = await openTask('crowd-polygon', {
      labels: ['Leaf'],
      initialValue: [{ label: 'Leaf', vertices: asVertices(triangle) }],
    });
    await clickAll(task, [200, 50], [260, 50], [230, 120]);
    await task.press('Control+z', 'Control+z', 'Control+z');
    await task.press('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z');
    await clickAll(task, [200, 150]);
    await task.press('Backspace');
    await clickAll(task, [190, 130]);
    await task.press('Enter');
    expect(polygons(task)[1]).to.deep.equal([
      [200, 50],
      [260, 50],
      [230, 120],
      [190, 130],
    ]);
    await task.press('Control+z');
    expect(polygons(task)).to.have.length(1);
    expect(task.answer['initialValueModified']).to.equal(false);
  });

  it('refuses a line that would cross the polygon, and says so', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    await clickAll(task, [50, 50], [150, 50], [150, 150]);
    await clickAll(task, [100, 20]);
    expect(task.announcement).to.equal('A line may not cross its own shape.');
    await clickAll(task, [60, 150]);
    expect(task.announcement, 'the worker has gone on').to.equal('');
    await task.press('Enter');
    expect(polygons(task)).to.deep.equal([
      [
        [50, 50],
        [150, 50],
        [150, 150],
        [60, 150],
      ],
    ]);
  });

  it('forgets an unfinished polygon on Escape and wants three vertices', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    await clickAll(task, [50, 50], [150, 50]);
    await task.press('Enter');
    expect(polygons(task)).to.be.empty;
    expect(task.announcement).to.contain('needs more points');
    await task.press('Escape');
    await clickAll(task, ...triangle);
    await task.press('Enter');
    expect(polygons(task)).to.deep.equal([triangle]);
  });

  it('draws freehand by dragging, as one step', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    const circle = Array.from({ length: 41 }, (_, i): ImagePoint => {
      const angle = (i / 40) * 2 * Math.PI;
      return [200 + 80 * Math.cos(angle), 150 + 80 * Math.sin(angle)];
    });
    await task.drag(circle, { via: 2 });
    expect(polygons(task)).to.have.length(1);
    expect(polygons(task)[0]!.length).to.be.within(8, 40);
    await task.press('Control+z');
    expect(polygons(task)).to.be.empty;
  });

  it('begins inside another polygon and selects by the border', async () => {
    const task = await openTask('crowd-polygon', {
      labels: ['Leaf'],
      initialValue: [
        {
          label: 'Leaf',
          vertices: asVertices([
            [20, 20],
            [380, 20],
            [380, 280],
            [20, 280],
          ]),
        },
      ],
    });
    await clickAll(task, [100, 100], [200, 100], [150, 200]);
    await task.press('Enter');
    expect(polygons(task)).to.have.length(2);
    await task.click([20, 150]);
    await task.press('Delete');
    expect(polygons(task)).to.have.length(1);
    expect(polygons(task)[0]![0]).to.deep.equal([100, 100]);
  });

  it('scrolls while the pointer rests at the border, between two clicks too', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    await task.press('=', '=', '=', '=', '=');
    await task.settled();
    const { left, top, right, height } = task.stage.getBoundingClientRect();
    const middle = top + height / 2;
    await mouse.move([left + 100, middle]);
    await mouse.click([left + 100, middle]);
    const [before] = task.at([0, 0]);
    await mouse.move([right - 6, middle]);
    for (let frame = 0; frame < 300 && task.at([0, 0])[0] > before - 60; frame++) await painted();
    expect(task.at([0, 0])[0]).to.be.lessThan(before - 59);
    await mouse.move([right - 200, middle]);
  });

  it('draws with the keyboard alone', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    await task.focusStage();
    await task.press('Enter', 'Enter');
    await task.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
    await task.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Enter', 'Enter');
    expect(polygons(task)).to.have.length(1);
    expect(polygons(task)[0]).to.have.length(3);
    expect(polygons(task)[0]![0]).to.deep.equal([200, 150]);
  });

  it('draws by taps and by a finger that drags', async () => {
    const task = await openTask('crowd-polygon', { labels: ['Leaf'] });
    for (const point of triangle) await task.fingerDrag([point, point]);
    await task.fingerDrag([triangle[0]!, triangle[0]!]);
    expect(polygons(task)).to.have.length(1);
  });

  describe('vertices', () => {
    const square: readonly ImagePoint[] = [
      [100, 100],
      [200, 100],
      [200, 200],
      [100, 200],
    ];
    const opened = async (options = {}) => {
      const task = await openTask('crowd-polygon', {
        labels: ['Leaf'],
        initialValue: [{ label: 'Leaf', vertices: asVertices(square) }],
        ...options,
      });
      await task.click([150, 100]);
      return task;
    };

    it('move by dragging; an edge moves both of its ends; the inside moves all', async () => {
      const task = await opened();
      await task.drag([
        [200, 100],
        [230, 80],
      ]);
      expect(polygons(task)[0]![1]).to.deep.equal([230, 80]);
      await task.drag([
        [180, 200],
        [190, 220],
      ]);
      expect(polygons(task)[0]!.slice(2)).to.deep.equal([
        [210, 220],
        [110, 220],
      ]);
      await task.drag([
        [150, 150],
        [160, 150],
      ]);
      expect(polygons(task)[0]![0]).to.deep.equal([110, 100]);
    });

    it('are added at the middle of an edge, and deleted', async () => {
      const task = await opened();
      await task.drag([
        [150, 100],
        [150, 60],
      ]);
      expect(polygons(task)[0]![1]).to.deep.equal([150, 60]);
      await task.press('Delete');
      expect(polygons(task)).to.deep.equal([square]);
    });

    it('move several together, chosen with Shift, by pointer and by keys', async () => {
      const task = await opened();
      await task.click([100, 100]);
      await task.click([200, 100], { modifiers: ['Shift'] });
      await task.drag([
        [200, 100],
        [200, 80],
      ]);
      await task.press('ArrowRight', 'Shift+ArrowUp');
      expect(polygons(task)[0]).to.deep.equal([
        [101, 70],
        [201, 70],
        [200, 200],
        [100, 200],
      ]);
    });

    it('are chosen by a loop with Alt, and added to with Shift', async () => {
      const task = await opened();
      await task.use('select');
      // Around the corners at the lower left and the upper right, leaving out the one at the lower right.
      const loop = [
        [70, 170],
        [120, 170],
        [180, 80],
        [230, 80],
        [230, 120],
        [130, 225],
        [70, 225],
      ] as const;
      await task.drag(loop, { modifiers: ['Alt'] });
      await task.press('Shift+ArrowDown');
      expect(polygons(task)[0]).to.deep.equal([
        [100, 100],
        [200, 110],
        [200, 200],
        [100, 210],
      ]);
      const more = [
        [185, 185],
        [215, 185],
        [215, 215],
        [185, 215],
      ] as const;
      await task.drag(more, { modifiers: ['Alt', 'Shift'] });
      await task.press('Shift+ArrowDown');
      expect(polygons(task)[0]).to.deep.equal([
        [100, 100],
        [200, 120],
        [200, 210],
        [100, 220],
      ]);
    });

    it('are chosen by the lasso tool, and dragged with it; without any inside, shapes are', async () => {
      const task = await opened();
      await task.use('lasso');
      await task.drag([
        [80, 180],
        [220, 180],
        [220, 220],
        [80, 220],
      ]);
      await task.drag([
        [200, 200],
        [200, 230],
      ]);
      expect(polygons(task)[0]!.slice(2)).to.deep.equal([
        [200, 230],
        [100, 230],
      ]);
      await task.press('Escape');
      await task.press('Escape');
      await task.drag([
        [80, 80],
        [230, 80],
        [230, 245],
        [80, 245],
      ]);
      await task.press('Delete');
      expect(polygons(task)).to.have.length(0);
    });

    it('do not go where lines would cross', async () => {
      const task = await opened();
      await task.drag([
        [200, 100],
        [140, 140],
        [60, 150],
      ]);
      const [, corner] = polygons(task)[0]!;
      expect(corner![0], 'the last place where nothing crossed').to.be.at.least(100);
      expect(task.announcement).to.equal('A line may not cross its own shape.');
    });

    it('move together with those of a neighbour in the same place', async () => {
      const neighbour: readonly ImagePoint[] = [
        [200, 100],
        [300, 100],
        [300, 200],
        [200, 200],
      ];
      const task = await opened({
        initialValue: [square, neighbour].map((points) => ({ label: 'Leaf', vertices: asVertices(points) })),
      });
      await task.drag([
        [200, 100],
        [220, 110],
      ]);
      expect(polygons(task).map((points) => points.find(([x, y]) => x === 220 && y === 110))).to.deep.equal([
        [220, 110],
        [220, 110],
      ]);
      await task.press('Control+z');
      await task.drag(
        [
          [200, 100],
          [220, 110],
        ],
        { modifiers: ['Control'] },
      );
      expect(polygons(task)[1]).to.deep.equal(neighbour);
    });

    it('are never fewer than three', async () => {
      const task = await openTask('crowd-polygon', {
        labels: ['Leaf'],
        initialValue: [{ label: 'Leaf', vertices: asVertices(triangle) }],
      });
      await task.click([100, 50]);
      await task.click([50, 40]);
      await task.press('Delete');
      expect(polygons(task)).to.deep.equal([triangle]);
    });
  });
});

describe('crowd-polyline', () => {
  afterEach(closeTasks);

  it('draws by clicks, may cross itself, and ends at Enter or at its last point', async () => {
    const task = await openTask('crowd-polyline', { labels: ['Lane'] });
    await clickAll(task, [50, 50], [150, 150], [150, 50], [50, 150]);
    await task.press('Enter');
    await clickAll(task, [200, 50], [300, 80]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await clickAll(task, [300, 80]);
    expect(JSON.stringify(task.answer)).to.equal(
      '{"inputImageProperties":{"height":300,"width":400},"polylines":[{"label":"Lane","vertices":[{"x":50,"y":50},{"x":150,"y":150},{"x":150,"y":50},{"x":50,"y":150}]},{"label":"Lane","vertices":[{"x":200,"y":50},{"x":300,"y":80}]}]}',
    );
  });

  it('draws a stroke of the hand', async () => {
    const task = await openTask('crowd-polyline', { labels: ['Lane'] });
    await task.drag([
      [50, 50],
      [100, 52],
      [150, 50],
      [150, 150],
    ]);
    await task.press('Enter');
    const [line] = paths(task, 'polylines');
    expect(line!.length).to.be.within(3, 6);
    expect(line![0]).to.deep.equal([50, 50]);
    expect(line!.at(-1)).to.deep.equal([150, 150]);
  });

  it('takes two quick strokes from the same place for two strokes, not for a double click', async () => {
    const task = await openTask('crowd-polyline', { labels: ['Lane'] });
    const strokes: readonly (readonly ImagePoint[])[] = [
      [
        [50, 50],
        [150, 60],
      ],
      [
        [51, 51],
        [150, 150],
      ],
    ];
    for (const stroke of strokes) await mouse.drag(stroke.map((point) => task.at(point)));
    await painted();
    expect(paths(task, 'polylines'), 'still being drawn').to.be.empty;
    await task.press('Enter');
    expect(paths(task, 'polylines')).to.have.length(1);
  });
});

describe('crowd-line', () => {
  afterEach(closeTasks);

  it('draws by a drag and by two clicks, in the colours of the author', async () => {
    const task = await openTask('crowd-line', {
      labels: ['Yard', 'Post'],
      attributes: { 'label-colors': "['#ff0000']" },
    });
    await task.press('1');
    await task.drag([
      [50, 50],
      [250, 90],
    ]);
    await clickAll(task, [60, 150], [300, 200]);
    expect(JSON.stringify(task.answer)).to.equal(
      '{"inputImageProperties":{"height":300,"width":400},"lines":[{"label":"Yard","vertices":[{"x":50,"y":50},{"x":250,"y":90}]},{"label":"Yard","vertices":[{"x":60,"y":150},{"x":300,"y":200}]}]}',
    );
    expect(task.element.labelColors).to.deep.equal(['#ff0000', '#1f77b4']);
  });
});

describe('crowd-keypoint', () => {
  afterEach(closeTasks);

  it('sets a point with every click, one label after the other', async () => {
    const task = await openTask('crowd-keypoint', { labels: ['Nose', 'Ear'] });
    await task.press('1');
    await task.click([100, 100]);
    await task.press('2');
    await task.click([200, 120]);
    await task.click([250, 130]);
    expect(JSON.stringify(task.answer)).to.equal(
      '{"inputImageProperties":{"height":300,"width":400},"keypoints":[{"label":"Nose","x":100,"y":100},{"label":"Ear","x":200,"y":120},{"label":"Ear","x":250,"y":130}]}',
    );
  });

  it('moves a point by dragging it, and deletes it', async () => {
    const task = await openTask('crowd-keypoint', {
      labels: ['Nose'],
      initialValue: [
        { label: 'Nose', x: 50, y: 60 },
        { label: 'Nose', x: 150, y: 160 },
      ],
    });
    await task.drag([
      [50, 60],
      [90, 20],
    ]);
    expect((task.answer['keypoints'] as object[])[0]).to.deep.equal({ label: 'Nose', x: 90, y: 20 });
    await task.click([150, 160]);
    await task.press('Delete');
    expect(task.answer['keypoints']).to.have.length(1);
  });
});
