// How long a tool takes from the first statement of its script to a shown picture that can be drawn on. The picture is
// small here: decoding 12 megapixels would hide everything else.

import { VIEWPORT, launch, sleep, within } from './browser.mjs';
import { Mouse } from './input.mjs';
import { NoiseMeter } from './machine.mjs';

const READY_MS = 40_000;

/** Drags a box onto the empty picture; resolves to how many boxes the tool then holds. */
async function drawOne(page) {
  const mouse = new Mouse(await page.context().newCDPSession(page));
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
    await page.goto(`${base}/${tool}/?small`);
    Object.assign(
      result,
      await within(
        READY_MS,
        'ready',
        page.evaluate(() => window.bench.ready),
      ),
    );
    if (await page.evaluate(() => window.bench.startup?.draw)) result.drawn = (await drawOne(page)) === 1;
  } catch (error) {
    result.error = error.message.split('\n', 1)[0].slice(0, 200);
  }
  result.othersCores = meter.cores;
  result.noisy = result.othersCores > noise;
  await browser.close();
  return result;
}
