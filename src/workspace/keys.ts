/** True on Apple systems, where Command takes the place of Control. */
export const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of an event as commands write them: `Mod+Shift+KeyZ`. */
export function chordOf(event: KeyboardEvent): string {
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const other = isApple ? event.ctrlKey : event.metaKey;
  return `${mod ? 'Mod+' : ''}${other ? 'Other+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

/** Brings the modifiers of a written chord into the order of `chordOf`. */
export function normalChord(chord: string): string {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  const has = (name: string) => (parts.includes(name) ? `${name}+` : '');
  return has('Mod') + has('Alt') + has('Shift') + code;
}

/** Physical keys that a hotkey character stands for: digits count on the number pad too. */
export function codesOfKey(key: string): readonly string[] {
  if (/^\d$/.test(key)) return [`Digit${key}`, `Numpad${key}`];
  return [`Key${key.toUpperCase()}`];
}

const browserKeys = new Set(['KeyT', 'KeyN', 'KeyW', 'KeyR', 'KeyL', 'KeyP', 'KeyQ', 'KeyF', 'KeyH', 'KeyM', 'Tab']);

/** Chords that belong to the browser or the system, whatever a command asks for. */
export function isBrowserChord(event: KeyboardEvent): boolean {
  if (/^F\d+$/.test(event.code) && event.code !== 'F2') return true;
  return (event.ctrlKey || event.metaKey) && browserKeys.has(event.code);
}

const wordlessInputs = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Whether typing goes into this node. Asked for the innermost target of an event, inside shadow roots too. */
export function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !wordlessInputs.has(target.type) && !target.readOnly;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Whether a focused control needs this key for itself: Space and Enter on buttons, arrows on sliders and media. */
export function keepsKey(target: EventTarget | undefined, event: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey) return false;
  const isPress = event.code === 'Space' || event.code === 'Enter' || event.code === 'NumpadEnter';
  if (isPress) return target.matches('button, input, summary, a[href], [role="option"], audio, video');
  return /^(Arrow|Home|End|Page)/.test(event.code) && target.matches('input, audio, video, [role="tab"]');
}

interface KeyboardLayout {
  get(code: string): string | undefined;
}

let layout: KeyboardLayout | undefined;

/** Asks the browser for the worker's keyboard layout, where it tells; then `keyName` shows the caps as they are. */
export async function readLayout(): Promise<void> {
  const { keyboard } = navigator as Navigator & { keyboard?: { getLayoutMap(): Promise<KeyboardLayout> } };
  try {
    layout ??= await keyboard?.getLayoutMap();
  } catch {
    // Frames without the permission show the keys of the US layout.
  }
}

/** Caps that carry a word or an arrow on every layout. */
const fixedNames: Readonly<Record<string, string>> = {
  Mod: isApple ? '⌘' : 'Ctrl',
  Shift: isApple ? '⇧' : 'Shift',
  Alt: isApple ? '⌥' : 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  Equal: '+',
  Minus: '−',
};

/** Caps of the US layout, shown where the browser does not tell the worker's own. */
const usNames: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backquote: '`',
  Semicolon: ';',
  Quote: "'",
  Backslash: '\\',
};

/** Names a part of a chord as it stands on the worker's key. */
export function keyName(part: string): string {
  const word = fixedNames[part];
  if (word) return word;
  const cap = layout?.get(part);
  if (cap) return cap.toUpperCase();
  return usNames[part] ?? part.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

/** A chord in words for titles: `Ctrl+Z`. */
export function chordName(chord: string): string {
  return chord
    .split('+')
    .map(keyName)
    .join(isApple ? '' : '+');
}

/** The label's hotkey as the worker's keyboard shows it. */
export function hotkeyName(hotkey: string): string {
  return [...hotkey].map((key) => (/^\d$/.test(key) ? key : keyName(`Key${key.toUpperCase()}`))).join(' ');
}
