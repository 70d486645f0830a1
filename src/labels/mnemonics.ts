const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function letters(text: string): readonly string[] {
  return [...graphemes.segment(text)].map((part) => part.segment).filter((part) => /[^\s\p{P}]/u.test(part));
}

/**
 * A badge of one or two letters for each name, so that colour is never the only sign of a label.
 *
 * Badges differ from one another: the first letter if it is free, else with another letter of the name, else a number.
 */
export function mnemonicsFor(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const [first = '', ...rest] = letters(name).map((letter) => letter.toUpperCase());
    const initials = name
      .split(/[\s\p{P}]+/u)
      .slice(1)
      .map((word) => letters(word)[0] ?? '');
    const seconds = [...initials, ...rest].map((letter) => letter.toLowerCase());
    const options = [first, ...seconds.map((letter) => first + letter), `#${index + 1}`];
    const badge = options.find((option) => option && !taken.has(option)) ?? '';
    taken.add(badge);
    return badge;
  });
}
