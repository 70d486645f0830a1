import type { JsonObject, JsonValue } from '../parse/json.js';
import { getOwn, isObject } from '../parse/json.js';
import type { Problem } from '../parse/problem.js';
import { metadataKey } from './label-attribute-name.js';
import { extensionOf, isS3Uri } from './s3-uri.js';
import { findJsonFault } from './strict-json.js';
import { taskFacts, type TaskType } from './tasks.js';

/** One data object of a manifest. */
export interface ManifestLine {
  /** Zero-based; the id under which a job files the answers of this object. */
  readonly index: number;
  /** Line of the file, from 1. */
  readonly lineNumber: number;
  readonly value: JsonObject;
  /** The line as written. Output manifests keep it, so that no number is reformatted. */
  readonly text: string;
}

/** A problem at a place of a manifest. Its message is a whole sentence. */
export interface ManifestProblem extends Problem {
  /** Line of the file, from 1. */
  readonly lineNumber: number;
  /** Column in UTF-16 units, from 1; absent when the whole line is meant. */
  readonly column?: number;
}

/** How a manifest is read. */
export interface ManifestOptions {
  /** `lenient` warns of limits that output manifests of streaming and chained jobs break. Default `strict`. */
  readonly mode?: 'strict' | 'lenient';
  /** Checks the source key and the endings of files. */
  readonly task?: TaskType;
  /** Which addresses `source-ref` may hold. Default: S3 URIs. */
  readonly allowUri?: (uri: string) => boolean;
  /** Name of the earlier labels that a job adjusts or verifies; each line must have them. */
  readonly audited?: string;
}

/** The objects of a manifest and all that is wrong with it. */
export interface Manifest {
  /** Every line that holds an object; those with an error are among them, and named in `problems`. */
  readonly lines: readonly ManifestLine[];
  readonly problems: readonly ManifestProblem[];
}

const longestLine = 100_000;
const longestAttribute = 20_000;

/**
 * Reads an input manifest: JSON Lines, one object a line, separated by `\n` or `\r\n`.
 *
 * A byte order mark and blank lines at the end are ignored.
 */
export function parseManifest(text: string, options: ManifestOptions = {}): Manifest {
  const problems: ManifestProblem[] = [];
  const rows = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((row) => (row.endsWith('\r') ? row.slice(0, -1) : row));
  while (rows.length > 0 && !rows.at(-1)?.trim()) rows.pop();
  if (rows.length === 0) {
    return { lines: [], problems: [{ ...error('empty-manifest', 'The manifest has no lines.'), lineNumber: 1 }] };
  }
  const wrong = wrongDocument(rows);
  if (wrong) return { lines: [], problems: [wrong] };
  const lines: ManifestLine[] = [];
  rows.forEach((row, index) => {
    const lineNumber = index + 1;
    const value = readRow(row, lineNumber, problems);
    if (!value) return;
    const line = { index, lineNumber, value, text: row };
    lines.push(line);
    for (const problem of checkLine(line, options)) problems.push({ ...problem, lineNumber });
  });
  problems.push(...duplicates(lines), ...withoutColors(lines, options));
  problems.sort((a, b) => a.lineNumber - b.lineNumber);
  return { lines, problems };
}

function error(code: string, message: string): Problem {
  return { code, severity: 'error', message };
}

function warning(code: string, message: string): Problem {
  return { code, severity: 'warning', message };
}

/** One problem instead of one a line, for a JSON file that is no manifest. */
function wrongDocument(rows: readonly string[]): ManifestProblem | undefined {
  const first = rows[0] ?? '';
  if (!/^\s*[[{]/.test(first) || parsed(first) !== undefined) return undefined;
  const whole = parsed(rows.join('\n'));
  if (whole === undefined) return undefined;
  const kind = Array.isArray(whole) ? 'one JSON list' : 'one JSON object over several lines';
  const advice = 'A manifest has one object on each line, and nothing around them.';
  return { ...error('not-json-lines', `The file is ${kind}. ${advice}`), lineNumber: 1, column: 1 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRow(row: string, lineNumber: number, problems: ManifestProblem[]): JsonObject | undefined {
  if (!row.trim()) {
    problems.push({
      ...error('blank-line', 'The line is blank. Only the end of a manifest may have such.'),
      lineNumber,
    });
    return undefined;
  }
  const value = parsed(row);
  if (isObject(value)) return value as JsonObject;
  if (value !== undefined) {
    problems.push({ ...error('not-an-object', 'The line is JSON, but not an object in curly brackets.'), lineNumber });
    return undefined;
  }
  const { offset, advice } = findJsonFault(row);
  const from = Math.max(0, offset - 12);
  const near = `${from > 0 ? '…' : ''}${row.slice(from, offset + 24)}${offset + 24 < row.length ? '…' : ''}`;
  problems.push({
    ...error('not-json', `The line is not JSON near \`${near}\`. ${advice}`),
    lineNumber,
    column: offset + 1,
  });
  return undefined;
}

function checkLine({ value, text }: ManifestLine, options: ManifestOptions): readonly Problem[] {
  const limit = options.mode === 'lenient' ? warning : error;
  const problems: Problem[] = [];
  if (text.length > longestLine) {
    problems.push(limit('line-too-long', `The line has ${text.length} characters; ${longestLine} are allowed.`));
  }
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) problems.push(limit('dollar-name', `The name \`${key}\` must not begin with \`$\`.`));
    // The line bounds its attributes, so most need not be written again to be measured.
    const length = text.length > longestAttribute ? lengthOf(value[key]) : 0;
    if (length > longestAttribute) {
      problems.push(
        limit('attribute-too-long', `\`${key}\` has ${length} characters; ${longestAttribute} are allowed.`),
      );
    }
  }
  problems.push(...checkSource(value, options), ...checkAudited(value, options));
  return problems;
}

function lengthOf(value: JsonValue | undefined): number {
  return typeof value === 'string' ? value.length : JSON.stringify(value ?? null).length;
}

function checkSource(value: JsonObject, { task, allowUri = isS3Uri }: ManifestOptions): readonly Problem[] {
  const text = getOwn(value, 'source');
  const uri = getOwn(value, 'source-ref');
  if (text !== undefined && uri !== undefined) {
    return [error('two-sources', 'The line has both `source` and `source-ref`; keep one of them.')];
  }
  const key = uri === undefined ? 'source' : 'source-ref';
  const source = uri ?? text;
  if (source === undefined) {
    const wanted = (task && taskFacts[task].sourceKey) ?? 'source-ref` or `source';
    return [error('no-source', `The line has no \`${wanted}\`.`)];
  }
  if (typeof source !== 'string' || !source.trim())
    return [error('blank-source', `\`${key}\` must be a text that is not blank.`)];
  const problems: Problem[] = [];
  if (key === 'source-ref' && !allowUri(source)) {
    problems.push(
      error('bad-uri', `\`source-ref\` is no S3 URI such as \`s3://bucket/name\`: \`${source.slice(0, 80)}\`.`),
    );
  }
  const facts = task && taskFacts[task];
  if (!facts) return problems;
  if (facts.sourceKey === 'source-ref' && key === 'source') {
    problems.push(error('wrong-source', 'This task needs `source-ref`, the S3 URI of a file, not `source`.'));
  }
  if (key === 'source-ref' && facts.extensions.length > 0 && !facts.extensions.includes(extensionOf(source))) {
    const endings = facts.extensions.join(', ');
    problems.push(
      warning('other-file-type', `\`source-ref\` ends with \`${extensionOf(source)}\`; this task takes ${endings}.`),
    );
  }
  if (task === 'point-cloud-detection' || task === 'point-cloud-segmentation') {
    const metadata = getOwn(value, 'source-ref-metadata');
    if (!isObject(metadata) || typeof getOwn(metadata, 'unix-timestamp') !== 'number') {
      problems.push(error('no-timestamp', '`source-ref-metadata` must hold the `unix-timestamp` of the frame.'));
    }
  }
  return problems;
}

function checkAudited(value: JsonObject, { audited }: ManifestOptions): readonly Problem[] {
  if (audited === undefined) return [];
  if (getOwn(value, audited) === undefined || !isObject(getOwn(value, metadataKey(audited)))) {
    return [error('not-labeled', `The line has no earlier labels \`${audited}\` with their metadata; it will fail.`)];
  }
  return [];
}

/** A segmentation job can be audited only when its manifest names the colours of the masks. */
function withoutColors(lines: readonly ManifestLine[], { audited, task }: ManifestOptions): readonly ManifestProblem[] {
  if (audited === undefined || task !== 'semantic-segmentation') return [];
  const bare = lines.filter(({ value }) => isObject(getOwn(value, metadataKey(audited))) && !hasColors(value, audited));
  if (bare.length > 0 && bare.length === lines.length) {
    const message = 'No line has an `internal-color-map` with colours such as `#2ca02c`, so the masks cannot be shown.';
    return [{ ...error('no-colors', message), lineNumber: 1 }];
  }
  return bare.map(({ lineNumber }) => ({
    ...error('no-color-map', 'The earlier mask has no `internal-color-map` with colours; the line will fail.'),
    lineNumber,
  }));
}

function hasColors(value: JsonObject, audited: string): boolean {
  const metadata = getOwn(value, metadataKey(audited));
  const map = isObject(metadata) ? getOwn(metadata, 'internal-color-map') : undefined;
  return (
    isObject(map) &&
    Object.values(map).some((entry) => isObject(entry) && /^#[\da-f]{6}$/i.test(String(getOwn(entry, 'hex-color'))))
  );
}

/** Objects are addressed by their line, so naming one twice is legal, though seldom meant. */
function duplicates(lines: readonly ManifestLine[]): readonly ManifestProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ value, lineNumber }) => {
    const source = getOwn(value, 'source-ref') ?? getOwn(value, 'source');
    if (typeof source !== 'string') return [];
    const earlier = seen.get(source);
    if (earlier === undefined) seen.set(source, lineNumber);
    return earlier === undefined
      ? []
      : [{ ...warning('duplicate-source', `The line names the same data object as line ${earlier}.`), lineNumber }];
  });
}

/** The top level of a JSON object as written: each member with its comma-free text. */
function members(text: string): readonly { readonly key: string; readonly text: string }[] {
  const found: { key: string; text: string }[] = [];
  const signs = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(signs)) {
    const [sign] = match;
    const closes = sign === '}' || sign === ']';
    if (depth === 1 && (sign === ',' || closes)) {
      const part = text.slice(start, match.index).trim();
      const key = /^"(?:[^"\\]|\\.)*"/.exec(part)?.[0];
      if (key) found.push({ key: JSON.parse(key) as string, text: part });
    }
    if (sign === '{' || sign === '[') depth += 1;
    if (closes) depth -= 1;
    if (depth === 1 && (sign === ',' || sign === '{')) start = match.index + 1;
  }
  return found;
}

/**
 * The line of an output manifest: the input line with labels added or replaced.
 *
 * Everything else stays as written, also numbers that JavaScript could not hold exactly.
 */
export function augmentLine(text: string, additions: Readonly<Record<string, unknown>>): string {
  const kept = members(text.replace(/^\uFEFF/, '').trim()).filter(({ key }) => !Object.hasOwn(additions, key));
  const added: string[] = [];
  for (const [key, value] of Object.entries(additions)) {
    if (value !== undefined) added.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  }
  return `{${[...kept.map((member) => member.text), ...added].join(',')}}`;
}

/** Whether a job labels this line: one that already carries the job's labels is left as it is. */
export function needsLabels(value: JsonObject, labelAttributeName: string): boolean {
  return getOwn(value, labelAttributeName) === undefined;
}
