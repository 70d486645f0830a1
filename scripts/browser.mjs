/**
 * Runs the browser tests (`npm run test:browser`). They are bundled first, with the code they share split off: a page
 * then loads a handful of files in place of hundreds, which is most of the time of a large suite.
 * While writing tests, `npx web-test-runner --watch --files test/x.test.ts` serves the sources as they are.
 *
 *   node scripts/browser.mjs                 all
 *   node scripts/browser.mjs test/elements   those whose path contains one of the words
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { filesUnder } from './lib/files.mjs';
import { summaryLine } from './lib/summary.mjs';

// Not a hidden folder, since the test runner's globs pass those by.
const OUTPUT = `output/browser-tests-${process.pid}`;

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const files = filesUnder('test', (path) => path.endsWith('.test.ts')).filter(
  (path) => words.length === 0 || words.some((word) => path.includes(word.replace(/^\.\//, ''))),
);

async function bundle() {
  await build({
    entryPoints: files,
    outdir: OUTPUT,
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'production'],
    // Served by the test runner itself.
    external: ['/__*'],
    logLevel: 'error',
  });
}

function runTests() {
  const program = join('node_modules', '.bin', 'web-test-runner');
  const args = ['--files', `${OUTPUT}/**/*.test.js`, ...flags];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

if (files.length === 0) {
  console.log(summaryLine({ passed: 0, failed: 0 }));
} else {
  try {
    await bundle();
    process.exitCode = await runTests();
  } catch {
    // esbuild has said which file could not be read, and why.
    console.log(`\n${summaryLine({ passed: 0, failed: 1 })}`);
    process.exitCode = 1;
  } finally {
    rmSync(OUTPUT, { recursive: true, force: true });
  }
}
