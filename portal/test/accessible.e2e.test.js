import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { lab } from './helpers.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on a whole page, best practices of landmarks and headings included. */
function violations() {
  return globalThis.axe
    .run(document)
    .then(({ violations }) =>
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' >> ')).join(', ')}`),
    );
}

describe('examples and assistive technology', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  });
  after(() => browser.close());

  it('axe finds nothing on any page', async (t) => {
    const { url } = await lab(t, {});
    const { jobs } = await (await fetch(`${url}api/jobs`)).json();
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    t.after(() => page.close());
    for (const { id } of jobs) {
      await t.test(id, async () => {
        await page.goto(`${url}task/${id}/0?bridge=off&lang=en`);
        await page.waitForFunction(() => !document.getElementById('crowd-elements-loading-dimmer'));
        await page.addScriptTag({ path: axe });
        assert.deepEqual(await page.evaluate(violations), []);
      });
    }
  });
});
