// Encoding a mask in a browser, beside a bare deflate of the packed scanlines and canvas.toDataURL.

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch } from '../lib/browser.mjs';
import { longestTask, spent } from './tasks.mjs';

const PAGE = fileURLToPath(new URL('../segment/png-page.ts', import.meta.url));

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Bytes, and processor time of the main thread, for a square mask of 8 labels; `side` 4096 is 16.8 megapixels. */
export async function measureEncode({ side = 4096, rounds = 7 } = {}) {
  const { outputFiles } = await build({ entryPoints: [PAGE], bundle: true, format: 'iife', write: false });
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>bench</title><script>${outputFiles[0].text}</script>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const { isEqual, bytes, toDataUrlBytes, toDataUrlMs } = await page.evaluate((n) => globalThis.runBench(n), side);
    if (!isEqual) throw new Error('The decoded mask is not the one that was encoded.');
    const client = await page.context().newCDPSession(page);
    await page.evaluate((n) => globalThis.pieces.prepare(n), side);
    const run = (piece) => () => page.evaluate((name) => globalThis.pieces[name](), piece);
    const times = { encode: [], deflate: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [piece, list] of Object.entries(times)) list.push((await spent(client, run(piece))).main);
    }
    const blocks = [];
    for (let round = 0; round < 3; round++) blocks.push(await longestTask(page, client, run('encode')));
    return {
      encodeMs: median(times.encode),
      deflateMs: median(times.deflate),
      blockedMs: median(blocks),
      bytes,
      toDataUrlBytes,
      toDataUrlMs,
    };
  } finally {
    await browser.close();
    server.close();
  }
}
