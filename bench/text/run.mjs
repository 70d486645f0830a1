/**
 * Compares `crowd-entity-annotation` with @recogito/text-annotator on one long text: `node bench/text/run.mjs [runs]`.
 *
 * Needs a built library (`npm run build`). The peer is installed into bench/peers/recogito. Input is real; times are
 * those of the page's main thread, as Chromium counts them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, sleep } from '../lib/browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const peer = join(root, 'bench', 'peers', 'recogito');
const PEER = '@recogito/text-annotator@4.1.1';
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const runs = Number(process.argv[2] ?? 5);

if (!existsSync(join(peer, 'node_modules'))) {
  mkdirSync(peer, { recursive: true });
  writeFileSync(join(peer, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', PEER], { cwd: peer, stdio: 'inherit' });
}

const tools = {
  ours: { script: readFileSync(join(root, 'dist', 'crowd-html-elements.js'), 'utf8') },
  recogito: { script: '' },
};
for (const name of Object.keys(tools)) {
  const { outputFiles } = await build({
    entryPoints: [join(here, `${name}.js`)],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    nodePaths: [join(peer, 'node_modules')],
    logLevel: 'error',
  });
  tools[name].page = outputFiles.find(({ path }) => path.endsWith('.js')).text;
  tools[name].figures = [];
}

for (let run = 0; run < runs; run += 1) {
  for (const [name, tool] of Object.entries(tools)) tool.figures.push(await measure(name, tool));
}

const columns = ['ready', 'addScript', 'addMain', 'scrollScript', 'scrollMain'];
console.log(`200,000 characters, 5,000 spans; medians of ${runs} runs, milliseconds`);
console.log(['tool', ...columns].join('\t'));
for (const [name, { figures }] of Object.entries(tools)) {
  console.log([name, ...columns.map((column) => median(figures.map((one) => one[column])).toFixed(1))].join('\t'));
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
    const ready = await page.evaluate(() => window.bench.load());
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
      addScript: Math.max(0, median(adds.map(({ script }) => script)) - idle.script),
      addMain: Math.max(0, median(adds.map(({ main }) => main)) - idle.main),
      scrollScript: scroll.script / STEPS,
      scrollMain: scroll.main / STEPS,
    };
  } finally {
    await browser.close();
  }
}
