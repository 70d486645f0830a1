// What is done to whole regions of a large picture, with real input: the longest task of the page, and how long it takes.

import { launch, sleep } from '../lib/browser.mjs';
import { openTask } from './open-task.mjs';
import { longestTask } from './tasks.mjs';

/** Nobody waits longer for a command, in milliseconds. */
const PATIENCE_MS = 60_000;

const state = () => {
  const { session } = document.querySelector('crowd-semantic-segmentation');
  return { isBusy: session.work.isBusy, steps: session.store.history.length };
};

/**
 * Longest task of each command in milliseconds of processor time, on a picture of a given size; with `workers: false` under a
 * policy that forbids workers, so that the page does everything itself.
 */
export async function measureCommands(script, size, { workers = true } = {}) {
  const browser = await launch();
  try {
    const { page, client, stage } = await openTask(browser, script, size, { labels: ['Sky', 'Field'], workers });
    const at = (x, y) => [stage.left + stage.width * x, stage.top + stage.height * y];
    // The picture in the middle of the stage, as wide as it is shown.
    const side = Math.min(stage.width, (stage.height * size.width) / size.height);
    const on = (x, y) => {
      const [left, top] = at(0.5, 0.5);
      return [left + (x - 0.5) * side, top + (y - 0.5) * side * (size.height / size.width)];
    };
    const drag = async (points) => {
      await page.mouse.move(...points[0]);
      await page.mouse.down();
      for (const point of points.slice(1)) await page.mouse.move(...point);
      await page.mouse.up();
    };
    const press = (key) => page.keyboard.press(key);
    const settled = async () => {
      for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await sleep(10)) {
        if (!(await page.evaluate(state)).isBusy) return;
      }
      throw new Error('A command did not end.');
    };
    const figures = {};
    const measure = async (name, work, changes = 1) => {
      const before = await page.evaluate(state);
      let took = 0;
      const longest = await longestTask(page, client, async () => {
        const start = performance.now();
        await work();
        await settled();
        took = performance.now() - start;
        // What follows: the frame that shows it, lists and counts.
        await sleep(400);
      });
      const after = await page.evaluate(state);
      if (after.steps - before.steps !== changes) throw new Error(`${name} made ${after.steps - before.steps} steps.`);
      figures[name] = { longest, took };
    };
    const undo = () => press('Control+z');
    const select = async () => {
      await page.locator('crowd-semantic-segmentation .oce-object').first().click();
      await page.evaluate(() => document.querySelector('crowd-semantic-segmentation').focus());
    };
    const lasso = Array.from({ length: 61 }, (_, i) => {
      const angle = (i / 60) * 2 * Math.PI;
      const reach = 0.415 + 0.02 * Math.sin(angle * 9);
      return on(0.5 + reach * Math.cos(angle), 0.5 + reach * Math.sin(angle));
    });
    await press('1');
    await press('m');
    await measure('rectangle over nearly all', () => drag([on(0.01, 0.01), on(0.99, 0.99)]));
    await measure('its undo', undo, -1);
    await measure('its redo', () => press('Control+Shift+z'));
    await press('Control+z');
    await press('l');
    await measure('lasso around 54 %', () => drag(lasso));
    // A hole and an island, so that there is something to find.
    await press('2');
    await press('m');
    await drag([on(0.45, 0.45), on(0.55, 0.55)]);
    await settled();
    await press('1');
    await drag([on(0.03, 0.03), on(0.034, 0.034)]);
    await settled();
    await sleep(300);
    await select();
    await measure('fill holes', () => press('Shift+c'));
    await measure('undo of filled holes', undo, -1);
    await measure('remove islands', () => press('Shift+e'));
    await press('Control+z');
    await measure('grow', () => press('Shift+]'));
    await press('Control+z');
    await measure('shrink', () => press('Shift+['));
    await press('Control+z');
    await measure('close gaps', () => press('Shift+p'), 0);
    await press('o');
    await press('2');
    await measure('give its label to a region', async () => {
      await page.keyboard.down('Shift');
      await drag([on(0.3, 0.5)]);
      await page.keyboard.up('Shift');
    });
    await measure('undo of a swapped label', undo, -1);
    await select();
    await measure('delete', () => press('Delete'));
    await measure('undo of a deletion', undo, -1);
    return { megapixels: (size.width * size.height) / 1e6, workers, figures };
  } finally {
    await browser.close();
  }
}
