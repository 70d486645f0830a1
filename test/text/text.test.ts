import { expect } from 'chai';
import { blocksOf, piecesOf, runAt, sectionsOf } from '../../src/text/blocks.js';
import { directionOfText, hasBackward } from '../../src/text/direction.js';
import { occurrencesOf } from '../../src/text/occurrences.js';
import { SpanIndex, type IndexedSpan } from '../../src/text/span-index.js';
import { TextBoundaries } from '../../src/text/text-boundaries.js';

const family = '👩‍👩‍👧‍👦';
const flag = '🇰🇷';
const accented = 'e\u0301';

/** A small generator whose runs can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

describe('boundaries of a text', () => {
  const text = `a${family}b${flag}${accented}\r\n한국 ก็ x`;
  const boundaries = new TextBoundaries(text);

  it('lie between characters as people see them', () => {
    const walked: string[] = [];
    for (let at = 0; at < text.length; at = boundaries.next(at)) walked.push(text.slice(at, boundaries.next(at)));
    expect(walked).to.deep.equal(['a', family, 'b', flag, accented, '\r\n', '한', '국', ' ', 'ก็', ' ', 'x']);
  });

  it('are the same forward and back, and hold every offset', () => {
    const forward: number[] = [0];
    while (forward.at(-1)! < text.length) forward.push(boundaries.next(forward.at(-1)!));
    const back: number[] = [text.length];
    while (back.at(-1)! > 0) back.push(boundaries.previous(back.at(-1)!));
    expect(back.reverse()).to.deep.equal(forward);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(forward).to.include(boundaries.floor(offset)).and.include(boundaries.ceil(offset));
      expect(boundaries.floor(offset)).to.be.at.most(offset);
      expect(boundaries.ceil(offset)).to.be.at.least(offset);
    }
    expect(boundaries.floor(-3)).to.equal(0);
    expect(boundaries.ceil(999)).to.equal(text.length);
    expect(new TextBoundaries('').wordAt(0)).to.deep.equal({ start: 0, end: 0, isWord: false });
  });

  it('make marked runs whole and take spaces off their ends', () => {
    const half = { start: 2, end: 1 + family.length };
    expect(boundaries.fit(half, 'character')).to.deep.equal({ start: 1, end: 1 + family.length });
    const words = new TextBoundaries('  Ada Lovelace,  born');
    expect(words.fit({ start: 0, end: 16 }, 'character')).to.deep.equal({ start: 2, end: 15 });
    expect(words.fit({ start: 3, end: 8 }, 'word')).to.deep.equal({ start: 2, end: 14 });
    const blank = words.fit({ start: 15, end: 17 }, 'word');
    expect(blank.start).to.equal(blank.end);
  });

  it('find words forward and back, in languages without spaces too', () => {
    const words = new TextBoundaries('Ada, the 1st.');
    expect([0, 3, 4].map((at) => words.nextWord(at))).to.deep.equal([3, 8, 8]);
    expect([13, 9, 3].map((at) => words.previousWord(at))).to.deep.equal([9, 5, 0]);
    const japanese = new TextBoundaries('東京都に住む');
    expect(japanese.nextWord(0)).to.be.within(2, 3);
  });

  it('are found without the segmenter of the browser', () => {
    const { Segmenter } = Intl;
    Object.defineProperty(Intl, 'Segmenter', { value: undefined, configurable: true, writable: true });
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      const simple = new TextBoundaries(`ab ${family}${accented}\n${flag} cd`);
      expect(simple.floor(5)).to.equal(3);
      expect(simple.next(3)).to.equal(3 + family.length);
      expect(simple.wordAt(1)).to.deep.equal({ start: 0, end: 2, isWord: true });
      expect(simple.nextWord(3 + family.length + accented.length)).to.equal(simple.text.length);
    } finally {
      Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true, writable: true });
    }
  });
});

describe('index of spans', () => {
  const span = (id: string, startOffset: number, endOffset: number): IndexedSpan => ({ id, startOffset, endOffset });

  it('finds the same spans as looking at all of them', () => {
    const random = randomFrom(7);
    const spans = Array.from({ length: 300 }, (_, at) => {
      const start = Math.floor(random() * 1000);
      return span(`s${at}`, start, start + 1 + Math.floor(random() * (at % 50 === 0 ? 400 : 12)));
    });
    const index = new SpanIndex(spans);
    for (let round = 0; round < 200; round++) {
      const start = Math.floor(random() * 1000);
      const end = start + 1 + Math.floor(random() * 30);
      const expected = spans.filter((one) => one.startOffset < end && one.endOffset > start).map(({ id }) => id);
      expect(index.within({ start, end }).map(({ id }) => id)).to.have.members(expected);
    }
  });

  it('reaches stacked spans from the shortest to the longest', () => {
    const index = new SpanIndex([span('all', 0, 20), span('inner', 5, 8), span('middle', 4, 12)]);
    expect(index.at(6).map(({ id }) => id)).to.deep.equal(['inner', 'middle', 'all']);
    expect(index.at(15).map(({ id }) => id)).to.deep.equal(['all']);
    expect(index.at(20)).to.deep.equal([]);
  });

  it('gives overlapping spans rows of their own, the innermost next to the text', () => {
    const apart = new SpanIndex([span('a', 0, 3), span('b', 3, 6)]);
    expect([apart.lane('a'), apart.lane('b'), apart.laneCount]).to.deep.equal([0, 0, 1]);
    const nested = new SpanIndex([
      span('outer', 0, 20),
      span('inner', 5, 8),
      span('later', 9, 12),
      span('far', 30, 31),
    ]);
    expect(nested.lane('outer')).to.equal(1);
    expect([nested.lane('inner'), nested.lane('later'), nested.lane('far')]).to.deep.equal([0, 0, 0]);
    expect(nested.laneCount).to.equal(2);
    expect(new SpanIndex([]).laneCount).to.equal(0);
  });
});

describe('blocks of a text', () => {
  it('hold all of it, in order, and cut no line', () => {
    const line = 'x'.repeat(700);
    const text = Array.from({ length: 20 }, () => line).join('\n');
    const blocks = blocksOf(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).to.equal(text);
    for (const { end } of blocks.slice(0, -1)) expect(text[end - 1]).to.equal('\n');
    expect(blocksOf('')).to.deep.equal([]);
    expect(blocksOf('y'.repeat(50_000))).to.have.length(1);
    expect(runAt(blocks, 0)).to.equal(0);
    expect(runAt(blocks, text.length)).to.equal(blocks.length - 1);
    expect(runAt(blocks, blocks[1]!.start)).to.equal(1);
  });

  it('consist of sections and pieces without gaps, cut between characters', () => {
    const text = `${family} word `.repeat(400);
    const boundaries = new TextBoundaries(text);
    const block = { start: 0, end: text.length };
    const source = { text, floor: (offset: number) => boundaries.floor(offset) };
    for (const runs of [
      sectionsOf(block),
      piecesOf(block, source),
      piecesOf(block, { ...source, text: family.repeat(400) }),
    ]) {
      expect(runs[0]!.start).to.equal(0);
      expect(runs.at(-1)!.end).to.equal(text.length);
      runs.slice(1).forEach(({ start }, index) => expect(start).to.equal(runs[index]!.end));
    }
    for (const { end } of piecesOf(block, source)) expect(boundaries.floor(end)).to.equal(end);
  });
});

describe('identical places', () => {
  const places = (text: string, wanted: string) => {
    const start = text.indexOf(wanted);
    return occurrencesOf(new TextBoundaries(text), { start, end: start + wanted.length }).map((place) => place.start);
  };

  it('are whole words where words are written apart', () => {
    expect(places('an apple can be an orange, an.', 'an')).to.deep.equal([16, 27]);
    expect(places('pre-an can', 'an')).to.deep.equal([]);
  });

  it('may carry particles in Korean and neighbours in Japanese', () => {
    expect(places('서울은 서울에서 서울', '서울')).to.deep.equal([4, 9]);
    expect(places('東京から東京都へ', '東京')).to.deep.equal([4]);
  });

  it('never split a character', () => {
    expect(places(`👩 and ${family} and 👩`, '👩')).to.deep.equal([`👩 and ${family} and `.length]);
    expect(places(`e ${accented} e`, 'e')).to.deep.equal([5]);
  });
});

describe('direction of a text', () => {
  it('is that of its first letter', () => {
    expect(directionOfText('12 Ada')).to.equal('ltr');
    expect(directionOfText('«القاهرة»')).to.equal('rtl');
    expect(directionOfText('שלום Ada')).to.equal('rtl');
    expect(directionOfText('2026 – 12')).to.equal(undefined);
  });

  it('may turn round where any character or sign says so', () => {
    for (const text of ['a«القاهرة»b', 'x \u200f y', 'תל אביב', '\u2067abc\u2069', '𐤀'])
      expect(hasBackward(text)).to.equal(true);
    for (const text of ['', 'Ada', '한국어 日本語 ก็ 👩‍👩‍👧', '«12»']) expect(hasBackward(text)).to.equal(false);
  });
});
