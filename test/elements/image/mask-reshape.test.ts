import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import '../../../src/elements/crowd-instance-segmentation.js';
import { hold, mouse, painted, pointOf, release } from '../../support/input.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open } from './mask-harness.js';

const GREEN = '#2ca02c';
const BLUE = '#1f77b4';

const decoded = (task: AnnotatorHarness) => decode(maskOf(task).labeledImage.pngImageData);
const greens = async (task: AnnotatorHarness) => (await decoded(task)).counts.get(GREEN) ?? 0;

/** A square of 100 by 100 pixels, ready to be edited as a polygon. */
async function square(tag: 'semantic' | 'instance' = 'semantic'): Promise<AnnotatorHarness> {
  const task = await open(tag);
  await task.chooseLabel('Car');
  await task.use('rectangle');
  await task.drag([
    [100, 100],
    [200, 200],
  ]);
  await task.use('reshape');
  return task;
}

describe('editing a mask as polygon', () => {
  afterEach(closeTasks);

  for (const tag of ['semantic', 'instance'] as const) {
    it(`moves a vertex and turns back into pixels as one step: ${tag}`, async () => {
      const task = await square(tag);
      expect(task.announcement).to.contain('4 vertices');
      await task.drag([
        [200, 200],
        [240, 220],
        [260, 240],
      ]);
      await task.press('Enter');
      // The square, and the two triangles that the corner has drawn out.
      expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 60) / 2 + (100 * 40) / 2, 60);
      await task.press('Control+z');
      expect(await greens(task)).to.equal(100 * 100);
      await task.press('Control+Shift+z');
      expect(await greens(task)).to.be.greaterThan(14_000);
    });
  }

  it('changes no pixel when nothing was moved, and adds no step', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    await task.drag([
      [80, 80],
      [200, 130],
      [120, 220],
    ]);
    const before = await decoded(task);
    await task.press('Shift+R', 'Enter');
    const after = await decoded(task);
    for (let y = 0; y < 300; y++) for (let x = 0; x < 400; x++) expect(after.at(x, y)).to.equal(before.at(x, y));
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('takes back one vertex after the other while it is open', async () => {
    const task = await square();
    await task.drag([
      [200, 200],
      [260, 200],
    ]);
    await task.drag([
      [100, 200],
      [40, 200],
    ]);
    await task.press('Control+z');
    expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 60) / 2, 60);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(100 * 100);
    await task.press('Control+Shift+z');
    expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 60) / 2, 60);
  });

  it('adds a vertex on an edge and removes one by Alt, by Delete, or by dropping it on its neighbour', async () => {
    const task = await square();
    await task.drag([
      [150, 100],
      [150, 50],
    ]);
    expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 50) / 2, 60);
    await hold('Alt');
    await task.click([150, 50]);
    await release('Alt');
    expect(await greens(task)).to.equal(100 * 100);
    await task.hover([200, 100]);
    await task.press('Delete');
    expect(await greens(task)).to.be.closeTo((100 * 100) / 2, 110);
    await task.press('Control+z');
    await task.drag([
      [200, 100],
      [150, 150],
      [101, 101],
    ]);
    expect(await greens(task)).to.be.closeTo((100 * 100) / 2, 110);
    await task.press('Enter');
    await task.press('Control+z');
    expect(await greens(task), 'all of it is one step').to.equal(100 * 100);
  });

  it('keeps the work when another tool, another label or Escape ends it', async () => {
    for (const end of [
      (task: AnnotatorHarness) => task.use('brush'),
      (task: AnnotatorHarness) => task.chooseLabel('Bus'),
      (task: AnnotatorHarness) => task.press('Escape'),
    ]) {
      const task = await square();
      await task.drag([
        [200, 200],
        [260, 200],
      ]);
      await end(task);
      expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 60) / 2, 60);
      closeTasks();
    }
  });

  it('goes on with the region that is clicked, and leaves locked ones alone', async () => {
    const task = await square();
    await task.use('rectangle');
    await task.chooseLabel('Bus');
    await task.drag([
      [250, 50],
      [350, 90],
    ]);
    await task.press('Shift+L');
    await task.use('reshape');
    expect(task.announcement).to.contain('locked');
    await task.click([150, 150]);
    await task.drag([
      [200, 100],
      [300, 60],
    ]);
    await task.press('Enter');
    const mask = await decoded(task);
    expect(mask.counts.get(BLUE), 'locked pixels').to.equal(100 * 40);
    expect(mask.at(220, 110)).to.equal(GREEN);
  });

  it('works with one finger and with the keyboard', async () => {
    const task = await square();
    await task.fingerDrag([
      [200, 200],
      [230, 200],
      [260, 200],
    ]);
    expect(await greens(task)).to.be.closeTo(100 * 100 + (100 * 60) / 2, 150);
    const done = [...task.root.querySelectorAll<HTMLButtonElement>('oce-mask-options .oce-button')].find((button) =>
      button.textContent?.includes('Finish'),
    )!;
    await mouse.click(pointOf(done));
    await painted();
    await task.focusStage();
    await task.press('Control+z');
    expect(await greens(task)).to.equal(100 * 100);
    // The cursor begins in the middle of the stage, 50 right of the lower right corner.
    await task.use('reshape');
    await task.focusStage();
    await task.press('ArrowRight');
    await task.press('Control+ArrowLeft');
    const at = () => task.announcement.match(/\d+/g)!.map(Number) as [number, number];
    const go = async (axis: 0 | 1, to: number, keys: readonly [string, string]) => {
      for (let i = 0; i < 200 && at()[axis] !== to; i++) {
        const left = to - at()[axis];
        await task.press(`${Math.abs(left) >= 8 ? '' : 'Control+'}${keys[left < 0 ? 0 : 1]}`);
      }
    };
    await go(0, 200, ['ArrowLeft', 'ArrowRight']);
    await go(1, 200, ['ArrowUp', 'ArrowDown']);
    await task.press('Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Enter');
    expect(await greens(task)).to.be.greaterThan(100 * 100 + 500);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(100 * 100);
  });
});
