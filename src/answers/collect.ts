import { getOwn, isObject, setOwn } from '../parse/json.js';
import type { Problem } from '../parse/problem.js';
import { sortedKeys, sortKeys, toSortedJson } from './sort-keys.js';
import type { Answers } from './types.js';

/** What one control adds to the answers of its form. Contributions are listed in document order. */
export type Contribution =
  | {
      readonly name: string;
      readonly type: 'value';
      /** A text, number, list or object. Nothing, and empty text, add nothing. */
      readonly value: unknown;
    }
  | {
      readonly name: string;
      readonly type: 'choice';
      /** State of each choice by its value, such as `{ on: true }`. Native radio buttons name every one of the group. */
      readonly choices: Readonly<Record<string, boolean>>;
    };

/** A problem with one name. Its message continues a sentence that begins with that name. */
export interface ContributionProblem extends Problem {
  readonly name: string;
}

/** The answers of a form, keys sorted, and what was lost. */
export interface MergedAnswers {
  readonly answers: Answers;
  readonly problems: readonly ContributionProblem[];
}

/**
 * Joins the contributions of all controls to one answer object.
 *
 * Choices of one name become one object; a choice is true if any control says so. Otherwise the last control that has a
 * value wins, which is reported, since templates lose data by it. Controls without a name or value add nothing.
 */
export function mergeAnswers(contributions: readonly Contribution[]): MergedAnswers {
  const answers: Record<string, unknown> = {};
  const types = new Map<string, Contribution['type']>();
  const replaced = new Map<string, number>();
  for (const contribution of contributions) {
    const { name, type } = contribution;
    if (!name || isEmpty(contribution)) continue;
    const earlier = types.get(name);
    if (earlier && (type === 'value' || earlier === 'value')) replaced.set(name, (replaced.get(name) ?? 1) + 1);
    if (type === 'value') setOwn(answers, name, contribution.value);
    else {
      const merged = earlier === 'choice' ? (getOwn(answers, name) as Record<string, boolean>) : {};
      for (const [choice, chosen] of Object.entries(contribution.choices)) {
        setOwn(merged, choice, chosen || getOwn(merged, choice) === true);
      }
      setOwn(answers, name, merged);
    }
    types.set(name, type);
  }
  const problems = [...replaced].map(([name, count]): ContributionProblem => {
    const message = `is the name of ${count} controls; only the answer of the last one is submitted. Give each its own name.`;
    return { code: 'name-used-twice', severity: 'warning', name, message };
  });
  return { answers: sortKeys(answers) as Answers, problems };
}

function isEmpty(contribution: Contribution): boolean {
  if (contribution.type === 'choice') return Object.keys(contribution.choices).length === 0;
  const { value } = contribution;
  return (
    value === undefined || value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))
  );
}

/** The one field of the default answer format. */
export interface NestedFields {
  /** JSON of a list that holds the one answer object. */
  readonly taskAnswers: string;
}

/** Form fields in the default format. */
export function toNestedFields(answers: Answers): NestedFields {
  return { taskAnswers: `[${toSortedJson(answers)}]` };
}

/** Form fields with `answer-format="flatten-objects"`: one text for each leaf. */
export function toFlatFields(answers: Answers): Readonly<Record<string, string>> {
  return flattenAnswer(answers);
}

/**
 * One text for each leaf of an answer, by its path with dots: `category.label`.
 *
 * A list stays one field that holds JSON, and so does an empty object; truths become `true` or `false`, numbers decimal
 * text. Names may hold dots themselves: where two paths are the same, the later one gets a number, `a.b#2`.
 */
export function flattenAnswer(answers: unknown): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  const put = (path: string, text: string) => {
    let free = path;
    for (let count = 2; Object.hasOwn(fields, free); count += 1) free = `${path}#${count}`;
    setOwn(fields, free, text);
  };
  const walk = (value: unknown, path?: string) => {
    const keys = isObject(value) ? sortedKeys(value).filter((key) => value[key] !== undefined) : [];
    if (isObject(value) && keys.length > 0) {
      for (const key of keys) walk(value[key], path === undefined ? key : `${path}.${key}`);
    } else if (path !== undefined) put(path, leafText(value));
  };
  walk(answers);
  return fields;
}

function leafText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? decimalText(value) : toSortedJson(value);
}

/** A number without an exponent. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [digits = '', exponent = '0'] = text.split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return sign + all.slice(0, point).padEnd(point, '0') + (all.length > point ? `.${all.slice(point)}` : '');
}
