/** Gzip size of each entry point, bundled and minified as an application would, against `scripts/size-budget.json`. */
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
  });
  return { bytes: Buffer.from(outputFiles[0].contents), inputs: Object.keys(metafile.inputs) };
}

/** Measures every entry that has been built: sizes in KB (1,000 bytes), and what is wrong with it. */
export async function measureSizes() {
  const { entries } = JSON.parse(readFileSync('scripts/size-budget.json', 'utf8'));
  const results = [];
  for (const { name, file, modules = [], budgetKb, without = [] } of entries) {
    const present = modules.filter((path) => existsSync(`dist/${path}`));
    if (file ? !existsSync(file) : present.length === 0) continue;
    const { bytes, inputs } = file ? { bytes: readFileSync(file), inputs: [] } : await bundle(present);
    const gzipKb = gzipSync(bytes, { level: 9 }).length / KB;
    const problems = without
      .filter((dependency) => inputs.some((path) => path.includes(`node_modules/${dependency}/`)))
      .map((dependency) => `contains ${dependency}`);
    if (gzipKb > budgetKb) problems.push('over its budget');
    results.push({ name, minKb: bytes.length / KB, gzipKb, budgetKb, problems });
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
  process.exitCode = results.some(({ problems }) => problems.length > 0) ? 1 : 0;
}
