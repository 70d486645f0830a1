import { LitElement } from 'lit';
import type { Contribution } from '../../answers/collect.js';
import type { AnswerContributor } from '../form/answer-protocol.js';

/** What the annotator does for its stand-in. */
export interface EntityAnswerOwner {
  /** The annotator's part of the answer of its own form. */
  ownContribution(): Contribution | undefined;
  checkValidity(): boolean;
  readonly validationMessage: string;
  readonly validity: ValidityState;
  answerSubmitted(): void;
  submitStateChanged(busy: boolean): void;
  focus(): void;
}

/**
 * Stands for the text annotator in the form within its shadow root: the annotator is around that form and not in it.
 *
 * @element oce-entity-answer
 */
export class OceEntityAnswer extends LitElement implements AnswerContributor {
  /** The form leaves footer and Submit button to the annotator. */
  readonly isFullPageWidget = true;
  owner?: EntityAnswerOwner;

  /** Shows nothing, so it needs no shadow root. */
  protected override createRenderRoot(): this {
    return this;
  }

  answerContribution(): Contribution | undefined {
    return this.owner?.ownContribution();
  }

  checkValidity(): boolean {
    return this.owner?.checkValidity() ?? true;
  }

  get validity(): ValidityState | undefined {
    return this.owner?.validity;
  }

  get validationMessage(): string {
    return this.owner?.validationMessage ?? '';
  }

  answerSubmitted(): void {
    this.owner?.answerSubmitted();
  }

  submitStateChanged(busy: boolean): void {
    this.owner?.submitStateChanged(busy);
  }

  override focus(): void {
    this.owner?.focus();
  }
}
