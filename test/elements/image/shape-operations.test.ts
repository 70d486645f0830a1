import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-keypoint.js';
import '../../../src/elements/crowd-polygon.js';
import '../../../src/elements/crowd-polyline.js';
import { painted } from '../../support/input.js';
import { closeTasks, openTask, type AnnotatorHarness, type ImagePoint } from './annotator-harness.js';

type Points = readonly ImagePoint[];

const asVertices = (points: Points) => points.map(([x, y]) => ({ x, y }));
const labelled = (...all: readonly Points[]) => all.map((points) => ({ label: 'Leaf', vertices: asVertices(points) }));
const polygons = (task: AnnotatorHarness, key = 'polygons') =>
  (task.answer[key] as { vertices: { x: number; y: number }[] }[]).map(({ vertices }) =>
    vertices.map(({ x, y }) => [x, y]),
  );
const area = (points: readonly (readonly number[])[]) =>
  Math.abs(
    points.reduce((sum, [x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = points[(i + 1) % points.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

/** Waits until what was loaded on demand has done its work. */
async function until(isTrue: () => boolean) {
  for (let i = 0; i < 200 && !isTrue(); i++) await painted();
}

const left: Points = [
  [50, 50],
  [150, 50],
  [150, 150],
  [50, 150],
];
const right: Points = [
  [120, 80],
  [250, 80],
  [250, 120],
  [120, 120],
];
const open = (initial: readonly Points[], tag = 'crowd-polygon') =>
  openTask(tag, { labels: ['Leaf'], initialValue: labelled(...initial) });

describe('operations on paths', () => {
  afterEach(closeTasks);

  it('unite polygons that touch, as one step', async () => {
    const task = await open([left, right]);
    await task.press('Control+a', 'b');
    await until(() => polygons(task).length === 1);
    expect(polygons(task).map(area)).to.deep.equal([10000 + 5200 - 1200]);
    await task.press('Control+z');
    expect(polygons(task)).to.deep.equal([left, right]);
  });

  it('do not unite what does not touch, and say why', async () => {
    const task = await open([
      left,
      [
        [300, 200],
        [350, 200],
        [350, 250],
      ],
    ]);
    await task.press('Control+a', 'b');
    await until(() => task.announcement !== '');
    expect(task.announcement).to.contain('do not touch');
    expect(polygons(task)).to.have.length(2);
  });

  it('take from one polygon what its neighbours cover', async () => {
    const task = await open([left, right]);
    await task.click([50, 100]);
    await task.press('Shift+b');
    await until(() => polygons(task)[0]!.length > 4);
    expect(polygons(task).map(area)).to.deep.equal([10000 - 1200, 5200]);
  });

  it('refuse a hole with the reason, or cut it with a bridge', async () => {
    const hole: Points = [
      [80, 80],
      [120, 80],
      [120, 120],
      [80, 120],
    ];
    const task = await open([left, hole]);
    await task.click([50, 100]);
    await task.press('Shift+b');
    await until(() => task.announcement !== '');
    expect(task.announcement).to.contain('would leave a hole');
    expect(polygons(task)).to.deep.equal([left, hole]);
    await task.press('Shift+c', 'Shift+b');
    await until(() => polygons(task)[0]!.length > 4);
    expect(polygons(task).map(area)).to.deep.equal([10000 - 1600, 1600]);
  });

  it('cut by a line, and split between two vertices', async () => {
    const task = await open([left]);
    await task.use('knife');
    await task.drag([
      [100, 20],
      [100, 180],
    ]);
    expect(polygons(task).map(area)).to.deep.equal([5000, 5000]);
    await task.press('Control+z');
    await task.use('polygon');
    await task.click([100, 50]);
    await task.click([50, 50]);
    await task.click([150, 150], { modifiers: ['Shift'] });
    await task.press('Shift+d');
    expect(polygons(task).map(area)).to.deep.equal([5000, 5000]);
  });

  it('fill a gap that neighbours enclose', async () => {
    const ring: readonly Points[] = [
      [
        [50, 50],
        [250, 50],
        [250, 100],
        [50, 100],
      ],
      [
        [50, 200],
        [250, 200],
        [250, 250],
        [50, 250],
      ],
      [
        [50, 100],
        [100, 100],
        [100, 200],
        [50, 200],
      ],
      [
        [200, 100],
        [250, 100],
        [250, 200],
        [200, 200],
      ],
    ];
    const task = await open(ring);
    await task.use('gap');
    await task.click([150, 150]);
    await until(() => polygons(task).length === 5);
    expect([...polygons(task)[4]!].sort()).to.deep.equal([
      [100, 100],
      [100, 200],
      [200, 100],
      [200, 200],
    ]);
    await task.click([20, 20]);
    await until(() => task.announcement.includes('no gap'));
    expect(polygons(task)).to.have.length(5);
  });

  it('simplify with a preview that Enter keeps and Escape takes back', async () => {
    const round: Points = Array.from({ length: 120 }, (_, i): ImagePoint => {
      const angle = (i / 120) * 2 * Math.PI;
      return [Math.round(200 + 90 * Math.cos(angle)), Math.round(150 + 90 * Math.sin(angle))];
    });
    const task = await open([round]);
    await task.press('Control+a', ';', ';');
    expect(polygons(task)[0], 'not yet part of the answer').to.have.length(120);
    expect(task.announcement).to.match(/^120 vertices became/);
    await task.press('Control+z');
    expect(task.announcement, 'the coarser line is no longer shown').to.match(/^Undone: simpl/);
    await task.press('Escape');
    expect(polygons(task)[0]).to.have.length(120);
    await task.focusStage();
    await task.press('Control+a', ';', ';', 'Enter');
    expect(polygons(task)[0]!.length).to.be.within(6, 60);
    await task.press('Control+z');
    expect(polygons(task)[0]).to.have.length(120);
  });

  it('simplify keeps the line that two polygons share', async () => {
    const seam = Array.from({ length: 41 }, (_, i): ImagePoint => [150 + (i % 2), 50 + i * 5]);
    const west: Points = [[50, 50], ...seam, [50, 250]];
    const east: Points = [[250, 250], ...[...seam].reverse(), [250, 50]];
    const task = await open([west, east]);
    await task.click([50, 150]);
    await task.press(';', 'Enter');
    const [one, other] = polygons(task);
    expect(one).to.deep.equal([
      [50, 50],
      [150, 50],
      [150, 250],
      [50, 250],
    ]);
    expect(other).to.deep.equal([
      [250, 250],
      [150, 250],
      [150, 50],
      [250, 50],
    ]);
    await task.press('Control+z');
    expect(polygons(task)).to.deep.equal([west, east]);
  });

  it('give neighbours the corners of what was cut, so that they go on sharing them', async () => {
    const task = await open([
      left,
      [
        [150, 50],
        [250, 50],
        [250, 150],
        [150, 150],
      ],
    ]);
    await task.use('select');
    await task.click([100, 100]);
    await task.use('knife');
    await task.drag([
      [20, 100],
      [180, 100],
    ]);
    const all = polygons(task);
    expect(all.filter((points) => points.some(([x, y]) => x === 150 && y === 100))).to.have.length(3);
    expect(all.map(area).sort()).to.deep.equal([10000, 5000, 5000]);
  });

  it('join and split polylines', async () => {
    const task = await open(
      [
        [
          [50, 50],
          [100, 60],
        ],
        [
          [200, 80],
          [100, 62],
        ],
      ],
      'crowd-polyline',
    );
    await task.press('Control+a', 'b');
    expect(polygons(task, 'polylines')).to.deep.equal([
      [
        [50, 50],
        [100, 60],
        [100, 62],
        [200, 80],
      ],
    ]);
    await task.press('Escape');
    await task.click([150, 71]);
    await task.click([100, 62]);
    await task.press('Shift+d');
    expect(polygons(task, 'polylines')).to.have.length(2);
  });

  it('snap to vertices, to edges and to their extensions, and not while a key is held', async () => {
    const task = await open([left]);
    await task.press('q');
    const draw = async (points: Points, modifiers: readonly 'Control'[] = []) => {
      for (const point of points) await task.click(point, { modifiers });
      await task.press('Enter');
      const drawn = polygons(task).at(-1);
      await task.press('Control+z');
      return drawn;
    };
    const far: Points = [
      [300, 100],
      [300, 200],
    ];
    expect((await draw([...far, [153, 147]]))!.at(-1), 'a vertex').to.deep.equal([150, 150]);
    expect((await draw([...far, [153, 100]]))!.at(-1), 'an edge').to.deep.equal([150, 100]);
    expect((await draw([...far, [151, 250]]))!.at(-1), 'an extension').to.deep.equal([150, 250]);
    expect((await draw([...far, [154, 100]], ['Control']))!.at(-1)).to.deep.equal([154, 100]);
  });
});

describe('a skeleton', () => {
  afterEach(closeTasks);
  const skeleton = "{labels: ['hip', 'knee', 'foot'], edges: [['hip', 'knee'], [1, 2]], visibility: true}";
  const openLeg = (attributes = {}) =>
    openTask('crowd-keypoint', { labels: ['foot', 'knee', 'hip'], attributes: { skeleton, ...attributes } });

  it('asks for one point after the other, and begins again for a second body', async () => {
    const task = await openLeg();
    await task.click([100, 50]);
    expect(task.announcement).to.equal('hip added. 1 shape. Next: knee');
    await task.click([110, 100]);
    await task.press('b');
    await task.click([100, 150]);
    expect(task.announcement).to.contain('All points are set');
    expect(JSON.stringify(task.answer['keypoints'])).to.equal(
      '[{"label":"hip","visibility":2,"x":100,"y":50},{"label":"knee","visibility":1,"x":110,"y":100},{"label":"foot","visibility":2,"x":100,"y":150}]',
    );
    await task.click([200, 50]);
    expect(task.announcement).to.equal('Choose a label first.');
    await task.chooseLabel('hip');
    await task.click([200, 50]);
    expect(task.announcement).to.equal('hip added. 4 shapes. Next: knee');
  });

  it('asks again for a point that undo took back, and skips one', async () => {
    const task = await openLeg();
    await task.click([100, 50]);
    await task.press('Control+z');
    expect(task.announcement).to.equal('Undone: draw. Next: hip');
    await task.press('e');
    expect(task.announcement).to.equal('Next: knee');
  });

  it('answers plain keypoints when visibility is not asked for', async () => {
    const task = await openLeg({ skeleton: "{edges: [['hip', 'knee']]}" });
    await task.click([100, 50]);
    expect(task.answer['keypoints']).to.deep.equal([{ label: 'foot', x: 100, y: 50 }]);
  });
});

describe('rules', () => {
  afterEach(closeTasks);

  it('list what is wrong, walk through it, and keep the answer back', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const task = await openTask('crowd-bounding-box', {
      labels: ['Car', 'Plate'],
      within: form,
      attributes: { rules: "{required: ['Plate'], minSize: 20, maxOverlap: 0.8}" },
      initialValue: [
        { label: 'Car', left: 10, top: 10, width: 5, height: 100 },
        { label: 'Car', left: 100, top: 100, width: 100, height: 100 },
        { label: 'Car', left: 102, top: 100, width: 100, height: 100 },
      ],
    });
    const listed = () => [...task.root.querySelectorAll('.rule-problems li')].map((item) => item.textContent?.trim());
    expect(listed()).to.have.length(3);
    expect(form.checkValidity()).to.equal(false);
    expect(task.element.validationMessage).to.equal('“Plate” is missing. Draw it. (2 more below the labels.)');
    await task.press("'", "'");
    expect(task.announcement).to.contain('smaller than 20 × 20 pixels');
    await task.press('Delete', "'", "'");
    expect(task.announcement).to.contain('overlap by 96%');
    await task.press('Escape');
    await task.click([101, 150]);
    await task.press('2');
    expect(listed().length).to.equal(1);
    await task.press("'", 'Delete');
    form.remove();
  });

  it('are off without the attribute, and say when all is well', async () => {
    const plain = await openTask('crowd-polygon', { labels: ['Leaf'] });
    expect(plain.root.querySelector('.rule-problems')).to.equal(null);
    plain.element.remove();
    const task = await openTask('crowd-polygon', { labels: ['Leaf'], attributes: { rules: '{minSize: 2}' } });
    const panel = () => task.root.querySelector('.rule-problems')!.textContent;
    expect(panel(), 'nothing is wrong yet, but it cannot be sent').to.contain('Annotate at least once');
    for (const point of left) await task.click(point);
    await task.press('Enter');
    expect(task.root.querySelectorAll('.rule-problems li')).to.have.length(0);
    expect(panel()).to.contain('Everything is as it should be');
    expect(task.element.checkValidity()).to.equal(true);
  });
});
