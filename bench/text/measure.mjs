// One long text, in `crowd-entity-annotation` and in @recogito/text-annotator. Input is real; times are those of the page's
// main thread, as Chromium counts them.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, sleep } from '../lib/browser.mjs';
import { rootDir } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const peer = join(rootDir, 'bench', 'peers', 'recogito');
export const PEER = '@recogito/text-annotator@4.1.1';

/** Takes turns, so that a slow minute hits both. Resolves to the medians of each tool, in milliseconds. */
export async function measureText({ runs, script = join(rootDir, 'dist', 'crowd-html-elements.js') }) {
  installPeer();
  const tools = [
    { name: 'ours', script: readFileSync(script, 'utf8') },
    { name: 'recogito', script: '' },
  ];
  for (const tool of tools) Object.assign(tool, { page: await pageOf(tool.name), figures: [] });
  for (let run = 0; run < runs; run += 1) {
    for (const tool of tools) tool.figures.push(await measure(tool.name, tool));
  }
  const mediansOf = (figures) =>
    Object.fromEntries(Object.keys(figures[0]).map((key) => [key, median(figures.map((one) => one[key]))]));
  return Object.fromEntries(tools.map(({ name, figures }) => [name, mediansOf(figures)]));
}

function installPeer() {
  if (existsSync(join(peer, 'node_modules'))) return;
  mkdirSync(peer, { recursive: true });
  writeFileSync(join(peer, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', PEER], {
    cwd: peer,
    stdio: 'inherit',
  });
}

async function pageOf(name) {
  const { outputFiles } = await build({
    entryPoints: [join(here, `${name}.js`)],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    nodePaths: [join(peer, 'node_modules')],
    logLevel: 'error',
  });
  return outputFiles.find(({ path }) => path.endsWith('.js')).text;
}

async function measure(name, { script, page: code }) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent('<!doctype html><html lang="en"><body style="margin:0"></body></html>');
    if (script) await page.addScriptTag({ content: script });
    await page.addScriptTag({ content: code });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const spent = async (work) => {
      const read = async () => {
        const { metrics } = await client.send('Performance.getMetrics');
        const of = (key) => metrics.find((metric) => metric.name === key).value * 1000;
        return { script: of('ScriptDuration'), main: of('TaskDuration') };
      };
      const before = await read();
      await work();
      await sleep(250);
      const after = await read();
      return { script: after.script - before.script, main: after.main - before.main };
    };
    // The first frames of a browser take as long as its own start; that is nobody's work.
    await sleep(500);
    let ready = 0;
    const { main: readyMain } = await spent(async () => (ready = await page.evaluate(() => window.bench.load())));
    await sleep(400);
    const before = await page.evaluate(() => window.bench.count());
    if (before !== 5000) throw new Error(`${name} shows ${before} spans.`);
    const idle = await spent(() => sleep(0));
    const adds = [];
    const places = await page.evaluate(() => window.bench.places());
    for (const { left, right, y } of places) {
      // The whole gesture: one tool works at the end of it, another one while the selection grows.
      adds.push(
        await spent(async () => {
          await page.mouse.move(left + 1, y);
          await page.mouse.down();
          await page.mouse.move((left + right) / 2, y);
          await page.mouse.move(right - 1, y);
          await page.mouse.up();
        }),
      );
    }
    const count = await page.evaluate(() => window.bench.count());
    if (count !== 5000 + places.length)
      throw new Error(`${name}: ${count - 5000} of ${places.length} spans were added.`);
    await page.mouse.move(places[0].left + 300, places[0].y + 200);
    const STEPS = 20;
    const scroll = await spent(async () => {
      for (let step = 0; step < STEPS; step += 1) {
        await page.mouse.wheel(0, 240);
        await sleep(32);
      }
    });
    if (!(await page.evaluate(() => window.bench.scrolled()))) throw new Error(`${name} did not scroll.`);
    return {
      ready,
      readyMain,
      addScript: Math.max(0, median(adds.map(({ script }) => script)) - idle.script),
      addMain: Math.max(0, median(adds.map(({ main }) => main)) - idle.main),
      scrollScript: scroll.script / STEPS,
      scrollMain: scroll.main / STEPS,
    };
  } finally {
    await browser.close();
  }
}
