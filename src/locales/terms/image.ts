import { addTexts, formatNumber, msg, str } from '../index.js';
import { imageKo } from '../ko/image.js';

addTexts('ko', imageKo);

const n = formatNumber;

/** Names of steps as menus, the announcer and the journal speak them. Unknown names have a neutral word. */
const steps: Record<string, () => string> = {
  drawBox: () => msg('draw', { id: 'image.step.drawBox' }),
  move: () => msg('move', { id: 'image.step.move' }),
  reshape: () => msg('resize', { id: 'image.step.reshape' }),
  delete: () => msg('delete', { id: 'image.step.delete' }),
  changeLabel: () => msg('change label', { id: 'image.step.changeLabel' }),
  duplicate: () => msg('duplicate', { id: 'image.step.duplicate' }),
  paste: () => msg('paste', { id: 'image.step.paste' }),
  order: () => msg('change order', { id: 'image.step.order' }),
  hide: () => msg('hide', { id: 'image.step.hide' }),
  lock: () => msg('lock', { id: 'image.step.lock' }),
  nothingToLabel: () => msg('nothing to label', { id: 'image.step.nothingToLabel' }),
};

const hints: Record<string, () => string> = {
  'choose-label': () => msg('Choose a label first.', { id: 'image.hint.chooseLabel' }),
  'too-small': () => msg('That was too small to keep. Drag a little further.', { id: 'image.hint.tooSmall' }),
  'read-only': () => msg('This task is read-only.', { id: 'image.hint.readOnly' }),
  locked: () => msg('This shape is locked. Unlock it to change it.', { id: 'image.hint.locked' }),
  outside: () => msg('Please draw inside the picture.', { id: 'image.hint.outside' }),
};

/** Names more steps and words more hints, for annotators that have them. */
export function addImageWords(words: Readonly<Record<'steps' | 'hints', Record<string, () => string>>>): void {
  Object.assign(steps, words.steps);
  Object.assign(hints, words.hints);
}

/** Words of the picture annotators. */
export const imageTerms = {
  hint: (code: string) => hints[code]?.() ?? code,
  clipboardEmpty: () => msg('There are no shapes on the clipboard.', { id: 'image.hint.clipboardEmpty' }),
  selectTool: () => msg('Select', { id: 'image.tool.select' }),
  boxTool: () => msg('Box', { id: 'image.tool.box' }),
  extremeTool: () => msg('Box by four extreme points', { id: 'image.tool.extreme' }),
  undo: () => msg('Undo', { id: 'image.undo' }),
  redo: () => msg('Redo', { id: 'image.redo' }),
  delete: () => msg('Delete', { id: 'image.delete' }),
  duplicate: () => msg('Duplicate', { id: 'image.duplicate' }),
  copy: () => msg('Copy', { id: 'image.copy' }),
  cut: () => msg('Cut', { id: 'image.cut' }),
  paste: () => msg('Paste', { id: 'image.paste' }),
  selectAll: () => msg('Select all', { id: 'image.selectAll' }),
  deselect: () => msg('Cancel or deselect', { id: 'image.deselect' }),
  bringToFront: () => msg('Bring to front', { id: 'image.front' }),
  sendToBack: () => msg('Send to back', { id: 'image.back' }),
  hide: () => msg('Hide or show', { id: 'image.hide' }),
  lock: () => msg('Lock or unlock', { id: 'image.lock' }),
  showAll: () => msg('Show all', { id: 'image.showAll' }),
  next: () => msg('Next shape', { id: 'image.next' }),
  previous: () => msg('Previous shape', { id: 'image.previous' }),
  zoomIn: () => msg('Zoom in', { id: 'image.zoomIn' }),
  zoomOut: () => msg('Zoom out', { id: 'image.zoomOut' }),
  fit: () => msg('Fit picture', { id: 'image.fit' }),
  actualSize: () => msg('Actual size (100 %)', { id: 'image.actualSize' }),
  names: () => msg('Show label names', { id: 'image.names' }),
  nudge: () => msg('Move by 1 pixel (Shift: 10)', { id: 'image.nudge' }),
  grow: () => msg('Resize by 1 pixel (Shift: 10)', { id: 'image.grow' }),
  added: (label: string, total: number) =>
    msg(str`${label} added. ${n(total)} ${total === 1 ? 'shape' : 'shapes'}.`, { id: 'image.added' }),
  deletedOne: (label: string, total: number) =>
    msg(str`${label} deleted. ${n(total)} ${total === 1 ? 'shape' : 'shapes'}.`, { id: 'image.deletedOne' }),
  deletedMany: (count: number, total: number) =>
    msg(str`${n(count)} deleted. ${n(total)} left.`, { id: 'image.deletedMany' }),
  changed: (label: string, description: string) => msg(str`${label}: ${description}`, { id: 'image.changed' }),
  undone: (step: string) => msg(str`Undone: ${imageTerms.step(step)}`, { id: 'image.undone' }),
  redone: (step: string) => msg(str`Done again: ${imageTerms.step(step)}`, { id: 'image.redone' }),
  copied: (count: number) => msg(str`${n(count)} copied.`, { id: 'image.copied' }),
  step: (name: string) => steps[name]?.() ?? msg('change', { id: 'image.step.other' }),
  boxAt: (left: number, top: number, width: number, height: number) =>
    msg(str`left ${n(left)}, top ${n(top)}, width ${n(width)}, height ${n(height)}`, { id: 'image.boxAt' }),
  boxGuide: () =>
    msg(
      'Choose a label, then drag from one corner of the object to the other, or click both corners. Fit the box tightly. Hold Shift for a square. To begin inside another box hold Alt.',
      { id: 'image.guide.box' },
    ),
  extremeGuide: () =>
    msg(
      'Click the topmost, rightmost, lowest and leftmost point of the object, in any order. Undo takes back one point.',
      {
        id: 'image.guide.extreme',
      },
    ),
  selectGuide: () =>
    msg(
      'Click a shape to select it; click again for the one beneath. Drag it to move, drag a grip to resize. Drag over empty ground to select several.',
      { id: 'image.guide.select' },
    ),
  moveAndZoom: () => msg('Move and zoom', { id: 'image.guide.view' }),
  zoomGuide: () =>
    msg(
      'Turn the wheel to zoom at the pointer. Hold Space or the middle button and drag to move the picture. On a touch screen use two fingers. This works with every tool.',
      { id: 'image.guide.zoom' },
    ),
  stage: () => msg('Drawing area. Arrow keys move the cursor, Enter draws.', { id: 'image.stage' }),
  minimap: () => msg('Whole picture. Drag to move the view.', { id: 'image.minimap' }),
  pointSet: (x: number, y: number) => msg(str`Point set at ${n(x)}, ${n(y)}.`, { id: 'image.pointSet' }),
  cursorAt: (x: number, y: number) => msg(str`Cursor ${n(x)}, ${n(y)}`, { id: 'image.cursorAt' }),
};
