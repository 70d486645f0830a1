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

const judgementNames: Record<string, () => string> = {
  valid: () => msg('Yes', { id: 'review.judgement.valid' }),
  'not-a-pair': () => msg('No', { id: 'review.judgement.notPair' }),
  'key-not-found': () => msg('Key not found', { id: 'review.judgement.keyNotFound' }),
  'value-blank': () => msg('Value is blank', { id: 'review.judgement.valueBlank' }),
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
  outsideText: () =>
    msg('Some labels reach beyond the text and are shown as far as it goes.', { id: 'review.outsideText' }),
  otherSize: (width: number, height: number) =>
    msg(str`The mask was made for a picture of ${n(width)} × ${n(height)} pixels; it is stretched to fit this one.`, {
      id: 'review.otherSize',
    }),
  loading: () => msg('Loading the labels to verify…', { id: 'review.loading' }),
  pairs: () => msg('Keys and values', { id: 'review.pairs' }),
  reviewPairs: () => msg('Review the key and value pairs beside the document.', { id: 'review.reviewPairs' }),
  key: () => msg('Key', { id: 'review.key' }),
  value: () => msg('Value', { id: 'review.value' }),
  ruledOut: () => msg('Ruled out', { id: 'review.ruledOut' }),
  places: () => msg('Places on the page', { id: 'review.places' }),
  placeKey: () => msg('Place of the key on the page', { id: 'review.placeKey' }),
  placeValue: () => msg('Place of the value on the page', { id: 'review.placeValue' }),
  cancelPlace: () => msg('Leave the page', { id: 'review.cancelPlace' }),
  drawPlace: (isKey: boolean, key: string) =>
    isKey
      ? msg(str`Draw a box around the key ${key}`, { id: 'review.drawKey' })
      : msg(str`Draw a box around the value of ${key}`, { id: 'review.drawValue' }),
  placed: (key: string) => msg(str`Place of ${key} corrected.`, { id: 'review.placed' }),
  placesHelp: () =>
    msg(
      'Document. Arrow keys move the place that is selected, with Alt they change its size. With none selected they move a cursor, and Enter presses there. Escape leaves.',
      { id: 'review.placesHelp' },
    ),
  guidePlaces: () =>
    msg(
      'Click a key or value on the document, then drag it or its corners. The button beside the text draws its place anew. By keys: Alt with 5 for the value or 6 for the key, then the arrow keys; Escape goes back.',
      { id: 'review.guidePlaces' },
    ),
  keyOf: (number: number) => msg(str`Key ${n(number)}`, { id: 'review.keyOf' }),
  valueOf: (key: string) => msg(str`Value of ${key}`, { id: 'review.valueOf' }),
  isValid: (key: string) => msg(str`Is ${key} a valid pair?`, { id: 'review.isValid' }),
  confidence: () => msg('Confidence of the detection', { id: 'review.confidence' }),
  judgement: (name: string) => judgementNames[name]?.() ?? name,
  judged: (judgement: string, open: number) =>
    msg(str`${judgement}. ${n(open)} still to review.`, { id: 'review.judged' }),
  progress: (done: number, total: number) => msg(str`${n(done)} of ${n(total)} reviewed`, { id: 'review.progress' }),
  openPairs: (count: number) =>
    count === 1
      ? msg('One pair has not been reviewed.', { id: 'review.openPair' })
      : msg(str`${n(count)} pairs have not been reviewed.`, { id: 'review.openPairs' }),
  noPairs: () => msg('No keys and values were detected in this document.', { id: 'review.noPairs' }),
  unreadablePairs: () =>
    msg('Some of what was detected could not be read and is not shown.', { id: 'review.unreadablePairs' }),
  addPair: () => msg('Add a pair', { id: 'review.addPair' }),
  removePair: () => msg('Remove this pair', { id: 'review.removePair' }),
  nextPair: () => msg('Next pair', { id: 'review.nextPair' }),
  previousPair: () => msg('Previous pair', { id: 'review.previousPair' }),
  guidePairs: () =>
    msg(
      'Compare each pair with the document and correct the value. Enter says that it is valid and goes on; Alt with 1 to 4 chooses one of the four answers. Type values of several lines in one line. A click on the document finds its pair.',
      { id: 'review.guidePairs' },
    ),
};
