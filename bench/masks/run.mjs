/**
 * What masks cost: a stroke, its undo, what is done to whole regions, the memory of a mask, and its encoding.
 *
 *   node bench/masks/run.mjs [--runs 3] [--script dist/crowd-html-elements.js] [--write] [--check]
 *
 * `npm run bench` runs it too, after the shapes. `--write` puts the table into docs/performance.md, `--check` fails when
 * a limit is exceeded. Input is real; times are processor time of the page's main thread.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildLibrary } from '../lib/build.mjs';
import { dropInFile, reportFile } from '../lib/paths.mjs';
import { writeIntoDocument } from '../lib/write.mjs';
import { measureEncode } from './encode.mjs';
import { measureCommands } from './commands.mjs';
import { measureStroke } from './stroke.mjs';

const SIZES = [
  { width: 4000, height: 3000 },
  { width: 10_000, height: 10_000 },
];
const ZOOMS = ['actual', 'fit'];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const number = (value) => (value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(0));

/** All figures, as medians of some runs. */
export async function measureMasks({ runs, script: file = dropInFile }) {
  if (file === dropInFile) buildLibrary();
  const script = readFileSync(file, 'utf8');
  const strokes = [];
  for (const size of SIZES) {
    for (const zoom of ZOOMS) {
      const rounds = [];
      for (let run = 0; run < runs; run++) rounds.push(await measureStroke(script, size, zoom));
      const figures = Object.keys(rounds[0]).filter((key) => typeof rounds[0][key] === 'number');
      const medians = figures.map((key) => [key, median(rounds.map((round) => round[key]))]);
      // A dab is too short for the clock of processor time: the neighbours' share is left out by taking the quickest.
      const dab = Math.min(...rounds.map((round) => round.dab));
      strokes.push({ ...Object.fromEntries(medians), dab, zoom });
      console.log(`stroke, ${rounds[0].megapixels} megapixels, ${zoom}`);
    }
  }
  const commands = [];
  for (const size of SIZES) {
    for (const workers of [true, false]) {
      const rounds = [];
      for (let run = 0; run < runs; run++) rounds.push(await measureCommands(script, size, { workers }));
      const figures = Object.keys(rounds[0].figures).map((name) => [
        name,
        {
          longest: median(rounds.map((round) => round.figures[name].longest)),
          took: median(rounds.map((round) => round.figures[name].took)),
        },
      ]);
      commands.push({ ...rounds[0], figures: Object.fromEntries(figures) });
      console.log(`commands, ${rounds[0].megapixels} megapixels, ${workers ? 'a worker' : 'no worker'}`);
    }
  }
  const encode = await measureEncode();
  console.log('encode, 16.8 megapixels');
  return { strokes, commands, encode };
}

/** Limits that are promised. */
export function maskTargets({ strokes, commands, encode }) {
  const longestCommand = Math.max(
    ...commands.flatMap(({ figures }) => Object.values(figures).map(({ longest }) => longest)),
  );
  const worst = (key) => Math.max(...strokes.map((stroke) => stroke[key]));
  const growth = ZOOMS.map((zoom) => {
    const [small, large] = strokes.filter((stroke) => stroke.zoom === zoom).map(({ dab }) => dab);
    return large / small;
  });
  return [
    { title: 'Brush dab of radius 32, 12 and 100 megapixels', value: worst('dab'), limit: 0.2, unit: 'ms of script' },
    {
      title: 'Dab on 100 megapixels beside 12',
      value: Math.max(...growth),
      limit: 1.5,
      unit: 'times',
    },
    { title: 'Longest task during a stroke, its undo and redo', value: worst('longest'), limit: 50, unit: 'ms' },
    { title: 'Longest task of what is done to whole regions', value: longestCommand, limit: 50, unit: 'ms' },
    { title: 'Undo of a stroke', value: worst('undo'), limit: 16, unit: 'ms of script' },
    {
      title: 'Memory of a mask, besides the visible part',
      value: worst('bytesPerPixel'),
      limit: 1.5,
      unit: 'bytes a pixel',
    },
    { title: 'Encode 16.8 megapixels: main thread blocked', value: encode.blockedMs, limit: 10, unit: 'ms' },
    {
      title: 'Encode: time beside a bare deflate of the packed rows',
      value: encode.encodeMs / encode.deflateMs,
      limit: 1.5,
      unit: 'times',
    },
    {
      title: 'Encode: bytes beside `canvas.toDataURL`',
      value: encode.bytes / encode.toDataUrlBytes,
      limit: 0.5,
      unit: 'times',
    },
  ].map((target) => ({ ...target, met: target.value <= target.limit }));
}

/** The tables as Markdown. */
export function maskReport(figures) {
  const rows = figures.strokes.map(
    ({ megapixels, zoom, dab, script, undo, redo, longest, bytesPerPixel }) =>
      `| ${megapixels} megapixels, ${zoom === 'fit' ? 'whole picture' : 'at 100%'} | ${number(dab)} ms | ${number(script)} ms | ${number(undo)} ms | ${number(redo)} ms | ${number(longest)} ms | ${number(bytesPerPixel)} |`,
  );
  const { commands, encode } = figures;
  const columns = commands.map(
    ({ megapixels, workers }) => `${megapixels} megapixels, ${workers ? 'a worker' : 'no worker allowed'}`,
  );
  const commandRows = Object.keys(commands[0].figures).map((name) => {
    const cells = commands.map((each) => {
      const { longest, took } = each.figures[name];
      return `${number(longest)} of ${Math.round(took)} ms`;
    });
    return `| ${name[0].toUpperCase()}${name.slice(1)} | ${cells.join(' | ')} |`;
  });
  return [
    '| Stroke of a brush of radius 32 | One dab | Script a move, frame and panels included | Undo | Redo | Longest task | Bytes a pixel |',
    '| - | - | - | - | - | - | - |',
    ...rows,
    '',
    `| Longest task, and until it is done | ${columns.join(' | ')} |`,
    `| - | ${columns.map(() => '-').join(' | ')} |`,
    ...commandRows,
    '',
    '| 16.8 megapixels, 8 labels | Time | Longest block of the main thread | Bytes |',
    '| - | - | - | - |',
    `| Our palette PNG | ${number(encode.encodeMs)} ms | ${number(encode.blockedMs)} ms | ${encode.bytes.toLocaleString('en')} |`,
    `| Bare deflate of the packed rows | ${number(encode.deflateMs)} ms | | |`,
    `| \`canvas.toDataURL\`, by the clock | ${number(encode.toDataUrlMs)} ms | ${number(encode.toDataUrlMs)} ms | ${Math.round(encode.toDataUrlBytes).toLocaleString('en')} |`,
    '',
    '| Promise | Limit | Measured | |',
    '| - | - | - | - |',
    ...maskTargets(figures).map(
      ({ title, limit, unit, value, met }) =>
        `| ${title} | ${limit} ${unit} | ${number(value)} | ${met ? 'kept' : 'MISSED'} |`,
    ),
  ].join('\n');
}

async function main() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '3' },
      script: { type: 'string' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const figures = await measureMasks({ runs: Number(values.runs), script: values.script });
  const report = maskReport(figures);
  console.log(`\n${report}`);
  if (values.write) await writeIntoDocument(reportFile, report, 'masks');
  if (values.check && maskTargets(figures).some(({ met }) => !met)) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
