import { rulesKo } from '../ko/rules.js';
import { addTexts, formatNumber, formatPercent, msg, str } from '../index.js';

addTexts('ko', rulesKo);

const n = formatNumber;

/** Sentences about what a requester demands: what is wrong, and what to do. */
export const ruleTerms = {
  title: () => msg('Before you submit', { id: 'rules.title' }),
  allGood: () => msg('Everything is as it should be.', { id: 'rules.allGood' }),
  next: () => msg('Next problem', { id: 'rules.next' }),
  more: (sentence: string, others: number) =>
    others === 0 ? sentence : msg(str`${sentence} (${n(others)} more below the labels.)`, { id: 'rules.more' }),
  missing: (label: string, wanted: number) =>
    wanted === 1
      ? msg(str`“${label}” is missing. Draw it.`, { id: 'rules.missing' })
      : msg(str`“${label}” is missing. Draw ${n(wanted)}.`, { id: 'rules.missingMany' }),
  tooFew: (label: string, count: number, min: number) =>
    msg(str`“${label}” is there ${n(count)} times. Draw ${n(min - count)} more.`, { id: 'rules.tooFew' }),
  tooFewAll: (count: number, min: number) =>
    msg(str`There are ${n(count)} shapes. Draw at least ${n(min - count)} more.`, { id: 'rules.tooFewAll' }),
  tooMany: (label: string, count: number, max: number) =>
    msg(str`“${label}” is there ${n(count)} times, at most ${n(max)} are wanted. Delete ${n(count - max)}.`, {
      id: 'rules.tooMany',
    }),
  tooManyAll: (count: number, max: number) =>
    msg(str`There are ${n(count)} shapes, at most ${n(max)} are wanted. Delete ${n(count - max)}.`, {
      id: 'rules.tooManyAll',
    }),
  tooSmall: (label: string, width: number, height: number) =>
    msg(str`“${label}” is smaller than ${n(width)} × ${n(height)} pixels. Enlarge or delete it.`, {
      id: 'rules.tooSmall',
    }),
  overlap: (share: number, most: number) =>
    msg(
      str`Two shapes overlap by ${formatPercent(share)}, at most ${formatPercent(most)} are allowed. Delete one if both mean the same thing.`,
      { id: 'rules.overlap' },
    ),
  notInside: (label: string, within: string) =>
    msg(str`“${label}” must lie inside “${within}”. Move it, or draw what is around it.`, { id: 'rules.notInside' }),
};
