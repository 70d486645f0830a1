import { addTexts, msg } from '../index.js';
import { displayKo } from '../ko/display.js';

addTexts('ko', displayKo);

/** Words of display elements. */
export const displayTerms = {
  close: () => msg('Close', { id: 'display.close' }),
  openModal: () => msg('Click to open modal', { id: 'display.openModal' }),
  openInstructions: () => msg('Click for instructions', { id: 'display.openInstructions' }),
  instructions: () => msg('Instructions', { id: 'display.instructions' }),
  summary: () => msg('Summary', { id: 'display.summary' }),
  detailed: () => msg('Detailed Instructions', { id: 'display.detailed' }),
  examples: () => msg('Examples', { id: 'display.examples' }),
  goodExamples: () => msg('Good example', { id: 'display.goodExamples' }),
  badExamples: () => msg('Bad example', { id: 'display.badExamples' }),
  info: () => msg('Information', { id: 'display.info' }),
  success: () => msg('Success', { id: 'display.success' }),
  warning: () => msg('Warning', { id: 'display.warning' }),
  error: () => msg('Error', { id: 'display.error' }),
};
