import { getOwn, isObject } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { MODERATION_KEY } from './answer-keys.js';
import { sortKeys } from './sort-keys.js';
import type { ImageClassifierAnswer, ImageMultiSelectAnswer, ModerationAnswer, ModerationLabel } from './types.js';

/** The answer of a single-choice classifier. An empty comment is left out. */
export function encodeChoice(label: string, workerComment = ''): ImageClassifierAnswer {
  return workerComment ? { label, workerComment } : { label };
}

/**
 * The answer of a multi-select classifier: the chosen categories in the order of all categories.
 *
 * Pass an empty list when the exclusion category is chosen.
 */
export function encodeChoices(
  chosen: Iterable<string>,
  categories: readonly string[],
  workerComment = '',
): ImageMultiSelectAnswer {
  const set = new Set(chosen);
  const labels = categories.filter((category) => set.has(category));
  return workerComment ? { labels, workerComment } : { labels };
}

/** A category of the moderation element: its name, and what the answer repeats when it is chosen. */
export interface ModerationCategory {
  readonly name: string;
  readonly answer: string | ModerationLabel;
}

/** Reads the `categories` of the moderation element: texts or objects with a `name`. Others are left out. */
export function decodeModerationCategories(items: readonly unknown[]): Reading<readonly ModerationCategory[]> {
  const categories = new Map<string, ModerationCategory>();
  const problems: Problem[] = [];
  items.forEach((item, index) => {
    const name = isObject(item) ? getOwn(item, 'name') : item;
    if (typeof name !== 'string') {
      const message = `has no name in entry ${index + 1}. Write it as \`{name: 'Violence'}\`; it was left out.`;
      problems.push({ code: 'category-without-name', severity: 'error', message });
    } else if (categories.has(name)) {
      const message = `lists \`${name}\` more than once. Only the first was kept.`;
      problems.push({ code: 'duplicate-category', severity: 'warning', message });
    } else categories.set(name, { name, answer: isObject(item) ? ({ ...item, name } as ModerationLabel) : name });
  });
  return { value: [...categories.values()], problems };
}

/** The answer of `crowd-rekognition-detect-moderation-labels`: chosen categories in their order, objects in full. */
export function encodeModeration(
  chosen: Iterable<string>,
  categories: readonly ModerationCategory[],
): ModerationAnswer {
  const set = new Set(chosen);
  const moderationLabels = categories
    .filter(({ name }) => set.has(name))
    .map(({ answer }) => sortKeys(answer) as string);
  return { [MODERATION_KEY]: { moderationLabels } };
}
