import { property } from 'lit/decorators.js';
import { decodeModerationCategories, encodeModeration, type ModerationCategory } from '../../answers/choices.js';
import { MODERATION_KEY } from '../../answers/answer-keys.js';
import type { Contribution } from '../../answers/collect.js';
import { sortKeys } from '../../answers/sort-keys.js';
import { labelsFromNames } from '../../labels/labels.js';
import { readList } from '../../parse/attributes.js';
import type { JsonValue } from '../../parse/json.js';
import type { CategoryReading } from '../classify/category-element.js';
import { PictureClassifier } from '../classify/picture-classifier.js';

/**
 * Lets a worker tell which kinds of unwanted content a picture shows.
 *
 * Categories are texts, or objects with a `name`, which the answer then repeats in full.
 *
 * @element crowd-rekognition-detect-moderation-labels
 * @attr {string} exclusion-category - The button for "none of these", e.g. `"{text: 'None'}"`.
 * @prop {string[]} value - Names of the chosen categories, in their order.
 */
export class CrowdRekognitionDetectModerationLabels extends PictureClassifier {
  private moderation: readonly ModerationCategory[] = [];
  private exclusionSource: unknown;

  @property({ attribute: 'exclusion-category' })
  get exclusionCategory(): unknown {
    return this.exclusionSource;
  }
  set exclusionCategory(source: unknown) {
    this.exclusionSource = source ?? undefined;
    this.readExclusion(source);
  }

  override get _submittableValue(): Record<string, unknown> {
    return this.currentAnswer() ?? { ...encodeModeration([], []) };
  }

  override answerContribution(): Contribution | undefined {
    const answer = this.currentAnswer();
    if (this.isDisabled || !answer) return undefined;
    return { name: MODERATION_KEY, type: 'value', value: answer[MODERATION_KEY] };
  }

  protected override get answerName(): string {
    return MODERATION_KEY;
  }

  protected override get isMultiple(): boolean {
    return true;
  }

  protected override get takesComment(): boolean {
    return false;
  }

  protected override readCategories(value: unknown): CategoryReading {
    const list = readList(value);
    const { value: categories, problems } = decodeModerationCategories(list.value);
    this.moderation = categories;
    return {
      source: categories.map(({ answer }) => answer as JsonValue),
      labels: labelsFromNames(categories.map(({ name }) => name)).value,
      problems: [...list.problems, ...problems],
    };
  }

  protected override currentAnswer(): Record<string, unknown> | undefined {
    const chosen = this.chosenNames();
    if (!chosen.length && !this.isExcluded) return undefined;
    return sortKeys({ ...encodeModeration(chosen, this.moderation) }) as Record<string, unknown>;
  }
}
