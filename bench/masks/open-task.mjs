// A mask task on a page of its own, with a picture of any size.

import { sleep } from '../lib/browser.mjs';

/** CSS pixels of the element on the page. */
const PAGE = { width: 1400, height: 900 };

/** A picture that costs nothing to decode at any size: what is measured is the mask. */
const picture = ({ width, height }) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#9ab"/></svg>`,
  )}`;

/** Shows a picture of a size in a new task; resolves to where its stage is, which has the focus. */
export async function showTask(page, { width, height }, labels) {
  await page.evaluate(
    async ({ src, names }) => {
      document.querySelector('crowd-semantic-segmentation')?.remove();
      const task = document.createElement('crowd-semantic-segmentation');
      const attributes = { src, labels: JSON.stringify(names), drafts: 'off', compact: '' };
      for (const [name, value] of Object.entries(attributes)) task.setAttribute(name, value);
      Object.assign(task.style, { display: 'block', inlineSize: '1400px', blockSize: '900px' });
      document.body.append(task);
      await task.pictureReady;
    },
    { src: picture({ width, height }), names: labels },
  );
  await sleep(800);
  return page.evaluate(() => {
    const stage = document.querySelector('crowd-semantic-segmentation').shadowRoot.querySelector('.stage');
    const { left, top, width: w, height: h } = stage.getBoundingClientRect();
    stage.focus();
    return { left, top, width: w, height: h };
  });
}

/** A page with the library and no task yet; errors of the page end up in `failures`. */
export async function openPage(browser, script, { workers = true } = {}) {
  const page = await browser.newPage({ viewport: PAGE });
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  const policy = workers ? '' : `<meta http-equiv="content-security-policy" content="worker-src 'none'">`;
  await page.setContent(`<!doctype html><html lang="en"><head>${policy}</head><body style="margin:0"></body></html>`);
  await page.addScriptTag({ content: script });
  const client = await page.context().newCDPSession(page);
  return { page, client, failures };
}

/** Both at once. */
export async function openTask(browser, script, size, { labels, workers }) {
  const opened = await openPage(browser, script, { workers });
  return { ...opened, stage: await showTask(opened.page, size, labels) };
}
