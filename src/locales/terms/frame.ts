import { frameKo } from '../ko/frame.js';
import { addTexts, formatNumber, formatPercent, formatTime, msg, str } from '../index.js';

addTexts('ko', frameKo);

/** Words of the shell around a task: header, panes, dialogs, footer. */
export const frameTerms = {
  instructions: () => msg('Instructions', { id: 'frame.instructions' }),
  shortcuts: () => msg('Shortcuts', { id: 'frame.shortcuts' }),
  settings: () => msg('Settings', { id: 'frame.settings' }),
  fullInstructions: () => msg('View full instructions', { id: 'frame.fullInstructions' }),
  toolGuide: () => msg('View tool guide', { id: 'frame.toolGuide' }),
  toolGuideTitle: () => msg('Tool guide', { id: 'frame.toolGuideTitle' }),
  toolGuideKeys: () => msg('All keys are listed under Shortcuts.', { id: 'frame.toolGuideKeys' }),
  close: () => msg('Close', { id: 'frame.close' }),
  confidential: () => msg('Treat the data in this task as confidential.', { id: 'frame.confidential' }),
  submit: () => msg('Submit', { id: 'frame.submit' }),
  submitting: () => msg('Submitting…', { id: 'frame.submitting' }),
  labels: () => msg('Labels', { id: 'frame.labels' }),
  unfoldPane: () => msg('Unfold pane', { id: 'frame.unfoldPane' }),
  foldPane: () => msg('Fold pane', { id: 'frame.foldPane' }),
  showShortcuts: () => msg('Show shortcuts', { id: 'frame.showShortcuts' }),
  searchLabels: () => msg('Search labels', { id: 'frame.searchLabels' }),
  switchFocus: () => msg('Between picture and object list', { id: 'frame.switchFocus' }),
  searchShortcuts: () => msg('Search shortcuts', { id: 'frame.searchShortcuts' }),
  noShortcut: (text: string) => msg(str`No shortcut matches “${text}”.`, { id: 'frame.noShortcut' }),
  groupTools: () => msg('Tools', { id: 'frame.groupTools' }),
  groupEdit: () => msg('Edit', { id: 'frame.groupEdit' }),
  groupView: () => msg('View', { id: 'frame.groupView' }),
  groupTask: () => msg('Task', { id: 'frame.groupTask' }),
  toolbar: () => msg('Tools', { id: 'frame.toolbar' }),
  moreTools: () => msg('More', { id: 'frame.moreTools' }),
  zoom: (scale: number) => msg(str`Zoom: ${formatPercent(scale)}`, { id: 'frame.zoom' }),
  zoomMenu: () => msg('Zoom', { id: 'frame.zoomMenu' }),
  pictureSection: () => msg('Picture', { id: 'frame.pictureSection' }),
  drawingSection: () => msg('Drawing', { id: 'frame.drawingSection' }),
  brightness: () => msg('Brightness', { id: 'frame.brightness' }),
  contrast: () => msg('Contrast', { id: 'frame.contrast' }),
  fill: () => msg('Fill of shapes', { id: 'frame.fill' }),
  snap: () => msg('Snap to edges', { id: 'frame.snap' }),
  crosshair: () => msg('Crosshair', { id: 'frame.crosshair' }),
  showNames: () => msg('Label names on the picture', { id: 'frame.showNames' }),
  resetSettings: () => msg('Reset', { id: 'frame.resetSettings' }),
  displaySection: () => msg('Display', { id: 'frame.displaySection' }),
  theme: () => msg('Theme', { id: 'frame.theme' }),
  language: () => msg('Language', { id: 'frame.language' }),
  automatic: () => msg('Automatic', { id: 'frame.automatic' }),
  light: () => msg('Light', { id: 'frame.light' }),
  dark: () => msg('Dark', { id: 'frame.dark' }),
  settingsNote: () => msg('How you see the picture never changes your answer.', { id: 'frame.settingsNote' }),
  draftFound: (at: Date) => msg(str`Unfinished work from ${formatTime(at)} was found.`, { id: 'frame.draftFound' }),
  restore: () => msg('Restore', { id: 'frame.restore' }),
  discard: () => msg('Discard', { id: 'frame.discard' }),
  pictureSize: (width: number, height: number) =>
    msg(str`${formatNumber(width)} × ${formatNumber(height)} px`, { id: 'frame.pictureSize' }),
  objects: (count: number) =>
    count === 1
      ? msg('1 object', { id: 'frame.oneObject' })
      : msg(str`${formatNumber(count)} objects`, { id: 'frame.objects' }),
  orientationUnknown: () => msg('Orientation not checked', { id: 'frame.orientationUnknown' }),
  orientationUnknownWhy: () =>
    msg(
      'This picture comes from a site that does not let the page read it. If it is shown turned, your answer would not fit the stored picture: tell whoever gave you the task.',
      { id: 'frame.orientationUnknownWhy' },
    ),
};
