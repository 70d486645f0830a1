// The bench's own clock inside a page. A page calls `runPage({...})` once:
//
//   name, version     what is measured
//   ready             promise: the tool is mounted and shows the picture
//   prepare(shapes)   shapes in the tool's own format (not timed)
//   load(data)        hands them to the tool; may return a promise
//   count()           how many shapes the tool holds, or vertices where there is one outline
//   target()          { x, y } of what gets dragged, in picture pixels: the box, or the first vertex of the polygon;
//                     proof that a drag moved it
//   pictureRect()     where the whole picture is shown now, in client pixels: proof of zoom and pan
//   gestures          { selectFirst, pan: { button, modifiers } | null, zoom: { modifiers } | null }
//   grip()            optional: client point to drag the target by, after it was hovered and clicked
//   labelKey          optional: the key that chooses a label, after which a plain drag draws a box

import { SHAPE, makeShapes } from './scene.js';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once the main thread has finished the frame that is being made now. */
function endOfFrame() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
}

/** Waits until timers are on time again: whatever the tool still had to do is done. */
async function calm() {
  const limit = performance.now() + 60_000;
  for (let onTime = 0; onTime < 4 && performance.now() < limit;) {
    const start = performance.now();
    await pause(50);
    onTime = performance.now() - start < 65 ? onTime + 1 : 0;
  }
}

// Vertices that fall into the same pixel are no second vertex: a few of the outline's go that way.
const isComplete = (page, n) => page.count() >= (SHAPE === 'outline' ? 0.9 * n : n);

async function load(page, n) {
  // Kept nowhere else: what the tool does not hold on to must not count as its memory.
  const handOver = [page.prepare(makeShapes(n))];
  await frame();
  await endOfFrame();
  performance.mark('load:start');
  const start = performance.now();
  const loading = page.load(handOver.pop());
  const called = performance.now();
  await loading;
  // Asking how many there are may be work of its own, so it is asked after the frame.
  do {
    await frame();
    performance.mark('load:frame');
    await endOfFrame();
    performance.mark('load:main');
  } while (!isComplete(page, n));
  await calm();
  performance.mark('load:end');
  return { callMs: called - start };
}

let ticks = null;

function beginPhase(name) {
  ticks = [];
  const mine = ticks;
  const tick = () => {
    if (ticks !== mine) return;
    mine.push(performance.now());
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  performance.mark(`${name}:start`);
}

async function endPhase(name) {
  await frame();
  await frame();
  performance.mark(`${name}:end`);
  const times = ticks;
  ticks = null;
  return times.slice(1).map((time, index) => time - times[index]);
}

/** Publishes a page to the driver as `window.bench`. */
export function runPage(page) {
  const ready = Promise.resolve(page.ready).then(async () => {
    await frame();
    await endOfFrame();
    performance.mark('bench:ready');
    const [evaluated] = performance.getEntriesByName('bench:evaluated');
    const [done] = performance.getEntriesByName('bench:ready');
    return { fromScriptMs: done.startTime - evaluated.startTime, fromNavigationMs: done.startTime };
  });
  window.bench = { ...page, ready, loadShapes: (n) => load(page, n), beginPhase, endPhase, calm };
}
