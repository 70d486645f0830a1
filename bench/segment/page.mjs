/*
 * Auto-segment as a worker meets it: real clicks in a real browser, time until the mask is there, and how long the page was blocked.
 * In the worker, and on the page where a policy forbids workers.
 *
 *   node bench/segment/page.mjs [--rounds 5]
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { buildLibrary } from '../lib/build.mjs';
import { dropInFile } from '../lib/paths.mjs';
import { renderScene } from './scenes/scene.mjs';
import { boundsOf, extremeClicks } from './simulate.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
buildLibrary();

const SIZES = {
  '1 megapixel': { width: 1160, height: 900 },
  '12 megapixels': { width: 4000, height: 3000 },
};
const scenes = Object.fromEntries(
  Object.entries(SIZES).map(([name, size]) => [name, renderScene('building', 3, size)]),
);

/** Runs in the page: shows a picture from raw pixels, and watches what blocks the page. */
const SCRIPT = `
window.show = async (name, width, height) => {
  const data = new Uint8ClampedArray(await (await fetch('/pixels/' + name)).arrayBuffer());
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  // From the server, as pictures of tasks come.
  await fetch('/pictures/' + name, { method: 'POST', body: picture });
  const task = document.querySelector('crowd-semantic-segmentation');
  task.src = '/pictures/' + encodeURIComponent(name);
  await task.pictureReady;
};
window.place = ([x, y], { width, height }) => {
  const shown = document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelector('canvas.upper-canvas');
  const { left, top, width: w, height: h } = shown.getBoundingClientRect();
  return [left + (x / width) * w, top + (y / height) * h];
};
window.said = () =>
  document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelector('oce-announcer').textContent.trim();
window.watch = () => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const seen = { tasks, gap: 0 };
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last - 4);
    last = now;
    if (!seen.isOver) setTimeout(beat, 4);
  };
  addEventListener('pointerup', () => (seen.from = performance.now()), true);
  const look = () => {
    if (seen.from && said().startsWith('Click a wrong part')) seen.took = performance.now() - seen.from;
    else requestAnimationFrame(look);
  };
  beat();
  look();
  window.seen = seen;
};
`;

const pictures = new Map();

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/lib.js' || pathname === '/bench.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(pathname === '/lib.js' ? readFileSync(dropInFile) : SCRIPT);
  } else if (pathname.startsWith('/pictures/')) {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (request.method === 'POST') pictures.set(pathname.replaceAll('%20', ' '), Buffer.concat(parts));
    response.setHeader('content-type', 'image/jpeg');
    response.end(pictures.get(pathname.replaceAll('%20', ' ')));
  } else if (pathname.startsWith('/pixels/')) {
    response.end(Buffer.from(scenes[decodeURIComponent(pathname.slice(8))].data.buffer));
  } else {
    const workers = searchParams.has('page') ? "'none'" : 'blob:';
    response.setHeader('content-security-policy', `worker-src ${workers}`);
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><script src="/lib.js"></script><script src="/bench.js"></script><body>
      <crowd-semantic-segmentation name="a" drafts="off" labels="['Thing', 'Other']"></crowd-semantic-segmentation></body></html>`);
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const rows = {};
try {
  for (const where of ['worker', 'page']) {
    for (const [name, size] of Object.entries(SIZES)) {
      const scene = scenes[name];
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const address = `http://127.0.0.1:${server.address().port}/?${where}`;
      await page.goto(address);
      await page.evaluate(([n, w, h]) => globalThis.show(n, w, h), [name, size.width, size.height]);
      const rounds = [];
      for (let round = 0; round < Number(options.rounds); round++) {
        await page.keyboard.press('1');
        await page.keyboard.press('a');
        const clicks = extremeClicks(scene, round);
        for (const [i, { x, y }] of clicks.entries()) {
          const [px, py] = await page.evaluate(([p, s]) => globalThis.place(p, s), [[x, y], size]);
          await page.mouse.move(px, py);
          if (i === 3) await page.evaluate(() => globalThis.watch());
          await page.mouse.down();
          await page.mouse.up();
        }
        await page.waitForFunction(() => globalThis.seen.took !== undefined, undefined, { timeout: 120_000 });
        rounds.push(await page.evaluate(() => ((globalThis.seen.isOver = true), globalThis.seen)));
        await page.keyboard.press('Escape');
      }
      const { left, right } = boundsOf(scene);
      rows[`${name}, ${where}`] = {
        'object, px wide': right - left,
        'first, ms': rounds[0].took.toFixed(0),
        'median, ms': median(rounds.map(({ took }) => took)).toFixed(0),
        'tasks over 50 ms': rounds.reduce((sum, { tasks }) => sum + tasks.length, 0),
        'longest of them, ms': Math.max(0, ...rounds.flatMap(({ tasks }) => tasks)).toFixed(0),
        'median of the longest gap, ms': median(rounds.map(({ gap }) => gap)).toFixed(0),
      };
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.table(rows);
