// One stroke on a picture of a given size, through the element: real pointer, real undo, and what it all costs.

import { launch, sleep } from '../lib/browser.mjs';
import { openPage, showTask } from './open-task.mjs';
import { longestTask, spent } from './tasks.mjs';

const MOVES = 120;
/** A little less than a frame, so that input meets every phase of the frame clock. */
const STEP_MS = 16;
/** Brush width in image pixels: radius 32. */
const BRUSH = 64;
/** Bytes of array buffers that the page holds, after a full collection. */
async function bufferBytes(client) {
  await client.send('HeapProfiler.collectGarbage');
  const { backingStorageSize, usedSize } = await client.send('Runtime.getHeapUsage');
  return { buffers: backingStorageSize, script: usedSize };
}

/** Measures one size; `zoom` is `fit` (the whole picture) or `actual` (one picture pixel a CSS pixel). */
export async function measureStroke(script, size, zoom) {
  const browser = await launch();
  try {
    const { page, client, failures } = await openPage(browser, script);
    await showTask(page, { width: 16, height: 16 }, ['Car']);
    const empty = await bufferBytes(client);
    const stage = await showTask(page, size, ['Car']);
    const pixels = size.width * size.height;
    if (zoom === 'actual') await page.keyboard.press('Shift+F');
    await setBrush(page);
    await sleep(400);
    const at = (part) => [
      stage.left + stage.width * (0.2 + 0.6 * part),
      stage.top + stage.height * (0.5 + 0.25 * Math.sin(part * 9)),
    ];
    const stroke = async (moves) => {
      await page.mouse.move(...at(0));
      await page.mouse.down();
      const pace = [];
      for (let move = 1; move <= moves; move++) {
        const [x, y] = at(move / moves);
        pace.push(client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }));
        await sleep(STEP_MS);
      }
      await Promise.all(pace);
      await page.mouse.up();
      await sleep(100);
    };
    // The first strokes run code that is not compiled yet.
    for (let round = 0; round < 2; round++) {
      await stroke(40);
      await page.keyboard.press('Control+z');
      await sleep(100);
    }
    const painting = await spent(client, () => stroke(MOVES));
    const isPainted = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crowd-semantic-segmentation');
      return shadowRoot.querySelectorAll('.oce-object').length === 1;
    });
    if (!isPainted) throw new Error('The stroke left nothing behind.');
    const press = (key) => async () => {
      await page.keyboard.press(key);
      await sleep(150);
    };
    const undo = await spent(client, press('Control+z'));
    const redo = await spent(client, press('Control+Shift+z'));
    await press('Control+z')();
    const longest = await longestTask(page, client, async () => {
      await stroke(MOVES);
      await press('Control+z')();
      await press('Control+Shift+z')();
    });
    const dabs = await page.evaluate(dabAlone, at(0.3));
    const held = await bufferBytes(client);
    if (failures.length) throw new Error(failures.join('\n'));
    return {
      megapixels: pixels / 1e6,
      zoom,
      dab: Math.min(...dabs),
      script: painting.script / MOVES,
      main: painting.main / MOVES,
      longest,
      undo: undo.script,
      redo: redo.script,
      // The visible part is in both: the same stage showed a picture of 16 pixels before.
      bytesPerPixel: (held.buffers - empty.buffers) / pixels,
    };
  } finally {
    await browser.close();
  }
}

/** The slider runs over the square root of the size. */
async function setBrush(page) {
  await page.evaluate((size) => {
    const root = document.querySelector('crowd-semantic-segmentation').shadowRoot;
    const range = root.querySelector('oce-mask-options input[type=range]');
    range.value = String(Math.sqrt(size));
    range.dispatchEvent(new Event('input', { bubbles: true }));
    root.querySelector('.stage').focus();
  }, BRUSH);
}

/**
 * One dab without anything around it: a pointer move inside a stroke, given to the stage directly. Painting follows at
 * the next frame and is not in it.
 */
function dabAlone([x, y]) {
  const stage = document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelector('.stage');
  stage.setPointerCapture = () => {};
  const fire = (type, at) =>
    stage.dispatchEvent(
      new PointerEvent(type, {
        clientX: at,
        clientY: y,
        pointerId: 9,
        button: 0,
        buttons: 1,
        bubbles: true,
        composed: true,
      }),
    );
  const rounds = [];
  fire('pointerdown', x);
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    for (let i = 0; i < 100; i++) fire('pointermove', x + i);
    rounds.push((performance.now() - start) / 100);
  }
  fire('pointerup', x + 100);
  return rounds;
}
