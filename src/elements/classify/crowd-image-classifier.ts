import { PictureClassifier } from './picture-classifier.js';

/**
 * Lets a worker choose one category for a picture, or verify earlier labels that are drawn over it.
 *
 * @element crowd-image-classifier
 * @attr {string} auto-advance - A choice submits at once, or after this many milliseconds, e.g. `800`.
 * @prop {string} value - The chosen category; empty when there is none.
 * @fires {CustomEvent<{name: string, answer: object}>} before-advance - A choice is about to be submitted by
 *   `auto-advance`. Cancel it to keep the task open.
 * @fires {CustomEvent<{name: string, answer: object}>} advance-undo - The worker wants a submitted answer back. Cancel it
 *   when you have withdrawn the answer and show its task again.
 */
export class CrowdImageClassifier extends PictureClassifier {
  protected override get isMultiple(): boolean {
    return false;
  }
}
