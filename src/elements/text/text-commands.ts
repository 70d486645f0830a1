import type { Command } from '../../canvas/command.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import { textTerms as t } from '../../locales/terms/text.js';
import type { Edge, TextSession } from './text-session.js';

/** Everything a worker can do with spans of a text, in the order of toolbar and shortcut list. */
export function textCommands(session: TextSession): Command[] {
  return [
    ...historyCommands(session),
    ...editCommands(session),
    ...edgeCommands(session),
    ...viewCommands(session),
    ...cursorKeys(),
  ];
}

function historyCommands(session: TextSession): Command[] {
  const { store } = session;
  return [
    {
      id: 'undo',
      group: 'edit',
      place: 'history',
      title: t.undo,
      icon: 'undo',
      keys: ['Mod+KeyZ'],
      isEnabled: () => !session.readOnly && store.canUndo,
      run: () => store.undo(),
    },
    {
      id: 'redo',
      group: 'edit',
      place: 'history',
      title: t.redo,
      icon: 'redo',
      keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
      isEnabled: () => !session.readOnly && store.canRedo,
      run: () => store.redo(),
    },
  ];
}

function editCommands(session: TextSession): Command[] {
  const { store, selection } = session;
  const hasSelection = () => !session.readOnly && selection.size > 0;
  const chosen = () => [...selection.ids].map((id) => store.get(id)).filter((span) => span !== undefined);
  const turn = (flag: 'hidden' | 'locked', step: string) => {
    const on = chosen().some((span) => !span[flag]);
    store.change(step, (tx) => {
      for (const span of chosen()) tx.update(span.id, { ...span, [flag]: on || undefined });
    });
  };
  return [
    {
      id: 'delete',
      group: 'edit',
      place: 'edit',
      title: t.delete,
      icon: 'delete',
      keys: ['Delete', 'Backspace'],
      isEnabled: hasSelection,
      run: () => removeSpans(session, chosen()),
    },
    {
      id: 'label-all',
      group: 'edit',
      place: 'edit',
      title: t.labelAll,
      icon: 'duplicate',
      keys: ['KeyA'],
      isEnabled: () => hasSelection() && selection.size === 1,
      run: () => session.labelAllLike(selection.primary as string),
    },
    {
      id: 'hide',
      group: 'edit',
      place: 'edit',
      title: t.hide,
      icon: 'eye',
      keys: ['KeyO'],
      isEnabled: hasSelection,
      run: () => turn('hidden', 'hide'),
    },
    {
      id: 'lock',
      group: 'edit',
      place: 'edit',
      title: t.lock,
      icon: 'lock',
      keys: ['KeyL'],
      isEnabled: hasSelection,
      run: () => turn('locked', 'lock'),
    },
    {
      id: 'show-all',
      group: 'edit',
      title: t.showAll,
      keys: ['Shift+KeyO'],
      isEnabled: () => !session.readOnly && store.snapshot.annotations.some((span) => span.hidden),
      run: () =>
        store.change('hide', (tx) => {
          for (const span of store.snapshot.annotations) {
            if (span.hidden) tx.update(span.id, { ...span, hidden: undefined });
          }
        }),
    },
    {
      id: 'cancel',
      group: 'edit',
      title: t.cancel,
      keys: ['Escape'],
      isEnabled: () =>
        session.mark !== undefined ||
        store.openStep !== undefined ||
        selection.size > 0 ||
        (session.activeLabel !== undefined && session.labels.length > 1),
      run: () => {
        if (store.openStep) store.openStep.cancel();
        else if (session.mark) session.clearMark();
        else if (selection.size) selection.clear();
        else session.releaseLabel();
      },
    },
  ];
}

/** Removes spans as one step; locked ones stay. */
export function removeSpans(session: TextSession, spans: readonly SpanAnnotation[]): void {
  if (session.readOnly) return;
  const free = spans.filter((span) => !span.locked);
  if (free.length < spans.length) session.say(t.locked(), 'warning');
  session.store.change('delete', (tx) => free.forEach(({ id }) => tx.remove(id)));
}

function edgeCommands(session: TextSession): Command[] {
  const nudge = (id: string, title: () => string, key: string, edge: Edge, by: 1 | -1): Command => ({
    id,
    group: 'edit',
    title,
    keys: [key],
    isEnabled: () => session.resizable !== undefined,
    run: () => session.nudgeEdge(edge, by),
  });
  return [
    nudge('end-forward', t.endForward, 'BracketRight', 'end', 1),
    nudge('end-back', t.endBack, 'BracketLeft', 'end', -1),
    nudge('start-forward', t.startForward, 'Shift+BracketRight', 'start', 1),
    nudge('start-back', t.startBack, 'Shift+BracketLeft', 'start', -1),
  ];
}

function viewCommands(session: TextSession): Command[] {
  const hasSpans = () => session.index.ordered.length > 0;
  return [
    {
      id: 'whole-words',
      group: 'tools',
      place: 'options',
      title: t.wholeWords,
      icon: 'magnet',
      keys: ['KeyM'],
      isEnabled: () => true,
      isActive: () => session.granularity === 'word',
      run: () => session.setGranularity(session.granularity === 'word' ? 'character' : 'word'),
    },
    {
      id: 'next',
      group: 'view',
      title: t.next,
      keys: ['Period'],
      isEnabled: hasSpans,
      run: () => session.selectNext(1),
    },
    {
      id: 'previous',
      group: 'view',
      title: t.previous,
      keys: ['Comma'],
      isEnabled: hasSpans,
      run: () => session.selectNext(-1),
    },
    {
      id: 'larger',
      group: 'view',
      place: 'view',
      title: t.larger,
      icon: 'zoom-in',
      keys: ['Equal', 'NumpadAdd'],
      isEnabled: () => session.canResizeText(1),
      run: () => session.resizeText(1),
    },
    {
      id: 'smaller',
      group: 'view',
      place: 'view',
      title: t.smaller,
      icon: 'zoom-out',
      keys: ['Minus', 'NumpadSubtract'],
      isEnabled: () => session.canResizeText(-1),
      run: () => session.resizeText(-1),
    },
  ];
}

/** Keys of the text itself, for the list of shortcuts. */
function cursorKeys(): Command[] {
  const listed = (id: string, title: () => string, ...keys: string[]): Command => ({
    id,
    group: 'tools',
    title,
    keys,
    byBrowser: true,
    isEnabled: () => true,
    run: () => undefined,
  });
  return [
    listed('move-cursor', t.moveCursor, 'ArrowRight', 'ArrowLeft'),
    listed('move-word', t.moveWord, 'Mod+ArrowRight', 'Mod+ArrowLeft'),
    listed('extend', t.extend, 'Shift+ArrowRight', 'Shift+ArrowLeft'),
    listed('extend-word', t.extendWord, 'Mod+Shift+ArrowRight', 'Mod+Shift+ArrowLeft'),
    listed('pick', t.pick, 'Enter'),
  ];
}
