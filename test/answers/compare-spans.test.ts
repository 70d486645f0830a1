import { expect } from '@open-wc/testing';
import { compareSpans } from '../../src/answers/compare-spans.js';
import type { SpanAnnotation } from '../../src/document/annotation.js';

const span = (label: string, startOffset: number, endOffset: number): SpanAnnotation => ({
  id: `${label} ${startOffset} ${endOffset}`,
  kind: 'span',
  label,
  startOffset,
  endOffset,
});

const said = (first: SpanAnnotation[], second: SpanAnnotation[]) =>
  compareSpans(first, second).map(({ span: { id }, difference, otherLabel }) =>
    [id, difference, otherLabel].filter(Boolean).join(' '),
  );

describe('comparison of spans', () => {
  it('tells what is the same, labelled otherwise, or in one answer only', () => {
    expect(
      said([span('a', 0, 3), span('a', 4, 9), span('a', 20, 22)], [span('a', 0, 3), span('b', 4, 9)]),
    ).to.deep.equal(['a 0 3 same', 'a 4 9 other-label b', 'a 20 22 only-first']);
  });

  it('shows both where borders differ by one', () => {
    expect(said([span('a', 0, 3)], [span('a', 0, 4)])).to.deep.equal(['a 0 4 only-second', 'a 0 3 only-first']);
  });

  it('finds equal partners whatever the order, each once', () => {
    expect(said([span('b', 0, 3), span('a', 0, 3)], [span('a', 0, 3), span('b', 0, 3)])).to.deep.equal([
      'b 0 3 same',
      'a 0 3 same',
    ]);
    expect(said([span('a', 0, 3), { ...span('a', 0, 3), id: 'twin' }], [span('a', 0, 3)])).to.deep.equal([
      'a 0 3 same',
      'twin only-first',
    ]);
  });

  it('is the mirror image when the answers change places', () => {
    const random = (seed: number) => () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
    const mirror: Record<string, string> = { 'only-first': 'only-second', 'only-second': 'only-first' };
    for (let seed = 1; seed < 60; seed++) {
      const next = random(seed);
      const some = () =>
        Array.from({ length: Math.floor(next() * 9) }, (_, index) => {
          const start = Math.floor(next() * 5);
          const made = span('ab'[Math.floor(next() * 2)] as string, start, start + 1 + Math.floor(next() * 2));
          return { ...made, id: `${index}` };
        });
      const [first, second] = [some(), some()];
      const count = (list: ReturnType<typeof compareSpans>, turn = false) => {
        const places = list.map(({ span: s, difference }) => {
          const kind = turn ? (mirror[difference] ?? difference) : difference;
          return `${s.startOffset} ${s.endOffset} ${kind}`;
        });
        return places.sort();
      };
      expect(count(compareSpans(first, second))).to.deep.equal(count(compareSpans(second, first), true));
    }
  });
});
