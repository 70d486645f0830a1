import type { Command } from '../canvas/command.js';
import { frameTerms as t } from '../locales/terms/frame.js';
import type { FrameModel } from './frame-context.js';

const STAGE = '.oce-stage [tabindex="0"]';
const LIST = '.oce-objects';
const SEARCH = 'oce-label-pane [type="search"]';

/**
 * What every frame can do by key besides its task's own commands: help, the search for labels, and the way between
 * canvas and object list.
 */
export function frameCommands(frame: FrameModel, root: ShadowRoot | null): readonly Command[] {
  const find = (selector: string) => root?.querySelector<HTMLElement>(selector);
  const isThere = (selector: string) => find(selector)?.checkVisibility() ?? false;
  const help: Command = {
    id: 'show-shortcuts',
    group: 'task',
    title: t.showShortcuts,
    keys: ['Shift+Slash'],
    isEnabled: () => true,
    run: () => frame.showDialog('shortcuts'),
  };
  if (!find(LIST)) return [help];
  return [
    {
      id: 'search-labels',
      group: 'labels',
      title: t.searchLabels,
      keys: ['Slash'],
      isEnabled: () => isThere(SEARCH),
      run: () => find(SEARCH)?.focus(),
    },
    {
      id: 'switch-focus',
      group: 'view',
      title: t.switchFocus,
      keys: ['Backslash'],
      isEnabled: () => isThere(LIST) || isThere(STAGE),
      run: () => find(root?.activeElement?.closest(LIST) || !isThere(LIST) ? STAGE : LIST)?.focus(),
    },
    help,
  ];
}
