import { addTexts, formatNumber, msg, str } from '../index.js';
import { controlsKo } from '../ko/controls.js';

addTexts('ko', controlsKo);

/** Words of form controls. */
export const controlTerms = {
  missing: () => msg('Please fill in this field.', { id: 'controls.missing' }),
  unchecked: () => msg('Please check this box to go on.', { id: 'controls.unchecked' }),
  off: () => msg('Please switch this on to go on.', { id: 'controls.off' }),
  untouched: () => msg('Please choose a value.', { id: 'controls.untouched' }),
  tooShort: (min: number, now: number) =>
    msg(str`Please write at least ${formatNumber(min)} characters; there are ${formatNumber(now)} now.`, {
      id: 'controls.tooShort',
    }),
  count: (now: number) => msg(str`${formatNumber(now)} characters`, { id: 'controls.count' }),
  countOf: (now: number, max: number) =>
    msg(str`${formatNumber(now)} of ${formatNumber(max)} characters`, { id: 'controls.countOf' }),
  number: () => msg('Value as a number', { id: 'controls.number' }),
  slider: () => msg('Slider', { id: 'controls.slider' }),
};
