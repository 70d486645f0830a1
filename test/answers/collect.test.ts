import { expect } from 'chai';
import { decimalText, flattenAnswer, mergeAnswers, toFlatFields, toNestedFields } from '../../src/answers/collect.js';
import type { Contribution } from '../../src/answers/collect.js';
import { sortKeys, toSortedJson } from '../../src/answers/sort-keys.js';
import { randomJson, randomSource } from '../parse/random.js';
import { goldenAnswer } from './support.js';

const value = (name: string, of: unknown): Contribution => ({ name, type: 'value', value: of });
const choice = (name: string, choices: Record<string, boolean>): Contribution => ({ name, type: 'choice', choices });

describe('mergeAnswers', () => {
  it('collects values under their names, keys sorted', () => {
    const { answers, problems } = mergeAnswers([
      value('topic-2', 'b'),
      value('topic-10', 'a'),
      value('q.0', 3),
      value('my box', { width: 1, height: 2 }),
    ]);
    expect(JSON.stringify(answers)).to.equal('{"my box":{"height":2,"width":1},"q.0":3,"topic-10":"a","topic-2":"b"}');
    expect(problems).to.deep.equal([]);
  });

  it('omits controls without a name or a value', () => {
    const { answers } = mergeAnswers([
      value('', 'x'),
      value('empty', ''),
      value('none', undefined),
      value('null', null),
      value('nan', NaN),
      choice('nothing', {}),
      value('zero', 0),
      value('no', false),
      value('list', []),
    ]);
    expect(answers).to.deep.equal({ list: [], no: false, zero: 0 });
  });

  it('merges choices of one name, as checkboxes and toggles give them', async () => {
    const { answers, problems } = mergeAnswers([
      choice('animal', { dog: true }),
      choice('animal', { cat: false }),
      choice('agree', { on: false }),
    ]);
    expect(answers).to.deep.equal({ agree: { on: false }, animal: await goldenAnswer('checkbox') });
    expect(problems).to.deep.equal([]);
  });

  it('names every value of a native radio group', () => {
    const { answers } = mergeAnswers(['v1', 'v2', 'v3'].map((of) => choice('size', { [of]: of === 'v2' })));
    expect(answers).to.deep.equal({ size: { v1: false, v2: true, v3: false } });
    expect(mergeAnswers([choice('a', { on: true }), choice('a', { on: false })]).answers).to.deep.equal({
      a: { on: true },
    });
  });

  it('lets the last value win and says so once', () => {
    const { answers, problems } = mergeAnswers([
      value('_', 'a'),
      value('_', 'b'),
      value('_', ''),
      value('_', 'c'),
      choice('mixed', { on: true }),
      value('mixed', 'text'),
      choice('mixed', { off: true }),
    ]);
    expect(answers).to.deep.equal({ _: 'c', mixed: { off: true } });
    expect(problems.map(({ name, severity }) => [name, severity])).to.deep.equal([
      ['_', 'warning'],
      ['mixed', 'warning'],
    ]);
    expect(problems[0]?.message).to.equal(
      'is the name of 3 controls; only the answer of the last one is submitted. Give each its own name.',
    );
  });

  it('keeps odd names as data', () => {
    const { answers } = mergeAnswers([
      value('__proto__', 'x'),
      choice('constructor', { ['__proto__']: true, toString: true }),
    ]);
    expect(Object.keys(answers)).to.deep.equal(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(answers)).to.equal(Object.prototype);
    expect(Object.keys(answers.constructor)).to.deep.equal(['__proto__', 'toString']);
  });

  it('hands out copies', () => {
    const own = { boundingBoxes: [{ left: 1 }] };
    const { answers } = mergeAnswers([value('a', own)]);
    expect(answers.a).to.deep.equal(own);
    expect(answers.a).not.to.equal(own);
  });
});

describe('toNestedFields', () => {
  it('is one text field with a list of one', () => {
    expect(toNestedFields({ b: 1, a: 'x' })).to.deep.equal({ taskAnswers: '[{"a":"x","b":1}]' });
    expect(toNestedFields({})).to.deep.equal({ taskAnswers: '[{}]' });
  });

  it('writes integer-like keys in order of code units too', () => {
    expect(toNestedFields({ q: { 2: true, 10: false, a: true } }).taskAnswers).to.equal(
      '[{"q":{"10":false,"2":true,"a":true}}]',
    );
  });

  it('is read back as it was', () => {
    const random = randomSource(21);
    for (let run = 0; run < 1000; run += 1) {
      const answers = { a: randomJson(random) };
      const plain: unknown = JSON.parse(JSON.stringify([answers]));
      expect(JSON.parse(toNestedFields(answers).taskAnswers)).to.deep.equal(plain);
    }
  });
});

describe('flattenAnswer', () => {
  it('follows the fields seen in real result files', () => {
    const fields = toFlatFields({
      annotatedResult: {
        boundingBoxes: [{ height: 204, label: 'Car', left: 366, top: 458, width: 161 }],
        inputImageProperties: { height: 774, width: 1160 },
        labelMappings: { 'Left ear': { color: '#2ca02c' } },
        polygons: [],
      },
      category: { label: 'Dog' },
      'q.0': { on: true },
      slider: 0.1,
      text: 'a\nb',
    });
    expect(fields).to.deep.equal({
      'annotatedResult.boundingBoxes': '[{"height":204,"label":"Car","left":366,"top":458,"width":161}]',
      'annotatedResult.inputImageProperties.height': '774',
      'annotatedResult.inputImageProperties.width': '1160',
      'annotatedResult.labelMappings.Left ear.color': '#2ca02c',
      'annotatedResult.polygons': '[]',
      'category.label': 'Dog',
      'q.0.on': 'true',
      slider: '0.1',
      text: 'a\nb',
    });
  });

  it('sorts the keys inside lists', () => {
    expect(flattenAnswer({ a: [{ z: 1, b: 2 }] })).to.deep.equal({ a: '[{"b":2,"z":1}]' });
  });

  it('writes numbers without an exponent', () => {
    const texts = [1e21, -1.5e22, 1e-7, -2.5e-9, 0, -0, 12.5, 1.2345e25, 123456789.125].map(decimalText);
    expect(texts).to.deep.equal([
      '1000000000000000000000',
      '-15000000000000000000000',
      '0.0000001',
      '-0.0000000025',
      '0',
      '0',
      '12.5',
      '12345000000000000000000000',
      '123456789.125',
    ]);
  });

  it('loses no leaf', () => {
    const leaves = (of: unknown): number =>
      typeof of === 'object' && of !== null && !Array.isArray(of) && Object.keys(of).length > 0
        ? Object.values(of).reduce((sum: number, part) => sum + leaves(part), 0)
        : 1;
    const random = randomSource(23);
    for (let run = 0; run < 2000; run += 1) {
      const answers = { a: randomJson(random), 'a.b': randomJson(random), b: {}, '': 1 };
      const fields = flattenAnswer(answers);
      expect(Object.keys(fields), JSON.stringify(answers)).to.have.length(leaves(answers));
      for (const field of Object.values(fields)) expect(field).to.be.a('string');
    }
  });

  it('keeps both when two paths are the same', () => {
    expect(flattenAnswer({ 'a.b': 1, a: { b: 2 } })).to.deep.equal({ 'a.b': '2', 'a.b#2': '1' });
  });
});

describe('sortKeys', () => {
  it('orders by code unit at every depth and leaves lists alone', () => {
    const sorted = sortKeys({ b: [{ d: 1, c: undefined, a: 2 }, 3], Z: null, a: 'x', é: 1 });
    expect(JSON.stringify(sorted)).to.equal('{"Z":null,"a":"x","b":[{"a":2,"d":1},3],"é":1}');
  });

  it('changes no value', () => {
    const random = randomSource(29);
    for (let run = 0; run < 1000; run += 1) {
      const json: unknown = JSON.parse(JSON.stringify(randomJson(random)));
      expect(sortKeys(json)).to.deep.equal(json);
      expect(JSON.parse(toSortedJson(json))).to.deep.equal(json);
    }
  });
});
