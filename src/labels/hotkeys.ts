/** Keys of the first labels, in the order of positions. The letters between are left to tools. */
const singleKeys = [...'1234567890ghijknr'];

/** Keys that begin a pair. Neither labels nor tools use them alone. */
const firstKeys = [...'tuwxyz'];

const secondKeys = [...'1234567890abcdefghijklmnopqrstuvwxyz'];

/**
 * Hotkeys of `count` labels by position.
 *
 * The first seventeen have one key, as in Ground Truth. Further ones have two, pressed one after the other, such as
 * `t1`; the first of them means nothing alone. Beyond 233 labels there are no keys left and the text is empty.
 */
export function hotkeysFor(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const single = singleKeys[index];
    if (single !== undefined) return single;
    const rest = index - singleKeys.length;
    const first = firstKeys[Math.floor(rest / secondKeys.length)];
    return first === undefined ? '' : `${first}${secondKeys[rest % secondKeys.length]}`;
  });
}

/**
 * The physical keys of a hotkey as `KeyboardEvent.code` names them: `t1` is `KeyT`, then `Digit1`.
 *
 * Physical keys work whatever the layout or the input method, Korean and Arabic included.
 */
export function hotkeyCodes(hotkey: string): readonly string[] {
  return [...hotkey].map((key) => (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`));
}
