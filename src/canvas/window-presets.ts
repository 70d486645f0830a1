import { windowTerms as t } from '../locales/terms/window.js';
import type { Command } from './command.js';
import {
  clampWindow,
  plainScale,
  readWindowScale,
  toLevels,
  toUnits,
  wholeWindow,
  windowOf,
  type GreyWindow,
  type WindowScale,
} from './grey-window.js';
import type { Problem } from '../parse/problem.js';
import type { CanvasSettings } from './settings.js';

/** One press of a key: a share of the levels that are shown. */
const STEP = 0.06;
/** Presets that have a key: Shift and a digit. */
const MOST_KEYS = 9;

/** What window and level need of a session. */
export interface WindowTarget {
  readonly windowScale?: WindowScale;
  readonly settings: CanvasSettings;
  readonly changeSettings: (part: Partial<CanvasSettings>) => void;
  readonly say: (text: string) => void;
  /** Some pixels of the picture as red, green, blue, alpha; undefined where they cannot be read. */
  readonly samplePicture?: () => ArrayLike<number> | undefined;
}

/** A window that a worker can choose by name. */
export interface WindowChoice {
  readonly id: string;
  readonly name: string;
  /** In grey levels; asked when it is chosen. */
  readonly window: () => GreyWindow | undefined;
}

/** The whole range, one fitted to the picture, and those of the requester. */
export function windowChoices(target: WindowTarget): readonly WindowChoice[] {
  const scale = target.windowScale ?? plainScale;
  const own = scale.presets.map((preset, i) => ({
    id: `preset-${i}`,
    name: preset.name,
    window: () => toLevels(preset, scale),
  }));
  const found = () => {
    const sample = target.samplePicture?.();
    return sample && windowOf(sample);
  };
  return [
    { id: 'whole', name: t.whole(), window: () => wholeWindow },
    ...own,
    ...(target.samplePicture ? [{ id: 'found', name: t.found(), window: found }] : []),
  ];
}

/** Shows a window and says so in the units of the requester. */
export function showWindow(target: WindowTarget, window: GreyWindow): void {
  target.changeSettings({ window: clampWindow(window) });
  const scale = target.windowScale ?? plainScale;
  const { center, width } = toUnits(target.settings.window, scale);
  target.say(t.said(center, width, scale.unit));
}

/** Window and level by key. */
export function windowCommands(target: WindowTarget): Command[] {
  const command = (
    id: string,
    title: () => string,
    key: string,
    change: (window: GreyWindow) => GreyWindow,
  ): Command => ({
    id,
    group: 'view',
    title,
    keys: [key],
    isEnabled: () => true,
    run: () => showWindow(target, change(target.settings.window)),
  });
  const step = (width: number) => Math.max(1, width * STEP);
  const choices = windowChoices(target);
  return [
    command('raise-level', t.raise, 'PageUp', ({ center, width }) => ({ center: center + step(width), width })),
    command('lower-level', t.lower, 'PageDown', ({ center, width }) => ({ center: center - step(width), width })),
    command('widen-window', t.widen, 'Shift+PageUp', ({ center, width }) => ({ center, width: width + step(width) })),
    command('narrow-window', t.narrow, 'Shift+PageDown', ({ center, width }) => ({
      center,
      width: width - step(width),
    })),
    ...choices.slice(0, MOST_KEYS + 1).map(({ id, name, window }, i) =>
      command(
        `window-${id}`,
        () => t.choose(id === 'whole' ? t.whole() : id === 'found' ? t.found() : name),
        `Shift+Digit${i}`,
        (now) => window() ?? now,
      ),
    ),
  ];
}

/** Gives a session the scale that a requester wrote, with a command for each preset; returns what is wrong with it. */
export function offerWindows(
  session: WindowTarget & {
    windowScale?: WindowScale;
    commands: readonly Command[];
    readonly changed: { notify(aspect: 'settings'): void };
  },
  source: unknown,
): readonly Problem[] {
  const { value, problems } = readWindowScale(source);
  const before = new Set(windowCommands(session).map(({ id }) => id));
  session.windowScale = value;
  session.commands = [...session.commands.filter(({ id }) => !before.has(id)), ...windowCommands(session)];
  session.changed.notify('settings');
  return problems;
}
