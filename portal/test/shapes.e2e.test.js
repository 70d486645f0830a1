/** The examples of polygons, polylines, lines and keypoints, worked on as a worker does: drawn, reloaded, submitted. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { lab, stillPicture, temporaryFolder } from './helpers.js';

/** A point of the picture may be this many pixels from where the mouse was aimed: the screen has fewer pixels. */
const NEAR = 6;

describe('the examples of shapes in a browser', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  });
  after(() => browser.close());

  async function open(t, example) {
    const output = path.join(await temporaryFolder(t), 'output');
    const { url } = await lab(t, { output });
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    t.after(() => page.close());
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${url}#/${example}/0`);
    const worker = new Worker(page);
    await worker.ready();
    return { page, worker, output, complaints, example };
  }

  /** Tears the page away and takes back what was drawn. */
  async function reload({ page, worker }) {
    const before = await worker.value();
    await page.reload();
    await worker.task.getByRole('button', { name: 'Restore' }).click();
    await worker.until((value, wanted) => JSON.stringify(value) === JSON.stringify(wanted), before);
  }

  /** Submits and gives the answer that lies on the disk. */
  async function submit({ page, worker, output, complaints, example }, tag) {
    await worker.task.getByRole('button', { name: 'Submit' }).click();
    await page.getByText(`Saved. It matches the schema of ${tag}.`).waitFor();
    const saved = await page.locator('.saved code').first().textContent();
    const { answers } = JSON.parse(await readFile(path.join(output, saved.slice(saved.indexOf(example))), 'utf8'));
    assert.deepEqual(complaints, []);
    return Object.values(answers[0].answerContent)[0];
  }

  it('outlines two leaves that share a border', async (t) => {
    const session = await open(t, 'leaf-polygons');
    const { worker } = session;
    const first = [
      [0.3, 0.3],
      [0.45, 0.3],
      [0.45, 0.6],
      [0.3, 0.6],
    ];
    await worker.pick('Maple');
    await worker.clicks([...first, first[0]]);
    await worker.says(/Maple added/);
    await worker.pick('Oak');
    // Control turns snapping on: both corners are where those of the first leaf are.
    const second = [
      [0.6, 0.3],
      [0.45, 0.3],
      [0.45, 0.6],
      [0.6, 0.6],
    ];
    await worker.clicks(second, ['Control']);
    await session.page.keyboard.press('Enter');
    await worker.says(/Oak added/);
    await reload(session);
    // The page goes away while a third one is only half drawn.
    await worker.pick('Beech');
    const third = [
      [0.7, 0.7],
      [0.8, 0.7],
      [0.85, 0.8],
    ];
    await worker.clicks(third);
    await session.page.reload();
    await worker.task.getByRole('button', { name: 'Restore' }).click();
    await worker.until((value) => value.polygons.length === 3);
    const { polygons, inputImageProperties } = await submit(session, 'crowd-polygon');
    assert.deepEqual(
      polygons.map(({ label }) => label),
      ['Maple', 'Oak', 'Beech'],
    );
    assertNear(polygons[2].vertices, third, inputImageProperties);
    assertNear(polygons[0].vertices, first, inputImageProperties);
    assert.deepEqual(polygons[1].vertices.slice(1, 3), polygons[0].vertices.slice(1, 3));
  });

  it('traces a road edge freehand and a lane by clicks', async (t) => {
    const session = await open(t, 'road-polylines');
    const { worker, page } = session;
    await worker.pick('Lane line');
    const lane = [
      [0.4, 0.9],
      [0.45, 0.7],
      [0.5, 0.5],
    ];
    await worker.clicks(lane);
    await page.keyboard.press('Enter');
    await worker.says(/Lane line added/);
    await worker.task.getByRole('button', { name: 'Submit' }).click();
    await worker.task
      .getByText(/Road edge/)
      .last()
      .waitFor();
    assert.equal(await page.locator('.saved code').count(), 0, 'a rule asks for a road edge first');
    await worker.pick('Road edge');
    await worker.drag(Array.from({ length: 30 }, (_, i) => [0.7 + 0.002 * i, 0.9 - 0.015 * i]));
    await page.keyboard.press('Enter');
    await worker.says(/Road edge added/);
    await reload(session);
    const { polylines, inputImageProperties } = await submit(session, 'crowd-polyline');
    assertNear(polylines[0].vertices, lane, inputImageProperties);
    assert.equal(polylines[1].label, 'Road edge');
    assert.ok(polylines[1].vertices.length < 10, 'a straight stroke has few vertices');
  });

  it('draws the fence of a yard', async (t) => {
    const session = await open(t, 'yard-line');
    const { worker } = session;
    await worker.pick('Fence');
    const fence = [
      [0.2, 0.6],
      [0.7, 0.55],
    ];
    await worker.drag(fence);
    await worker.says(/Fence added/);
    await reload(session);
    const { lines, inputImageProperties } = await submit(session, 'crowd-line');
    assert.equal(lines[0].label, 'Fence');
    assertNear(lines[0].vertices, fence, inputImageProperties);
  });

  it('sets the joints of a hand as they are asked for', async (t) => {
    const session = await open(t, 'hand-keypoints');
    const { worker, page } = session;
    const joints = Array.from({ length: 21 }, (_, i) => [0.3 + 0.02 * i, 0.8 - 0.05 * (i % 5)]);
    for (const [index, joint] of joints.entries()) {
      await worker.clicks([joint]);
      await worker.until(({ keypoints }, count) => keypoints.length === count, index + 1);
      // The second point is hidden behind the palm.
      if (index === 1) await page.keyboard.press('b');
    }
    await reload(session);
    const { keypoints, inputImageProperties } = await submit(session, 'crowd-keypoint');
    assert.equal(new Set(keypoints.map(({ label }) => label)).size, 21);
    assertNear(keypoints, joints, inputImageProperties);
    assert.equal(keypoints.filter(({ visibility }) => visibility !== keypoints[0].visibility).length, 1);
  });
});

/** Somebody with a mouse in front of a task; points are shares of the picture's width and height. */
class Worker {
  constructor(page) {
    this.page = page;
    this.task = page.frameLocator('iframe');
    this.picture = this.task.locator('canvas.upper-canvas');
  }

  /** Waits until the picture can be aimed at. */
  async ready() {
    await stillPicture(this.task);
  }

  async pick(label) {
    await this.task
      .getByRole('option', { name: new RegExp(label) })
      .first()
      .click();
  }

  async at([x, y]) {
    const box = await this.picture.boundingBox();
    return [box.x + box.width * x, box.y + box.height * y];
  }

  async clicks(points, modifiers = []) {
    for (const key of modifiers) await this.page.keyboard.down(key);
    for (const point of points) await this.page.mouse.click(...(await this.at(point)));
    for (const key of modifiers) await this.page.keyboard.up(key);
  }

  async drag([first, ...others]) {
    await this.page.mouse.move(...(await this.at(first)));
    await this.page.mouse.down();
    for (const point of others) await this.page.mouse.move(...(await this.at(point)));
    await this.page.mouse.up();
  }

  /** Waits for an announcement. */
  async says(text) {
    await this.task.getByText(text).first().waitFor({ state: 'attached' });
  }

  /** The answer as the element has it now. */
  value() {
    return this.picture.evaluate((canvas) => canvas.getRootNode().host.value);
  }

  /** Waits until something holds of the answer. */
  async until(holds, wanted) {
    for (let i = 0; i < 100; i++) {
      if (holds(await this.value(), wanted)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`the answer is ${JSON.stringify(await this.value())}`);
  }
}

function assertNear(vertices, shares, { width, height }) {
  assert.equal(vertices.length, shares.length);
  vertices.forEach(({ x, y }, i) => {
    const [wantedX, wantedY] = [shares[i][0] * width, shares[i][1] * height];
    assert.ok(Math.hypot(x - wantedX, y - wantedY) <= NEAR, `${x}, ${y} is not about ${wantedX}, ${wantedY}`);
  });
}
