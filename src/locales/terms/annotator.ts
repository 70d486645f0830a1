import { addTexts, formatNumber, msg, str } from '../index.js';
import { annotatorKo } from '../ko/annotator.js';

addTexts('ko', annotatorKo);

/** Words of all annotators, whatever they annotate. */
export const annotatorTerms = {
  skipped: (count: number) =>
    msg(str`Given annotations whose label is not on offer were skipped: ${formatNumber(count)}.`, {
      id: 'annotator.skipped',
    }),
  unreadableInitial: () =>
    msg('Some of the given annotations could not be read and were skipped.', { id: 'annotator.unreadableInitial' }),
  /** Why unfinished work is not kept from now on, and what to do. */
  draftsStopped: (reason: 'full' | 'unavailable') =>
    reason === 'full'
      ? msg('This device has no space left to keep unfinished work. Please submit before you leave the page.', {
          id: 'annotator.draftsFull',
        })
      : msg('This browser cannot keep unfinished work. Please submit before you leave the page.', {
          id: 'annotator.draftsUnavailable',
        }),
  needsAnnotation: () =>
    msg('Annotate at least once, or tick “Nothing to label”.', { id: 'annotator.needsAnnotation' }),
};
