import { addTexts, formatNumber, msg, str } from '../index.js';
import { textKo } from '../ko/text.js';

addTexts('ko', textKo);

const n = formatNumber;

/** Names of steps as the announcer and the journal speak them. Unknown names have a neutral word. */
const steps: Record<string, () => string> = {
  label: () => msg('label', { id: 'text.step.label' }),
  labelAll: () => msg('label all the same', { id: 'text.step.labelAll' }),
  resize: () => msg('resize', { id: 'text.step.resize' }),
  delete: () => msg('remove', { id: 'text.step.delete' }),
  changeLabel: () => msg('change label', { id: 'text.step.changeLabel' }),
  hide: () => msg('hide', { id: 'text.step.hide' }),
  lock: () => msg('lock', { id: 'text.step.lock' }),
  nothingToLabel: () => msg('nothing to label', { id: 'text.step.nothingToLabel' }),
};

/** Words of the text annotator. */
export const textTerms = {
  text: () => msg('Text to label', { id: 'text.text' }),
  help: () =>
    msg(
      'Arrow keys move the cursor, with Shift they select, with Control they go by words. A label’s key labels the selection. Enter selects a label under the cursor.',
      { id: 'text.help' },
    ),
  marks: () => msg('Labels in the part of the text that is shown', { id: 'text.marks' }),
  markTitle: (label: string, text: string) => msg(str`${label}: ${text}`, { id: 'text.markTitle' }),
  remove: (label: string, text: string) => msg(str`Remove ${label}: ${text}`, { id: 'text.remove' }),
  noText: () => msg('This task has no text.', { id: 'text.noText' }),
  undo: () => msg('Undo', { id: 'text.undo' }),
  redo: () => msg('Redo', { id: 'text.redo' }),
  delete: () => msg('Remove label', { id: 'text.delete' }),
  labelAll: () => msg('Label all identical places', { id: 'text.labelAll' }),
  wholeWords: () => msg('Select whole words', { id: 'text.wholeWords' }),
  cancel: () => msg('Cancel selection', { id: 'text.cancel' }),
  hide: () => msg('Hide or show', { id: 'text.hide' }),
  lock: () => msg('Lock or unlock', { id: 'text.lock' }),
  showAll: () => msg('Show all', { id: 'text.showAll' }),
  next: () => msg('Next labelled place', { id: 'text.next' }),
  previous: () => msg('Previous labelled place', { id: 'text.previous' }),
  larger: () => msg('Larger text', { id: 'text.larger' }),
  smaller: () => msg('Smaller text', { id: 'text.smaller' }),
  moveCursor: () => msg('Move the cursor by a character', { id: 'text.moveCursor' }),
  moveWord: () => msg('Move the cursor by a word', { id: 'text.moveWord' }),
  extend: () => msg('Select by characters', { id: 'text.extend' }),
  extendWord: () => msg('Select by words', { id: 'text.extendWord' }),
  pick: () => msg('Select the label or word at the cursor', { id: 'text.pick' }),
  endForward: () => msg('Move the end forward', { id: 'text.endForward' }),
  endBack: () => msg('Move the end back', { id: 'text.endBack' }),
  startForward: () => msg('Move the beginning forward', { id: 'text.startForward' }),
  startBack: () => msg('Move the beginning back', { id: 'text.startBack' }),
  selected: (text: string) => msg(str`Selected: ${text}. Choose a label.`, { id: 'text.selected' }),
  added: (label: string, text: string, total: number) =>
    msg(str`${label}: ${text}. ${n(total)} labelled.`, { id: 'text.added' }),
  addedMany: (label: string, count: number, total: number) =>
    msg(str`${label} in ${n(count)} more places. ${n(total)} labelled.`, { id: 'text.addedMany' }),
  removedOne: (label: string, text: string, total: number) =>
    msg(str`${label} removed: ${text}. ${n(total)} labelled.`, { id: 'text.removedOne' }),
  removedMany: (count: number, total: number) =>
    msg(str`${n(count)} removed. ${n(total)} labelled.`, { id: 'text.removedMany' }),
  undone: (step: string) => msg(str`Undone: ${textTerms.step(step)}`, { id: 'text.undone' }),
  redone: (step: string) => msg(str`Done again: ${textTerms.step(step)}`, { id: 'text.redone' }),
  step: (name: string) => steps[name]?.() ?? msg('change', { id: 'text.step.other' }),
  noOthers: () => msg('This text stands nowhere else without a label.', { id: 'text.hint.noOthers' }),
  locked: () => msg('A label here is locked. Unlock it to change it.', { id: 'text.hint.locked' }),
  same: () => msg('This place has that label already.', { id: 'text.hint.same' }),
  onlySpaces: () => msg('There are only spaces here.', { id: 'text.hint.onlySpaces' }),
  readOnly: () => msg('This task is read-only.', { id: 'text.hint.readOnly' }),
  space: () => msg('space', { id: 'text.space' }),
  lineEnd: () => msg('end of line', { id: 'text.lineEnd' }),
  textEnd: () => msg('end of the text', { id: 'text.textEnd' }),
  inSpan: (what: string, labels: string) => msg(str`${what}, ${labels}`, { id: 'text.inSpan' }),
  selectGuide: () =>
    msg(
      'Drag over the words and choose a label, or choose the label first and then drag: both work. Double-click takes a word, on a touch screen a tap does. Escape lets go of a label.',
      { id: 'text.guide.select' },
    ),
  changeGuide: () =>
    msg(
      'Click a labelled place to select it, again for the one beneath. Another label changes it, its × removes it, the grips at its ends make it longer or shorter.',
      { id: 'text.guide.change' },
    ),
  allGuide: () =>
    msg('Select a labelled place to give its label to all places with the same text; undo takes them back together.', {
      id: 'text.guide.all',
    }),
  selectTitle: () => msg('Select and label', { id: 'text.guide.selectTitle' }),
  changeTitle: () => msg('Change and remove', { id: 'text.guide.changeTitle' }),
};
