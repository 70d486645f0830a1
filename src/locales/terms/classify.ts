import { addTexts, formatNumber, msg, str } from '../index.js';
import { classifyKo } from '../ko/classify.js';

addTexts('ko', classifyKo);

const n = formatNumber;

/** Words of the classifiers. */
export const classifyTerms = {
  categories: () => msg('Categories', { id: 'classify.categories' }),
  chooseOne: () => msg('Select one category', { id: 'classify.chooseOne' }),
  chooseMany: () => msg('Select all categories that apply', { id: 'classify.chooseMany' }),
  chosenCount: (count: number, total: number) =>
    msg(str`${n(count)} of ${n(total)} selected`, { id: 'classify.chosenCount' }),
  search: () => msg('Type to find a category', { id: 'classify.search' }),
  matches: (count: number) =>
    count === 1
      ? msg('1 category found. Enter selects it.', { id: 'classify.oneMatch' })
      : msg(str`${n(count)} categories found. Enter selects the marked one.`, { id: 'classify.matches' }),
  noMatch: (text: string) => msg(str`No category matches “${text}”.`, { id: 'classify.noMatch' }),
  noCategories: () =>
    msg('This task offers no categories, so it cannot be answered. Please tell the person who gave it to you.', {
      id: 'classify.noCategories',
    }),
  needsOne: () => msg('Select a category.', { id: 'classify.needsOne' }),
  needsSome: () => msg('Select at least one category.', { id: 'classify.needsSome' }),
  chosen: (category: string) => msg(str`${category} selected.`, { id: 'classify.chosen' }),
  unchosen: (category: string) => msg(str`${category} no longer selected.`, { id: 'classify.unchosen' }),
  excluded: (text: string) => msg(str`${text} selected. The categories are switched off.`, { id: 'classify.excluded' }),
  included: (text: string) =>
    msg(str`${text} no longer selected. The categories are back.`, { id: 'classify.included' }),
  commentSaved: () => msg('Comment saved.', { id: 'classify.commentSaved' }),
  commentRemoved: () => msg('Comment removed.', { id: 'classify.commentRemoved' }),
  undone: () => msg('Undone.', { id: 'classify.undone' }),
  redone: () => msg('Done again.', { id: 'classify.redone' }),
  unknownInitial: (category: string) =>
    msg(str`The category given at the start, “${category}”, is not on offer.`, { id: 'classify.unknownInitial' }),
  undo: () => msg('Undo', { id: 'classify.undo' }),
  redo: () => msg('Redo', { id: 'classify.redo' }),
  submit: () => msg('Submit', { id: 'classify.submit' }),
  addComment: () => msg('Add a comment', { id: 'classify.addComment' }),
  editComment: () => msg('Edit comment', { id: 'classify.editComment' }),
  comment: () => msg('Comment', { id: 'classify.comment' }),
  save: () => msg('Save', { id: 'classify.save' }),
  cancel: () => msg('Cancel', { id: 'classify.cancel' }),
  close: () => msg('Close', { id: 'classify.close' }),
  target: () => msg('What is to be classified', { id: 'classify.target' }),
  picture: () => msg('Picture. Arrow keys move it, plus and minus zoom.', { id: 'classify.picture' }),
  advancing: (category: string) => msg(str`${category}: being submitted`, { id: 'classify.advancing' }),
  advanced: (category: string) => msg(str`${category}: submitted`, { id: 'classify.advanced' }),
  notTakenBack: () =>
    msg('This page cannot take back an answer that has been submitted.', { id: 'classify.notTakenBack' }),
  takenBack: () => msg('The answer was taken back.', { id: 'classify.takenBack' }),
  playPause: () => msg('Play or pause', { id: 'classify.playPause' }),
  back: () => msg('Back 5 seconds', { id: 'classify.back' }),
  forward: () => msg('Forward 5 seconds', { id: 'classify.forward' }),
  backOne: () => msg('Back 1 second', { id: 'classify.backOne' }),
  forwardOne: () => msg('Forward 1 second', { id: 'classify.forwardOne' }),
  slower: () => msg('Play slower', { id: 'classify.slower' }),
  faster: () => msg('Play faster', { id: 'classify.faster' }),
  rate: (rate: number) => msg(str`Speed ${n(rate, 2)}`, { id: 'classify.rate' }),
  findCategory: () => msg('Find a category by its name', { id: 'classify.findCategory' }),
  guideOne: () =>
    msg('Press the key beside a category, or click it. Another choice replaces the first.', {
      id: 'classify.guideOne',
    }),
  guideMany: () =>
    msg('Press the keys beside all categories that apply, or click them. A second press takes a choice back.', {
      id: 'classify.guideMany',
    }),
  guideSearch: () =>
    msg('Begin to type a name; Enter selects the marked category and clears the search.', {
      id: 'classify.guideSearch',
    }),
  guideZoom: () =>
    msg('Turn the wheel to zoom at the pointer, drag to move the picture. On a touch screen use two fingers.', {
      id: 'classify.guideZoom',
    }),
  moveAndZoom: () => msg('Move and zoom', { id: 'classify.moveAndZoom' }),
};
