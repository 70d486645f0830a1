// node bench/profile.mjs <start|load|drag|zoom|pan> [number] [tool] [shape]: what the time of one phase is spent on. The library is
// bundled from its sources without minifying, so that functions have their names.

import path from 'node:path';
import { build } from 'esbuild';
import { VIEWPORT, launch, sleep } from './lib/browser.mjs';
import { buildPages } from './lib/build.mjs';
import { Mouse } from './lib/input.mjs';
import { builtDir, rootDir } from './lib/paths.mjs';
import { drag, pan, zoom } from './lib/phases.mjs';
import { makePictures } from './lib/picture.mjs';
import { hottest, mainThreadShares } from './lib/profile.mjs';
import { serve } from './lib/server.mjs';
import { shapes } from './lib/shapes.mjs';
import { tools } from './lib/tools.mjs';
import { Tracer } from './lib/trace.mjs';

const GESTURES = { drag, zoom, pan };
const SAMPLE_US = 100;
const ROWS = 30;

async function readableDropIn() {
  const outfile = path.join(builtDir, 'readable.js');
  await build({
    entryPoints: [path.join(rootDir, 'src', 'crowd-html-elements.ts')],
    outfile,
    bundle: true,
    keepNames: false,
    format: 'iife',
    target: 'es2022',
    tsconfig: path.join(rootDir, 'tsconfig.json'),
    logLevel: 'error',
  });
  return outfile;
}

/** Runs one phase under the sampling profiler; resolves to what Chromium calls a profile. */
async function profiled(session, action) {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
  await action();
  return (await session.send('Profiler.stop')).profile;
}

async function run({ phase, n, tool, shape, url }) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const session = await page.context().newCDPSession(page);
    const tracer = new Tracer(await browser.newBrowserCDPSession());
    if (phase === 'start') {
      await tracer.start();
      const profile = await profiled(session, async () => {
        await page.goto(`${url}/${tool}/?start`);
        await page.evaluate(() => window.bench.ready);
      });
      return { profile, events: await tracer.stop(), from: 'bench:evaluated', to: 'bench:ready' };
    }
    await page.goto(`${url}/${tool}/?shape=${shape}`);
    await page.evaluate(() => window.bench.ready);
    await sleep(300);
    const load = () => page.evaluate((count) => window.bench.loadShapes(count), n);
    if (phase !== 'load') await load();
    const gestures = await page.evaluate(() => window.bench.gestures);
    const context = { page, mouse: new Mouse(session), gestures, shape };
    await tracer.start();
    const profile = await profiled(session, phase === 'load' ? load : () => GESTURES[phase](context));
    return {
      profile,
      events: await tracer.stop(),
      from: `${phase}:start`,
      to: phase === 'load' ? 'load:main' : `${phase}:end`,
    };
  } finally {
    await browser.close();
  }
}

async function main([phase = 'drag', n = '10000', tool = 'ours', shape = 'box']) {
  const isPhase = ['start', 'load', ...Object.keys(GESTURES)].includes(phase);
  if (!isPhase || !tools[tool] || !(Number(n) > 0) || !shapes[shape]) {
    console.error('node bench/profile.mjs <start|load|drag|zoom|pan> [number of shapes] [tool] [box|polygon|outline]');
    process.exitCode = 2;
    return;
  }
  await makePictures();
  await buildPages([tool], tool === 'ours' ? await readableDropIn() : undefined);
  const server = await serve();
  try {
    const { profile, events, from, to } = await run({ phase, n: Number(n), tool, shape, url: server.url });
    const { shares, frames, begin, end } = mainThreadShares(events, from, to);
    console.log(
      `${phase}, ${n} ${shapes[shape].many}, ${tool}: ${frames} frames in ${Math.round((end - begin) / 1000)} ms`,
    );
    console.log('\nMain thread, milliseconds a frame (self time):');
    for (const [name, ms] of shares.slice(0, ROWS)) console.log(`${(ms / frames).toFixed(3).padStart(9)}  ${name}`);
    console.log('\nFunctions, milliseconds a frame (self / with callees):');
    for (const { name, self, total } of hottest(profile, begin, end).slice(0, ROWS)) {
      console.log(`${(self / frames).toFixed(3).padStart(9)} ${(total / frames).toFixed(3).padStart(9)}  ${name}`);
    }
  } finally {
    server.close();
  }
}

await main(process.argv.slice(2));
