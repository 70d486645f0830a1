/*
 * Accuracy and speed of auto-segment on rendered scenes with exact masks.
 *
 *   node bench/segment/run.mjs [--scenes 60] [--set building|held-out|photo|all] [--only "built in,GrabCut"] [--speed]
 *
 * Scenes are rendered once and kept in .cache/segment.
 */
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { renderScene } from './scenes/scene.mjs';
import { correctionClick, extremeClicks, iou } from './simulate.mjs';

const { values: options } = parseArgs({
  options: {
    scenes: { type: 'string', default: '60' },
    set: { type: 'string', default: 'all' },
    only: { type: 'string' },
    speed: { type: 'boolean', default: false },
    families: { type: 'boolean', default: false },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(here, '../../.cache/segment');
mkdirSync(cache, { recursive: true });
const CLICKS = 2;
/** Methods whose corrections mean something; the trivial ones ignore clicks. */
const CORRECTABLE = ['geodesic', 'random walker', 'GrabCut', 'built in'];

const outfile = join(cache, 'methods.mjs');
await build({ entryPoints: [join(here, 'methods.ts')], bundle: true, format: 'esm', platform: 'node', outfile });
const { METHODS } = await import(pathToFileURL(outfile).href);

function scene(set, number, size) {
  const file = join(cache, `${set}-${number}-${size?.width ?? 400}.bin`);
  if (existsSync(`${file}.json`)) {
    const meta = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
    const bytes = new Uint8Array(readFileSync(file));
    const pixels = meta.width * meta.height;
    return { ...meta, data: bytes.subarray(0, pixels * 4), mask: bytes.slice(pixels * 4) };
  }
  const { data, mask, ...meta } = renderScene(set, number, size);
  writeFileSync(file, Buffer.concat([Buffer.from(data.buffer), Buffer.from(mask.buffer)]));
  writeFileSync(`${file}.json`, JSON.stringify(meta));
  return { ...meta, data, mask };
}

async function measure(method, picture, clicks) {
  const prompt = { extremes: extremeClicks(picture, picture.number), include: [], exclude: [] };
  const scores = [];
  for (let click = 0; ; click++) {
    const answer = await method(picture, prompt);
    scores.push(iou(picture.mask, answer));
    if (click === clicks) return scores;
    const correction = correctionClick(picture, answer);
    if (correction) (correction.isObject ? prompt.include : prompt.exclude).push(correction);
  }
}

/** Processor time of this process: on a busy machine the clock on the wall measures the neighbours. */
const spentMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const names = options.only?.split(',') ?? Object.keys(METHODS);

for (const set of options.set === 'all' ? ['building', 'held-out', 'photo'] : [options.set]) {
  const table = {};
  const families = {};
  for (const name of names) {
    const clicks = CORRECTABLE.includes(name) ? CLICKS : 0;
    const scores = [];
    const started = spentMs();
    for (let number = 0; number < Number(options.scenes); number++) {
      const picture = scene(set, number);
      const score = await measure(METHODS[name], picture, clicks);
      scores.push(score);
      ((families[picture.family] ??= {})[name] ??= []).push(score[0]);
    }
    table[name] = {
      'four clicks': mean(scores.map(([first]) => first)).toFixed(3),
      median: median(scores.map(([first]) => first)).toFixed(3),
      ...(clicks > 0 && {
        '+1': mean(scores.map((score) => score[1])).toFixed(3),
        '+2': mean(scores.map((score) => score[2])).toFixed(3),
        'median +2': median(scores.map((score) => score[2])).toFixed(3),
      }),
      'CPU ms': ((spentMs() - started) / scores.length / (clicks + 1)).toFixed(0),
    };
  }
  console.log(`${set}: ${options.scenes} scenes, mean intersection over union`);
  console.table(table);
  if (options.families) {
    const rows = Object.entries(families).map(([family, byName]) => [
      family,
      Object.fromEntries(Object.entries(byName).map(([name, values]) => [name, mean(values).toFixed(3)])),
    ]);
    console.table(Object.fromEntries(rows));
  }
}

if (options.speed) {
  const table = {};
  for (const [name, size] of [
    ['1 megapixel', { width: 1160, height: 900 }],
    ['12 megapixels', { width: 4000, height: 3000 }],
  ]) {
    const picture = scene('building', 3, size);
    const prompt = { extremes: extremeClicks(picture, 3), include: [], exclude: [] };
    const times = [];
    for (let round = 0; round < 5; round++) {
      const started = spentMs();
      await METHODS['built in'](picture, prompt);
      times.push(spentMs() - started);
    }
    const { left, right } = prompt.extremes.reduce(
      (box, { x }) => ({ left: Math.min(box.left, x), right: Math.max(box.right, x) }),
      { left: Infinity, right: 0 },
    );
    table[name] = {
      'first, CPU ms': times[0].toFixed(0),
      'median, CPU ms': median(times).toFixed(0),
      'object width': (right - left).toFixed(0),
    };
  }
  console.log('speed of the built-in method, from prompt to runs');
  console.table(table);
}
