// The work, the same for everybody: 200,000 characters in lines of about 800, and 5,000 spans of one word.

const WORDS = ['Lorem', 'ipsum', 'dolor', 'sit', 'amet', 'consectetur', 'adipiscing', 'elit', 'tempor'];

/** A text of `length` characters with `count` words of it marked, evenly spread. */
export function textScene(length = 200_000, count = 5_000) {
  const parts = [];
  const words = [];
  let at = 0;
  for (let index = 0; at < length; index += 1) {
    const word = WORDS[(index * 7 + (index % 3)) % WORDS.length];
    words.push({ start: at, end: at + word.length });
    parts.push(word, index % 130 === 129 ? '\n' : ' ');
    at += word.length + 1;
  }
  const every = words.length / count;
  // The first words stay free, so that there is room for new spans.
  const spans = Array.from(
    { length: count },
    (_, index) => words[Math.min(words.length - 1, Math.floor(index * every) + 8)],
  );
  return { text: parts.join(''), spans };
}

/** Fulfilled when what was done by now has been painted. */
export const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Where the first five words stand, which have no span yet. `node` holds the beginning of the text. */
export function placesOf(node) {
  return [...node.data.matchAll(/\S+/g)].slice(0, 5).map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, y: (top + bottom) / 2 };
  });
}
