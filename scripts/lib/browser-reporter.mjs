import { relative } from 'node:path';
import { summaryLine } from './summary.mjs';

/** Every test of a suite and of the suites inside it, with the names that lead to it. */
function* testsOf(suite, names = []) {
  for (const test of suite?.tests ?? []) yield { ...test, title: [...names, test.name].join(' › ') };
  for (const child of suite?.suites ?? []) yield* testsOf(child, [...names, child.name]);
}

/** Bundled tests (`scripts/browser.mjs`) are spoken of by the names of their sources. */
const sourceName = (path) => path.replace(/output\/browser-tests-\d+\/(.*)\.js$/, '$1.ts');

const indent = (text, by) => text.replace(/^/gm, ' '.repeat(by));

function describeError(error, origin) {
  const stack = (error.stack ?? '')
    .replaceAll(origin, '')
    .replace(/output\/browser-tests-\d+\/(\.\.\/)*/g, '')
    .split('\n')
    .slice(0, 12)
    .join('\n');
  const values =
    error.expected === undefined && error.actual === undefined
      ? []
      : [`expected: ${error.expected}`, `  actual: ${error.actual}`];
  const message = error.message ?? 'failed without a message';
  return [stack.includes(message) ? '' : message, ...values, stack].filter(Boolean).join('\n');
}

/** Prints failures as they come, then the slowest files and the closing line. */
export function plainReporter({ slowest = 5 } = {}) {
  let root = '';
  let origin = '';
  let isWatching = false;
  const durations = new Map();

  const reportFile = (file, sessions) => {
    for (const session of sessions) {
      const failed = [...testsOf(session.testResults)].filter((test) => !test.passed && !test.skipped);
      const isEmpty = session.passed && [...testsOf(session.testResults)].length === 0;
      const logs = (session.logs ?? []).flatMap((args) =>
        Array.isArray(args) ? args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ') : [],
      );
      if (failed.length === 0 && !session.errors?.length && !isEmpty) continue;
      console.log(`\n${sourceName(relative(root, file))}`);
      if (isEmpty) console.log('  holds no tests');
      for (const test of failed) {
        console.log(`  ✗ ${test.title}`);
        if (test.error) console.log(indent(describeError(test.error, origin), 6));
      }
      for (const error of session.errors ?? []) console.log(indent(describeError(error, origin), 4));
      if (failed.length > 0 || session.errors?.length) {
        for (const log of logs.slice(0, 20)) console.log(indent(`log: ${log.replaceAll(origin, '')}`, 4));
        for (const missing of session.request404s ?? []) console.log(`    not found: ${missing.url ?? missing}`);
      }
    }
  };

  return {
    start({ config }) {
      root = config.rootDir;
      origin = `${config.protocol}//${config.hostname}:${config.port}`;
      isWatching = config.watch;
    },

    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const tests = [...testsOf(session.testResults)];
        durations.set(
          testFile,
          tests.reduce((sum, test) => sum + (test.duration ?? 0), 0),
        );
      }
      reportFile(testFile, sessionsForTestFile);
    },

    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const tests = [...testsOf(session.testResults)];
        for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        // A file that breaks before or between its tests has failed once, whatever its tests say.
        if (!session.passed && !tests.some((test) => !test.passed && !test.skipped)) counts.failed += 1;
      }
      const slow = [...durations].sort((a, b) => b[1] - a[1]).slice(0, slowest);
      if (slow.some(([, ms]) => ms > 1000)) {
        console.log('\nslowest files');
        for (const [file, ms] of slow)
          console.log(`  ${(ms / 1000).toFixed(1).padStart(5)} s  ${sourceName(relative(root, file))}`);
      }
      console.log(`\n${summaryLine(counts)}`);
      if (isWatching) console.log('watching');
    },
  };
}
