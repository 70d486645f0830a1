import { addTexts, formatNumber, msg, str } from '../index.js';
import { windowKo } from '../ko/window.js';

addTexts('ko', windowKo);

const value = (number: number, unit: string) =>
  unit
    ? msg(str`${formatNumber(Math.round(number))} ${unit}`, { id: 'window.value' })
    : formatNumber(Math.round(number));

/** Words of window and level. */
export const windowTerms = {
  value,
  section: () => msg('Grey levels', { id: 'window.section' }),
  level: () => msg('Level', { id: 'window.level' }),
  width: () => msg('Width', { id: 'window.width' }),
  preset: () => msg('Window', { id: 'window.preset' }),
  whole: () => msg('Whole range', { id: 'window.whole' }),
  found: () => msg('Fitted to the picture', { id: 'window.found' }),
  custom: () => msg('By hand', { id: 'window.custom' }),
  said: (level: number, width: number, unit: string) =>
    msg(str`Level ${value(level, unit)}, width ${value(width, unit)}`, { id: 'window.said' }),
  raise: () => msg('Raise the level (darker)', { id: 'window.raise' }),
  lower: () => msg('Lower the level (brighter)', { id: 'window.lower' }),
  widen: () => msg('Widen the window', { id: 'window.widen' }),
  narrow: () => msg('Narrow the window', { id: 'window.narrow' }),
  choose: (name: string) => msg(str`Window: ${name}`, { id: 'window.choose' }),
  byHand: () => msg('On the picture: drag with the right mouse button.', { id: 'window.byHand' }),
};
