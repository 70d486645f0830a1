/**
 * `npm test`: everything that must hold, on a fresh clone too. Plain Node until the packages are installed.
 *
 *   npm test                                   all steps
 *   npm test -- --only unit,browser            some of them
 *   npm test -- test/mask/png.test.ts          some test files, by every runner that knows them
 *   npm test -- --list                         the names of the steps
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import { filesUnder } from './lib/files.mjs';
import { installChromium, installPackages } from './lib/install.mjs';
import { runGroup, stepTable } from './lib/steps.mjs';
import { addSummaries, summaryLine } from './lib/summary.mjs';

process.chdir(new URL('..', import.meta.url).pathname.replace(/^\/([A-Z]:)/, '$1'));

const { values, positionals: chosenFiles } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, list: { type: 'boolean', default: false } },
});

const quoted = (paths) => paths.map((path) => JSON.stringify(path)).join(' ');
const chosen = (accepts) => chosenFiles.map((path) => path.replace(/^\.\//, '')).filter(accepts);

const NODE_TEST =
  'node --test --test-reporter=./scripts/lib/node-reporter.mjs --test-reporter-destination=stdout --test-concurrency=2';
const nodeTests = () =>
  [
    ...filesUnder('scripts/test', (path) => path.endsWith('.test.mjs')),
    ...filesUnder('portal/test', (path) => path.endsWith('.test.js')),
  ].filter((path) => chosenFiles.length === 0 || chosenFiles.some((part) => path.includes(part.replace(/^\.\//, ''))));

/** Steps in groups; those of one group do not need each other, and run side by side when `lanes` says so. */
const GROUPS = [
  {
    steps: [
      { name: 'install', isNeeded: true, action: () => `packages ${installPackages()}` },
      { name: 'chromium', isNeeded: true, action: installChromium },
    ],
  },
  {
    lanes: 2,
    steps: [
      { name: 'lint', command: 'eslint . --max-warnings 0' },
      { name: 'types', command: 'tsc' },
      { name: 'types of the pure floors', command: 'tsc -p tsconfig.pure.json' },
      { name: 'format', command: 'prettier --check . --log-level warn' },
      { name: 'floors', command: 'node scripts/graph.mjs' },
      { name: 'changesets', command: 'node scripts/release.mjs --check' },
      { name: 'build', command: 'npm run --silent build' },
    ],
  },
  {
    lanes: 2,
    steps: [
      {
        name: 'unit',
        isRunner: true,
        takesFiles: true,
        command: () => `node scripts/unit.mjs ${quoted(chosen(isPage))}`,
      },
      {
        name: 'node',
        isRunner: true,
        takesFiles: true,
        command: () => (nodeTests().length > 0 ? `${NODE_TEST} ${quoted(nodeTests())}` : undefined),
      },
      { name: 'package', command: 'publint --strict && node scripts/check-types-of-package.mjs' },
      { name: 'import in Node', command: 'node scripts/check-imports.mjs' },
      { name: 'reference', command: 'node scripts/docs.mjs --check' },
      { name: 'size', command: 'node scripts/size.mjs' },
    ],
  },
  {
    steps: [
      {
        name: 'browser',
        isRunner: true,
        takesFiles: true,
        command: () => {
          const files = chosen(isPage);
          if (chosenFiles.length > 0 && files.length === 0) return undefined;
          return `node scripts/browser.mjs ${quoted(files)}`;
        },
      },
      {
        name: 'stories',
        isRunner: true,
        command: () =>
          filesUnder('stories', (path) => path.endsWith('.stories.ts')).length > 0
            ? 'npm run --silent stories'
            : undefined,
      },
      { name: 'examples in docs', isRunner: true, command: 'node scripts/docs-examples.mjs' },
      { name: 'frameworks', isRunner: true, command: 'node scripts/frameworks.mjs' },
    ],
  },
];

function isPage(path) {
  return path.startsWith('test/');
}

const names = GROUPS.flatMap(({ steps }) => steps.map(({ name }) => name));

function wantedNames() {
  if (!values.only) return undefined;
  const wanted = values.only.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No step is called ${unknown.join(', ')}. Steps: ${names.join(', ')}.`);
  return wanted;
}

const wanted = wantedNames();
const isWanted = ({ name, isNeeded, takesFiles }) =>
  isNeeded || (wanted ? wanted.includes(name) : chosenFiles.length === 0 || takesFiles);

if (values.list) {
  console.log(names.join('\n'));
  process.exit();
}
for (const path of chosenFiles) if (!existsSync(path)) throw new Error(`There is no ${path}.`);

const results = [];
for (const { steps, lanes } of GROUPS) {
  const ready = steps
    .filter(isWanted)
    .map((step) => ({ ...step, command: typeof step.command === 'function' ? step.command() : step.command }))
    .filter(({ command, action }) => command || action);
  if (ready.length === 0) continue;
  results.push(...(await runGroup(ready, { lanes })));
  // Without packages or a browser nothing else can say anything useful.
  if (results.some(({ ok }, i) => !ok && i < GROUPS[0].steps.length)) break;
}

// What had to be there first is no test.
const counted = results.filter(({ name, ok }) => !ok || !GROUPS[0].steps.some((step) => step.name === name));
const total = addSummaries(counted);
console.log(`\n${stepTable(results)}\n\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
