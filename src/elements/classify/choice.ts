import type { AnnotationBase } from '../../document/annotation.js';

/** Something the worker said in a classifier: a category, the exclusion category, or a comment. */
export interface Choice extends AnnotationBase {
  readonly kind: 'choice' | 'exclusion' | 'comment';
  /** The comment. */
  readonly text?: string;
}

/** Ids are the same in every session, so that drafts and undo meet the same records. */
export const exclusionId = 'exclusion';
export const commentId = 'comment';

/** Id of the record of a category: one for all where only one can be chosen. */
export function choiceId(category: string, isMultiple: boolean): string {
  return isMultiple ? `choice ${category}` : 'choice';
}
