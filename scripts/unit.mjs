/**
 * Runs the tests of the pure floors in Node, in one process: esbuild bundles them, a small reader of Mocha's
 * words runs them.
 * The same files run in the browser too (`npm run test:browser`), since these floors promise both.
 *
 *   node scripts/unit.mjs                    all
 *   node scripts/unit.mjs test/mask png.test those whose path contains one of the words
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { filesUnder } from './lib/files.mjs';
import { summaryLine } from './lib/summary.mjs';

const PURE_FOLDERS = ['geometry', 'mask', 'labels', 'text', 'parse', 'document', 'answers', 'ground-truth'];
const OUTPUT = '.cache/unit';

/** Tests that run in Node; `words` select by parts of the path. */
export function pureTests(words = []) {
  return PURE_FOLDERS.flatMap((folder) => filesUnder(`test/${folder}`, (path) => path.endsWith('.test.ts'))).filter(
    (path) => words.length === 0 || words.some((word) => path.includes(word)),
  );
}

async function bundle(files) {
  rmSync(OUTPUT, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir: OUTPUT,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    tsconfig: 'tsconfig.json',
    // Both names of the assertion library mean the same here; the rest of open-wc needs a page.
    alias: { '@open-wc/testing': '@esm-bundle/chai', chai: '@esm-bundle/chai' },
    logLevel: 'error',
  });
  const modules = files.map((file) => pathToFileURL(resolve(OUTPUT, file.replace(/\.ts$/, '.mjs'))).href);
  const mocha = pathToFileURL(resolve('scripts/lib/mocha-in-node.mjs')).href;
  writeFileSync(
    `${OUTPUT}/all.mjs`,
    `import { runModules } from ${JSON.stringify(mocha)};\nawait runModules(${JSON.stringify(modules, null, 2)});\n`,
  );
}

const files = pureTests(process.argv.slice(2));
if (files.length === 0) {
  console.log(summaryLine({ passed: 0, failed: 0 }));
} else {
  try {
    await bundle(files);
    const child = spawn(process.execPath, ['--enable-source-maps', `${OUTPUT}/all.mjs`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (code) => (process.exitCode = code ?? 1));
  } catch {
    // esbuild has said which file could not be read, and why.
    console.log(summaryLine({ passed: 0, failed: 1 }));
    process.exitCode = 1;
  }
}
