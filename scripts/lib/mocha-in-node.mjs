import { describeError } from './describe-error.mjs';
import { summaryLine } from './summary.mjs';

const TIMEOUT_MS = 20_000;
const root = newSuite('', undefined);
let current = root;
let hasOnly = false;

function newSuite(name, parent) {
  return { name, parent, entries: [], before: [], after: [], beforeEach: [], afterEach: [], isSkipped: false };
}

/** What Mocha gives as `this`, and what `it()` returns; the pure floors need no limits of their own. */
const settings = { timeout: () => settings, slow: () => settings, retries: () => settings, skip: () => settings };

function addSuite(name, define, flags) {
  const suite = Object.assign(newSuite(name, current), flags);
  current.entries.push(suite);
  current = suite;
  try {
    define.call(settings);
  } finally {
    current = suite.parent;
  }
  return settings;
}

function addTest(name, run, flags) {
  current.entries.push({ name, run, isSkipped: !run, ...flags });
  return settings;
}

/** The word itself with Mocha's `.skip` and `.only`. */
function withVariants(add) {
  return Object.assign((name, fn) => add(name, fn, {}), {
    skip: (name, fn) => add(name, fn, { isSkipped: true }),
    only: (name, fn) => {
      hasOnly = true;
      return add(name, fn, { isOnly: true });
    },
  });
}

async function call(fn) {
  let timer;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not finish within ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  });
  try {
    const work =
      fn.length > 0
        ? new Promise((resolve, reject) => fn.call(settings, (error) => (error ? reject(error) : resolve())))
        : fn.call(settings);
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const indent = (text, by) => text.replace(/^/gm, ' '.repeat(by));

const counts = { passed: 0, failed: 0, skipped: 0 };

function reportFailure(titles, error) {
  counts.failed += 1;
  console.log(`\n  ✗ ${titles.filter(Boolean).join(' › ')}\n${indent(describeError(error), 6)}`);
}

const lineage = (suite) => (suite ? [...lineage(suite.parent), suite] : []);

async function runTest(test, suite, titles) {
  const suites = lineage(suite);
  try {
    for (const { beforeEach } of suites) for (const hook of beforeEach) await call(hook);
    await call(test.run);
    for (const { afterEach } of suites.reverse()) for (const hook of afterEach) await call(hook);
    counts.passed += 1;
  } catch (error) {
    reportFailure([...titles, test.name], error);
  }
}

const isChosen = (entry, isInOnly) =>
  isInOnly || entry.isOnly || entry.entries?.some((child) => isChosen(child, false));

async function runSuite(suite, titles, { isSkipped, isInOnly }) {
  try {
    if (!isSkipped) for (const hook of suite.before) await call(hook);
  } catch (error) {
    reportFailure([...titles, 'before'], error);
    return;
  }
  for (const entry of suite.entries) {
    const inOnly = isInOnly || entry.isOnly;
    const skipped = isSkipped || entry.isSkipped || (hasOnly && !isChosen(entry, inOnly));
    if (entry.entries) await runSuite(entry, [...titles, entry.name], { isSkipped: skipped, isInOnly: inOnly });
    else if (skipped) counts.skipped += 1;
    else await runTest(entry, suite, titles);
  }
  try {
    if (!isSkipped) for (const hook of suite.after) await call(hook);
  } catch (error) {
    reportFailure([...titles, 'after'], error);
  }
}

/**
 * Speaks Mocha's words (`describe`, `it`, hooks, `.skip`, `.only`) in Node, so that one test file serves the browser's
 * Mocha and a run without a browser; loads the modules, runs what they define in order, and prints the closing line.
 */
export async function runModules(modules) {
  const describe = withVariants(addSuite);
  const it = withVariants(addTest);
  const hooks = ['before', 'after', 'beforeEach', 'afterEach'];
  Object.assign(globalThis, { describe, context: describe, it, specify: it });
  for (const name of hooks) globalThis[name] = (...args) => void current[name].push(args.at(-1));

  for (const module of modules) {
    try {
      await import(module);
    } catch (error) {
      current = root;
      addTest(`${module} could not be loaded`, () => {
        throw error;
      });
    }
  }
  await runSuite(root, [], { isSkipped: false, isInOnly: false });
  if (hasOnly) console.log('\n  only the tests marked with .only ran');
  console.log(`\n${summaryLine(counts)}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
