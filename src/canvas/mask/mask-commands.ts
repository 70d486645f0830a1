import { imageTerms } from '../../locales/terms/image.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { Command } from '../command.js';
import { windowCommands } from '../window-presets.js';
import type { MaskSession } from './mask-session.js';
import { allMarks, type MaskSettings } from './mask-settings.js';
import type { MaskTool } from './mask-tool.js';
import { mergeRecords, removeRecords, splitRecord } from './record-edits.js';
import { editRegions, previewRegions, type RegionEdit } from './region-edits.js';

/** Zoom factor of one press of a key or button. */
const ZOOM_STEP = 1.25;

/** What the commands act on. The view exists only while the element is in the page. */
export interface MaskTargets {
  readonly session: MaskSession;
  readonly view: () => { cancelGesture(): boolean; finishGesture(): void } | undefined;
}

type ToolEntry = readonly [id: string, title: () => string, icon: string, key: string];

const tools: readonly ToolEntry[] = [
  ['brush', t.brushTool, 'brush', 'KeyB'],
  ['eraser', t.eraserTool, 'eraser', 'KeyE'],
  ['auto-segment', t.autoTool, 'extreme-points', 'KeyA'],
  ['polygon', t.polygonTool, 'polygon', 'KeyP'],
  ['lasso', t.lassoTool, 'lasso', 'KeyL'],
  ['rectangle', t.rectangleTool, 'box', 'KeyM'],
  ['boundary', t.wandTool, 'wand', 'KeyD'],
  ['fill', t.fillTool, 'fill', 'KeyC'],
  ['patch', t.patchTool, 'patch', 'KeyQ'],
  ['reshape', t.reshapeTool, 'reshape', 'Shift+KeyR'],
  ['pick', t.pickTool, 'select', 'KeyO'],
];

/** Tools that look at the picture's own pixels; for auto-segment its segmenter decides. */
const looking = new Set(['boundary', 'fill', 'patch']);

/** Why a tool is off for this picture, in words for the worker. */
function problemOf(session: MaskSession, id: string): string | undefined {
  if (session.picture.type !== 'ready') return undefined;
  if (id === 'auto-segment') return session.segmentProblem;
  return looking.has(id) && !session.picturePixels ? t.needsPixels() : undefined;
}

/** Everything a worker can do with a mask, beginning with the tools. */
export function maskCommands(targets: MaskTargets): Command[] {
  return [
    ...toolCommands(targets),
    ...historyCommands(targets),
    ...inTurn(targets, [...regionCommands(targets), ...objectCommands(targets)]),
    ...lookCommands(targets),
    ...viewCommands(targets),
    windowToolCommand(targets),
    ...windowCommands(targets.session),
  ];
}

/** Commands that wait for long work under way, and mean what is chosen when their turn has come. */
function inTurn({ session }: MaskTargets, commands: readonly Command[]): Command[] {
  const { work } = session;
  return commands.map((command) => ({
    ...command,
    isEnabled: () => command.isEnabled() || (work.isBusy && !session.readOnly),
    run: () => {
      const run = () => {
        if (command.isEnabled()) command.run();
      };
      if (command.group === 'edit') work.edit(run);
      else work.choose(run);
    },
  }));
}

function toolCommands({ session, view }: MaskTargets): Command[] {
  return tools
    .filter(([id]) => id !== 'auto-segment' || session.segmenter !== undefined)
    .filter(([id]) => session.tools.some((tool) => tool.id === id))
    .map(([id, title, icon, key]) => ({
      id,
      group: 'tools',
      place: 'tools',
      title,
      icon,
      keys: [key],
      isEnabled: () => !session.readOnly,
      isActive: () => session.tool.id === id,
      problem: () => problemOf(session, id),
      run: () => {
        const problem = problemOf(session, id);
        if (problem) return session.say(problem, 'warning');
        const tool = session.tool as MaskTool;
        if (tool.id !== id) chooseTool({ session, view }, id);
        else if (!tool.isBusy) begin(session);
      },
    }));
}

function chooseTool({ session, view }: MaskTargets, id: string): void {
  session.endGesture();
  view()?.cancelGesture();
  session.marks.show(undefined);
  session.chooseTool(id);
  begin(session);
}

/** Tools that open what is selected do so when nothing is under way any more. */
function begin(session: MaskSession): void {
  const { tool } = session;
  session.work.wait({
    run: () => {
      if (session.tool === tool) (tool as MaskTool).begin?.();
    },
  });
}

/** The tool that only changes how the picture looks: a switch, which goes back to the tool before. */
function windowToolCommand(targets: MaskTargets): Command {
  const { session } = targets;
  let before = session.tool.id;
  return {
    id: 'window',
    group: 'view',
    place: 'view',
    title: t.windowTool,
    icon: 'window',
    keys: ['Shift+KeyW'],
    isEnabled: () => session.picture.type === 'ready',
    isActive: () => session.tool.id === 'window',
    run: () => {
      const isOn = session.tool.id === 'window';
      if (!isOn) before = session.tool.id;
      chooseTool(targets, isOn ? before : 'window');
    },
  };
}

function historyCommands({ session, view }: MaskTargets): Command[] {
  const { store, work } = session;
  /** What is under way, or waits for it, came last. */
  const takeBack = () => {
    const isDone = work.takeBack();
    if (isDone) session.say(t.takenBack());
    return isDone;
  };
  return [
    {
      id: 'undo',
      group: 'edit',
      place: 'history',
      title: imageTerms.undo,
      icon: 'undo',
      keys: ['Mod+KeyZ'],
      isEnabled: () => !session.readOnly && (store.canUndo || work.isBusy),
      run: () => takeBack() || store.undo(),
    },
    {
      id: 'redo',
      group: 'edit',
      place: 'history',
      title: imageTerms.redo,
      icon: 'redo',
      keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
      isEnabled: () => !session.readOnly && store.canRedo,
      run: () => work.wait({ run: () => store.redo() }),
    },
    {
      id: 'cancel',
      group: 'edit',
      title: imageTerms.deselect,
      keys: ['Escape'],
      isEnabled: () => session.tool.isBusy || store.openStep !== undefined || session.selection.size > 0 || work.isBusy,
      run: () => {
        if (!takeBack() && !view()?.cancelGesture()) session.selection.clear();
      },
    },
    {
      id: 'finish',
      group: 'edit',
      title: t.finish,
      keys: ['Enter'],
      isEnabled: () => session.tool.isBusy && store.openStep !== undefined,
      run: () => view()?.finishGesture(),
    },
    ...([1, -1] as const).map((by): Command => ({
      id: by > 0 ? 'larger-brush' : 'smaller-brush',
      group: 'tools',
      title: by > 0 ? t.largerBrush : t.smallerBrush,
      keys: [by > 0 ? 'BracketRight' : 'BracketLeft'],
      isEnabled: () => true,
      run: () => session.options.stepBrush(by),
    })),
  ];
}

function regionCommands({ session }: MaskTargets): Command[] {
  const distance = () => session.options.value.distance;
  const command = (id: string, title: () => string, keys: readonly string[], how: RegionEdit): Command => ({
    id,
    group: 'edit',
    title,
    keys,
    isEnabled: () => !session.readOnly && session.chosenRecords.length > 0,
    run: () => {
      previewRegions(session, undefined);
      editRegions(session, how);
    },
  });
  return [
    command('fill-holes', t.fillHoles, ['Shift+KeyC'], 'fillHoles'),
    command('remove-islands', t.removeIslands, ['Shift+KeyE'], 'removeIslands'),
    command('grow', () => t.grow(distance()), ['Shift+BracketRight'], 'grow'),
    command('shrink', () => t.shrink(distance()), ['Shift+BracketLeft'], 'shrink'),
    command('close-gaps', () => t.closeGaps(distance()), ['Shift+KeyP'], 'closeGaps'),
  ];
}

function objectCommands({ session }: MaskTargets): Command[] {
  const { store, selection } = session;
  const flag = (step: 'hide' | 'lock', key: 'hidden' | 'locked') => {
    const records = session.chosenRecords;
    const value = records.some((record) => !record[key]) || undefined;
    store.change(step, (tx) => records.forEach((record) => tx.update(record.id, { ...record, [key]: value })));
  };
  const canChange = () => !session.readOnly && session.chosenRecords.length > 0;
  const shared: Command[] = [
    {
      id: 'delete',
      group: 'edit',
      place: 'edit',
      title: t.deleteRegion,
      icon: 'delete',
      keys: ['Delete', 'Backspace'],
      isEnabled: () =>
        !session.readOnly && (selection.size > 0 || (session.tool.isBusy && store.openStep !== undefined)),
      run: () => {
        if ((session.tool as MaskTool).removeAt?.()) return;
        if (store.openStep) store.undo();
        else removeRecords(session, [...selection.ids]);
      },
    },
    {
      id: 'hide',
      group: 'edit',
      place: 'edit',
      title: t.hideRegion,
      icon: 'eye',
      keys: ['Shift+KeyO'],
      isEnabled: canChange,
      run: () => flag('hide', 'hidden'),
    },
    {
      id: 'lock',
      group: 'edit',
      place: 'edit',
      title: t.lockRegion,
      icon: 'lock',
      keys: ['Shift+KeyL'],
      isEnabled: canChange,
      run: () => flag('lock', 'locked'),
    },
    ...([1, -1] as const).map((by) => stepThrough(session, by)),
  ];
  if (session.mode === 'semantic') return shared;
  return [
    {
      id: 'add-instance',
      group: 'edit',
      place: 'edit',
      title: t.addInstance,
      icon: 'plus',
      keys: ['Shift+KeyA'],
      isEnabled: () => !session.readOnly && session.activeLabel !== undefined,
      run: () => session.activeLabel && session.addInstance(session.activeLabel),
    },
    {
      id: 'merge',
      group: 'edit',
      place: 'edit',
      title: t.merge,
      icon: 'unite',
      keys: ['Shift+KeyM'],
      isEnabled: () => !session.readOnly && selection.size > 1,
      run: () => mergeRecords(session, [...selection.ids]),
    },
    {
      id: 'split',
      group: 'edit',
      place: 'edit',
      title: t.split,
      icon: 'split',
      keys: ['Shift+KeyD'],
      isEnabled: () => !session.readOnly && session.chosenRecords.length === 1,
      run: () => {
        const [record] = session.chosenRecords;
        if (record) splitRecord(session, record.id);
      },
    },
    ...shared,
  ];
}

/** Selects the next region and brings it into view. */
function stepThrough(session: MaskSession, by: 1 | -1): Command {
  return {
    id: by > 0 ? 'next' : 'previous',
    group: 'view',
    title: by > 0 ? t.next : t.previous,
    keys: [by > 0 ? 'Period' : 'Comma'],
    isEnabled: () => session.store.snapshot.annotations.length > 0,
    run: () => {
      const records = session.store.snapshot.annotations.filter((record) => session.isShown(record) && !record.hidden);
      if (!records.length) return;
      const at = records.findIndex(({ id }) => id === session.selection.primary);
      const next = records[at < 0 ? (by > 0 ? 0 : records.length - 1) : (at + by + records.length) % records.length];
      if (!next) return;
      session.selection.set([next.id]);
      session.viewport.reveal(session.kindOf(next).bounds(next));
    },
  };
}

function lookCommands({ session }: MaskTargets): Command[] {
  const { options } = session;
  const toggle = (
    setting: keyof MaskSettings & ('outlines' | 'showUnlabelled'),
    command: Pick<Command, 'id' | 'title' | 'icon' | 'keys'>,
  ): Command => ({
    ...command,
    group: 'view',
    place: 'options',
    isEnabled: () => true,
    isActive: () => options.value[setting],
    run: () => options.change({ [setting]: !options.value[setting] }),
  });
  return [
    toggle('showUnlabelled', { id: 'unlabelled', title: t.showUnlabelled, icon: 'unlabelled', keys: ['Semicolon'] }),
    toggle('outlines', { id: 'outlines', title: t.outlines, icon: 'outline', keys: ['Quote'] }),
    {
      id: 'marks',
      group: 'view',
      place: 'options',
      title: t.nextMarks,
      icon: 'pattern',
      keys: ['Shift+Backslash'],
      isEnabled: () => true,
      isActive: () => options.value.marks !== 'none',
      run: () => {
        const marks = allMarks[(allMarks.indexOf(options.value.marks) + 1) % allMarks.length] ?? 'none';
        options.change({ marks });
        session.say(marks === 'none' ? t.onlyColors() : t.marksNamed(marks));
      },
    },
    {
      id: 'hide-mask',
      group: 'view',
      title: t.hideMask,
      keys: ['Backquote'],
      isEnabled: () => true,
      isActive: () => options.value.isAside,
      run: () => options.change({ isAside: !options.value.isAside }),
    },
  ];
}

function viewCommands({ session }: MaskTargets): Command[] {
  const { viewport } = session;
  const command = (id: string, title: () => string, keys: readonly string[], run: () => void): Command => ({
    id,
    group: 'view',
    place: 'view',
    title,
    icon: id,
    keys,
    isEnabled: () => session.picture.type === 'ready',
    run,
  });
  return [
    command('zoom-in', imageTerms.zoomIn, ['Equal', 'NumpadAdd'], () => viewport.zoomBy(ZOOM_STEP)),
    command('zoom-out', imageTerms.zoomOut, ['Minus', 'NumpadSubtract'], () => viewport.zoomBy(1 / ZOOM_STEP)),
    command('fit', imageTerms.fit, ['KeyF'], () => viewport.fit()),
    command('actual-size', imageTerms.actualSize, ['Shift+KeyF'], () => viewport.showActualSize()),
  ];
}
