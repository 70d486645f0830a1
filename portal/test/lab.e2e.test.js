import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { lab, PIXEL, ROOT, temporaryFolder, writeFiles } from './helpers.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Complaints of the browser that the lab is not to blame for. */
const HARMLESS = /favicon/;

describe('the task lab in a browser', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  });
  after(() => browser.close());

  async function open(t, options = {}, address = '') {
    const output = path.join(await temporaryFolder(t), 'output');
    const { url } = await lab(t, { output, ...options });
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    t.after(() => page.close());
    const complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url + address);
    return { page, output, complaints, task: page.frameLocator('iframe') };
  }

  /** Draws a box over the middle of the picture, and returns when the task says so. */
  async function drawBox(page, task) {
    await task.getByRole('option', { name: /Car/ }).click();
    await task.getByText('1,600 × 1,067 px').waitFor();
    const picture = await task.locator('canvas.upper-canvas').boundingBox();
    const at = (x, y) => [picture.x + picture.width * x, picture.y + picture.height * y];
    await page.mouse.move(...at(0.25, 0.25));
    await page.mouse.down();
    await page.mouse.move(...at(0.4, 0.4));
    await page.mouse.move(...at(0.5, 0.75));
    await page.mouse.up();
    await task
      .getByText(/Car added/)
      .first()
      .waitFor({ state: 'attached' });
  }

  async function violations(page) {
    // Evaluated by the driver: the lab's own policy lets no script in.
    await page.evaluate(await readFile(AXE, 'utf8'));
    const { violations: found } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
  }

  it('goes from the gallery to an answer on disk, and lists it after a reload', async (t) => {
    const { page, output, complaints, task } = await open(t);
    await page.locator('.card').nth(4).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: /Street scene/ }).click();
    await drawBox(page, task);
    await task.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Saved. It matches the schema of crowd-bounding-box.').waitFor();
    const saved = await page.locator('.saved code').first().textContent();
    const { answers } = JSON.parse(
      await readFile(path.join(output, saved.slice(saved.indexOf('street-boxes'))), 'utf8'),
    );
    const { boundingBoxes, inputImageProperties } = answers[0].answerContent.boundingBox;
    assert.deepEqual(inputImageProperties, { height: 1067, width: 1600 });
    const [{ label, left, top, width, height }] = boundingBoxes;
    assert.equal(label, 'Car');
    for (const [value, wanted] of [
      [left, 400],
      [top, 267],
      [width, 400],
      [height, 533],
    ]) {
      assert.ok(Math.abs(value - wanted) <= 6, `${value} is not about ${wanted}`);
    }
    assert.deepEqual(await violations(page), []);

    await page.reload();
    await page.locator('.history button').click();
    await page.getByRole('tab', { name: 'Response' }).click();
    await page.getByText(answers[0].workerId).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('runs every bounding box example under a strict content policy without a violation', async (t) => {
    const { page, complaints, task } = await open(t, {}, '#/street-adjustment/0');
    await page.getByRole('button', { name: 'Strict CSP' }).click();
    for (const example of ['street-adjustment/0', 'street-boxes/1', 'phantom-boxes/0', 'korean-labels/0']) {
      await page.goto(`${page.url().split('#')[0]}#/${example}`);
      await task.locator('canvas.upper-canvas').waitFor();
    }
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('.bar .count').count(), 0);
  });

  it('changes language and theme of a running task without loading it again', async (t) => {
    const { page, task } = await open(t, {}, '#/street-boxes/0');
    await drawBox(page, task);
    await page.getByRole('button', { name: '한국어' }).click();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await task.getByRole('button', { name: '제출' }).waitFor();
    const scheme = await task
      .locator('crowd-bounding-box')
      .evaluate((element) => getComputedStyle(element).colorScheme);
    assert.equal(scheme, 'dark');
    const { boundingBoxes } = await task.locator('crowd-bounding-box').evaluate((element) => element.value);
    assert.equal(boundingBoxes.length, 1);
  });

  it('submits a custom form of native controls', async (t) => {
    const { page, output, task } = await open(t, {}, '#/street-survey/2');
    await task.getByLabel('Not sure').check();
    await task.getByLabel('When was it taken?').selectOption('noon');
    await task.getByLabel(/How many people/).fill('4');
    await task.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Saved.').first().waitFor();
    const saved = await page.locator('.saved code').first().textContent();
    const { answers } = JSON.parse(
      await readFile(path.join(output, saved.slice(saved.indexOf('street-survey'))), 'utf8'),
    );
    assert.equal(answers[0].answerContent.hour, 'noon');
  });

  it('shows the problems of a requester’s own files, and reloads when the template is mended', async (t) => {
    const folder = await writeFiles(await temporaryFolder(t), {
      'mine.liquid.html': '<crowd-form><p id="text">{{ task.input.caption }}{{ task.input.gone }}</p></crowd-form>',
      'mine.manifest': '{"source-ref":"s3://b/a.png","caption":"<first>"}\n{"source-ref":"s3://b/none.png"}\n{oops}',
      'a.png': PIXEL,
    });
    const own = { template: path.join(folder, 'mine.liquid.html'), data: path.join(folder, 'mine.manifest') };
    const { page, task } = await open(t, { own });
    assert.equal(await task.locator('#text').textContent(), '<first>');
    await page.getByRole('button', { name: /Details/ }).click();
    await page.getByRole('tab', { name: /Problems/ }).click();
    const problems = await page.locator('.problem').allTextContents();
    for (const [what, place] of [
      ['task.input.gone', 'mine.liquid.html:1:'],
      ['none.png', 'mine.manifest:2'],
      ['oops', 'mine.manifest:3'],
    ]) {
      assert.ok(
        problems.some((text) => text.includes(what) && text.includes(place)),
        `${what} at ${place} in ${problems.join('\n')}`,
      );
    }
    await writeFile(own.template, '<crowd-form><p id="text">mended</p></crowd-form>');
    await task.getByText('mended').waitFor();
    await page.getByText('mine.liquid.html:1:').waitFor({ state: 'detached' });
  });

  it('keeps the answer in the task when the lab has stopped', async (t) => {
    const output = path.join(await temporaryFolder(t), 'output');
    const started = await lab(t, { output });
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    t.after(() => page.close());
    await page.goto(`${started.url}#/street-survey/0`);
    const task = page.frameLocator('iframe');
    await task.getByLabel('Yes').check();
    await task.getByLabel('When was it taken?').selectOption('noon');
    await task.getByLabel(/How many people/).fill('4');
    await started.close();
    await task.getByRole('button', { name: 'Submit' }).click();
    await page.getByText(/could not be saved/).waitFor();
    assert.equal(await task.getByLabel(/How many people/).inputValue(), '4');
  });
});

describe('a copy of the examples elsewhere', () => {
  it('is served too', async (t) => {
    const folder = await temporaryFolder(t);
    await cp(path.join(ROOT, 'examples'), folder, { recursive: true });
    const { url } = await lab(t, { examples: folder });
    const { jobs } = await (await fetch(`${url}api/jobs`)).json();
    assert.ok(jobs.length >= 5);
  });
});
