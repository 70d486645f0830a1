// How long a tool takes from the first statement of its script to a shown picture that can be drawn on. The picture is
// small here: decoding 12 megapixels would hide everything else.

import { VIEWPORT, launch, sleep, within } from './browser.mjs';
import { Mouse } from './input.mjs';
import { NoiseMeter } from './machine.mjs';

const READY_MS = 40_000;
// A browser that has just been started is busy with itself.
const SETTLE_MS = 1000;

/** Chooses a label by its key and drags a box onto the picture; resolves to how many boxes the tool then holds. */
async function drawOne(page, labelKey) {
  const mouse = new Mouse(await page.context().newCDPSession(page));
  await page.keyboard.press(labelKey);
  const rect = await page.evaluate(() => window.bench.pictureRect());
  const from = { x: rect.x + 0.3 * rect.width, y: rect.y + 0.3 * rect.height };
  mouse.move(from);
  mouse.press(from);
  for (let i = 1; i <= 10; i++) mouse.move({ x: from.x + 15 * i, y: from.y + 10 * i });
  mouse.release({ x: from.x + 150, y: from.y + 100 });
  await mouse.answered();
  await sleep(100);
  return page.evaluate(() => window.bench.count());
}

/** Starts one tool in a fresh browser. */
export async function measureStartup({ base, tool, run, noise }) {
  const result = { tool, run };
  const browser = await launch();
  const meter = new NoiseMeter();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await sleep(SETTLE_MS);
    await page.goto(`${base}/${tool}/?start`);
    Object.assign(
      result,
      await within(
        READY_MS,
        'ready',
        page.evaluate(() => window.bench.ready),
      ),
    );
    const labelKey = await page.evaluate(() => window.bench.labelKey);
    if (labelKey) result.drawn = (await drawOne(page, labelKey)) === 1;
  } catch (error) {
    result.error = error.message.split('\n', 1)[0].slice(0, 200);
  }
  result.othersCores = meter.cores;
  result.noisy = result.othersCores > noise;
  await browser.close();
  return result;
}
