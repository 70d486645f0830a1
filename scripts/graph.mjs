/**
 * Reads every import of `src/` and reports imports that go up a floor and circles, also those made of types only.
 *
 * Compared: `import-x/no-cycle` (a resolver and the native parser as further dependencies, about 30 times slower here)
 * and `eslint-plugin-boundaries` (does not see circles). TypeScript's own import scanner does both in this one file.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { filesUnder } from './lib/files.mjs';
import { floorViolation, packageViolation } from './lib/floors.mjs';

const isSource = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');

function importsOf(path) {
  const text = readFileSync(path, 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split('\n').length,
    isLazy: /import\(\s*['"]?$/.test(text.slice(Math.max(0, pos - 12), pos + 1)),
  }));
}

/** Circles among `edges` (file to files), each named once, by a depth-first walk. */
export function circlesOf(edges) {
  const circles = [];
  const state = new Map();
  const path = [];
  const visit = (file) => {
    state.set(file, 'open');
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === 'open') circles.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return circles;
}

/** All violations below `folder`, as sentences that begin with file and line. */
export function checkGraph(folder = 'src') {
  const problems = [];
  const files = filesUnder(folder, isSource);
  const edges = new Map();
  for (const file of files) {
    const targets = [];
    for (const { specifier, line, isLazy } of importsOf(file)) {
      const isRelative = specifier.startsWith('.');
      const target = isRelative ? posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts') : undefined;
      const violation = target ? floorViolation(file, target) : packageViolation(file, specifier);
      if (violation) problems.push(`${file}:${line} ${violation}`);
      if (target && !isLazy) targets.push(target);
    }
    edges.set(file, targets);
  }
  for (const circle of circlesOf(edges)) problems.push(`circle of imports: ${circle.join(' -> ')}`);
  return { files: files.length, problems };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, problems } = checkGraph();
  for (const problem of problems) console.error(problem);
  console.log(`${files} files of src/, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
