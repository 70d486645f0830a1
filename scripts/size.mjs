/**
 * Gzip size of each entry point, bundled and minified as an application would, against `scripts/size-budget.json`.
 * `node scripts/size.mjs --why "form controls"` lists what the bytes of one entry are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const KB = 1000;

async function bundle(modules) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: modules.map((path) => `export * from './dist/${path}';`).join('\n'), resolveDir: '.' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['production'],
    logLevel: 'error',
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const shares = Object.entries(inputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);
  return { bytes: Buffer.from(outputFiles[0].contents), shares };
}

/** Measures every entry that has been built: sizes in KB (1,000 bytes), and what is wrong with it. */
export async function measureSizes() {
  const { entries } = JSON.parse(readFileSync('scripts/size-budget.json', 'utf8'));
  const results = [];
  for (const { name, file, modules = [], budgetKb, without = [] } of entries) {
    const present = modules.filter((path) => existsSync(`dist/${path}`));
    if (file ? !existsSync(file) : present.length === 0) continue;
    const { bytes, shares } = file ? { bytes: readFileSync(file), shares: [] } : await bundle(present);
    const gzipKb = gzipSync(bytes, { level: 9 }).length / KB;
    const problems = without
      .filter((dependency) => shares.some(({ path }) => path.includes(`node_modules/${dependency}/`)))
      .map((dependency) => `contains ${dependency}`);
    if (gzipKb > budgetKb) problems.push('over its budget');
    results.push({ name, minKb: bytes.length / KB, gzipKb, budgetKb, problems, shares });
  }
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await measureSizes();
  console.log('entry point                min KB   gzip KB   budget');
  for (const { name, minKb, gzipKb, budgetKb, problems } of results) {
    const numbers = [minKb.toFixed(1), gzipKb.toFixed(1), String(budgetKb)].map((text) => text.padStart(8)).join('  ');
    console.log(`${name.padEnd(24)} ${numbers}  ${problems.join(', ')}`);
  }
  const [, why] = /--why=?(.*)/.exec(process.argv.slice(2).join(' ')) ?? [];
  const asked = why && results.find(({ name }) => name === why.trim());
  for (const { path, bytes } of asked?.shares.slice(0, 40) ?? []) {
    console.log(`${(bytes / KB).toFixed(1).padStart(7)} KB  ${path}`);
  }
  process.exitCode = results.some(({ problems }) => problems.length > 0) ? 1 : 0;
}
