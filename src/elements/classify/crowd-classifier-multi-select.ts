import { property } from 'lit/decorators.js';
import { TargetClassifier } from './target-classifier.js';

/**
 * Lets a worker choose all categories that apply to a text, a page, a sound, a video or anything else.
 *
 * @element crowd-classifier-multi-select
 * @attr {string} exclusion-category - The button for "none of these", e.g. `"{text: 'None of the above'}"`.
 * @prop {string[]} value - The chosen categories, in their order.
 */
export class CrowdClassifierMultiSelect extends TargetClassifier {
  private exclusionSource: unknown;

  protected override get isMultiple(): boolean {
    return true;
  }

  @property({ attribute: 'exclusion-category' })
  get exclusionCategory(): unknown {
    return this.exclusionSource;
  }
  set exclusionCategory(source: unknown) {
    this.exclusionSource = source ?? undefined;
    this.readExclusion(source);
  }
}
