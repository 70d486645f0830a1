import { expect } from 'chai';
import { augmentLine, findJsonFault, needsLabels, parseManifest } from '../../src/answers/index.js';
import type { ManifestOptions } from '../../src/answers/index.js';
import { pick, randomJson, randomSource, randomText } from '../parse/random.js';

const image = (name: string) => `{"source-ref":"s3://bucket/${name}"}`;

/** Problems as `line:column code`, the form a list of them has on screen. */
function problems(text: string, options?: ManifestOptions): string[] {
  return parseManifest(text, options).problems.map(
    ({ lineNumber, column, code, severity }) =>
      `${lineNumber}${column === undefined ? '' : `:${column}`} ${severity === 'error' ? '' : '(warning) '}${code}`,
  );
}

describe('parseManifest', () => {
  it('reads JSON Lines', () => {
    const { lines, problems: found } = parseManifest(
      `\uFEFF${image('a.jpg')}\r\n{"source": "Hello\\nworld", "id": 7}\n\n \n`,
    );
    expect(found).to.deep.equal([]);
    expect(lines).to.deep.equal([
      { index: 0, lineNumber: 1, value: { 'source-ref': 's3://bucket/a.jpg' }, text: image('a.jpg') },
      {
        index: 1,
        lineNumber: 2,
        value: { source: 'Hello\nworld', id: 7 },
        text: '{"source": "Hello\\nworld", "id": 7}',
      },
    ]);
  });

  it('keeps the index of a line behind a bad one', () => {
    const { lines } = parseManifest(`${image('a.jpg')}\nnonsense\n${image('c.jpg')}`);
    expect(lines.map(({ index, lineNumber }) => [index, lineNumber])).to.deep.equal([
      [0, 1],
      [2, 3],
    ]);
  });

  it('names line and column of what is not JSON', () => {
    const text = [
      image('a.jpg'),
      "{'source': 'a'}",
      '{"source": "b" "id": 1}',
      '{source: "c"}',
      '{"source": "d",}',
      '{"source": "e"} {"source": "f"}',
      '{"source": "g"',
      '{"source": "h", "n": .5}',
      '{"source": "tab\there"}',
      '{"source": "i", "n": NaN}',
      '["j"]',
      '"k"',
    ].join('\n');
    expect(problems(text)).to.deep.equal([
      '2:2 not-json',
      '3:16 not-json',
      '4:2 not-json',
      '5:16 not-json',
      '6:17 not-json',
      '7:15 not-json',
      '8:22 not-json',
      '9:12 not-json',
      '10:22 not-json',
      '11 not-an-object',
      '12 not-an-object',
    ]);
    const messages = parseManifest(text).problems.map(({ message }) => message);
    expect(messages[0]).to.equal("The line is not JSON near `{'source': 'a'}`. JSON needs double quotes.");
    expect(messages[2]).to.contain('Names need double quotes.');
    expect(messages[3]).to.contain('Remove the comma before the bracket.');
  });

  it('recognises a JSON file that is no manifest', () => {
    const list = JSON.stringify([{ source: 'a' }, { source: 'b' }], null, 2);
    const one = JSON.stringify({ source: 'a' }, null, 2);
    expect(problems(list)).to.deep.equal(['1:1 not-json-lines']);
    expect(problems(one)).to.deep.equal(['1:1 not-json-lines']);
    expect(problems('[{"source": "a"}]')).to.deep.equal(['1 not-an-object']);
  });

  it('says when there is nothing', () => {
    for (const text of ['', '\n\n', '\uFEFF', ' \r\n']) expect(problems(text)).to.deep.equal(['1 empty-manifest']);
  });

  it('allows blank lines at the end only', () => {
    expect(problems(`${image('a.jpg')}\n\n${image('b.jpg')}\n\n`)).to.deep.equal(['2 blank-line']);
  });

  it('asks for exactly one source', () => {
    const text = [
      '{"source": "a", "source-ref": "s3://b/k"}',
      '{"id": 1}',
      '{"source": " "}',
      '{"source-ref": 5}',
      '{"source-ref": "images/a.jpg"}',
      '{"source-ref": "http://host/a.jpg"}',
      `{"source-ref": "s3://b/${'k'.repeat(1024)}"}`,
    ].join('\n');
    expect(problems(text)).to.deep.equal([
      '1 two-sources',
      '2 no-source',
      '3 blank-source',
      '4 blank-source',
      '5 bad-uri',
      '6 bad-uri',
      '7 bad-uri',
    ]);
    expect(problems('{"source-ref": "images/a.jpg"}', { allowUri: (uri) => uri.startsWith('images/') })).to.deep.equal(
      [],
    );
  });

  it('checks what a task takes', () => {
    const text = [image('a.jpg'), image('b.JPEG'), image('c.gif'), '{"source": "text"}', image('d')].join('\n');
    expect(problems(text, { task: 'bounding-box' })).to.deep.equal([
      '3 (warning) other-file-type',
      '4 wrong-source',
      '5 (warning) other-file-type',
    ]);
    expect(problems('{"source": "a tweet"}', { task: 'text-classification' })).to.deep.equal([]);
    expect(problems(image('a.txt'), { task: 'named-entity-recognition' })).to.deep.equal([]);
    expect(problems('{"id": 1}', { task: 'custom' })).to.deep.equal(['1 no-source']);
    expect(problems(image('a.bin'), { task: 'point-cloud-detection' })).to.deep.equal(['1 no-timestamp']);
    const frame = '{"source-ref":"s3://b/a.bin","source-ref-metadata":{"unix-timestamp":1.5}}';
    expect(problems(frame, { task: 'point-cloud-detection' })).to.deep.equal([]);
  });

  it('warns of data that is named twice', () => {
    const { problems: found } = parseManifest(
      [image('a.jpg'), image('b.jpg'), image('a.jpg'), image('a.jpg')].join('\n'),
    );
    expect(found.map(({ lineNumber, message }) => [lineNumber, message])).to.deep.equal([
      [3, 'The line names the same data object as line 1.'],
      [4, 'The line names the same data object as line 1.'],
    ]);
  });

  it('holds limits strictly, or leniently for output manifests', () => {
    const text = [
      JSON.stringify({ source: 'a', long: 'x'.repeat(20_001) }),
      JSON.stringify({ source: 'b', parts: Array.from({ length: 20 }, () => 'x'.repeat(6_000)) }),
      '{"source": "c", "$sequencer": "1"}',
      JSON.stringify({ source: 'd', fits: 'x'.repeat(20_000) }),
    ].join('\n');
    expect(problems(text)).to.deep.equal([
      '1 attribute-too-long',
      '2 line-too-long',
      '2 attribute-too-long',
      '3 dollar-name',
    ]);
    expect(problems(text, { mode: 'lenient' }).every((problem) => problem.includes('(warning)'))).to.equal(true);
  });

  it('asks an audit for earlier labels and colours', () => {
    const line = (source: string, extra: object) => JSON.stringify({ 'source-ref': `s3://b/${source}.png`, ...extra });
    const colors = { 'internal-color-map': { 1: { 'class-name': 'Car', 'hex-color': '#2ca02c' } } };
    const good = line('a', { 'm-ref': 's3://b/m.png', 'm-ref-metadata': colors });
    const bare = line('b', { 'm-ref': 's3://b/m.png', 'm-ref-metadata': {} });
    const options = { task: 'semantic-segmentation', audited: 'm-ref' } as const;
    expect(problems([good, bare, line('c', {})].join('\n'), options)).to.deep.equal([
      '2 no-color-map',
      '3 not-labeled',
    ]);
    expect(problems(bare, options)).to.deep.equal(['1 no-colors']);
    expect(problems(good, options)).to.deep.equal([]);
  });

  it('never throws, whatever it is given', () => {
    const random = randomSource(41);
    const pieces = ['\n', '\r\n', '{"source":', '"a"', '}', ',', image('a.jpg'), '[', ' ', "'", '\uFEFF', '{}', '$'];
    for (let run = 0; run < 3000; run += 1) {
      const text = Array.from({ length: 8 }, () => (random() < 0.9 ? pick(random, pieces) : randomText(random))).join(
        '',
      );
      const rows = text.split('\n').length;
      for (const { lineNumber, column } of parseManifest(text, { audited: 'x', task: 'bounding-box' }).problems) {
        expect(lineNumber, JSON.stringify(text)).to.be.within(1, rows);
        if (column !== undefined) expect(column).to.be.within(1, text.length + 1);
      }
    }
  });
});

describe('findJsonFault', () => {
  it('finds a place and a remedy in every text that JSON.parse refuses', () => {
    const random = randomSource(43);
    let refused = 0;
    for (let run = 0; run < 4000; run += 1) {
      const base = JSON.stringify(randomJson(random));
      const at = Math.floor(random() * base.length);
      const text = base.slice(0, at) + randomText(random, 1) + base.slice(at + 1);
      try {
        JSON.parse(text);
      } catch {
        refused += 1;
        const { offset, advice } = findJsonFault(text);
        expect(offset, JSON.stringify(text)).to.be.within(0, text.length);
        expect(advice).not.to.equal('');
      }
    }
    expect(refused).to.be.above(500);
  });
});

describe('augmentLine', () => {
  it('adds labels and leaves everything else as written', () => {
    const text = '{ "source-ref": "s3://b/k", "id": 12345678901234567890, "f": 1.50, "deep": {"a": [1, {"b": "}"}]} }';
    expect(augmentLine(text, { car: { n: 1 }, 'car-metadata': { type: 'x' } })).to.equal(
      '{"source-ref": "s3://b/k","id": 12345678901234567890,"f": 1.50,"deep": {"a": [1, {"b": "}"}]},"car":{"n":1},"car-metadata":{"type":"x"}}',
    );
  });

  it('replaces labels of the same name', () => {
    expect(augmentLine('{"source":"a","n":1,"z":2}', { n: 3 })).to.equal('{"source":"a","z":2,"n":3}');
    expect(augmentLine('{"source":"a","n":1}', { n: undefined })).to.equal('{"source":"a"}');
    expect(augmentLine('{}', { n: 1 })).to.equal('{"n":1}');
  });

  it('keeps the value of any line', () => {
    const random = randomSource(47);
    for (let run = 0; run < 1000; run += 1) {
      const line = JSON.stringify(
        { source: 'a', [randomText(random)]: randomJson(random), x: randomJson(random) },
        null,
        1,
      );
      const expected = { ...(JSON.parse(line) as object), labels: [1] };
      expect(JSON.parse(augmentLine(line.replaceAll('\n', ' '), { labels: [1] }))).to.deep.equal(expected);
    }
  });

  it('tells which lines still need labels', () => {
    expect(needsLabels({ source: 'a' }, 'car')).to.equal(true);
    expect(needsLabels({ source: 'a', car: 0 }, 'car')).to.equal(false);
    expect(needsLabels({ source: 'a' }, 'toString')).to.equal(true);
  });
});
