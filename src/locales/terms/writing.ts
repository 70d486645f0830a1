import { addTexts, formatNumber, msg, str } from '../index.js';
import { writingKo } from '../ko/writing.js';

addTexts('ko', writingKo);

const n = formatNumber;

/** Words of ranking texts, and of writing questions and answers. */
export const writingTerms = {
  text: () => msg('Text', { id: 'writing.text' }),
  response: (letter: string) => msg(str`Response ${letter}`, { id: 'writing.response' }),
  rankOf: (dimension: string, letter: string) =>
    msg(str`${dimension}: rank of response ${letter}`, { id: 'writing.rankOf' }),
  rankHint: (best: number, worst: number) =>
    msg(str`${n(best)} is best, ${n(worst)} is worst.`, { id: 'writing.rankHint' }),
  tieAllowed: () => msg('Equal ranks are allowed.', { id: 'writing.tieAllowed' }),
  ranked: (letter: string, rank: number) => msg(str`Response ${letter}: rank ${n(rank)}.`, { id: 'writing.ranked' }),
  swapped: (letter: string, rank: number, other: string) =>
    msg(str`Response ${letter}: rank ${n(rank)}. Response ${other} has lost it.`, { id: 'writing.swapped' }),
  needsRanks: (count: number) =>
    count === 1
      ? msg('One rank is missing.', { id: 'writing.needsRank' })
      : msg(str`${n(count)} ranks are missing.`, { id: 'writing.needsRanks' }),
  nothingToRank: () =>
    msg('This task has no responses to rank. Please tell the person who gave it to you.', {
      id: 'writing.nothingToRank',
    }),
  pair: (number: number) => msg(str`Question ${n(number)}`, { id: 'writing.pair' }),
  question: () => msg('Question', { id: 'writing.question' }),
  answer: () => msg('Answer', { id: 'writing.answer' }),
  answerNumber: (number: number) => msg(str`Answer ${n(number)}`, { id: 'writing.answerNumber' }),
  tags: () => msg('Tags', { id: 'writing.tags' }),
  ownTag: () => msg('Add a tag of your own', { id: 'writing.ownTag' }),
  addQuestion: () => msg('Add a question', { id: 'writing.addQuestion' }),
  removeQuestion: (number: number) => msg(str`Remove question ${n(number)}`, { id: 'writing.removeQuestion' }),
  words: (count: number) =>
    count === 1 ? msg('1 word', { id: 'writing.oneWord' }) : msg(str`${n(count)} words`, { id: 'writing.words' }),
  atLeast: (count: number) => msg(str`at least ${n(count)}`, { id: 'writing.atLeast' }),
  atMost: (count: number) => msg(str`at most ${n(count)}`, { id: 'writing.atMost' }),
  between: (least: number, most: number) => msg(str`${n(least)} to ${n(most)}`, { id: 'writing.between' }),
  needsQuestions: (count: number) =>
    count === 1
      ? msg('Write a question and its answer.', { id: 'writing.needsQuestion' })
      : msg(str`Write at least ${n(count)} questions with their answers.`, { id: 'writing.needsQuestions' }),
  badQuestion: (number: number) =>
    msg(str`Question ${n(number)} does not have the asked number of words.`, { id: 'writing.badQuestion' }),
  badAnswer: (number: number) =>
    msg(str`The answer to question ${n(number)} does not have the asked number of words.`, { id: 'writing.badAnswer' }),
  undone: () => msg('Undone.', { id: 'writing.undone' }),
  redone: () => msg('Done again.', { id: 'writing.redone' }),
};
