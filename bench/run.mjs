// npm run bench: measures the library beside its limit and its peers, in one session. See README.md.

import fs from 'node:fs';
import path from 'node:path';
import { buildPages } from './lib/build.mjs';
import { describeMachine, waitForQuiet } from './lib/machine.mjs';
import { measure } from './lib/measure.mjs';
import { readOptions, usage } from './lib/options.mjs';
import { reportFile, resultsDir, rootDir } from './lib/paths.mjs';
import { makePictures } from './lib/picture.mjs';
import { shapes } from './lib/shapes.mjs';
import { serve } from './lib/server.mjs';
import { entryPointSizes } from './lib/sizes.mjs';
import { measureStartup } from './lib/startup.mjs';
import { summarizeByShape } from './lib/summary.mjs';
import { report } from './lib/tables.mjs';
import { checkTargets } from './lib/targets.mjs';
import { writeIntoDocument } from './lib/write.mjs';
import { maskReport, maskTargets, measureMasks } from './masks/run.mjs';
import { checkWords, measureWords, wordsReport } from './words.mjs';

const PATIENCE_MS = 20_000;
const STRICT_PATIENCE_MS = 600_000;

/** Repeats a measurement that was disturbed, as often as the options allow. */
async function undisturbed(options, describe, once) {
  for (let attempt = 0; ; attempt++) {
    await waitForQuiet(options.noise, options.strict ? STRICT_PATIENCE_MS : PATIENCE_MS);
    const result = await once();
    const note = result.error ? ` failed: ${result.error}` : result.noisy ? ` noisy (${result.othersCores} cores)` : '';
    console.log(`${describe}${note}`);
    if (!result.noisy || attempt >= options.repeats) return result;
  }
}

/** What one round measures, in its order: tools take turns on the same shapes. */
function work({ shapes: kinds, counts, only }) {
  return kinds.flatMap((shape) =>
    (counts ?? shapes[shape].counts).flatMap((n) =>
      only.filter((tool) => shapes[shape].tools.includes(tool)).map((tool) => ({ shape, n, tool })),
    ),
  );
}

async function measureAll(options, base) {
  const runs = [];
  const startup = [];
  // A tool that did not finish is not asked again, and not for more shapes.
  const tooSlow = new Map();
  for (let run = 0; run < options.runs; run++) {
    for (const tool of options.shapes.includes('box') ? options.only : []) {
      startup.push(
        await undisturbed(options, `run ${run + 1}, start of ${tool}`, () =>
          measureStartup({ base, tool, run, noise: options.noise }),
        ),
      );
    }
    for (const { shape, n, tool } of work(options)) {
      const key = `${shape} ${tool}`;
      if (n >= (tooSlow.get(key) ?? Infinity)) continue;
      const shot = options.shots && run === 0 ? path.join(resultsDir, `${tool}-${shape}-${n}.png`) : undefined;
      const result = await undisturbed(options, `run ${run + 1}, ${n} ${shapes[shape].many}, ${tool}`, () =>
        measure({ base, shape, tool, n, run, noise: options.noise, shot }),
      );
      if (result.error?.includes('not done after')) tooSlow.set(key, n);
      runs.push(result);
    }
  }
  return { runs, startup };
}

async function newSession(options) {
  fs.mkdirSync(resultsDir, { recursive: true });
  await makePictures();
  const downloads = await buildPages(options.only, options.script);
  const sizes = options.only.includes('ours') && !options.script ? await entryPointSizes() : {};
  const server = await serve();
  try {
    const measured = await measureAll(options, server.url);
    const words = options.words ? await measureWords({ runs: options.runs, script: options.script }) : undefined;
    // What has no shapes is measured together or not at all.
    const masks = options.words ? await measureMasks({ runs: options.runs, script: options.script }) : undefined;
    const session = { machine: describeMachine(rootDir), downloads, sizes, ...measured, words, masks };
    const name = new Date().toISOString().replace(/[:.]/g, '-');
    const file = path.join(resultsDir, `${name}.json`);
    fs.writeFileSync(file, JSON.stringify(session, null, 1));
    console.log(`\nAll figures: ${path.relative(rootDir, file)}\n`);
    return session;
  } finally {
    server.close();
  }
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const session = options.report ? JSON.parse(fs.readFileSync(options.report, 'utf8')) : await newSession(options);
  const summaries = summarizeByShape(session);
  const text = report(session, summaries);
  console.log(text);
  const { words, masks } = session;
  if (words) console.log(`\n${wordsReport(words)}`);
  if (masks) console.log(`\n${maskReport(masks)}`);
  if (options.write) {
    await writeIntoDocument(reportFile, text);
    if (words) await writeIntoDocument(reportFile, wordsReport(words), 'words');
    if (masks) await writeIntoDocument(reportFile, maskReport(masks), 'masks');
    console.log(`\nWritten to ${path.relative(rootDir, reportFile)}.`);
  }
  const targets = [
    ...checkTargets({ summaries, sizes: session.sizes }),
    ...(words ? checkWords(words) : []),
    ...(masks ? maskTargets(masks) : []),
  ];
  const missed = targets.filter(({ met }) => met === false);
  if (options.check && missed.length) {
    console.error(`\n${missed.length} of the targets missed.`);
    process.exitCode = 1;
  }
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
