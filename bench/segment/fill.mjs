/*
 * Fill by colour and the live boundary on large pictures: how long the page is blocked, and when the worker sees something.
 *
 *   node bench/segment/fill.mjs [--sizes 12,100] [--check]
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { buildLibrary } from '../lib/build.mjs';
import { dropInFile } from '../lib/paths.mjs';
import { longestTask } from '../masks/tasks.mjs';

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '12,100' }, page: { type: 'boolean' }, check: { type: 'boolean' } },
});
/** Longest task that is allowed, in milliseconds of processor time. */
const MOST = 50;
buildLibrary();

/** Runs in the page: paints a picture of a sky over a rough field with a smooth disk, and shows it as a task would. */
const SCRIPT = `
window.show = async (width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  const g = canvas.getContext('2d');
  g.fillStyle = '#8fb4d8';
  g.fillRect(0, 0, width, height);
  const grain = new OffscreenCanvas(256, 256);
  const image = new ImageData(256, 256);
  for (let i = 0; i < image.data.length; i += 4) {
    const value = 60 + ((i * 2654435761) % 97);
    image.data.set([value, value + 20, 40, 255], i);
  }
  grain.getContext('2d').putImageData(image, 0, 0);
  g.fillStyle = g.createPattern(grain, 'repeat');
  g.fillRect(0, height * 0.6, width, height);
  g.fillStyle = '#c0392b';
  g.beginPath();
  g.arc(width / 2, height / 2, height / 8, 0, 7);
  g.fill();
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  await fetch('/picture', { method: 'POST', body: picture });
  const task = document.querySelector('crowd-semantic-segmentation');
  task.src = '/picture';
  await task.pictureReady;
};
window.place = (x, y) => {
  const shown = document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelector('canvas.upper-canvas');
  const { left, top, width, height } = shown.getBoundingClientRect();
  return [left + x * width, top + y * height];
};
window.areas = () =>
  document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelectorAll('.oce-object').length;
`;

let picture;
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/lib.js' || pathname === '/bench.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(pathname === '/lib.js' ? readFileSync(dropInFile) : SCRIPT);
  } else if (pathname === '/picture') {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (request.method === 'POST') picture = Buffer.concat(parts);
    response.setHeader('content-type', 'image/jpeg');
    response.end(picture);
  } else {
    if (options.page) response.setHeader('content-security-policy', "worker-src 'none'");
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><script src="/lib.js"></script><script src="/bench.js"></script><body>
      <crowd-semantic-segmentation name="a" drafts="off" labels="['Sky', 'Disk']"></crowd-semantic-segmentation></body></html>`);
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
const rows = {};
try {
  for (const megapixels of options.sizes.split(',').map(Number)) {
    const width = Math.round(Math.sqrt((megapixels * 1e6 * 4) / 3));
    const height = Math.round((width * 3) / 4);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const client = await page.context().newCDPSession(page);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.evaluate(([w, h]) => globalThis.show(w, h), [width, height]);
    const to = async (x, y) => page.mouse.move(...(await page.evaluate(([a, b]) => globalThis.place(a, b), [x, y])));
    const press = async () => {
      await page.mouse.down();
      await page.mouse.up();
    };
    const measure = async (name, work) => {
      let took = 0;
      const longest = await longestTask(page, client, async () => {
        const start = performance.now();
        await work();
        took = performance.now() - start;
        await page.waitForTimeout(500);
      });
      rows[`${megapixels} megapixels, ${name}`] = {
        'until it is there, ms': Math.round(took),
        'longest task, ms': +longest.toFixed(1),
      };
    };
    const filled = (count) => page.waitForFunction((n) => globalThis.areas() === n, count, { timeout: 120_000 });
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    await to(0.5, 0.5);
    await measure('first fill, of a disk', async () => {
      await press();
      await filled(1);
    });
    await page.keyboard.press('1');
    await to(0.1, 0.1);
    await measure('fill of the sky', async () => {
      await press();
      await filled(2);
    });
    await measure('its undo', async () => {
      await page.keyboard.press('Control+z');
      await filled(1);
    });
    await measure('its redo', async () => {
      await page.keyboard.press('Control+Shift+z');
      await filled(2);
    });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('d');
    await page.keyboard.press('1');
    // Zoomed to the border of the disk, as one would look at it.
    await to(0.5, 0.375);
    const [cx, cy] = await page.evaluate(() => globalThis.place(0.5, 0.375));
    await page.evaluate(() => 0);
    await page.keyboard.press('Shift+f');
    await measure('live boundary', async () => {
      await page.mouse.move(cx, cy);
      for (let anchor = 0; anchor < 3; anchor++) {
        await press();
        for (let i = 1; i <= 40; i++) await page.mouse.move(cx + anchor * 110 + i * 2.8, cy + (anchor + i / 40) * 4);
      }
    });
    await page.keyboard.press('Escape');
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
console.table(rows);
if (options.check) {
  const slow = Object.entries(rows).filter(([, row]) => row['longest task, ms'] > MOST);
  for (const [name] of slow) console.error(`${name}: a task is longer than ${MOST} ms.`);
  process.exitCode = slow.length ? 1 : 0;
}
