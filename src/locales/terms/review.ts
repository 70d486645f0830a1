import { addTexts, formatNumber, msg, str } from '../index.js';
import { reviewKo } from '../ko/review.js';

addTexts('ko', reviewKo);

const n = formatNumber;

const directions: Record<string, () => string> = {
  left: () => msg('Look further left', { id: 'review.panLeft' }),
  right: () => msg('Look further right', { id: 'review.panRight' }),
  up: () => msg('Look further up', { id: 'review.panUp' }),
  down: () => msg('Look further down', { id: 'review.panDown' }),
};

/** Words for looking at earlier work: overlays, legends, differences. */
export const reviewTerms = {
  pan: (direction: string) => () => directions[direction]?.() ?? direction,
  overlay: () => msg('Labels to verify', { id: 'review.overlay' }),
  opacity: () => msg('Opacity', { id: 'review.opacity' }),
  showAll: () => msg('Show all', { id: 'review.showAll' }),
  hideAll: () => msg('Hide all', { id: 'review.hideAll' }),
  names: () => msg('Names on the picture', { id: 'review.names' }),
  toggle: () => msg('Show or hide the labels', { id: 'review.toggle' }),
  which: () => msg('Which answer', { id: 'review.which' }),
  first: () => msg('First', { id: 'review.first' }),
  second: () => msg('Second', { id: 'review.second' }),
  difference: () => msg('Difference', { id: 'review.difference' }),
  same: () => msg('Same in both', { id: 'review.same' }),
  onlyFirst: () => msg('Only in the first', { id: 'review.onlyFirst' }),
  onlySecond: () => msg('Only in the second', { id: 'review.onlySecond' }),
  otherLabel: () => msg('Another label', { id: 'review.otherLabel' }),
  count: (count: number) => n(count),
  share: (percent: number) => msg(str`${n(percent, 1)} %`, { id: 'review.share' }),
  empty: () => msg('There are no labels to verify.', { id: 'review.empty' }),
  unreadable: () =>
    msg('The labels to verify could not be shown completely. You can still answer.', { id: 'review.unreadable' }),
  outside: () => msg('Some labels do not fit this picture and are shown as far as possible.', { id: 'review.outside' }),
  otherSize: (width: number, height: number) =>
    msg(str`The mask was made for a picture of ${n(width)} × ${n(height)} pixels; it is stretched to fit this one.`, {
      id: 'review.otherSize',
    }),
  loading: () => msg('Loading the labels to verify…', { id: 'review.loading' }),
};
