import { isObject, type JsonObject, type JsonValue } from './json.js';
import { parseLenient } from './lenient-json.js';
import type { Problem, Reading } from './problem.js';

/** A problem in one attribute. Its message continues a sentence that begins with the attribute's name. */
export type AttributeProblem = Problem;

/** Text in which a template engine should have put something, such as `{{ task.input.labels }}` or `${label}`. */
const onlyPlaceholder = /^\s*(?:\{\{[^]*\}\}|\{%[^]*%\}|\$\{[^]*\})\s*$/;

function reading<T>(value: T, ...problems: readonly AttributeProblem[]): Reading<T> {
  return { value, problems };
}

function problem(code: string, severity: Problem['severity'], message: string): AttributeProblem {
  return { code, severity, message };
}

/**
 * Reads an attribute, or a property set by a script, as data. Text is parsed, everything else is taken as it is.
 *
 * Null and blank text give `undefined`.
 */
export function readData(source: unknown): Reading<JsonValue | undefined> {
  if (typeof source !== 'string') return reading((source ?? undefined) as JsonValue | undefined);
  const result = parseLenient(source);
  return result.ok ? reading(result.value, ...result.warnings) : reading(undefined, result.problem);
}

/** Reads a list of anything. What is not a list gives an empty one and a problem. */
export function readList(source: unknown): Reading<readonly JsonValue[]> {
  const { value, problems } = readData(source);
  if (Array.isArray(value)) return { value: value as readonly JsonValue[], problems };
  if (value === undefined) return { value: [], problems };
  const advice = isObject(value) ? 'Put it in square brackets: `[{...}]`.' : "A list is written as `['Cat', 'Dog']`.";
  return reading(
    [],
    ...problems,
    problem('not-a-list', 'error', `should be a list, but is ${describe(value)}. ${advice}`),
  );
}

/** Reads one object. Blank text gives `undefined`, anything else `undefined` and a problem. */
export function readObject(source: unknown): Reading<JsonObject | undefined> {
  const { value, problems } = readData(source);
  if (value === undefined || isObject(value)) return { value: value as JsonObject | undefined, problems };
  const message = `should be an object such as \`{text: 'None'}\`, but is ${describe(value)}.`;
  return reading(undefined, ...problems, problem('not-an-object', 'error', message));
}

/**
 * Reads a list of texts, such as `labels`. Nothing is trimmed and repeated entries stay.
 *
 * Numbers become text. Entries of another type, and entries that a template engine should have filled in, are left out.
 */
export function readStrings(source: unknown): Reading<readonly string[]> {
  const { value, problems } = readList(source);
  const texts: string[] = [];
  const found = [...problems];
  value.forEach((item, index) => {
    if (typeof item === 'number') texts.push(String(item));
    else if (typeof item !== 'string') {
      const message = `should list texts such as \`['Cat', 'Dog']\`, but entry ${index + 1} is ${describe(item)}. It was left out.`;
      found.push(problem('not-text', 'error', message));
    } else if (onlyPlaceholder.test(item)) {
      const message = `holds \`${item.trim()}\`, which is filled in by a template engine that did not run here. It was left out.`;
      found.push(problem('unresolved-placeholder', 'error', message));
    } else texts.push(item);
  });
  return { value: texts, problems: found };
}

/** Reads a decimal number. Garbage is ignored: it gives `undefined` and a warning. */
export function readNumber(source: unknown): Reading<number | undefined> {
  if (source === null || source === undefined) return reading(undefined);
  if (typeof source === 'number' && Number.isFinite(source)) return reading(source);
  const text = String(source).trim();
  if (!text) return reading(undefined);
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isFinite(number)) return reading(number);
  return reading(
    undefined,
    problem('not-a-number', 'warning', `should be a number, but is \`${text}\`. It was ignored.`),
  );
}

/**
 * Reads a switch. An attribute that is present means true, whatever it says; a property means its truth.
 *
 * `x="false"` is told to the author, since it does not do what it says.
 */
export function readBoolean(source: unknown): Reading<boolean> {
  if (typeof source !== 'string') return reading(Boolean(source));
  if (source.trim().toLowerCase() !== 'false') return reading(true);
  const message = 'says `false`, but counts as on because it is present. Remove the attribute to switch it off.';
  return reading(true, problem('present-is-true', 'warning', message));
}

/** Reads the source of a regular expression, without slashes. */
export function readPattern(source: unknown): Reading<RegExp | undefined> {
  if (source instanceof RegExp) return reading(source);
  if (typeof source !== 'string' || !source) return reading(undefined);
  // Patterns written for older engines may hold escapes that the Unicode mode refuses.
  for (const flags of ['u', '']) {
    try {
      return reading(new RegExp(source, flags));
    } catch {
      // The next mode, or the problem below.
    }
  }
  const message = `is not a regular expression: \`${source}\`. Check its brackets and backslashes; it was ignored.`;
  return reading(undefined, problem('bad-pattern', 'error', message));
}

function describe(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? `'${value}'` : String(value);
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

/** Where a problem was found. */
export interface ProblemPlace {
  /** Tag of the element, such as `crowd-polygon`. */
  readonly element: string;
  /** Value of its `name` attribute. */
  readonly name?: string | null;
  readonly attribute: string;
  readonly problem: Problem;
}

/**
 * The sentence for the console: names the element, the attribute, what was found and what would work.
 *
 * `<crowd-polygon name="outline">`: `labels` could not be read near `['Cat' 'Dog']`. A comma seems to be missing ...
 */
export function formatProblem({ element, name, attribute, problem }: ProblemPlace): string {
  const named = name ? ` name="${name.replaceAll('"', '&quot;')}"` : '';
  return `\`<${element}${named}>\`: \`${attribute}\` ${problem.message}`;
}
