import type { Contribution } from '../../answers/collect.js';

/**
 * What an element offers a `crowd-form` around it.
 *
 * The form finds these members by their names, never by class, so that elements of a second copy of the library, and
 * elements written by others, take part too. All are optional but the first.
 */
export interface AnswerContributor extends Element {
  /** The element's part of the answer as it stands now; `undefined` when it contributes nothing. */
  answerContribution(): Contribution | undefined;
  /** Finishes slow work, such as encoding a mask, so that the next `answerContribution` is complete. */
  prepareAnswer?(): Promise<void>;
  /** The answer reached its destination: drafts of it are no longer needed. */
  answerSubmitted?(): void;
  /** The form began or ended sending; a widget with a Submit button of its own shows it as busy. */
  submitStateChanged?(busy: boolean): void;
}

/** Whether the element takes part in the answer by the protocol. */
export function isContributor(element: Element): element is AnswerContributor {
  return typeof (element as Partial<AnswerContributor>).answerContribution === 'function';
}

/**
 * Whether the element is a widget that fills the page, with a frame and a Submit button of its own.
 *
 * Such an element says so by the property `isFullPageWidget`.
 */
export function isFullPageWidget(element: Element): boolean {
  return (element as Element & { isFullPageWidget?: unknown }).isFullPageWidget === true;
}

/** Detail of `crowd-submit`. */
export interface CrowdSubmitDetail {
  /** The answer, by element name. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The same as text fields in the form's `answer-format`, ready to be posted. */
  readonly fields: Readonly<Record<string, string>>;
  /**
   * Keeps the form busy until the promise settles. Drafts are cleared when it is fulfilled; when it is rejected the
   * worker keeps the answer and can submit again.
   */
  waitUntil(delivery: Promise<unknown>): void;
}
