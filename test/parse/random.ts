/** A small repeatable source of random numbers (mulberry32), so that a failing property can be run again. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An integer in from..to, both included. */
export function integer(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the items. */
export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[integer(random, 0, items.length - 1)] as T;
}

const signs = [
  'a',
  'Z',
  '0',
  ' ',
  '"',
  "'",
  '\\',
  '/',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '\n',
  '\t',
  '\u0000',
  '\u2028',
  'é',
  '가',
  'ع',
  '😀',
  '\ud800',
];

/** Text of awkward signs. */
export function randomText(random: () => number, longest = 8): string {
  return Array.from({ length: integer(random, 0, longest) }, () => pick(random, signs)).join('');
}

/** Any JSON value, a few levels deep. */
export function randomJson(random: () => number, depth = 4): unknown {
  switch (integer(random, depth > 0 ? 0 : 2, 6)) {
    case 0:
      return Array.from({ length: integer(random, 0, 4) }, () => randomJson(random, depth - 1));
    case 1:
      return Object.fromEntries(
        Array.from({ length: integer(random, 0, 4) }, () => [
          pick(random, [randomText(random), '__proto__', 'constructor', '10', '2', 'toString']),
          randomJson(random, depth - 1),
        ]),
      );
    case 2:
      return null;
    case 3:
      return random() < 0.5;
    case 4:
      return pick(random, [0, 1, -1, 1e21, 1e-7, 3.25, -0.5, Number.MAX_SAFE_INTEGER, integer(random, -1e6, 1e6)]);
    default:
      return randomText(random);
  }
}
