/** The street scene painted as a worker does: every tool once, the page torn away in the middle, the answer decoded. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { lab, ROOT, stillPicture, temporaryFolder } from './helpers.js';

const TRUTH = path.join(ROOT, 'examples', 'pictures', 'truth');

/** Default colours of the labels of the example, by position. */
const COLORS = { Person: '#2ca02c', 'Traffic light': '#1f77b4', Bus: '#ff7f0e', Car: '#d62728', Tree: '#9467bd' };
/** Colours of the same labels in the file with the truth. */
const TRUE_COLORS = { Person: '#2ca02c', Car: '#1f77b4', Bus: '#ff7f0e', Tree: '#d62728', 'Traffic light': '#9467bd' };

describe('the street scene, painted', () => {
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
    const painter = new Painter(page);
    await painter.ready();
    const truth = await decode(page, (await readFile(path.join(TRUTH, 'street-1.mask.png'))).toString('base64'));
    const { boxes } = JSON.parse(await readFile(path.join(TRUTH, 'boxes.json'), 'utf8'))['street-1'];
    return { page, painter, output, complaints, truth, boxes, example };
  }

  async function submit({ page, painter, output, complaints, example }, tag) {
    await painter.task.getByRole('button', { name: 'Submit' }).click();
    await page.getByText(`Saved. It matches the schema of ${tag}.`).waitFor({ timeout: 60_000 });
    const saved = await page.locator('.saved code').first().textContent();
    const { answers } = JSON.parse(await readFile(path.join(output, saved.slice(saved.indexOf(example))), 'utf8'));
    assert.deepEqual(complaints, []);
    return answers[0].answerContent[tag];
  }

  it('is painted with every tool, survives a reload with its undo, and is answered to the pixel', async (t) => {
    const session = await open(t, 'street-segmentation');
    const { page, painter, truth, boxes } = session;
    const things = (label) => boxes.filter((box) => box.label === label).sort((a, b) => b.width - a.width);
    const outlineOf = (box, points) => outline(truth, TRUE_COLORS[box.label], box, points);
    const [bus] = things('Bus');
    const [rightCar, leftCar] = things('Car');
    const trees = things('Tree');
    const [light] = things('Traffic light');
    const people = things('Person').sort((a, b) => b.height - a.height);

    await painter.choose('Bus', 'p');
    await painter.clicks(outlineOf(bus, 40));
    await page.keyboard.press('Enter');
    await painter.says(/Bus: [\d,]+ pixels/);

    await painter.choose('Car', 'a');
    await painter.drag([
      [leftCar.left, leftCar.top],
      [leftCar.left + leftCar.width, leftCar.top + leftCar.height],
    ]);
    await painter.says(/Click a wrong part/);
    await page.keyboard.press('Enter');
    await painter.choose('Car', 'd');
    await painter.clicks(outlineOf(rightCar, 28));
    await page.keyboard.press('Enter');

    await painter.choose('Tree', 'l');
    for (const tree of trees) await painter.drag(outlineOf(tree, 60));
    // Where the lasso cut a corner, a vertex is drawn out and the outline becomes pixels again.
    await painter.choose('Tree', 'Shift+R');
    await painter.says(/vertices/);
    const before = await painter.area('Tree');
    const [corner] = outlineOf(trees[0], 60);
    await painter.drag([corner, [corner[0], corner[1] - 20]]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    assert.equal(await painter.area('Tree'), before);

    await painter.choose('Traffic light', 'm');
    const { left, top, width, height } = light;
    await painter.drag([
      [left + width * 0.02, top],
      [left + width * 0.5, top + height * 0.34],
    ]);

    await painter.choose('Person', 'b');
    for (const person of people.slice(0, 2)) {
      const middle = person.left + person.width / 2;
      await painter.drag([
        [middle, person.top + 16],
        [middle, person.top + person.height - 16],
      ]);
    }
    await painter.choose('Person', 'q');
    await painter.hoverUntilReady([people[2].left + people[2].width / 2, people[2].top + 60]);
    await painter.drag([
      [people[2].left + people[2].width / 2, people[2].top + 60],
      [people[2].left + people[2].width / 2, people[2].top + 100],
    ]);
    await page.keyboard.press('e');
    await painter.drag([
      [people[0].left + people[0].width / 2, people[0].top + 20],
      [people[0].left + people[0].width / 2 + 4, people[0].top + 24],
    ]);
    await painter.says(/erase|Person/);
    // A surface of even colour, given to another label by a click and taken back.
    await painter.choose('Traffic light', 'c');
    await painter.clicks([[800, 60]]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('o');
    await page.keyboard.down('Shift');
    await painter.clicks([[bus.left + bus.width / 2, bus.top + bus.height / 2]]);
    await page.keyboard.up('Shift');
    await page.keyboard.press('Control+z');

    // The page goes away while an outline is open: what was done to it is kept.
    await painter.choose('Tree', 'Shift+R');
    await painter.drag([corner, [corner[0], corner[1] - 30]]);
    const shown = await painter.countColors();
    assert.ok(shown[COLORS.Tree] > before);
    await page.reload();
    await painter.task.getByRole('button', { name: 'Restore' }).click();
    await painter.until(async () => JSON.stringify(await painter.countColors()) === JSON.stringify(shown));
    const painted = await painter.areas();
    // Undo goes on where it was, and back.
    await painter.stage.focus();
    await page.keyboard.press('Control+z');
    await painter.until(async () => JSON.stringify(await painter.areas()) !== JSON.stringify(painted));
    await page.keyboard.press('Control+Shift+z');
    await painter.until(async () => JSON.stringify(await painter.areas()) === JSON.stringify(painted));

    const answer = await submit(session, 'crowd-semantic-segmentation');
    assert.deepEqual(Object.keys(answer.labelMappings).sort(), Object.keys(COLORS).sort());
    const mask = await decode(page, answer.labeledImage.pngImageData);
    assert.deepEqual([mask.width, mask.height], [1600, 1067]);
    for (const [label, color] of Object.entries(COLORS)) {
      assert.equal(answer.labelMappings[label].color, color);
      const pixels = mask.colors.filter((each) => each === color).length;
      assert.equal(pixels, painted[label], `${label}: the list says ${painted[label]} pixels`);
    }
    const known = new Set(['', ...Object.values(COLORS)]);
    assert.ok(
      mask.colors.every((color) => known.has(color)),
      'no colour is mixed',
    );
    const overlaps = Object.fromEntries(
      Object.keys(COLORS).map((label) => [label, overlap(mask, COLORS[label], truth, TRUE_COLORS[label])]),
    );
    for (const [label, least] of Object.entries({
      Bus: 0.85,
      Car: 0.8,
      Tree: 0.8,
      'Traffic light': 0.2,
      Person: 0.2,
    })) {
      assert.ok(overlaps[label] > least, `${label}: ${JSON.stringify(overlaps)}`);
    }
  });

  it('is painted object by object, merged and split', async (t) => {
    const session = await open(t, 'street-instances');
    const { page, painter, truth, boxes } = session;
    const cars = boxes.filter(({ label }) => label === 'Car');
    for (const car of cars) {
      await painter.choose('Car', 'Shift+A');
      await page.keyboard.press('p');
      await painter.clicks(outline(truth, TRUE_COLORS.Car, car, 16));
      await page.keyboard.press('Enter');
    }
    await painter.until(async () => (await painter.rows()).length === 2);
    // Both as one, and the parts of it as two again.
    await painter.task.locator('.oce-object').nth(0).click();
    await painter.task
      .locator('.oce-object')
      .nth(1)
      .click({ modifiers: ['Control'] });
    await page.keyboard.press('Shift+M');
    await painter.until(async () => (await painter.rows()).length === 1);
    await page.keyboard.press('Shift+D');
    await painter.until(async () => (await painter.rows()).length === 2);

    const answer = await submit(session, 'crowd-instance-segmentation');
    assert.deepEqual(
      answer.instances.map(({ label }) => label),
      ['Car', 'Car'],
    );
    const mask = await decode(page, answer.labeledImage.pngImageData);
    const found = answer.instances.map(({ color }) => color);
    assert.equal(new Set(found).size, 2);
    for (const car of cars) {
      const at = (car.top + Math.round(car.height / 2)) * 1600 + car.left + Math.round(car.width / 2);
      assert.ok(found.includes(mask.colors[at]));
    }
    const joined = { ...mask, colors: mask.colors.map((color) => (color ? 'car' : '')) };
    assert.ok(overlap(joined, 'car', truth, TRUE_COLORS.Car) > 0.85);
  });
});

/** Somebody with a mouse in front of a mask task; points are pixels of the picture. */
class Painter {
  constructor(page) {
    this.page = page;
    this.task = page.frameLocator('iframe');
    this.picture = this.task.locator('canvas.upper-canvas');
    this.stage = this.task.locator('.stage');
  }

  async ready() {
    await stillPicture(this.task);
  }

  /** A label by its row, then a tool by its key. */
  async choose(label, key) {
    await this.task.locator('.label-button', { hasText: label }).click();
    await this.page.keyboard.press(key);
  }

  async at([x, y]) {
    const box = await this.picture.boundingBox();
    return [box.x + (box.width * x) / 1600, box.y + (box.height * y) / 1067];
  }

  async clicks(points) {
    for (const point of points) await this.page.mouse.click(...(await this.at(point)));
  }

  async drag([first, ...others]) {
    await this.page.mouse.move(...(await this.at(first)));
    await this.page.mouse.down();
    for (const point of others) await this.page.mouse.move(...(await this.at(point)));
    await this.page.mouse.up();
  }

  /** Superpixels are computed where the pointer rests. */
  async hoverUntilReady(point) {
    await this.page.mouse.move(...(await this.at(point)));
    const overlay = this.task.locator('.mask-overlay');
    await this.until(() =>
      overlay.evaluate((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, i) => i % 4 === 3 && value > 0);
      }),
    );
  }

  async says(text) {
    await this.task.getByText(text).first().waitFor({ state: 'attached', timeout: 60_000 });
  }

  /** Lines of the object list. */
  rows() {
    return this.task.locator('.oce-object').allTextContents();
  }

  /** Pixels of each label, as the list says. */
  async areas() {
    const found = {};
    for (const row of await this.rows()) {
      const [, label, area] = /^\s*([A-Za-z ]+?)\s+\d+\s+([\d,]+) px/.exec(row) ?? [];
      if (label) found[label] = Number(area.replaceAll(',', ''));
    }
    return found;
  }

  /** Pixels of each colour in the answer as it stands now, unfinished gestures included. */
  async countColors() {
    const data = await this.picture.evaluate((canvas) => canvas.getRootNode().host.value.labeledImage.pngImageData);
    const counts = {};
    for (const color of (await decode(this.page, data)).colors) counts[color] = (counts[color] ?? 0) + 1;
    return Object.fromEntries(Object.entries(counts).sort());
  }

  async area(label) {
    return (await this.areas())[label];
  }

  async until(holds) {
    for (let i = 0; i < 200; i++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`It did not happen; the list says ${(await this.rows()).join(' | ')}`);
  }
}

/** Decodes a PNG with the browser's own decoder: a colour for each pixel, `''` where nothing is. */
async function decode(page, base64) {
  // As runs of equal pixels: a mask has few of them, a picture of a megapixel would be a long message.
  const { width, height, runs } = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), { colorSpaceConversion: 'none' });
    const g = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    g.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(g.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    const runs = [];
    for (let from = 0, i = 1; i <= pixels.length; i++) {
      if (pixels[i] === pixels[from]) continue;
      runs.push(pixels[from], i - from);
      from = i;
    }
    return { width: bitmap.width, height: bitmap.height, runs };
  }, base64);
  const colors = [];
  for (let i = 0; i < runs.length; i += 2) {
    const parts = [0, 8, 16].map((shift) => ((runs[i] >> shift) & 255).toString(16).padStart(2, '0'));
    const color = runs[i] >>> 24 ? `#${parts.join('')}` : '';
    for (let left = runs[i + 1]; left > 0; left--) colors.push(color);
  }
  return { width, height, colors };
}

/** Points around a thing, as a hand would click them: its farthest pixels in all directions from the middle of its box. */
function outline({ width, colors }, color, box, count) {
  const [cx, cy] = [box.left + box.width / 2, box.top + box.height / 2];
  const points = [];
  for (let i = 0; i < count; i++) {
    const angle = (2 * Math.PI * i) / count;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    let reach = 0;
    for (let r = 0; r < Math.hypot(box.width, box.height); r++) {
      const [x, y] = [Math.round(cx + dx * r), Math.round(cy + dy * r)];
      const isIn = x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
      if (isIn && colors[y * width + x] === color) reach = r;
    }
    if (reach > 2) points.push([cx + dx * reach, cy + dy * reach]);
  }
  return points;
}

/** Share of what both have in what either has. */
function overlap(mask, color, truth, trueColor) {
  let [both, either] = [0, 0];
  for (let i = 0; i < mask.colors.length; i++) {
    const [is, was] = [mask.colors[i] === color, truth.colors[i] === trueColor];
    if (is && was) both++;
    if (is || was) either++;
  }
  return both / either;
}
