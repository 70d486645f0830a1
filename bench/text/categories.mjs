// How long a key press takes to be a painted selection among 1,000 categories.

import path from 'node:path';
import { build } from 'esbuild';
import { launch } from '../lib/browser.mjs';
import { pagesDir, rootDir } from '../lib/paths.mjs';
import { median, quantile } from '../lib/stats.mjs';

const PRESSES = 60;

/** Milliseconds, from real key presses; see pages/categories.js for what is counted. */
export async function measureCategories() {
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
    const shown = keys.map((key) => key.done - key.pressed);
    const work = keys.map((key) => key.work);
    return {
      ready,
      shown: median(shown),
      shownP95: quantile(shown, 0.95),
      work: median(work),
      workP95: quantile(work, 0.95),
      late: keys.filter((key) => !key.isShown).length,
      presses: keys.length,
    };
  } finally {
    await browser.close();
  }
}
