import { stripVTControlCharacters } from 'node:util';
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { readSummary } from './summary.mjs';

/** Programs of the installed packages come first, as in an npm script. */
const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);

const seconds = (since) => (performance.now() - since) / 1000;

/** Runs one command line; its output is shown at once when `isLive`, else after a failure only. */
function runCommand(command, isLive) {
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (isLive) process.stdout.write(text);
      });
    }
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Runs one step: a command line, or a function that throws.
 * A runner of tests brings its own counts in its closing line; any other step counts as one check.
 */
async function runStep({ name, command, action, isRunner = false }, isLive) {
  const started = performance.now();
  let code = 0;
  let output;
  if (isLive) console.log(`\n── ${name}`);
  if (command) ({ code, output } = await runCommand(command, isLive));
  else {
    try {
      output = (await action()) ?? '';
    } catch (error) {
      code = 1;
      output = `${error.message}\n`;
    }
    if (isLive && output) console.log(output.trimEnd());
  }
  if (!isLive && code !== 0) console.log(`\n── ${name} failed\n${output.trimEnd()}`);
  const counts = isRunner ? readSummary(stripVTControlCharacters(output)) : undefined;
  const ok = code === 0 && (!isRunner || (counts !== undefined && counts.failed === 0));
  // A runner that breaks down without counting its tests has failed, whatever they would have said.
  const failed = Math.max(counts?.failed ?? 0, ok ? 0 : 1);
  const passed = counts ? counts.passed : ok ? 1 : 0;
  return { name, ok, seconds: seconds(started), passed, failed, skipped: counts?.skipped ?? 0 };
}

/** Runs the steps of a group, at most `lanes` at a time, and gives their results in the order they were listed. */
export async function runGroup(steps, { lanes = 1 } = {}) {
  const results = [];
  const waiting = [...steps.entries()];
  const isLive = lanes === 1 || steps.length === 1;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, step] = next;
      results[index] = await runStep(step, isLive);
      if (!isLive) console.log(`${results[index].ok ? '✓' : '✗'} ${step.name}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

/** The table of steps: what, how long, how many. */
export function stepTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(({ name, ok, seconds: time, passed, failed, skipped }) => {
      const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
      return `  ${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${time.toFixed(1).padStart(6)} s  ${counts}`;
    })
    .join('\n');
}
