import type { ShapeAnnotation } from '../document/annotation.js';
import { frameTerms } from '../locales/terms/frame.js';
import { imageTerms as t } from '../locales/terms/image.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { Command } from './command.js';
import type { CanvasSettings } from './settings.js';
import type { ShapeClipboard } from './shape-clipboard.js';
import type { StageView } from './stage-view.js';

/** Zoom factor of one press of a key or button. */
const ZOOM_STEP = 1.25;

/** What the commands act on. The view exists only while the element is in the page. */
export interface CommandTargets<A extends ShapeAnnotation> {
  readonly session: AnnotatorSession<A>;
  readonly clipboard: ShapeClipboard<A>;
  readonly view: () => StageView<A> | undefined;
}

/** How a tool appears in toolbar and shortcut list. */
export interface ToolCommand {
  readonly id: string;
  readonly title: () => string;
  readonly icon: string;
  readonly keys: readonly string[];
}

/**
 * Everything a worker can do with shapes on a picture, beginning with the tools. `own` are commands of one annotator
 * only: they stand before those that a narrow toolbar hides first, such as the painting order.
 */
export function shapeCommands<A extends ShapeAnnotation>(
  targets: CommandTargets<A>,
  tools: readonly ToolCommand[],
  own: readonly Command[] = [],
): Command[] {
  const edit = editCommands(targets);
  const order = edit.findIndex(({ id }) => id === 'bring-to-front');
  return [
    ...toolCommands(targets, tools),
    ...historyCommands(targets),
    ...edit.slice(0, order),
    ...own,
    ...edit.slice(order),
    ...viewCommands(targets),
    ...optionCommands(targets),
  ];
}

function toolCommands<A extends ShapeAnnotation>(
  { session, view }: CommandTargets<A>,
  tools: readonly ToolCommand[],
): Command[] {
  return tools.map(({ id, title, icon, keys }) => ({
    id,
    group: 'tools',
    place: 'tools',
    title,
    icon,
    keys,
    isEnabled: () => !session.readOnly,
    isActive: () => session.tool.id === id,
    run: () => {
      if (session.tool.id !== id) view()?.cancelGesture();
      session.chooseTool(id);
    },
  }));
}

function historyCommands<A extends ShapeAnnotation>({ session }: CommandTargets<A>): Command[] {
  const { store } = session;
  /** Says what became of an open gesture, which is no change of the document yet and so announced by nobody else. */
  const walk = (go: () => boolean, sentence: (step: string) => string) => {
    const step = store.openStep;
    if (go() && step?.isOpen) session.say(sentence(step.name));
  };
  return [
    {
      id: 'undo',
      group: 'edit',
      place: 'history',
      title: t.undo,
      icon: 'undo',
      keys: ['Mod+KeyZ'],
      isEnabled: () => !session.readOnly && store.canUndo,
      run: () => walk(() => store.undo(), t.undone),
    },
    {
      id: 'redo',
      group: 'edit',
      place: 'history',
      title: t.redo,
      icon: 'redo',
      keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
      isEnabled: () => !session.readOnly && store.canRedo,
      run: () => walk(() => store.redo(), t.redone),
    },
  ];
}

function editCommands<A extends ShapeAnnotation>(targets: CommandTargets<A>): Command[] {
  const { session, clipboard, view } = targets;
  const { store, selection } = session;
  const hasSelection = () => !session.readOnly && selection.size > 0;
  const each = (step: string, alter: (shape: A) => A) => {
    store.change(step, (tx) => {
      for (const id of selection.ids) {
        const shape = tx.get(id);
        if (shape) tx.update(id, alter(shape));
      }
    });
  };
  const chosen = () => [...selection.ids].map((id) => store.get(id)).filter((shape) => shape !== undefined);
  return [
    {
      id: 'delete',
      group: 'edit',
      place: 'edit',
      title: t.delete,
      icon: 'delete',
      keys: ['Delete', 'Backspace'],
      isEnabled: () => hasSelection() || (!session.readOnly && store.openStep !== undefined),
      run: () => {
        if (view()?.deletePart()) return;
        const free = chosen().filter((shape) => !shape.locked);
        if (!free.length) session.say(t.hint('locked'), 'warning');
        store.change('delete', (tx) => free.forEach((shape) => tx.remove(shape.id)));
      },
    },
    {
      id: 'duplicate',
      group: 'edit',
      place: 'edit',
      title: t.duplicate,
      icon: 'duplicate',
      keys: ['KeyD'],
      isEnabled: hasSelection,
      run: () => clipboard.duplicate(),
    },
    {
      id: 'copy',
      group: 'edit',
      title: t.copy,
      keys: ['Mod+KeyC'],
      byBrowser: true,
      isEnabled: hasSelection,
      run: () => {
        const text = clipboard.write();
        // Without the permission the page's own clipboard still has it.
        if (text) void navigator.clipboard?.writeText(text).catch(() => undefined);
        session.say(t.copied(selection.size));
      },
    },
    {
      id: 'cut',
      group: 'edit',
      title: t.cut,
      keys: ['Mod+KeyX'],
      byBrowser: true,
      isEnabled: hasSelection,
      run: () => {
        const text = clipboard.write();
        if (text) void navigator.clipboard?.writeText(text).catch(() => undefined);
        const free = chosen().filter((shape) => !shape.locked);
        store.change('delete', (tx) => free.forEach((shape) => tx.remove(shape.id)));
      },
    },
    {
      id: 'paste',
      group: 'edit',
      title: t.paste,
      keys: ['Mod+KeyV'],
      byBrowser: true,
      isEnabled: () => !session.readOnly,
      run: () => {
        if (!clipboard.paste()) session.say(t.clipboardEmpty(), 'warning');
      },
    },
    {
      id: 'select-all',
      group: 'edit',
      title: t.selectAll,
      keys: ['Mod+KeyA'],
      isEnabled: () => true,
      run: () =>
        selection.set(
          store.snapshot.annotations
            .filter((shape) => session.isShown(shape) && !shape.hidden)
            .map((shape) => shape.id),
        ),
    },
    {
      id: 'cancel',
      group: 'edit',
      title: t.deselect,
      keys: ['Escape'],
      isEnabled: () => session.tool.isBusy || store.openStep !== undefined || selection.size > 0,
      run: () => {
        if (!view()?.cancelGesture()) selection.clear();
      },
    },
    {
      id: 'bring-to-front',
      group: 'edit',
      place: 'edit',
      title: t.bringToFront,
      icon: 'front',
      keys: ['BracketRight'],
      isEnabled: hasSelection,
      run: () => store.change('order', (tx) => chosen().forEach((shape) => tx.reorder(shape.id, tx.length - 1))),
    },
    {
      id: 'send-to-back',
      group: 'edit',
      place: 'edit',
      title: t.sendToBack,
      icon: 'back',
      keys: ['BracketLeft'],
      isEnabled: hasSelection,
      run: () =>
        store.change('order', (tx) =>
          chosen()
            .reverse()
            .forEach((shape) => tx.reorder(shape.id, 0)),
        ),
    },
    {
      id: 'hide',
      group: 'edit',
      place: 'edit',
      title: t.hide,
      icon: 'eye',
      keys: ['KeyO'],
      isEnabled: hasSelection,
      run: () => {
        const hide = chosen().some((shape) => !shape.hidden);
        each('hide', (shape) => ({ ...shape, hidden: hide || undefined }));
      },
    },
    {
      id: 'lock',
      group: 'edit',
      place: 'edit',
      title: t.lock,
      icon: 'lock',
      keys: ['KeyL'],
      isEnabled: hasSelection,
      run: () => {
        const lock = chosen().some((shape) => !shape.locked);
        each('lock', (shape) => ({ ...shape, locked: lock || undefined }));
      },
    },
    {
      id: 'show-all',
      group: 'edit',
      title: t.showAll,
      keys: ['Shift+KeyO'],
      isEnabled: () => !session.readOnly && store.snapshot.annotations.some((shape) => shape.hidden),
      run: () =>
        store.change('hide', (tx) => {
          for (const shape of store.snapshot.annotations) {
            if (shape.hidden) tx.update(shape.id, { ...shape, hidden: undefined });
          }
        }),
    },
    byStage('nudge', t.nudge, ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']),
    ...(session.kindWith('grow') ? [byStage('grow', t.grow, ['Alt+ArrowRight', 'Alt+ArrowDown'])] : []),
    stepThrough(session, { id: 'next', title: t.next, keys: ['Period'], by: 1 }),
    stepThrough(session, { id: 'previous', title: t.previous, keys: ['Comma'], by: -1 }),
  ];
}

/** What the stage does by itself while it has the focus; only listed. */
const byStage = (id: string, title: () => string, keys: readonly string[]): Command => ({
  id,
  group: 'edit',
  title,
  keys,
  byBrowser: true,
  isEnabled: () => false,
  run: () => {},
});

/** Selects the next shape in painting order and brings it into view. */
function stepThrough<A extends ShapeAnnotation>(
  session: AnnotatorSession<A>,
  { id, title, keys, by }: { id: string; title: () => string; keys: readonly string[]; by: 1 | -1 },
): Command {
  const shown = () => session.store.snapshot.annotations.filter((shape) => session.isShown(shape) && !shape.hidden);
  return {
    id,
    group: 'view',
    title,
    keys,
    isEnabled: () => session.store.snapshot.annotations.length > 0,
    run: () => {
      const shapes = shown();
      const at = shapes.findIndex((shape) => shape.id === session.selection.primary);
      const next = shapes[at < 0 ? (by > 0 ? 0 : shapes.length - 1) : (at + by + shapes.length) % shapes.length];
      if (!next) return;
      const bounds = session.kindOf(next).bounds(next);
      const { left, top, right, bottom } = bounds;
      session.selection.set([next.id]);
      session.viewport.reveal(bounds);
      const name = session.labelNamed(next.label)?.displayName ?? next.label;
      session.say(t.changed(name, t.boxAt(left, top, right - left, bottom - top)));
    },
  };
}

function viewCommands<A extends ShapeAnnotation>({ session }: CommandTargets<A>): Command[] {
  const { viewport } = session;
  const isEnabled = () => session.picture.type === 'ready';
  return [
    {
      id: 'zoom-in',
      group: 'view',
      place: 'view',
      title: t.zoomIn,
      icon: 'zoom-in',
      keys: ['Equal', 'NumpadAdd'],
      isEnabled,
      run: () => viewport.zoomBy(ZOOM_STEP),
    },
    {
      id: 'zoom-out',
      group: 'view',
      place: 'view',
      title: t.zoomOut,
      icon: 'zoom-out',
      keys: ['Minus', 'NumpadSubtract'],
      isEnabled,
      run: () => viewport.zoomBy(1 / ZOOM_STEP),
    },
    {
      id: 'fit',
      group: 'view',
      place: 'view',
      title: t.fit,
      icon: 'fit',
      keys: ['KeyF'],
      isEnabled,
      run: () => viewport.fit(),
    },
    {
      id: 'actual-size',
      group: 'view',
      place: 'view',
      title: t.actualSize,
      icon: 'actual-size',
      keys: ['Shift+KeyF'],
      isEnabled,
      run: () => viewport.showActualSize(),
    },
  ];
}

function optionCommands<A extends ShapeAnnotation>({ session }: CommandTargets<A>): Command[] {
  const toggle = (
    setting: keyof CanvasSettings & ('snap' | 'crosshair' | 'showNames'),
    command: Pick<Command, 'id' | 'title' | 'icon' | 'keys'>,
  ): Command => ({
    ...command,
    group: 'view',
    place: 'options',
    isEnabled: () => true,
    isActive: () => session.settings[setting],
    run: () => session.changeSettings({ [setting]: !session.settings[setting] }),
  });
  return [
    toggle('snap', { id: 'snap', title: frameTerms.snap, icon: 'magnet', keys: ['KeyQ'] }),
    toggle('crosshair', { id: 'crosshair', title: frameTerms.crosshair, icon: 'crosshair', keys: ['KeyC'] }),
    toggle('showNames', { id: 'names', title: t.names, icon: 'tag', keys: ['KeyA'] }),
  ];
}
