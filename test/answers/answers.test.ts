import { expect } from 'chai';
import {
  checkAnswer,
  answerKeyOf,
  checkAnswers,
  decodeDocument,
  decodeEntities,
  decodeInstances,
  decodeModerationCategories,
  decodeSemantic,
  encodeChoice,
  encodeChoices,
  encodeDocument,
  encodeEntities,
  encodeInstances,
  encodeModeration,
  encodeSemantic,
  isAnswerTag,
  keyValuePairs,
  OffsetConverter,
} from '../../src/answers/index.js';
import type { AnswerTag } from '../../src/answers/index.js';
import { integer, pick, randomSource, randomText } from '../parse/random.js';
import { codes, goldenAnswer } from './support.js';

/** All recorded answers with the element that gives them. */
const recorded: readonly (readonly [string, AnswerTag])[] = [
  ['bounding-box', 'crowd-bounding-box'],
  ['bounding-box-adjusted', 'crowd-bounding-box'],
  ['keypoint', 'crowd-keypoint'],
  ['polygon', 'crowd-polygon'],
  ['line', 'crowd-line'],
  ['polyline', 'crowd-polyline'],
  ['semantic-segmentation', 'crowd-semantic-segmentation'],
  ['instance-segmentation', 'crowd-instance-segmentation'],
  ['classifier', 'crowd-classifier'],
  ['classifier-multi-select', 'crowd-classifier-multi-select'],
  ['image-classifier', 'crowd-image-classifier'],
  ['image-classifier-multi-select', 'crowd-image-classifier-multi-select'],
  ['entity-annotation', 'crowd-entity-annotation'],
  ['rekognition-detect-moderation-labels', 'crowd-rekognition-detect-moderation-labels'],
  ['textract-analyze-document', 'crowd-textract-analyze-document'],
  ['text-ranking', 'crowd-text-ranking'],
  ['question-answer-generation', 'crowd-question-answer-generation'],
  ['checkbox', 'crowd-checkbox'],
];

describe('checkAnswer', () => {
  for (const [name, tag] of recorded) {
    it(`finds nothing wrong with the recorded ${name}`, async () => {
      const answer = await goldenAnswer(name);
      expect(checkAnswer(tag, answer)).to.deep.equal([]);
      // The recorded files are themselves in the order in which answers are written.
      const sorted = (value: unknown): boolean =>
        Array.isArray(value)
          ? value.every(sorted)
          : typeof value !== 'object' ||
            value === null ||
            (Object.keys(value).join() === Object.keys(value).sort().join() && Object.values(value).every(sorted));
      expect(sorted(answer)).to.equal(true);
    });

    it(`notices any missing part of ${name}`, async () => {
      const answer = (await goldenAnswer(name)) as Record<string, unknown>;
      if (tag === 'crowd-checkbox') return;
      for (const key of Object.keys(answer)) {
        if (key === 'initialValueModified' || key === 'workerComment') continue;
        const { [key]: _gone, ...rest } = answer;
        const problems = checkAnswer(tag, rest);
        expect(codes(problems)).to.deep.equal(['missing']);
        expect(checkAnswer(tag, { ...answer, [key]: 5 })[0]?.code).to.equal('wrong-type');
      }
      expect(codes(checkAnswer(tag, null))).to.deep.equal(['wrong-type']);
    });
  }

  it('leads to the place', () => {
    const [problem] = checkAnswer('crowd-bounding-box', {
      boundingBoxes: [{ height: 1, label: 'A', left: 1.5, top: 0, width: 1 }],
      inputImageProperties: { height: 2, width: 2 },
    });
    expect(problem).to.deep.equal({
      code: 'wrong-type',
      severity: 'error',
      path: 'boundingBoxes[0].left',
      message: 'should be an integer of 0 or more, but is 1.5.',
    });
  });

  it('knows what belongs together', () => {
    const props = { height: 2, width: 2 };
    const labeledImage = { pngImageData: 'iVBORw0KGgo=' };
    const color = '#2ca02c';
    const cases: readonly (readonly [AnswerTag, unknown, readonly string[]])[] = [
      [
        'crowd-bounding-box',
        { boundingBoxes: [{ height: 1, label: 'A', left: 2, top: 0, width: 1 }], inputImageProperties: props },
        ['outside-image'],
      ],
      ['crowd-keypoint', { inputImageProperties: props, keypoints: [{ label: 'A', x: 0, y: 3 }] }, ['outside-image']],
      [
        'crowd-line',
        { inputImageProperties: props, lines: [{ label: 'A', vertices: [0, 1, 2].map((x) => ({ x, y: 0 })) }] },
        ['too-many'],
      ],
      ['crowd-polygon', { inputImageProperties: props, polygons: [{ label: 'A', vertices: [] }] }, ['too-few']],
      [
        'crowd-semantic-segmentation',
        { inputImageProperties: props, labelMappings: { a: { color }, b: { color } }, labeledImage },
        ['repeated-color'],
      ],
      [
        'crowd-instance-segmentation',
        { inputImageProperties: props, instances: [0, 1].map(() => ({ color, label: 'a' })), labeledImage },
        ['repeated-color'],
      ],
      [
        'crowd-semantic-segmentation',
        {
          inputImageProperties: props,
          labelMappings: {},
          labeledImage: { pngImageData: 'data:image/png;base64,iVBORw0KGgo=' },
        },
        ['data-address'],
      ],
      [
        'crowd-semantic-segmentation',
        { inputImageProperties: props, labelMappings: { a: { color: 'red' } }, labeledImage: { pngImageData: 'AAAA' } },
        ['wrong-type', 'not-a-png'],
      ],
      [
        'crowd-entity-annotation',
        { entities: [{ endOffset: 3, label: 'A', startOffset: 3 }], notes: 'x' },
        ['empty-span'],
      ],
      ['crowd-classifier', { label: 'A', extra: 1 }, ['unexpected']],
      ['crowd-slider', '5', ['wrong-type']],
      ['crowd-toggle-button', { on: 'yes' }, ['wrong-type']],
    ];
    for (const [tag, answer, expected] of cases) expect(codes(checkAnswer(tag, answer)), tag).to.deep.equal(expected);
  });

  it('knows which tags answer', () => {
    expect(isAnswerTag('crowd-line')).to.equal(true);
    expect(isAnswerTag('crowd-card')).to.equal(false);
    expect(isAnswerTag('toString')).to.equal(false);
    expect(codes(checkAnswer('crowd-card' as AnswerTag, {}))).to.deep.equal(['unknown-tag']);
  });

  it('checks all answers of a form by name', () => {
    const tags: Record<string, AnswerTag> = {
      sentiment: 'crowd-classifier',
      score: 'crowd-slider',
      absent: 'crowd-input',
    };
    expect(checkAnswers({ sentiment: { label: 'A' }, score: 3, other: [] }, tags)).to.deep.equal([]);
    expect(checkAnswers({ sentiment: { label: 1 } }, tags)[0]?.path).to.equal('sentiment.label');
  });

  it('checks answers under names that a service prescribes', () => {
    const tag = 'crowd-textract-analyze-document';
    const key = answerKeyOf(tag, 'review') as string;
    expect(key).to.equal('AWS/Textract/AnalyzeDocument/Forms/V1');
    expect(checkAnswers({ [key]: { blocks: [] } }, { [key]: tag })).to.deep.equal([]);
    expect(checkAnswers({ [key]: { blocks: 1 } }, { [key]: tag })[0]?.path).to.contain('blocks');
    expect(answerKeyOf('crowd-entity-annotation', null)).to.equal('crowd-entity-annotation');
    expect(answerKeyOf('crowd-input', '')).to.equal(undefined);
  });
});

describe('crowd-entity-annotation answer', () => {
  const text = '😀 Jane née 가나 👩‍🚀 in Rome';

  it('is written exactly as recorded', async () => {
    const golden = await goldenAnswer('entity-annotation');
    const { annotations, problems } = decodeEntities(golden, { labels: ['person', 'date'] });
    expect(problems).to.deep.equal([]);
    expect(JSON.stringify(encodeEntities(annotations))).to.equal(JSON.stringify(golden));
  });

  it('counts code points when asked', () => {
    const span = { id: '1', label: 'person', kind: 'span', startOffset: 3, endOffset: 7 } as const;
    expect(text.slice(3, 7)).to.equal('Jane');
    expect(encodeEntities([span], { text }, false)).to.deep.equal({
      entities: [{ endOffset: 7, label: 'person', startOffset: 3 }],
      initialValueModified: false,
    });
    const counted = encodeEntities([span], { text, unit: 'code-point' });
    expect(counted.entities[0]).to.include({ startOffset: 2, endOffset: 6 });
    expect([...text].slice(2, 6).join('')).to.equal('Jane');
    const [read] = decodeEntities(counted, { text, unit: 'code-point' }).annotations;
    expect(read).to.include({ startOffset: 3, endOffset: 7 });
  });

  it('cuts spans at the ends of the text and leaves out empty ones', () => {
    const spans = [
      { label: 'a', startOffset: -2, endOffset: 3 },
      { label: 'a', startOffset: 4, endOffset: 999 },
      { label: 'a', startOffset: 5, endOffset: 5 },
      { label: 'a', startOffset: 6, endOffset: 2 },
      { label: 'a', startOffset: 6 },
      { label: 'b', startOffset: 1, endOffset: 2 },
      { label: 'a', startOffset: 500, endOffset: 600 },
    ];
    const { annotations, problems } = decodeEntities(spans, { labels: ['a'], text });
    expect(annotations.map(({ startOffset, endOffset }) => [startOffset, endOffset])).to.deep.equal([
      [0, 3],
      [4, text.length],
    ]);
    const outside = ['outside-text', 'empty-span', 'bad-number', 'unknown-label', 'beyond-text'];
    expect(codes(problems)).to.deep.equal(outside);
    expect(
      problems.find(({ code }) => code === 'outside-text')!.message,
      'what is left out was not cut',
    ).to.not.contain('7');
  });

  it('converts offsets there and back in any text', () => {
    const random = randomSource(31);
    for (let run = 0; run < 500; run += 1) {
      const sample = randomText(random, 30);
      const converter = new OffsetConverter(sample);
      const points = [...sample];
      let offset = 0;
      for (let count = 0; count <= points.length; count += 1) {
        expect(converter.toCodePoint(offset)).to.equal(count);
        expect(converter.toUtf16(count)).to.equal(offset);
        offset += points[count]?.length ?? 0;
      }
      expect(converter.differs).to.equal(points.length !== sample.length);
    }
    expect(new OffsetConverter('a😀b').toCodePoint(2)).to.equal(1);
  });
});

describe('segmentation answers', () => {
  it('are written exactly as recorded', async () => {
    for (const kind of ['semantic', 'instance'] as const) {
      const golden = (await goldenAnswer(`${kind}-segmentation`)) as { labeledImage: { pngImageData: string } };
      const decode = kind === 'semantic' ? decodeSemantic : decodeInstances;
      const { value, problems } = decode(golden);
      expect(problems).to.deep.equal([]);
      expect(value.src).to.equal(`data:image/png;base64,${golden.labeledImage.pngImageData}`);
      const mask = { size: { width: 2, height: 2 }, pngImageData: value.src ?? '' };
      const written =
        kind === 'semantic'
          ? encodeSemantic([...value.labels].reverse(), mask)
          : encodeInstances(
              value.labels.map(({ name, color }) => ({ label: name, color })),
              mask,
            );
      expect(JSON.stringify(written)).to.equal(JSON.stringify(golden));
    }
  });

  it('reads what an earlier job left and says what is odd', () => {
    const { value, problems } = decodeSemantic(
      {
        src: 'https://h/m.png',
        labelMappings: {
          BACKGROUND: { color: '#ffffff' },
          Bird: { color: '#FF7F0E' },
          Cow: { color: '#1f77b4' },
          Cat: { color: 'orange' },
          Dog: { color: '#ff7f0e' },
        },
      },
      ['Bird', 'Cat', 'Dog'],
    );
    expect(value).to.deep.equal({
      src: 'https://h/m.png',
      labels: [{ name: 'Bird', color: '#ff7f0e' }],
      foreign: ['#ffffff', '#1f77b4'],
    });
    expect(codes(problems)).to.deep.equal(['unknown-label', 'bad-color', 'repeated-color']);
  });

  it('reads instances whose labels repeat', () => {
    const instances = [
      { color: '#2ca02c', label: 'Cat' },
      { color: '#1f77b4', label: 'Cat' },
      { color: '#d62728' },
      null,
    ];
    const { value, problems } = decodeInstances({ instances, src: 'x.png' });
    expect(value.labels.map(({ name }) => name)).to.deep.equal(['Cat', 'Cat']);
    expect(codes(problems)).to.deep.equal(['no-label']);
  });

  it('explains what is no mask', () => {
    expect(decodeSemantic(undefined)).to.deep.equal({ value: { labels: [] }, problems: [] });
    expect(codes(decodeSemantic([1]).problems)).to.deep.equal(['not-a-mask']);
    expect(codes(decodeInstances({ src: 'x' }).problems)).to.deep.equal(['not-a-mask']);
    expect(codes(decodeSemantic({ labelMappings: {} }).problems)).to.deep.equal(['no-source']);
  });

  it('reads masks whose pixels are numbers instead of colours', () => {
    const labelMappings = { Car: { index: 7 }, Bus: { index: 0 }, Tree: { index: 7 }, Cow: { index: 1.5 } };
    const { value, problems } = decodeSemantic({ labelMappings, src: 'x.png' }, ['Car', 'Bus', 'Tree', 'Cow']);
    expect(value.labels).to.deep.equal([
      { name: 'Car', color: '#2ca02c', index: 7 },
      { name: 'Bus', color: '#1f77b4', index: 0 },
    ]);
    expect(codes(problems)).to.deep.equal(['repeated-index', 'bad-index']);
    const many = Array.from({ length: 60 }, (_, i) => ({ label: 'Car', index: i + 1 }));
    const read = decodeInstances({ instances: many, src: 'x.png' });
    expect(read.problems).to.deep.equal([]);
    expect(new Set(read.value.labels.map(({ color }) => color)).size).to.equal(60);
  });

  it('goes by colours as soon as one is there, and keeps those of entries that are left out', () => {
    const labelMappings = { Car: { color: '#2ca02c', index: 3 }, Bus: { index: 1 }, Dog: { color: '#30a030' } };
    const { value, problems } = decodeSemantic({ labelMappings, src: 'x.png' }, ['Car', 'Bus']);
    expect(value.labels).to.deep.equal([{ name: 'Car', color: '#2ca02c' }]);
    expect(value.foreign).to.deep.equal(['#30a030']);
    expect(codes(problems)).to.deep.equal(['bad-color', 'unknown-label']);
  });
});

describe('classifier answers', () => {
  it('are written exactly as recorded', async () => {
    expect(encodeChoice('Positive')).to.deep.equal(await goldenAnswer('classifier'));
    expect(encodeChoice('Bad', 'The left box is too wide.')).to.deep.equal(await goldenAnswer('image-classifier'));
    const categories = ['people', 'tree', 'bus'];
    expect(encodeChoices(['bus', 'tree', 'gone'], categories)).to.deep.equal(
      await goldenAnswer('classifier-multi-select'),
    );
    expect(encodeChoices([], categories)).to.deep.equal(await goldenAnswer('image-classifier-multi-select'));
    expect(encodeChoices(['bus'], categories, 'blurred')).to.deep.equal({ labels: ['bus'], workerComment: 'blurred' });
  });

  it('repeats moderation categories in full', async () => {
    const { value, problems } = decodeModerationCategories([
      { parentName: 'Violence', name: 'Gore' },
      'Blood',
      'Blood',
      { label: 'x' },
      'Smoke',
    ]);
    expect(codes(problems)).to.deep.equal(['duplicate-category', 'category-without-name']);
    const answer = encodeModeration(new Set(['Blood', 'Gore']), value);
    expect(JSON.stringify(answer)).to.equal(JSON.stringify(await goldenAnswer('rekognition-detect-moderation-labels')));
  });
});

describe('crowd-textract-analyze-document answer', () => {
  const geometry = { boundingBox: { width: 0.5, weight: 0.1, left: 0.2, top: -0.1 }, polygon: [{ x: 0.2, y: 1.2 }] };
  const key = {
    blockType: 'KEY_VALUE_SET',
    id: 'k1',
    confidence: 99.5,
    text: 'Name:',
    entityTypes: ['KEY'],
    relationships: [{ type: 'VALUE', ids: ['v1'] }],
    geometry,
  };
  const value = { blockType: 'KEY_VALUE_SET', id: 'v1', text: 'Jane Doe', entityTypes: ['VALUE'] };

  it('is written exactly as recorded', async () => {
    const golden = await goldenAnswer('textract-analyze-document');
    const blocks = decodeDocument([key, value]).value;
    expect(JSON.stringify(encodeDocument(blocks))).to.equal(JSON.stringify(golden));
    expect(JSON.stringify(encodeDocument(decodeDocument(golden).value))).to.equal(JSON.stringify(golden));
  });

  it('pairs keys with values', () => {
    const lonely = { ...key, id: 'k2', relationships: undefined };
    const pairs = keyValuePairs(decodeDocument([key, value, lonely]).value);
    expect(pairs.map((pair) => [pair.key.id, pair.value?.text])).to.deep.equal([
      ['k1', 'Jane Doe'],
      ['k2', undefined],
    ]);
  });

  it('reads geometry as shares of the page', () => {
    expect(decodeDocument([key]).value[0]?.geometry).to.deep.equal({
      boundingBox: { height: 0.1, left: 0.2, top: 0, width: 0.5 },
      polygon: [{ x: 0.2, y: 1 }],
    });
    const corners = [
      { x: 0.1, y: 0.2 },
      { x: 0.5, y: 0.2 },
      { x: 0.5, y: 0.4 },
    ];
    const [block] = decodeDocument([{ ...key, geometry: { polygon: corners } }]).value;
    expect(block?.geometry?.boundingBox).to.deep.equal({ height: 0.2, left: 0.1, top: 0.2, width: 0.4 });
  });

  it('leaves out what it cannot show and says why', () => {
    const list = [key, key, { ...value, id: '' }, { ...value, blockType: 'LINE' }, { ...value, entityTypes: [] }, 5];
    const { value: blocks, problems } = decodeDocument(list);
    expect(blocks).to.have.length(1);
    expect(codes(problems)).to.deep.equal([
      'repeated-id',
      'no-id',
      'other-block-type',
      'no-entity-type',
      'not-an-object',
    ]);
    expect(codes(decodeDocument([{ ...key, geometry: 'x' }]).problems)).to.deep.equal(['bad-geometry']);
    expect(codes(decodeDocument('x').problems)).to.deep.equal(['not-a-list']);
  });

  it('never throws, whatever it reads', () => {
    const random = randomSource(37);
    const values = [null, undefined, 1, 'x', [], {}, [null], { x: 1 }, NaN];
    for (let run = 0; run < 500; run += 1) {
      const odd = () => pick<unknown>(random, values);
      const block = { ...key, geometry: { boundingBox: odd(), polygon: odd() }, relationships: odd(), text: odd() };
      const list = Array.from({ length: integer(random, 0, 3) }, () => pick<unknown>(random, [block, odd()]));
      expect(() => keyValuePairs(decodeDocument(list).value)).not.to.throw();
    }
  });
});
