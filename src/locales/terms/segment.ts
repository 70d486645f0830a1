import { addTexts, msg } from '../index.js';
import { segmentKo } from '../ko/segment.js';

addTexts('ko', segmentKo);

/** What a worker reads when auto-segment failed; what is painted stays as it is. */
export const segmentTerms = {
  unreachable: () =>
    msg('Auto-segment got no answer. Click once more to try again, or paint by hand.', { id: 'segment.unreachable' }),
  refused: () => msg('Auto-segment cannot be used for this picture. Please paint by hand.', { id: 'segment.refused' }),
  unusable: () => msg('Auto-segment does not work here. Please paint by hand.', { id: 'segment.unusable' }),
  failed: () => msg('Auto-segment failed. Click once more to try again, or paint by hand.', { id: 'segment.failed' }),
};
