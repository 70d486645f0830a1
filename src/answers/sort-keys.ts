import { isObject, setOwn } from '../parse/json.js';

/** The keys of an object in ascending order of code units: `topic-10` before `topic-2`. */
export function sortedKeys(value: object): readonly string[] {
  // The default order of sort() compares code units.
  return Object.keys(value).sort();
}

/**
 * A deep copy whose keys are in ascending order of code units. Members without a value are left out.
 *
 * JavaScript itself lists keys that look like integers first and by number, whatever the order of writing; only
 * {@link toSortedJson} writes those in order too.
 */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of sortedKeys(value)) {
    if (value[key] !== undefined) setOwn(sorted, key, sortKeys(value[key]));
  }
  return sorted;
}

/** Compact JSON with all keys in ascending order of code units, integer-like ones included. */
export function toSortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toSortedJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = sortedKeys(value)
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${toSortedJson(value[key])}`);
  return `{${members.join(',')}}`;
}
