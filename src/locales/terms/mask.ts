import { addTexts, formatNumber, msg, shownLocale, str } from '../index.js';
import { maskKo } from '../ko/mask.js';

addTexts('ko', maskKo);

const n = formatNumber;

/** Shares of a picture are often small: one digit after the point. */
function percent(share: number): string {
  return share.toLocaleString(shownLocale(), { style: 'percent', maximumFractionDigits: 1 });
}

/** Names of steps as menus, the announcer and the journal speak them. */
const steps: Record<string, () => string> = {
  paint: () => msg('paint', { id: 'mask.step.paint' }),
  erase: () => msg('erase', { id: 'mask.step.erase' }),
  fillPolygon: () => msg('fill a polygon', { id: 'mask.step.fillPolygon' }),
  fillLasso: () => msg('fill by hand', { id: 'mask.step.fillLasso' }),
  fillRectangle: () => msg('fill a rectangle', { id: 'mask.step.fillRectangle' }),
  fillColor: () => msg('fill by colour', { id: 'mask.step.fillColor' }),
  fillBoundary: () => msg('fill a live boundary', { id: 'mask.step.fillBoundary' }),
  fillPatch: () => msg('paint patches', { id: 'mask.step.fillPatch' }),
  autoSegment: () => msg('auto-segment', { id: 'mask.step.autoSegment' }),
  swapLabel: () => msg('give to another label', { id: 'mask.step.swapLabel' }),
  changeLabel: () => msg('change label', { id: 'mask.step.changeLabel' }),
  addInstance: () => msg('add instance', { id: 'mask.step.addInstance' }),
  splitInstance: () => msg('split into parts', { id: 'mask.step.split' }),
  merge: () => msg('merge', { id: 'mask.step.merge' }),
  fillHoles: () => msg('fill holes', { id: 'mask.step.fillHoles' }),
  removeIslands: () => msg('remove islands', { id: 'mask.step.removeIslands' }),
  grow: () => msg('grow', { id: 'mask.step.grow' }),
  shrink: () => msg('shrink', { id: 'mask.step.shrink' }),
  closeGaps: () => msg('close gaps', { id: 'mask.step.closeGaps' }),
  reshape: () => msg('edit an outline', { id: 'mask.step.reshape' }),
  clearLabels: () => msg('clear removed labels', { id: 'mask.step.clearLabels' }),
};

/** Words of the mask annotators. */
export const maskTerms = {
  step: (name: string) => steps[name]?.(),
  undone: (step: string) => msg(str`Undone: ${step}`, { id: 'mask.undone' }),
  redone: (step: string) => msg(str`Done again: ${step}`, { id: 'mask.redone' }),
  finish: () => msg('Finish', { id: 'mask.finish' }),
  hideMask: () => msg('Hide or show the mask', { id: 'mask.hideMask' }),
  hideRegion: () => msg('Hide or show the region', { id: 'mask.hideRegion' }),
  lockRegion: () => msg('Lock or unlock the region', { id: 'mask.lockRegion' }),
  deleteRegion: () => msg('Delete the selected region', { id: 'mask.deleteRegion' }),
  next: () => msg('Next region', { id: 'mask.next' }),
  previous: () => msg('Previous region', { id: 'mask.previous' }),
  brushTool: () => msg('Brush', { id: 'mask.tool.brush' }),
  eraserTool: () => msg('Eraser', { id: 'mask.tool.eraser' }),
  polygonTool: () => msg('Polygon fill', { id: 'mask.tool.polygon' }),
  lassoTool: () => msg('Lasso fill', { id: 'mask.tool.lasso' }),
  rectangleTool: () => msg('Rectangle fill', { id: 'mask.tool.rectangle' }),
  fillTool: () => msg('Fill by colour', { id: 'mask.tool.fill' }),
  wandTool: () => msg('Live boundary', { id: 'mask.tool.wand' }),
  patchTool: () => msg('Superpixel brush', { id: 'mask.tool.patch' }),
  pickTool: () => msg('Pick or give to the label', { id: 'mask.tool.pick' }),
  autoTool: () => msg('Auto-segment', { id: 'mask.tool.auto' }),
  targetLocked: () => msg('This region is locked. Unlock it to paint on it.', { id: 'mask.targetLocked' }),
  targetHidden: () => msg('This region is hidden. Show it to paint on it.', { id: 'mask.targetHidden' }),
  maskLoading: () => msg('The mask is still loading.', { id: 'mask.loading' }),
  needsPixels: () =>
    msg('This tool has to read the picture, but its server does not allow that (no CORS header).', {
      id: 'mask.needsPixels',
    }),
  pictureTooLarge: () =>
    msg('The picture is too large for this tool as a whole. Zoom in and use it on a part.', { id: 'mask.tooLarge' }),
  working: () => msg('Working on the region…', { id: 'mask.working' }),
  takenBack: () => msg('Taken back.', { id: 'mask.takenBack' }),
  filling: () => msg('Looking for pixels of this colour…', { id: 'mask.filling' }),
  toolFailed: () => msg('This tool failed. Please paint by hand.', { id: 'mask.toolFailed' }),
  nothingFound: () => msg('No object was found there. Try other points.', { id: 'mask.nothingFound' }),
  segmenting: () => msg('Looking for the object…', { id: 'mask.segmenting' }),
  segmented: () =>
    msg('Click a wrong part to take it off, a missing part to add it. Enter keeps the mask, Escape drops it.', {
      id: 'mask.segmented',
    }),
  extremePoints: (left: number) =>
    left === 1
      ? msg('One more extreme point.', { id: 'mask.extremesOne' })
      : msg(str`${n(left)} more extreme points: top, bottom, left and right of the object.`, { id: 'mask.extremes' }),
  segmentFailed: () => msg('The auto-segment tool failed. Please paint by hand.', { id: 'mask.segmentFailed' }),
  area: (pixels: number, share: number) => msg(str`${n(pixels)} px · ${percent(share)}`, { id: 'mask.area' }),
  emptyRegion: () => msg('nothing painted yet', { id: 'mask.empty' }),
  unlabelled: (share: number) => msg(str`${percent(share)} unlabelled`, { id: 'mask.unlabelled' }),
  showUnlabelled: () => msg('Show what is unlabelled', { id: 'mask.showUnlabelled' }),
  painted: (label: string, pixels: number) =>
    pixels === 1
      ? msg(str`${label}: 1 pixel.`, { id: 'mask.paintedOne' })
      : msg(str`${label}: ${n(pixels)} pixels.`, { id: 'mask.painted' }),
  deleted: (labels: string) => msg(str`Deleted: ${labels}`, { id: 'mask.deleted' }),
  onlyColors: () => msg('Colours only', { id: 'mask.onlyColors' }),
  instanceAdded: (label: string, number: number) =>
    msg(str`${label}, object ${n(number)}. Paint it.`, { id: 'mask.instanceAdded' }),
  addInstance: () => msg('Add instance', { id: 'mask.addInstance' }),
  addInstanceOf: (label: string) => msg(str`Add instance: ${label}`, { id: 'mask.addInstanceOf' }),
  merge: () => msg('Merge selected objects', { id: 'mask.merge' }),
  split: () => msg('Split into connected parts', { id: 'mask.split' }),
  splitInto: (count: number) => msg(str`Split into ${n(count)} objects.`, { id: 'mask.splitInto' }),
  onePiece: () => msg('This object is of one piece.', { id: 'mask.onePiece' }),
  region: () => msg('Region', { id: 'mask.region' }),
  fillHoles: () => msg('Fill holes', { id: 'mask.fillHoles' }),
  removeIslands: () => msg('Remove islands', { id: 'mask.removeIslands' }),
  grow: (by: number) => msg(str`Grow by ${n(by)} px`, { id: 'mask.grow' }),
  shrink: (by: number) => msg(str`Shrink by ${n(by)} px`, { id: 'mask.shrink' }),
  closeGaps: (by: number) => msg(str`Close gaps up to ${n(by)} px`, { id: 'mask.closeGaps' }),
  distance: () => msg('Distance in pixels', { id: 'mask.distance' }),
  reshapeTool: () => msg('Edit as polygon', { id: 'mask.tool.reshape' }),
  reshaping: (vertices: number) =>
    msg(
      str`${n(vertices)} vertices. Drag them, or an edge to add one; Alt and a click removes one. Enter turns them back into the mask.`,
      { id: 'mask.reshaping' },
    ),
  reshapePick: () => msg('Click the region whose outline you want to edit.', { id: 'mask.reshapePick' }),
  detail: () => msg('Simplify', { id: 'mask.detail' }),
  nothingToDo: () => msg('There was nothing to change.', { id: 'mask.nothingToDo' }),
  largerBrush: () => msg('Larger brush', { id: 'mask.larger' }),
  smallerBrush: () => msg('Smaller brush', { id: 'mask.smaller' }),
  brushSize: () => msg('Brush size', { id: 'mask.brushSize' }),
  pixels: (count: number) => msg(str`${n(count)} px`, { id: 'mask.pixels' }),
  round: () => msg('Round brush', { id: 'mask.round' }),
  square: () => msg('Square brush', { id: 'mask.square' }),
  paintOver: () => msg('What may be painted over', { id: 'mask.paintOver' }),
  overEverything: () => msg('Over everything', { id: 'mask.overEverything' }),
  overUnlabelled: () => msg('Only unlabelled', { id: 'mask.overUnlabelled' }),
  overInside: (label: string) => msg(str`Only inside ${label}`, { id: 'mask.overInside' }),
  opacity: () => msg('Opacity', { id: 'mask.opacity' }),
  outlines: () => msg('Outlines', { id: 'mask.outlines' }),
  marks: () => msg('Besides colours', { id: 'mask.marks' }),
  nextMarks: () => msg('Besides colours: nothing, patterns, letters', { id: 'mask.nextMarks' }),
  marksNamed: (marks: 'none' | 'patterns' | 'letters') =>
    ({
      none: () => msg('Nothing', { id: 'mask.marks.none' }),
      patterns: () => msg('Patterns', { id: 'mask.marks.patterns' }),
      letters: () => msg('Letters', { id: 'mask.marks.letters' }),
    })[marks](),
  marksNote: () =>
    msg('Letters are the keys of the labels; objects have their number. The answer keeps its colours.', {
      id: 'mask.marksNote',
    }),
  contiguous: () => msg('Connected only', { id: 'mask.contiguous' }),
  clickChooses: () => msg('Click chooses the region', { id: 'mask.clickChooses' }),
  clickGives: () => msg('Click gives it to the label', { id: 'mask.clickGives' }),
  pickMode: () => msg('What a click does', { id: 'mask.pickMode' }),
  tolerance: () => msg('Tolerance', { id: 'mask.tolerance' }),
  patchSize: () => msg('Patch size', { id: 'mask.patchSize' }),
  options: () => msg('Painting options', { id: 'mask.options' }),
  initialSize: (given: string, picture: string) =>
    msg(str`The given mask (${given}) does not fit the picture (${picture}) and was not loaded.`, {
      id: 'mask.initialSize',
    }),
  initialUnreadable: () => msg('The given mask could not be read.', { id: 'mask.initialUnreadable' }),
  initialNearest: (count: number) =>
    msg(str`${n(count)} pixels of the given mask had inexact colours and were taken for the nearest label.`, {
      id: 'mask.initialNearest',
    }),
  removedLabels: (names: string) =>
    msg(str`These labels are no longer offered: ${names}. Their painted pixels are hidden and not in the answer.`, {
      id: 'mask.removedLabels',
    }),
  clearRemoved: () => msg('Clear their pixels', { id: 'mask.clearRemoved' }),
  keepRemoved: () => msg('Keep them hidden', { id: 'mask.keepRemoved' }),
  brushGuide: () =>
    msg(
      'Choose a label and paint over the object. [ and ] change the size, or Shift and the wheel. Hold Shift and click for a straight line from the last stroke.',
      { id: 'mask.guide.brush' },
    ),
  eraserGuide: () => msg('Wipes out labels, with the size and shape of the brush.', { id: 'mask.guide.eraser' }),
  polygonGuide: () =>
    msg(
      'Click around the object; click the first point again, double-click or press Enter to fill. Undo takes back one point.',
      {
        id: 'mask.guide.polygon',
      },
    ),
  lassoGuide: () => msg('Draw around the object in one go; what you enclose is filled.', { id: 'mask.guide.lasso' }),
  rectangleGuide: () => msg('Drag from one corner to the opposite one.', { id: 'mask.guide.rectangle' }),
  fillGuide: () =>
    msg('Click a surface of even colour. The tolerance says how different its pixels may be.', {
      id: 'mask.guide.fill',
    }),
  wandGuide: () =>
    msg(
      'Click on the edge of the object and follow it: the line snaps to the edge. Click where it should stay, and close it at the first point.',
      {
        id: 'mask.guide.wand',
      },
    ),
  patchGuide: () =>
    msg('Drag over the object: small patches of even colour are painted as a whole.', { id: 'mask.guide.patch' }),
  pickGuide: () =>
    msg('Click a region to choose its label. Hold Shift and click to give it to the chosen label.', {
      id: 'mask.guide.pick',
    }),
  reshapeGuide: () =>
    msg(
      'The chosen region becomes a polygon: drag its vertices, drag an edge to add one, Alt and a click (or drop it on its neighbour) to remove one. Enter, another tool or another label turns it back into the mask. What you did not move keeps its pixels.',
      { id: 'mask.guide.reshape' },
    ),
  windowTool: () => msg('Window and level', { id: 'mask.tool.window' }),
  windowGuide: () =>
    msg(
      'Drag over the picture: right widens the window, left narrows it, up is brighter, down is darker. Page Up and Page Down change the level, with Shift the width. Only what you see changes, never the answer.',
      { id: 'mask.guide.window' },
    ),
  autoHow: () => msg('How to use the Auto-segment tool', { id: 'mask.autoHow' }),
  autoSteps: () => [
    msg('Click the four extreme points of the object, in any order, or drag a box around it.', {
      id: 'mask.autoPoints',
    }),
    msg('Click what is missing to add it, and what is too much to take it off.', { id: 'mask.autoCorrect' }),
    msg('Enter keeps the mask, Escape drops it.', { id: 'mask.autoKeep' }),
  ],
  autoGuide: () =>
    msg(
      'Choose a label, then click the topmost, lowest, leftmost and rightmost point of the object in any order, or drag a box. Then click what is too much to take it off, and what is missing to add it. Enter, another label or another tool keeps the mask.',
      { id: 'mask.guide.auto' },
    ),
};
