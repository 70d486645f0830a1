import { describeError } from './describe-error.mjs';
import { summaryLine } from './summary.mjs';

const indent = (text, by) => text.replace(/^/gm, ' '.repeat(by));

/** A reporter for Node's test runner: silent about what passes, then the closing line alone. */
export default async function* nodeReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const names = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') {
      names.length = data.nesting;
      names[data.nesting] = data.name;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    } else if (type === 'test:pass' || type === 'test:fail') {
      const isSuite = data.details?.type === 'suite';
      if (data.skip !== undefined || data.todo !== undefined) {
        if (!isSuite) counts.skipped += 1;
        continue;
      }
      const isCausedByTests = data.details?.error?.failureType === 'subtestsFailed';
      if (type === 'test:pass' && !isSuite) counts.passed += 1;
      if (type === 'test:fail' && !isCausedByTests) {
        counts.failed += 1;
        const title = [...names.slice(0, data.nesting), data.name].join(' › ');
        yield `\n  ✗ ${title}\n${indent(describeError(data.details.error?.cause ?? data.details.error), 6)}\n`;
      }
    }
  }
  yield `\n${summaryLine(counts)}\n`;
}
