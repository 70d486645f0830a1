/** The message, the two values when there are any, and the lines of the stack that belong to this repository. */
export function describeError(error) {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => !/node:internal|mocha-in-node|esm-bundle/.test(line))
    .slice(0, 10)
    .join('\n');
  const hasValues = error.showDiff !== false && 'expected' in error && error.expected !== undefined;
  const values = hasValues
    ? [`expected: ${JSON.stringify(error.expected)}`, `  actual: ${JSON.stringify(error.actual)}`]
    : [];
  return [...(stack.includes(error.message) ? [] : [error.message]), ...values, stack].join('\n');
}
