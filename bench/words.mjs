// node bench/words.mjs: texts and categories, which have no shapes. `npm run bench` runs it too. See README.md.

import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine } from './lib/machine.mjs';
import { reportFile, rootDir } from './lib/paths.mjs';
import { round } from './lib/stats.mjs';
import { writeIntoDocument } from './lib/write.mjs';
import { measureCategories } from './text/categories.mjs';
import { measureText, PEER } from './text/measure.mjs';

const FRAME_MS = round(1000 / 60);

/** Measures everything. `script` is a build of the drop-in other than that of dist/. */
export async function measureWords({ runs, script }) {
  const text = await measureText({ runs, script });
  const categories = await measureCategories();
  return { runs, text, categories, machine: describeMachine(rootDir) };
}

/** What is promised, and whether it was kept. */
export function checkWords({ text, categories }) {
  const target = (title, measured, limit) => ({ title, measured, limit, met: measured <= limit });
  return [
    target('200,000 characters, 5,000 spans: ready, ms', text.ours.ready, 500),
    target('Adding a span to them: script, ms', text.ours.addScript, 16),
    // By main thread: the peer may be taken for ready when its text is painted and its spans are not.
    target('Ready: main thread, times the peer', text.ours.readyMain / text.recogito.readyMain, 1),
    target('Adding a span: script, times the peer', text.ours.addScript / text.recogito.addScript, 1),
    target('Adding a span: main thread, times the peer', text.ours.addMain / text.recogito.addMain, 1),
    target('Scrolling: script, times the peer', text.ours.scrollScript / text.recogito.scrollScript, 1),
    target('Scrolling: main thread, times the peer', text.ours.scrollMain / text.recogito.scrollMain, 1),
    target('Key among 1,000 categories: work, 95 %, ms', categories.workP95, FRAME_MS),
    target('Keys not shown by the very next frame', categories.late, 0),
  ];
}

/** The tables as Markdown. */
export function wordsReport(words) {
  const { text, categories, machine, runs } = words;
  const ms = (value) => `${round(value)} ms`;
  const measures = {
    'Ready: text and spans painted, with all panes here': 'ready',
    'Ready: main thread': 'readyMain',
    'Adding a span by mouse: script': 'addScript',
    'Adding a span by mouse: main thread': 'addMain',
    'Scrolling: script a wheel step': 'scrollScript',
    'Scrolling: main thread a wheel step': 'scrollMain',
  };
  return [
    `${machine.date} · ${machine.cores} cores of ${machine.cpu}, no GPU · Node ${machine.node}. Medians of ${runs} runs that took turns.`,
    '',
    '| Target | Limit | Measured | |',
    '| --- | --- | --- | --- |',
    ...checkWords(words).map(
      ({ title, limit, measured, met }) =>
        `| ${title} | <= ${limit} | ${round(measured)} | ${met ? 'met' : 'MISSED'} |`,
    ),
    '',
    `| 200,000 characters, 5,000 spans | This library | ${PEER.split('/')[1]} |`,
    '| --- | --- | --- |',
    ...Object.entries(measures).map(
      ([title, key]) => `| ${title} | ${ms(text.ours[key])} | ${ms(text.recogito[key])} |`,
    ),
    '',
    '| A key among 1,000 categories | Median | 95 % |',
    '| --- | --- | --- |',
    `| Press to the end of the frame that shows it | ${ms(categories.shown)} | ${ms(categories.shownP95)} |`,
    `| Work of it: script, style, layout, painting | ${ms(categories.work)} | ${ms(categories.workP95)} |`,
  ].join('\n');
}

async function main() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      script: { type: 'string' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const words = await measureWords({ runs: Number(values.runs), script: values.script });
  const report = wordsReport(words);
  console.log(report);
  if (values.write) await writeIntoDocument(reportFile, report, 'words');
  if (values.check && checkWords(words).some(({ met }) => !met)) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
