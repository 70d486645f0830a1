// What the simulated worker does: drag one box or one vertex, zoom at the pointer, pan. Each returns its frame intervals and whether
// the data show that it really happened.

import { sleep } from './browser.mjs';
import { paced, loopPoint } from './input.mjs';
import { FITTED, FREE_POINT, PICTURE, targetPlaces } from '../pages/scene.js';

const MOVES = 120;
const WHEEL_DELTA = 30;
const WHEEL_BLOCK = 10;
const PAN_ZOOM = 1.5;

const pictureRect = (page) => page.evaluate(() => window.bench.pictureRect());
const target = (page) => page.evaluate(() => window.bench.target());
const begin = (page, name) => page.evaluate((phase) => window.bench.beginPhase(phase), name);
const end = (page, name) => page.evaluate((phase) => window.bench.endPhase(phase), name);
const calm = (page) => page.evaluate(() => window.bench.calm());

const toClient = (rect, point) => ({
  x: rect.x + (point.x / PICTURE.width) * rect.width,
  y: rect.y + (point.y / PICTURE.height) * rect.height,
});

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** Drags the target around a loop of 140x100 screen pixels and leaves it 12 px further right; so with one vertex of a polygon. */
export async function drag({ page, mouse, gestures, shape }) {
  const before = await target(page);
  const rect = await pictureRect(page);
  const places = targetPlaces(shape);
  const press = toClient(rect, places.press);
  const hold = toClient(rect, places.grip);
  mouse.move({ x: press.x - 10, y: press.y - 10 });
  await sleep(100);
  if (gestures.selectFirst) {
    await mouse.click(press);
    await calm(page);
  }
  mouse.move(hold);
  await mouse.answered();
  await sleep(400);
  const grip = (await page.evaluate(() => window.bench.grip?.())) ?? hold;
  mouse.move(grip);
  await mouse.answered();
  await calm(page);

  await begin(page, 'press');
  mouse.press(grip);
  await sleep(50);
  await mouse.answered();
  await calm(page);
  await end(page, 'press');
  await begin(page, 'drag');
  await paced(MOVES, (i) => mouse.move(loopPoint(grip, i, MOVES, 140, 100)));
  await mouse.answered();
  const intervals = await end(page, 'drag');
  const dropped = { x: grip.x + 12, y: grip.y };
  await begin(page, 'drop');
  mouse.move(dropped);
  await sleep(50);
  mouse.release(dropped);
  await mouse.answered();
  await calm(page);
  await end(page, 'drop');
  return { intervals, proof: distance(await target(page), before) > 1 };
}

/** Wheels in and out in short blocks around the fitted view, and ends zoomed in. */
export async function zoom({ page, mouse, gestures }) {
  const before = await pictureRect(page);
  const point = toClient(before, FREE_POINT);
  mouse.move(point);
  await mouse.answered();
  await begin(page, 'zoom');
  await paced(MOVES + WHEEL_BLOCK, (i) => {
    const inwards = Math.floor(i / WHEEL_BLOCK) % 2 === 0;
    mouse.wheel(point, inwards ? -WHEEL_DELTA : WHEEL_DELTA, gestures.zoom.modifiers);
  });
  await mouse.answered();
  const intervals = await end(page, 'zoom');
  await calm(page);
  return { intervals, proof: (await pictureRect(page)).width > before.width * 1.05 };
}

async function zoomIn({ page, mouse, gestures }, width) {
  for (let i = 0; i < 60; i++) {
    const rect = await pictureRect(page);
    if (rect.width >= width) return;
    mouse.wheel(toClient(rect, FREE_POINT), -WHEEL_DELTA, gestures.zoom.modifiers);
    await mouse.answered();
    await sleep(20);
  }
}

/** Pans around a loop of 300x160 screen pixels, zoomed in a little because some tools do not move a fitted picture. */
export async function pan({ page, mouse, gestures }) {
  await zoomIn({ page, mouse, gestures }, FITTED.width * PAN_ZOOM);
  await sleep(500);
  await calm(page);
  const before = await pictureRect(page);
  const from = toClient(before, FREE_POINT);
  const { button, modifiers } = gestures.pan;
  mouse.move(from);
  await mouse.answered();
  mouse.press(from, button, modifiers);
  await mouse.answered();
  await calm(page);
  await begin(page, 'pan');
  await paced(MOVES, (i) => mouse.move(loopPoint(from, i, MOVES, 300, 160)));
  await mouse.answered();
  const intervals = await end(page, 'pan');
  const dropped = { x: from.x + 20, y: from.y + 10 };
  mouse.move(dropped);
  await sleep(50);
  mouse.release(dropped);
  await mouse.answered();
  await calm(page);
  return { intervals, proof: distance(await pictureRect(page), before) > 2 };
}
