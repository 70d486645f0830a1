// One run: a fresh browser, one tool, one number of shapes.

import { VIEWPORT, launch, sleep, within } from './browser.mjs';
import { Mouse } from './input.mjs';
import { NoiseMeter } from './machine.mjs';
import { drag, pan, zoom } from './phases.mjs';
import { mean, quantile, round } from './stats.mjs';
import { Tracer, readLoad, readPhase, readTrace } from './trace.mjs';

const READY_MS = 40_000;
const LOAD_MS = 180_000;
const PHASE_MS = 120_000;

/** Bytes in use after a full collection: JavaScript objects, DOM objects and array buffers together. */
async function heapBytes(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** A few pixels of the screen around the target: proof that its paint has really arrived. */
async function lookAtTarget(page, session) {
  const rect = await page.evaluate(() => window.bench.pictureRect());
  const clip = { x: rect.x + 0.4 * rect.width, y: rect.y + 0.4 * rect.height, width: 240, height: 180, scale: 1 };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  return data;
}

function summary(phase, intervals) {
  const entry = (values) => ({
    mean: round(mean(values)),
    p50: round(quantile(values, 0.5)),
    p95: round(quantile(values, 0.95)),
  });
  return {
    frames: intervals.length,
    inputs: phase.latencyMs.length,
    frameMs: entry(intervals),
    latencyMs: entry(phase.latencyMs),
    scriptMs: entry(phase.scriptMs),
    mainThreadMs: entry(phase.mainThreadMs),
    longestMs: round(phase.longestMs),
  };
}

/** All phases in one page; fills `result` as it goes, so that a failure keeps what was measured before it. */
async function measurePage({ browser, url, shape, n, result, shot }) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.on('pageerror', (error) => (result.pageErrors ??= []).push(error.message.slice(0, 200)));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await page.goto(url);
  result.startup = await within(
    READY_MS,
    'ready',
    page.evaluate(() => window.bench.ready),
  );
  Object.assign(result, await page.evaluate(() => ({ name: window.bench.name, version: window.bench.version })));
  const gestures = await page.evaluate(() => window.bench.gestures);
  await sleep(300);

  const tracer = new Tracer(await browser.newBrowserCDPSession());
  const context = { page, mouse: new Mouse(session), gestures, shape };
  const empty = await lookAtTarget(page, session);
  const heapBefore = await heapBytes(session);
  await tracer.start();
  result.load = await within(
    LOAD_MS,
    'load',
    page.evaluate((count) => window.bench.loadShapes(count), n),
  );
  result.heapPerShape = Math.round(((await within(READY_MS, 'heap', heapBytes(session))) - heapBefore) / n);
  result.proof = { shown: (await lookAtTarget(page, session)) !== empty };
  if (shot) await page.screenshot({ path: shot });

  const intervals = {};
  for (const [name, run] of Object.entries({ drag, zoom, pan })) {
    if (name !== 'drag' && !gestures[name]) continue;
    const outcome = await within(PHASE_MS, name, run(context));
    intervals[name] = outcome.intervals;
    result.proof[name] = outcome.proof;
  }
  const trace = readTrace(await tracer.stop());
  Object.assign(result.load, readLoad(trace));
  for (const name of Object.keys(intervals)) result[name] = summary(readPhase(trace, name), intervals[name]);
  result.drag.pressMs = round(readPhase(trace, 'press').latencyMs[0]);
  const longest = ['press', 'drag', 'drop'].map((name) => readPhase(trace, name).longestMs);
  result.drag.longestMs = round(Math.max(...longest));
}

/** Runs once and returns the record of it; never throws for a tool that fails. */
export async function measure({ base, shape, tool, n, run, noise, shot }) {
  const result = { shape, tool, n, run };
  const started = Date.now();
  const browser = await launch();
  const meter = new NoiseMeter();
  try {
    result.browser = `Chromium ${browser.version()}`;
    await measurePage({ browser, url: `${base}/${tool}/?shape=${shape}`, shape, n, result, shot });
  } catch (error) {
    result.error = error.message.split('\n', 1)[0].slice(0, 200);
  }
  result.othersCores = meter.cores;
  result.noisy = result.othersCores > noise;
  await within(15_000, 'close', browser.close()).catch(() => undefined);
  result.seconds = Math.round((Date.now() - started) / 1000);
  return result;
}
