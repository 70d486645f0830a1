// node bench/categories.mjs: how long a key press takes to be a painted selection among 1,000 categories.

import path from 'node:path';
import { build } from 'esbuild';
import { launch } from './lib/browser.mjs';
import { pagesDir, rootDir } from './lib/paths.mjs';
import { median, quantile, round } from './lib/stats.mjs';

const PRESSES = 60;
const FRAME_MS = 1000 / 60;

const { outputFiles } = await build({
  entryPoints: [path.join(pagesDir, 'categories.js')],
  bundle: true,
  format: 'esm',
  minify: true,
  write: false,
  tsconfig: path.join(rootDir, 'tsconfig.json'),
  target: 'es2022',
});

const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('pageerror', (error) => console.error(error));
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addScriptTag({ type: 'module', content: outputFiles[0].text });
  await page.waitForFunction(() => globalThis.categoriesBench);
  // Keys of one digit, each moving the choice.
  for (let i = 0; i < PRESSES; i++) {
    await page.keyboard.press(String((i % 5) + 1));
    await page.waitForTimeout(40);
  }
  const { ready, keys } = await page.evaluate(() => {
    const { ready, keys } = globalThis.categoriesBench;
    return { ready, keys };
  });
  const done = keys.map((key) => key.done);
  const wrong = keys.filter((key) => !key.isShown).length;
  console.log(`ready with 1,000 categories: ${round(ready)} ms`);
  console.log(`key press to the end of the frame that shows it, ${keys.length} presses:`);
  console.log(
    `  median ${round(median(done))} ms, 95 % ${round(quantile(done, 0.95))} ms, worst ${round(Math.max(...done))} ms`,
  );
  console.log(`  median within one frame of ${round(FRAME_MS)} ms: ${median(done) <= FRAME_MS ? 'yes' : 'no'}`);
  if (wrong) {
    console.error(`${wrong} presses were not shown in their frame.`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
}
