import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Command } from '../canvas/command.js';
import type { Choice } from './frame-context.js';
import { chordOf, codesOfKey, isBrowserChord, isTextField, keepsKey, normalChord } from './keys.js';

/** Time to press the second key, where the first one alone means something too. */
const SECOND_KEY_MS = 900;

/** The same where it means nothing alone; what is shown meanwhile may be read. */
const SHOWN_KEY_MS = 4000;

/** What the hotkeys of a task do; asked at every key. */
export interface HotkeySource {
  readonly commands: readonly Command[];
  readonly choices: readonly Choice[];
  /** Told the first of two keys while the second is awaited, and then an empty text. */
  readonly firstKeyChanged?: (key: string) => void;
}

type HotkeyHost = ReactiveControllerHost & HTMLElement;

const tasks = new Set<HotkeyHost>();

/**
 * Runs commands and chooses labels by physical keys.
 *
 * Keys count when the focus is in the task, or when it is nowhere and the page holds no other task. They never count in
 * text fields, while an input method composes, in open dialogs, or after somebody else has used the key.
 */
export class HotkeyController implements ReactiveController {
  private firstKeys: readonly string[] = [];
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: HotkeyHost,
    private readonly source: HotkeySource,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    tasks.add(this.host);
    document.addEventListener('keydown', this.handleKeyDown);
  }

  hostDisconnected(): void {
    tasks.delete(this.host);
    document.removeEventListener('keydown', this.handleKeyDown);
    this.forgetFirstKey();
  }

  private readonly handleKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || !this.isMine(event)) return;
    const [target] = event.composedPath();
    if (isTextField(target) || isBrowserChord(event)) return;
    const isSecond = this.firstKeys.length > 0;
    const isDone = isSecond
      ? this.pressChoiceKey(event) || event.code === 'Escape' || this.runCommand(event, target)
      : this.runCommand(event, target) || this.pressChoiceKey(event);
    if (isDone) event.preventDefault();
  };

  private isMine(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    if (path.some((node) => node instanceof HTMLDialogElement || (node instanceof HTMLElement && node.popover))) {
      return false;
    }
    if (path.includes(this.host)) return true;
    return tasks.size === 1 && (path[0] === document.body || path[0] === document.documentElement);
  }

  private runCommand(event: KeyboardEvent, target: EventTarget | undefined): boolean {
    const chord = chordOf(event);
    const command = this.source.commands.find(
      ({ keys, byBrowser }) => !byBrowser && keys.some((key) => normalChord(key) === chord),
    );
    if (!command || keepsKey(target, event)) return false;
    if (event.repeat && !isRepeatable(event)) return true;
    if (!command.isEnabled()) return false;
    command.run();
    return true;
  }

  private pressChoiceKey(event: KeyboardEvent): boolean {
    if (event.repeat) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      this.forgetFirstKey();
      return false;
    }
    const before = this.firstKeys;
    this.forgetFirstKey();
    const isPressed = (key: string | undefined, code: string) => key !== undefined && codesOfKey(key).includes(code);
    const typed = [...before, event.code];
    const fitting = this.source.choices.filter(({ hotkey }) => {
      const keys = [...hotkey];
      return keys.length >= typed.length && typed.every((code, index) => isPressed(keys[index], code));
    });
    const exact = fitting.find(({ hotkey }) => [...hotkey].length === typed.length);
    if (!fitting.length) return before.length ? this.pressChoiceKey(event) : false;
    if (exact && fitting.length === 1) {
      exact.choose();
      return true;
    }
    this.firstKeys = typed;
    this.source.firstKeyChanged?.([...fitting[0]!.hotkey].slice(0, typed.length).join(''));
    this.timer = setTimeout(
      () => {
        this.forgetFirstKey();
        exact?.choose();
      },
      exact ? SECOND_KEY_MS : SHOWN_KEY_MS,
    );
    return true;
  }

  private forgetFirstKey(): void {
    clearTimeout(this.timer);
    if (!this.firstKeys.length) return;
    this.firstKeys = [];
    this.source.firstKeyChanged?.('');
  }
}

/** Holding a key repeats movements and zoom, but neither switches nor deletions. */
function isRepeatable({ code, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (
    /^(Arrow|Equal|Minus|Numpad(Add|Subtract)|Bracket|Page)/.test(code) ||
    ((ctrlKey || metaKey) && /^Key[YZ]$/.test(code))
  );
}
