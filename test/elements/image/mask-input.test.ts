import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import type { MaskSession } from '../../../src/canvas/mask/mask-session.js';
import { mouse, painted, pointOf, touch, wheel } from '../../support/input.js';
import { closeTasks, type AnnotatorHarness, type ImagePoint } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom, until } from './mask-harness.js';

const GREEN = '#2ca02c';
const BLUE = '#1f77b4';

const decoded = (task: AnnotatorHarness) => decode(maskOf(task).labeledImage.pngImageData);
const count = async (task: AnnotatorHarness, color = GREEN) => (await decoded(task)).counts.get(color) ?? 0;
const sessionOf = (task: AnnotatorHarness) => (task.element as unknown as { session: MaskSession }).session;

/** A dark square of 100 in the middle of a light picture of 400 by 300. */
const square = () =>
  pngFrom(400, 300, (x, y) => (x >= 150 && x < 250 && y >= 100 && y < 200 ? [40, 60, 120] : [220, 215, 200]));

const corners: readonly ImagePoint[] = [
  [150, 100],
  [250, 100],
  [250, 200],
  [150, 200],
];

async function start(): Promise<AnnotatorHarness> {
  const task = await open('semantic', { src: await square() });
  await task.chooseLabel('Car');
  return task;
}

describe('mask tools, with a finger', () => {
  afterEach(closeTasks);

  const tap = async (task: AnnotatorHarness, point: ImagePoint) => {
    await touch.drag([task.at(point)]);
    await painted();
  };

  it('paint, erase, and fill rectangles, lassos and outlines', async () => {
    const task = await start();
    await task.fingerDrag([
      [50, 50],
      [120, 50],
    ]);
    expect(await count(task)).to.be.greaterThan(24 * 70);
    await task.use('eraser');
    await task.fingerDrag([
      [30, 50],
      [140, 50],
    ]);
    expect(await count(task)).to.equal(0);
    await task.use('rectangle');
    await task.fingerDrag([
      [20, 20],
      [60, 60],
    ]);
    expect(await count(task)).to.be.closeTo(40 * 40, 90);
    await task.use('lasso');
    await task.fingerDrag([...corners, corners[0]!]);
    expect((await decoded(task)).at(200, 150)).to.equal(GREEN);
    await task.use('polygon');
    for (const point of [
      [300, 20],
      [380, 20],
      [380, 90],
      [300, 20],
    ] as const) {
      await tap(task, point);
    }
    expect((await decoded(task)).at(365, 40)).to.equal(GREEN);
  });

  it('fill by colour, paint patches and follow an edge', async () => {
    const task = await start();
    await task.use('fill');
    await tap(task, [200, 150]);
    await until(async () => (await count(task)) === 100 * 100);
    await task.press('Control+z');
    await task.use('patch');
    await until(async () => {
      await tap(task, [200, 150]);
      return (await count(task)) > 0;
    });
    await task.press('Control+z');
    await task.use('boundary');
    for (const point of corners) await tap(task, point);
    const done = [...task.root.querySelectorAll<HTMLElement>('oce-mask-options .oce-button')].find((button) =>
      button.textContent?.includes('Finish'),
    )!;
    await mouse.click(pointOf(done));
    await until(async () => (await count(task)) > 0);
    expect(await count(task)).to.be.closeTo(100 * 100, 500);
  });

  it('zoom with two, which takes back the dab of the first', async () => {
    const task = await start();
    const before = task.scale;
    await touch.pinch({
      from: [task.at([180, 150]), task.at([220, 150])],
      to: [task.at([100, 150]), task.at([300, 150])],
    });
    await painted();
    expect(task.scale).to.be.greaterThan(before * 1.5);
    expect(await count(task)).to.equal(0);
    expect(sessionOf(task).store.history).to.have.length(0);
  });

  it('give regions to the chosen label without a Shift key', async () => {
    const task = await start();
    await task.use('fill');
    await tap(task, [200, 150]);
    await task.chooseLabel('Bus');
    await until(async () => (await count(task)) === 100 * 100);
    await task.use('pick');
    const select = task.root.querySelector<HTMLSelectElement>('oce-mask-options select')!;
    select.value = 'give';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await tap(task, [200, 150]);
    expect(await count(task, BLUE)).to.equal(100 * 100);
  });
});

describe('mask tools, with the keyboard alone', () => {
  afterEach(closeTasks);

  const times = (n: number, key: string) => Array.from({ length: n }, () => key);

  it('choose label and tool, draw a rectangle, a polygon, and fill by colour', async () => {
    const task = await open('semantic', { src: await square() });
    await task.focusStage();
    await task.press('1', 'm');
    // The cursor begins in the middle. Enter presses, arrows drag, Enter lets go.
    await task.press('ArrowLeft', 'Enter', ...times(4, 'ArrowRight'), ...times(3, 'ArrowDown'), 'Enter');
    const rectangle = await count(task);
    expect(rectangle).to.be.greaterThan(200);
    await task.press('Control+z', 'p');
    await task.press('Enter', ...times(5, 'ArrowRight'), 'Enter', ...times(5, 'ArrowDown'), 'Enter');
    await task.press(...times(5, 'ArrowLeft'), 'Enter', ...times(5, 'ArrowUp'), 'Enter');
    expect(await count(task)).to.be.greaterThan(200);
    await task.press('Control+z', 'c', 'Enter');
    await until(async () => (await count(task)) === 100 * 100);
    await task.press('Control+z');
    expect(await count(task)).to.equal(0);
  });
});

describe('mask tools that set points, with the keyboard alone', () => {
  afterEach(closeTasks);

  const times = (n: number, key: string) => Array.from({ length: n }, () => key);

  it('end a polygon, and keep what auto-segment found, by a second Enter in the same place', async () => {
    const task = await start();
    await task.focusStage();
    // The first Enter shows the cursor.
    await task.press('p', 'Enter', 'Enter', ...times(5, 'ArrowRight'), 'Enter', ...times(5, 'ArrowDown'), 'Enter');
    expect(await count(task)).to.equal(0);
    await task.press('Enter');
    await until(async () => (await count(task)) > 200);
    await task.press('Control+z');
    // From the middle of the square to the middle of each side and back.
    const far = Math.round(50 / Math.round(8 / task.scale));
    await task.press('a', ...times(5, 'ArrowUp'), ...times(5, 'ArrowLeft'));
    for (const [out, back] of [
      ['ArrowUp', 'ArrowDown'],
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowDown', 'ArrowUp'],
    ] as const) {
      await task.press(...times(far, out), 'Enter', ...times(far, back));
    }
    await task.press(...times(far, 'ArrowLeft'), 'Enter');
    await until(() => task.announcement.startsWith('Click a wrong part'));
    await task.press('Enter');
    const found = await count(task);
    expect(found).to.be.closeTo(100 * 100, 800);
    expect(task.announcement).to.equal(`Car: ${found.toLocaleString('en')} pixels.`);
    await task.press('Control+z');
    expect(await count(task)).to.equal(0);
  });

  it('take back what they said about a gesture when it has ended', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [20, 20],
      [80, 80],
    ]);
    await task.press('Shift+R');
    expect(task.announcement).to.contain('vertices');
    await task.press('Enter');
    expect(task.announcement).to.equal('');
    await task.use('auto-segment');
    await task.drag([
      [145, 95],
      [255, 205],
    ]);
    await until(() => task.announcement.startsWith('Click a wrong part'));
    await task.press('Escape');
    expect(task.announcement).to.equal('');
  });
});

describe('what a mask shows', () => {
  afterEach(closeTasks);

  const readout = (task: AnnotatorHarness) => task.root.querySelector('.oce-unlabelled')!.textContent!.trim();

  it('how much is unlabelled, and where', async () => {
    const task = await start();
    expect(readout(task)).to.contain('100%');
    await task.use('rectangle');
    await task.drag([
      [0, 0],
      [200, 300],
    ]);
    expect(readout(task)).to.contain('50%');
    const canvas = task.root.querySelector<HTMLCanvasElement>('.mask-canvas')!;
    const alphaAt = (point: ImagePoint) => {
      const [x, y] = task.at(point);
      const { left, top } = canvas.getBoundingClientRect();
      return canvas.getContext('2d')!.getImageData(x - left, y - top, 1, 1).data[3]!;
    };
    expect(alphaAt([300, 150])).to.equal(0);
    await task.press(';');
    await until(() => alphaAt([300, 150]) > 50);
    await task.press(';');
    await until(() => alphaAt([300, 150]) === 0);
  });

  it('hidden regions not at all, and never paints on them', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [100, 100],
      [200, 200],
    ]);
    await task.press('Shift+O');
    await task.chooseLabel('Bus');
    await task.drag([
      [50, 50],
      [250, 250],
    ]);
    expect(await count(task)).to.equal(100 * 100);
    expect(await count(task, BLUE)).to.equal(200 * 200 - 100 * 100);
  });

  it('single pixels with a grid at high zoom, and paints exactly one', async () => {
    const task = await start();
    sessionOf(task).options.change({ brushSize: 1 });
    const overlay = task.root.querySelector<HTMLCanvasElement>('.mask-overlay')!;
    const marked = () =>
      overlay
        .getContext('2d')!
        .getImageData(0, 0, overlay.width, overlay.height)
        .data.some((value, i) => i % 4 === 3 && value > 0);
    await mouse.move([1, 1]);
    await painted();
    expect(marked()).to.equal(false);
    await until(async () => {
      await wheel(task.at([200, 150]), -100);
      await painted();
      return task.scale > 12;
    });
    await mouse.move([1, 1]);
    await painted();
    expect(marked(), 'the grid').to.equal(true);
    await task.click([203.5, 151.5]);
    expect(await count(task)).to.equal(1);
    expect((await decoded(task)).at(203, 151)).to.equal(GREEN);
  });

  it('the square brush as it paints', async () => {
    const task = await start();
    sessionOf(task).options.change({ brushSize: 20 });
    const shape = [...task.root.querySelectorAll<HTMLElement>('oce-mask-options button[aria-pressed]')].find(
      (button) => button.getAttribute('aria-label') === 'Square brush',
    )!;
    await mouse.click(pointOf(shape));
    await task.click([60, 60]);
    expect(await count(task)).to.equal(20 * 20);
  });
});
