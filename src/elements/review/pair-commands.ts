import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { lookCommands } from './look-commands.js';
import { judgements, type Judgement, type PairPart } from './pairs.js';

/** What commands and keys ask the element to do. */
export interface PairActions {
  readonly hasPairs: () => boolean;
  /** Whether places on the page may be changed at all. */
  readonly canMovePlaces: boolean;
  /** Whether the place of the pair at hand may be moved or drawn. */
  readonly canPlace: () => boolean;
  readonly step: (by: 1 | -1) => void;
  readonly judge: (judgement: Judgement) => void;
  readonly place: (part: PairPart) => void;
  readonly isPlacing: () => boolean;
  readonly cancelPlacing: () => void;
  readonly confirm: () => void;
  readonly submit: () => void;
}

/** Everything a worker can do with the pairs and the document, besides history. */
export function pairCommands(actions: PairActions, session: AnnotatorSession): Command[] {
  const pairCommand = (id: string, title: () => string, keys: string[], by: 1 | -1): Command => ({
    id,
    group: 'labels',
    title,
    keys,
    isEnabled: actions.hasPairs,
    run: () => actions.step(by),
  });
  const placeCommand = (part: PairPart, title: () => string, icon: string, keys: string[]): Command => ({
    id: `place-${part}`,
    group: 'edit',
    place: 'edit',
    title,
    icon,
    keys,
    isEnabled: actions.canPlace,
    run: () => actions.place(part),
  });
  return [
    pairCommand('next-pair', t.nextPair, ['Enter', 'KeyJ'], 1),
    pairCommand('previous-pair', t.previousPair, ['KeyK'], -1),
    ...(actions.canMovePlaces
      ? [
          placeCommand('value', t.placeValue, 'box', ['Alt+Digit5', 'KeyV']),
          placeCommand('key', t.placeKey, 'tag', ['Alt+Digit6', 'Shift+KeyV']),
        ]
      : []),
    {
      id: 'cancel',
      group: 'edit',
      title: t.cancelPlace,
      keys: ['Escape'],
      isEnabled: actions.isPlacing,
      run: actions.cancelPlacing,
    },
    ...lookCommands(session),
  ];
}

/** Keys within the list, which text fields keep from the hotkeys. Returns whether the key was one of them. */
export function handlePairKey(event: KeyboardEvent, actions: PairActions): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const digit = event.altKey ? /^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1] : undefined;
  const judgement = digit && judgements[Number(digit) - 1];
  const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (judgement) actions.judge(judgement);
  else if (digit) actions.place(digit === '5' ? 'value' : 'key');
  else if (!isField) return false;
  else if (event.key === 'Enter' && isPlain) actions.confirm();
  else if (event.key === 'Enter') actions.submit();
  else if (event.key === 'ArrowDown' && isPlain) actions.step(1);
  else if (event.key === 'ArrowUp' && isPlain) actions.step(-1);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
