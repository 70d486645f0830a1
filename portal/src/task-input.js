/** What a template sees as `task.input`: the work of the pre-task function, for the kinds of job the lab knows. */

/**
 * How a manifest line becomes `task.input`.
 *
 * - `built-in`: as the functions of the built-in task types do it: `taskObject`, `labels`, `header`, `manifestLine`, and
 *   the source key itself.
 * - `line`: a custom job whose function hands on the whole line.
 * - `any`: both together, so that a requester's own template finds its names without saying which kind it is.
 *
 * @typedef {'built-in' | 'line' | 'any'} Mapping
 *
 * @typedef {Readonly<Record<string, unknown>>} ManifestLine
 */

/**
 * @param {ManifestLine} line
 * @param {{ mapping: Mapping, labels?: readonly string[], header?: string }} job
 * @returns {Record<string, unknown>}
 */
export function taskInput(line, { mapping, labels, header }) {
  const source = sourceOf(line);
  const builtIn = {
    ...(source && { taskObject: source.value, [source.key]: source.value }),
    ...(labels && { labels }),
    ...(header !== undefined && { header }),
    manifestLine: line,
  };
  if (mapping === 'built-in') return builtIn;
  const whole = { ...(source && { taskObject: source.value }), ...line };
  return mapping === 'line' ? whole : { ...builtIn, ...whole };
}

/**
 * The data object of a line.
 *
 * @param {ManifestLine} line
 * @returns {{ key: 'source-ref' | 'source', value: string } | undefined}
 */
export function sourceOf(line) {
  for (const key of /** @type {const} */ (['source-ref', 'source'])) {
    const value = line[key];
    if (typeof value === 'string') return { key, value };
  }
  return undefined;
}
