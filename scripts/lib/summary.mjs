/** The closing line that every runner prints alone: `12 passed, 0 failed`, with `, 1 skipped` if any. */
export function summaryLine({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const SUMMARY = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** Reads the closing line back from what a runner printed; nothing when its last line is another one. */
export function readSummary(output) {
  const found = SUMMARY.exec(output.trimEnd().split('\n').at(-1)?.trim() ?? '');
  if (!found) return undefined;
  return { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
}

/** Adds the counts of several runners. */
export function addSummaries(summaries) {
  return summaries.reduce(
    (sum, { passed, failed, skipped = 0 }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
