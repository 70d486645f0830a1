import { addTexts, formatNumber, msg, str } from '../index.js';
import { formKo } from '../ko/form.js';

addTexts('ko', formKo);

/** Words of `crowd-form`, `crowd-button` and the loader. */
export const formTerms = {
  loading: () => msg('Loading...', { id: 'form.loading' }),
  submit: () => msg('Submit', { id: 'form.submit' }),
  instructions: () => msg('Instructions', { id: 'form.instructions' }),
  fullInstructions: () => msg('View full instructions', { id: 'form.fullInstructions' }),
  close: () => msg('Close', { id: 'form.close' }),
  confidential: () => msg('Treat the data in this task as confidential.', { id: 'form.confidential' }),
  problems: (count: number, first: string) =>
    count === 1
      ? msg(str`Not submitted yet. ${first}`, { id: 'form.oneProblem' })
      : msg(str`Not submitted yet: ${formatNumber(count)} answers need a look. The first: ${first}`, {
          id: 'form.problems',
        }),
  namedProblem: (name: string, problem: string) => msg(str`${name}: ${problem}`, { id: 'form.namedProblem' }),
  preview: () => msg('This is a preview. Accept the task to be able to submit it.', { id: 'form.preview' }),
  prepareFailed: () =>
    msg('The answer could not be prepared. Your work is still here; please submit again.', {
      id: 'form.prepareFailed',
    }),
  sendFailed: () =>
    msg('The answer could not be sent. Your work is still here; please submit again.', { id: 'form.sendFailed' }),
  submitting: () => msg('Submitting', { id: 'form.submitting' }),
  answerTitle: () => msg('Answer', { id: 'form.answerTitle' }),
  answerNote: () => msg('This page has nowhere to send the answer, so here it is.', { id: 'form.answerNote' }),
  copy: () => msg('Copy', { id: 'form.copy' }),
  copied: () => msg('Copied', { id: 'form.copied' }),
  busy: () => msg('Busy', { id: 'form.busy' }),
};
