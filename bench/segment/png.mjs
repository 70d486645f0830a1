/* Mask encoding in a real browser, against a bare deflate and canvas.toDataURL. Usage: node bench/segment/png.mjs */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { outputFiles } = await build({
  entryPoints: [join(here, 'png-page.ts')],
  bundle: true,
  format: 'iife',
  write: false,
});
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>bench</title><script>${outputFiles[0].text}</script>`);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const rows = [];
for (const side of [1024, 2048, 4096]) rows.push(await page.evaluate((n) => globalThis.runBench(n), side));
// On a busy machine the wall clock measures the neighbours; thread ticks count only what this page did.
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const threadMs = async (piece) => {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const times = [];
  for (let round = 0; round < 7; round++) {
    const before = await read();
    await page.evaluate((name) => globalThis.pieces[name](), piece);
    times.push((await read()) - before);
  }
  return times.toSorted((a, b) => a - b)[3];
};
await page.evaluate(() => globalThis.pieces.prepare(4096));
const thread = {
  'encode, thread ms': await threadMs('encode'),
  'bare deflate with packing, thread ms': await threadMs('deflate'),
};
await browser.close();
server.close();
console.table(
  rows.map((row) => ({
    megapixels: row.megapixels.toFixed(1),
    'encode ms': row.encodeMs.toFixed(0),
    'bare deflate ms': row.deflateMs.toFixed(0),
    'longest block ms': row.blockedMs.toFixed(1),
    bytes: row.bytes,
    'toDataURL ms': row.toDataUrlMs.toFixed(0),
    'toDataURL bytes': row.toDataUrlBytes | 0,
    'pixels equal': row.isEqual,
  })),
);
console.table({ '16.8 megapixels': thread });
