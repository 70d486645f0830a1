import { getOwn, isObject } from '../parse/json.js';
import type { Problem } from '../parse/problem.js';

/** A problem in an answer. `path` leads to the place, such as `boundingBoxes[0].left`; empty for the whole. */
export interface AnswerProblem extends Problem {
  readonly path: string;
}

/** Where a check reports, and the way to the value it looks at. */
export interface CheckContext {
  readonly path: string;
  readonly problems: AnswerProblem[];
}

/** Looks at one value and reports what is wrong with it. */
export type Check = (value: unknown, at: CheckContext) => void;

/** Reports an error at the place of the value. The message continues a sentence that begins with the path. */
export function report(at: CheckContext, code: string, message: string, severity: Problem['severity'] = 'error'): void {
  at.problems.push({ code, severity, message, path: at.path });
}

/** The same context, one step further down. */
export function inside(at: CheckContext, key: string | number): CheckContext {
  const step = typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? key : `["${key}"]`;
  return { ...at, path: at.path && !step.startsWith('[') ? `${at.path}.${step}` : at.path + step };
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function expecting(what: string, holds: (value: unknown) => boolean): Check {
  return (value, at) => {
    if (!holds(value)) report(at, 'wrong-type', `should be ${what}, but is ${found(value)}.`);
  };
}

export const text: Check = expecting('a text', (value) => typeof value === 'string');
export const truth: Check = expecting('true or false', (value) => typeof value === 'boolean');
export const number: Check = expecting('a number', (value) => typeof value === 'number' && Number.isFinite(value));
export const wholeSize: Check = expecting(
  'an integer of 0 or more',
  (value) => Number.isInteger(value) && (value as number) >= 0,
);
export const hexColorText: Check = expecting(
  'a colour such as "#2ca02c"',
  (value) => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value),
);

/** One of the given texts. */
export function oneOf(...texts: readonly string[]): Check {
  return expecting(`one of ${texts.join(', ')}`, (value) => texts.includes(value as string));
}

/** A list whose entries all pass a check, with at least `least` of them. */
export function list(item: Check, least = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return report(at, 'wrong-type', `should be a list, but is ${found(value)}.`);
    if (value.length < least) {
      report(at, 'too-few', `should have at least ${least} entries, but has ${value.length}.`);
    }
    value.forEach((entry, index) => item(entry, inside(at, index)));
  };
}

/** An object whose values all pass a check. */
export function record(item: Check): Check {
  return (value, at) => {
    if (!isObject(value)) return report(at, 'wrong-type', `should be an object, but is ${found(value)}.`);
    for (const key of Object.keys(value)) item(value[key], inside(at, key));
  };
}

/** What an object may hold. */
export interface ObjectOptions {
  readonly optional?: Readonly<Record<string, Check>>;
  /** Further members are fine. */
  readonly open?: boolean;
  /** Looks at the object as a whole, when its members are right. */
  readonly also?: (value: Readonly<Record<string, unknown>>, at: CheckContext) => void;
}

/** An object with these members. Members that are not expected are warned of. */
export function object(members: Readonly<Record<string, Check>>, options: ObjectOptions = {}): Check {
  return (value, at) => {
    if (!isObject(value)) return report(at, 'wrong-type', `should be an object, but is ${found(value)}.`);
    const before = at.problems.length;
    for (const [key, check] of Object.entries(members)) {
      const member = getOwn(value, key);
      if (member === undefined) report(inside(at, key), 'missing', 'is missing.');
      else check(member, inside(at, key));
    }
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(members, key)) continue;
      const check = options.optional && Object.hasOwn(options.optional, key) ? options.optional[key] : undefined;
      if (check) check(value[key], inside(at, key));
      else if (!options.open) report(inside(at, key), 'unexpected', 'is not part of this answer.', 'warning');
    }
    if (at.problems.length === before) options.also?.(value, at);
  };
}
