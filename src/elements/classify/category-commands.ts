import type { Command } from '../../canvas/command.js';
import type { Label } from '../../labels/label.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import type { Choice as HotkeyChoice } from '../../workspace/index.js';
import { SEARCH_FROM } from './oce-category-picker.js';

/** With more categories than this, 0 is a part of their keys. */
const MOST_DIGITS = 9;

/** What a classifier offers beside its target, and how it is done. */
export interface CategoryChoices {
  readonly labels: readonly Label[];
  /** Text of the exclusion category; empty when there is none. */
  readonly exclusion: string;
  readonly hasComment: boolean;
  readonly canEdit: () => boolean;
  readonly pick: (category: string) => void;
  readonly toggleExclusion: () => void;
  readonly startSearch: () => void;
  readonly openComment: () => void;
}

/** Key of the exclusion category. */
export function exclusionKey(labels: readonly Label[]): string {
  return labels.length > MOST_DIGITS ? '`' : '0';
}

/** Search, exclusion and comment, as far as a task has them. */
export function categoryCommands(choices: CategoryChoices): Command[] {
  const { labels, exclusion, hasComment, canEdit } = choices;
  const command = (id: string, title: () => string, key: string, run: () => void): Command => ({
    id,
    group: 'labels',
    title,
    keys: [key],
    isEnabled: canEdit,
    run,
  });
  return [
    ...(labels.length >= SEARCH_FROM ? [command('find', t.findCategory, 'Slash', choices.startSearch)] : []),
    ...(exclusion && labels.length > MOST_DIGITS
      ? [command('exclude', () => exclusion, 'Backquote', choices.toggleExclusion)]
      : []),
    ...(hasComment ? [command('comment', t.addComment, 'Shift+KeyC', choices.openComment)] : []),
  ];
}

/** The categories by their keys, and the exclusion category by 0 where that is free. */
export function categoryKeyChoices({ labels, exclusion, pick, toggleExclusion }: CategoryChoices): HotkeyChoice[] {
  const keys: HotkeyChoice[] = labels.map(({ name, displayName, hotkey }) => ({
    hotkey,
    title: displayName ?? name,
    choose: () => pick(name),
  }));
  if (exclusion && labels.length <= MOST_DIGITS) keys.push({ hotkey: '0', title: exclusion, choose: toggleExclusion });
  return keys;
}
