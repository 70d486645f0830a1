import { expect } from 'chai';
import {
  decodeBoxes,
  decodeKeypoints,
  decodeLines,
  decodePolygons,
  decodePolylines,
  encodeBoxes,
  encodeKeypoints,
  encodeLines,
  encodePolygons,
  encodePolylines,
} from '../../src/answers/index.js';
import type { Decoded, DecodeOptions, Size } from '../../src/answers/index.js';
import { checkAnswer } from '../../src/answers/check.js';
import type { AnswerTag } from '../../src/answers/types.js';
import { integer, pick, randomSource } from '../parse/random.js';
import { codes, goldenAnswer } from './support.js';

interface Family {
  readonly golden: string;
  readonly tag: AnswerTag;
  readonly key: string;
  decode(value: unknown, options?: DecodeOptions): Decoded<never>;
  encode(annotations: readonly never[], size: Size, modified?: boolean): object;
  entry(random: () => number, size: Size): object;
}

const chain = (least: number, most: number) => (random: () => number, size: Size) => ({
  vertices: Array.from({ length: integer(random, least, most) }, () => point(random, size)),
});
const point = (random: () => number, size: Size) => ({
  x: integer(random, 0, size.width),
  y: integer(random, 0, size.height),
});

/** Random polygons cross themselves; that is named, but changes nothing. */
const faults = ({ problems }: Decoded<never>) => problems.filter(({ code }) => code !== 'self-crossing');

const families: readonly Family[] = [
  {
    golden: 'bounding-box',
    tag: 'crowd-bounding-box',
    key: 'boundingBoxes',
    decode: decodeBoxes as Family['decode'],
    encode: encodeBoxes,
    entry(random, size) {
      const left = integer(random, 0, size.width - 1);
      const top = integer(random, 0, size.height - 1);
      return {
        left,
        top,
        width: integer(random, 1, size.width - left),
        height: integer(random, 1, size.height - top),
      };
    },
  },
  {
    golden: 'keypoint',
    tag: 'crowd-keypoint',
    key: 'keypoints',
    decode: decodeKeypoints as Family['decode'],
    encode: encodeKeypoints,
    entry: point,
  },
  {
    golden: 'polygon',
    tag: 'crowd-polygon',
    key: 'polygons',
    decode: decodePolygons as Family['decode'],
    encode: encodePolygons,
    entry(random, size) {
      const { vertices } = chain(3, 6)(random, size);
      const [first] = vertices;
      const last = vertices.at(-1);
      // A repeated end is read as the closing vertex that it is, so it is no answer.
      return first?.x === last?.x && first?.y === last?.y ? this.entry(random, size) : { vertices };
    },
  },
  {
    golden: 'line',
    tag: 'crowd-line',
    key: 'lines',
    decode: decodeLines as Family['decode'],
    encode: encodeLines,
    entry: chain(2, 2),
  },
  {
    golden: 'polyline',
    tag: 'crowd-polyline',
    key: 'polylines',
    decode: decodePolylines as Family['decode'],
    encode: encodePolylines,
    entry: chain(2, 6),
  },
];

const size = { width: 1160, height: 774 };

for (const { golden, tag, key, decode, encode, entry } of families) {
  describe(`${tag} answer`, () => {
    it('is written exactly as recorded', async () => {
      const recorded = (await goldenAnswer(golden)) as Record<string, unknown>;
      const { annotations, problems } = decode(recorded, { size });
      expect(problems).to.deep.equal([]);
      const modified = recorded.initialValueModified as boolean | undefined;
      expect(JSON.stringify(encode(annotations, size, modified))).to.equal(JSON.stringify(recorded));
      expect(checkAnswer(tag, recorded)).to.deep.equal([]);
    });

    it('survives reading and writing', () => {
      const random = randomSource(7);
      for (let run = 0; run < 300; run += 1) {
        const picture = { width: integer(random, 1, 5000), height: integer(random, 1, 5000) };
        const list = Array.from({ length: integer(random, 0, 5) }, () => ({
          label: pick(random, ['A', 'B', '', '한', '__proto__']),
          ...entry(random, picture),
        }));
        const first = encode(decode(list, { size: picture }).annotations, picture);
        const read = decode(first, { size: picture });
        expect(faults(read)).to.deep.equal([]);
        expect(read.annotations).to.have.length(list.length);
        const again = encode(read.annotations, picture);
        expect(JSON.stringify(again)).to.equal(JSON.stringify(first));
        expect((again as Record<string, unknown>)[key]).to.deep.equal(list);
        expect(checkAnswer(tag, again)).to.deep.equal([]);
      }
    });

    it('takes a bare list, an answer and a printed answer', () => {
      const item = { label: 'A', ...entry(randomSource(1), size) };
      for (const value of [[item], { [key]: [item] }, [{ [key]: [item] }]]) {
        const decoded = decode(value, { size });
        expect(decoded.annotations).to.have.length(1);
        expect(faults(decoded)).to.deep.equal([]);
      }
      for (const nothing of [undefined, null, '', [], { [key]: [] }]) {
        expect(decode(nothing)).to.deep.equal({ annotations: [], problems: [] });
      }
      for (const other of [{ shapes: [] }, 'text', 5, true])
        expect(codes(decode(other).problems)).to.deep.equal(['not-a-list']);
    });

    it('leaves out unknown labels and names each once', () => {
      const item = entry(randomSource(1), size);
      const list = ['Cow', 'Cat', 'Cow', 'Dog', 'cat'].map((label) => ({ label, ...item }));
      const decoded = decode(list, { labels: ['Cat', 'Dog'], size });
      expect((decoded.annotations as readonly { label: string }[]).map(({ label }) => label)).to.deep.equal([
        'Cat',
        'Dog',
      ]);
      expect(faults(decoded).map((problem) => problem.message)).to.deep.equal([
        'has entries with the label `Cow`, which is not in `labels` (counted from 1: 1, 3). They were left out.',
        'has entries with the label `cat`, which is not in `labels` (counted from 1: 5). They were left out.',
      ]);
      expect(decode(list, { labels: [] }).annotations).to.deep.equal([]);
    });

    it('keeps everything inside the picture, whatever it reads', () => {
      const random = randomSource(11);
      const numbers = [NaN, Infinity, -Infinity, -5, -0.4, 0, 0.5, 3.49, 99.5, 100, 100.2, 1e9, '12', 'x', null, {}];
      const tiny = { width: 100, height: 50 };
      for (let run = 0; run < 2000; run += 1) {
        const value = () => pick<unknown>(random, numbers);
        const list = Array.from({ length: 4 }, () =>
          pick<unknown>(random, [
            { label: 'A', left: value(), top: value(), width: value(), height: value(), x: value(), y: value() },
            { label: 'A', vertices: Array.from({ length: 4 }, () => ({ x: value(), y: value() })) },
            { left: 1, top: 1, width: 1, height: 1 },
            null,
            'box',
          ]),
        );
        const { annotations } = decode(list, { size: tiny });
        const answer = encode(annotations, tiny);
        const shapes = (answer as Record<string, unknown>)[key];
        expect(checkAnswer(tag, JSON.parse(JSON.stringify(answer))), JSON.stringify(list)).to.deep.equal([]);
        for (const shape of shapes as readonly object[]) {
          expect(JSON.stringify(shape)).not.to.match(/-0|\./);
        }
      }
    });
  });
}

describe('decodeBoxes', () => {
  it('clamps to the picture and says so', () => {
    const { annotations, problems } = decodeBoxes([{ label: 'A', left: -3, top: 700, width: 10, height: 100 }], {
      size,
    });
    expect(annotations[0]).to.include({ kind: 'box', left: 0, top: 700, width: 7, height: 74 });
    expect(codes(problems)).to.deep.equal(['outside-image']);
  });

  it('without a size still keeps to positive coordinates', () => {
    const { annotations, problems } = decodeBoxes([{ label: 'A', left: -3, top: 9000, width: 10, height: 100 }]);
    expect(annotations[0]).to.include({ left: 0, top: 9000, width: 7, height: 100 });
    expect(codes(problems)).to.deep.equal(['outside-image']);
  });

  it('rounds edges, so that neighbours keep sharing one', () => {
    const { annotations } = decodeBoxes([
      { label: 'A', left: 0.4, top: 0, width: 10.3, height: 5 },
      { label: 'A', left: 10.7, top: 0, width: 10.3, height: 5 },
    ]);
    expect(annotations[0]).to.include({ left: 0, width: 11 });
    expect(annotations[1]).to.include({ left: 11, width: 10 });
  });

  it('turns boxes of negative size over and leaves out those without extent', () => {
    const { annotations, problems } = decodeBoxes([
      { label: 'A', left: 10, top: 10, width: -4, height: 5 },
      { label: 'A', left: 10, top: 10, width: 0, height: 5 },
      { label: 'A', left: 10, top: 10, width: 5 },
      { label: 'A', left: '10', top: '10', width: '5', height: '5' },
    ]);
    expect(annotations.map(({ left, width }) => [left, width])).to.deep.equal([
      [6, 4],
      [10, 5],
    ]);
    expect(codes(problems)).to.deep.equal(['negative-size', 'empty-shape', 'bad-number']);
  });

  it('tells one cause in one problem, however many boxes have it', () => {
    const list = Array.from({ length: 1000 }, () => ({ label: 'Cow', left: 0, top: 0, width: 1, height: 1 }));
    const { problems } = decodeBoxes(list, { labels: [] });
    expect(problems).to.have.length(1);
    expect(problems[0]?.message).to.contain('(counted from 1: 1, 2, 3, 4, 5 and 995 more)');
  });

  it('gives every annotation its own id', () => {
    const list = Array.from({ length: 50 }, () => ({ label: 'A', left: 0, top: 0, width: 1, height: 1 }));
    expect(new Set(decodeBoxes(list).annotations.map(({ id }) => id)).size).to.equal(50);
  });
});

describe('decodePolygons', () => {
  const corner = (x: number, y: number) => ({ x, y });

  it('drops a repeated closing vertex', () => {
    const vertices = [corner(0, 0), corner(5, 0), corner(5, 5), corner(0, 0)];
    expect(decodePolygons([{ label: 'A', vertices }]).annotations[0]?.vertices).to.deep.equal(vertices.slice(0, 3));
  });

  it('leaves out what is no polygon', () => {
    const { annotations, problems } = decodePolygons([
      { label: 'A', vertices: [corner(0, 0), corner(5, 0), corner(0, 0)] },
      { label: 'A', vertices: [] },
      { label: 'A', vertices: 'none' },
      { label: 'A', vertices: [corner(0, 0), corner(5, NaN), corner(5, 5)] },
    ]);
    expect(annotations).to.deep.equal([]);
    expect(codes(problems)).to.deep.equal(['too-few-vertices', 'bad-number', 'bad-vertex']);
  });
});

describe('decodePolygons, of bad data', () => {
  it('keeps what it can, and names the rest once', () => {
    const bow = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
      { x: 9, y: 0 },
      { x: 0, y: 9 },
    ];
    const given = [
      { label: 'A', vertices: bow },
      { label: 'A', vertices: bow },
      {
        label: 'A',
        vertices: [
          { x: 1, y: 1 },
          { x: 'far', y: 0 },
          { x: 5, y: 1 },
          { x: 3, y: 4 },
        ],
      },
    ];
    const { annotations, problems } = decodePolygons(given);
    expect(annotations.map(({ vertices }) => vertices.length)).to.deep.equal([4, 4, 3]);
    expect(codes(problems)).to.deep.equal(['self-crossing', 'repeated-shape', 'bad-vertex']);
    expect(encodePolygons(annotations, { width: 20, height: 20 }).polygons[0]?.vertices).to.deep.equal(bow);
  });
});

describe('decodeLines', () => {
  it('keeps the first two of too many vertices', () => {
    const vertices = [1, 2, 3].map((at) => ({ x: at, y: at }));
    const { annotations, problems } = decodeLines({ lines: [{ label: 'A', vertices }] });
    expect(annotations[0]?.vertices).to.deep.equal(vertices.slice(0, 2));
    expect(codes(problems)).to.deep.equal(['too-many-vertices']);
  });
});
