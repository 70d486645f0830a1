import { readData } from '../../parse/attributes.js';
import { getOwn, isObject } from '../../parse/json.js';
import type { Problem } from '../../parse/problem.js';

/** What an `initial-value` of a classifier says. */
export interface InitialChoice {
  readonly labels: readonly string[];
  readonly comment: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads a category, a list of them, or an answer such as `{label: 'Cat'}`. Bare text is a category as it stands.
 */
export function readInitialChoice(source: unknown): InitialChoice {
  const isBareText = typeof source === 'string' && !/^\s*[[{"']/.test(source);
  const { value, problems } = isBareText ? { value: source, problems: [] } : readData(source);
  const holder = Array.isArray(value) && value.length === 1 && isObject(value[0]) ? (value[0] as object) : value;
  if (!isObject(holder)) return { labels: textsIn(holder), comment: '', problems };
  const comment = getOwn(holder, 'workerComment');
  return {
    labels: textsIn(getOwn(holder, 'labels') ?? getOwn(holder, 'label')),
    comment: typeof comment === 'string' ? comment : '',
    problems,
  };
}

function textsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list
    .map((item) => (isObject(item) ? getOwn(item, 'name') : item))
    .filter((item) => (typeof item === 'string' && item !== '') || typeof item === 'number')
    .map(String);
}
