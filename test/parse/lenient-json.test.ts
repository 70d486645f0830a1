import { expect } from 'chai';
import { toCompactJson } from '../../src/parse/json.js';
import { parseLenient, type ReadProblem } from '../../src/parse/lenient-json.js';
import { integer, pick, randomJson, randomSource, randomText } from './random.js';

function value(text: string): unknown {
  const result = parseLenient(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.message}`);
  return result.value;
}

function problem(text: string): ReadProblem {
  const result = parseLenient(text);
  if (result.ok) throw new Error(`${text} was read as ${JSON.stringify(result.value)}`);
  return result.problem;
}

function warnings(text: string): string[] {
  const result = parseLenient(text);
  return result.ok ? result.warnings.map((warning) => warning.code) : ['failed'];
}

describe('parseLenient', () => {
  const readable: readonly (readonly [string, unknown])[] = [
    ['["Car","Bus"]', ['Car', 'Bus']],
    ["['Car', 'Bus']", ['Car', 'Bus']],
    ["{text: 'Nothing fits'}", { text: 'Nothing fits' }],
    [
      `{"boundingBox": {labels: ["Car"], value: [{left: 3, 'top': 4}]}}`,
      { boundingBox: { labels: ['Car'], value: [{ left: 3, top: 4 }] } },
    ],
    ['[{name: "Gore",}, {name: "Blood",},]', [{ name: 'Gore' }, { name: 'Blood' }]],
    [
      "[{label: 'goal line', // start, end\n vertices: [{x: 1, y: 2}] /* two, [ */}]",
      [{ label: 'goal line', vertices: [{ x: 1, y: 2 }] }],
    ],
    ['\n\n [\t"a" ,\r\n\n "b"\u00a0]\ufeff\n', ['a', 'b']],
    ['[ ]', []],
    ['{ }', {}],
    ['', undefined],
    [' \n // nothing here', undefined],
    ["['Driver\\'s side', \"O'Neil\", 'say \"so\"']", ["Driver's side", "O'Neil", 'say "so"']],
    ['[12.0, .5, +3, -3, 1e3, 5., -.25, 007]', [12, 0.5, 3, -3, 1000, 5, -0.25, 7]],
    ['[{a: 1},,{a: 2}]', [{ a: 1 }, { a: 2 }]],
    ['[,,1,,,2,,]', [1, 2]],
    ['{a: 1,, b: 2,}', { a: 1, b: 2 }],
    ['[true, false, null]', [true, false, null]],
    ["[{'label': 'per', shortDisplayName: \"p\",},]", [{ label: 'per', shortDisplayName: 'p' }]],
    [
      "{lines: [{label: 'a', vertices: [{x: 1, y: 2}, {x: 3, y: 4},]},],}",
      {
        lines: [
          {
            label: 'a',
            vertices: [
              { x: 1, y: 2 },
              { x: 3, y: 4 },
            ],
          },
        ],
      },
    ],
    [
      `{'src' : 'https://h/m.png', 'labelMappings': { "Bird": { 'color': "#ff7f0e" }, } }`,
      { src: 'https://h/m.png', labelMappings: { Bird: { color: '#ff7f0e' } } },
    ],
    ['{source-ref: 1, 0: 2, $x: 3, _y: 4, 한국: 5}', { 'source-ref': 1, '0': 2, $x: 3, _y: 4, 한국: 5 }],
    ['["line\nbreak", "a\\\nb", "\\x41\\u00e9\\n\\q\\0"]', ['line\nbreak', 'ab', 'Aé\nq\0']],
    ['"just text"', 'just text'],
    ['{a:1/*x*/,b://y\n2}', { a: 1, b: 2 }],
    ["['{{ kept in quotes }}']", ['{{ kept in quotes }}']],
  ];
  for (const [text, expected] of readable) {
    it(`reads ${JSON.stringify(text).slice(0, 60)}`, () => expect(value(text)).to.deep.equal(expected));
  }

  describe('addresses without quotes', () => {
    const mask = { Bird: { color: '#fff' } };
    const addresses: readonly (readonly [string, unknown])[] = [
      ['{"src": https://h/x.png?a=b}', { src: 'https://h/x.png?a=b' }],
      ['{"src": https://h/x.png?a=b&c=%20d#e }', { src: 'https://h/x.png?a=b&c=%20d#e' }],
      ['[https://h/a.png]', ['https://h/a.png']],
      [
        "{src: https://h/x.png, 'labelMappings': {Bird: {color: '#fff'}}}",
        { src: 'https://h/x.png', labelMappings: mask },
      ],
      [
        "{src: https://h/x.png,'labelMappings': {Bird: {color: '#fff'}}}",
        { src: 'https://h/x.png', labelMappings: mask },
      ],
      [
        "{src: https://h/x.png,labelMappings: {Bird: {color: '#fff'}}}",
        { src: 'https://h/x.png', labelMappings: mask },
      ],
      ['{src: https://h/w_300,h_200/x.png}', { src: 'https://h/w_300,h_200/x.png' }],
      ['{src: https://h/w_300,h_200/x.png,}', { src: 'https://h/w_300,h_200/x.png' }],
      ['[https://h/a.png,https://h/b.png]', ['https://h/a.png', 'https://h/b.png']],
      ['{src: s3://bucket/a/b c: 1}', undefined],
      ['{src: data:image/png;base64,iVBORw0KGgo=}', { src: 'data:image/png;base64,iVBORw0KGgo=' }],
      ['{src: blob:https://h/1-2-3\n}', { src: 'blob:https://h/1-2-3' }],
    ];
    for (const [text, expected] of addresses) {
      it(`reads ${text}`, () => {
        if (expected === undefined) expect(problem(text).code).to.equal('missing-comma');
        else expect(value(text)).to.deep.equal(expected);
      });
    }
  });

  describe('advice', () => {
    it('names a missing comma in the words of the style guide', () => {
      const { near, advice, line, column, offset, found } = problem("['Cat' 'Dog']");
      expect(near).to.equal("['Cat' 'Dog']");
      expect(advice).to.equal("A comma seems to be missing after `'Cat'`.");
      expect({ line, column, offset, found }).to.deep.equal({ line: 1, column: 8, offset: 7, found: "'Dog'" });
    });

    const unreadable: readonly (readonly [string, string, string])[] = [
      ['Car,Bus', 'bare-word', "A list is written as `['Car', 'Bus']`."],
      ['Car', 'bare-word', "A list is written as `['Car']`."],
      ["'Cat', 'Dog'", 'text-after-end', "A list is written as `['Cat', 'Dog']`."],
      ['{a: 1}, {a: 2}', 'text-after-end', 'Several objects need square brackets around them: `[{...}, {...}]`.'],
      ['[Car, Bus]', 'bare-word', 'Put quotes around `Car`.'],
      ['[True]', 'bare-word', 'Write `true` instead of `True`.'],
      ['{a: None}', 'bare-word', 'Write `null` instead of `None`.'],
      ['[“Cat”]', 'bare-word', 'Use straight quotes: `\'` or `"`.'],
      ['[`Cat`]', 'bare-word', 'Use straight quotes: `\'` or `"`.'],
      ['[&quot;Cat&quot;]', 'bare-word', 'The quotes are escaped twice; escape them once.'],
      [
        "['Driver's side']",
        'missing-quote',
        "The text `'Driver'` seems to end too early; write a quote inside it as `\\'`.",
      ],
      ["['Cat, 'Dog']", 'missing-quote', "A quote seems to be missing after `'Cat`."],
      ["['Cat, Dog]", 'missing-quote', "The closing `'` is missing."],
      ['{a: }', 'missing-value', 'A value is missing after `a:`. Perhaps the template printed nothing there.'],
      ["{'a' 1}", 'missing-colon', "A colon and a value seem to be missing after `'a'`."],
      ["{'Cat', 'Dog'}", 'missing-colon', "A colon and a value seem to be missing after `'Cat'`."],
      ["['a': 1]", 'mismatched-bracket', 'Pairs such as `{a: 1}` belong in curly brackets, lists in square ones.'],
      ['[1, 2}', 'mismatched-bracket', '`[` should be closed by `]`.'],
      ['{a: 1]', 'mismatched-bracket', '`{` should be closed by `}`.'],
      ['[1, 2', 'missing-bracket', '`[` is never closed by `]`.'],
      [
        "{'src': ",
        'missing-bracket',
        '`{` is never closed by `}`. Use other quotes inside the attribute than around it.',
      ],
      ['[0x1F]', 'bad-number', 'Write `0x1F` in quotes, or as a decimal number.'],
      ['[12px]', 'bad-number', 'Write `12px` in quotes, or as a decimal number.'],
      ['[1e999]', 'bad-number', 'This number is too large.'],
      ['[NaN]', 'bare-word', 'Put quotes around `NaN`.'],
      ["['\\u00g1']", 'bad-escape', '`\\u` needs 4 hexadecimal digits.'],
      ['[1 /* 2]', 'open-comment', 'A comment is opened here and never closed with `*/`.'],
      ['[1] 2', 'text-after-end', 'The text should end here.'],
      ['{: 1}', 'bad-key', 'A key is expected here, such as `text` or `"text"`.'],
      ['[alert(1)]', 'bare-word', 'Put quotes around `alert(1)`.'],
    ];
    for (const [text, code, advice] of unreadable) {
      it(`explains ${text}`, () => {
        const found = problem(text);
        expect(found.advice).to.equal(advice);
        expect(found.code).to.equal(code);
      });
    }

    it('counts lines and columns in the text', () => {
      const { line, column, found } = problem('[\n  "a",\r\n  "b"\n  Car\n]');
      expect({ line, column, found }).to.deep.equal({ line: 4, column: 3, found: 'Car' });
    });

    it('shows a window of a long text on one line', () => {
      const { near } = problem(`[${'"label",\n '.repeat(50)} 'Cat' 'Dog', ${'"label", '.repeat(50)}]`);
      expect(near)
        .to.match(/^….*'Dog'.*…$/)
        .and.not.match(/\n/);
      expect(near.length).to.be.below(60);
    });
  });

  it('reports what a template engine should have filled in', () => {
    const texts = [
      '{{ task.input.labels | to_json | escape }}',
      '${labels}',
      '[{{ a }}, {{ b }}]',
      "{'src': {{ task.input.taskObject | grant_read_access }} }",
      "[{% for l in labels %}'{{ l }}',{% endfor %}]",
      '{a: ${b}}',
      '{{',
    ];
    for (const text of texts) expect(problem(text).code, text).to.equal('unresolved-placeholder');
    expect(problem(texts[0] ?? '').found).to.equal('{{ task.input.labels | to_json | escape }}');
  });

  it('warns of gaps and repeated keys, once each', () => {
    expect(warnings('[1,,2,,3]')).to.deep.equal(['skipped-hole']);
    expect(warnings('{a: 1, a: 2, b: 1, b: 2}')).to.deep.equal(['duplicate-key']);
    expect(warnings('[1, 2,]')).to.deep.equal([]);
    expect(value('{a: 1, a: 2}')).to.deep.equal({ a: 2 });
  });

  it('keeps `__proto__` as data', () => {
    const read = value('{"__proto__": {"polluted": true}, constructor: 1}') as Record<string, unknown>;
    expect(Object.keys(read)).to.deep.equal(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(read)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect(warnings('{toString: 1}')).to.deep.equal([]);
  });

  it('limits the depth and leaves the stack alone', () => {
    expect(value('['.repeat(500) + ']'.repeat(500))).to.be.an('array');
    expect(problem('['.repeat(501)).code).to.equal('too-deep');
    expect(problem('{a:'.repeat(1e6)).code).to.equal('too-deep');
  });

  it('reads any JSON value as JSON.parse does', () => {
    const random = randomSource(1);
    for (let run = 0; run < 3000; run += 1) {
      const text = JSON.stringify(randomJson(random), null, pick(random, [undefined, 1, '\t']));
      expect(value(text)).to.deep.equal(JSON.parse(text));
    }
  });

  it('never throws and says a place within the text, whatever it is given', () => {
    const random = randomSource(2);
    const pieces = [
      ...`[]{},:'"\\/*\n -+.0e5`,
      'https://',
      'data:',
      '{{',
      '}}',
      '${',
      '//',
      '/*',
      '*/',
      'a',
      'true',
      '__proto__',
      '\\u',
    ];
    for (let run = 0; run < 20000; run += 1) {
      const text = Array.from({ length: integer(random, 1, 14) }, () =>
        random() < 0.9 ? pick(random, pieces) : randomText(random, 3),
      ).join('');
      const result = parseLenient(text);
      if (result.ok) continue;
      expect(result.problem.offset, text).to.be.within(0, text.length);
      expect(result.problem.advice, text).to.match(/[.`?]$/);
    }
  });

  it('survives a JSON text with one sign changed', () => {
    const random = randomSource(3);
    const base = JSON.stringify([{ label: 'Cat', left: 10, vertices: [{ x: 1, y: 2 }], ok: true, none: null }]);
    for (let run = 0; run < 5000; run += 1) {
      const at = integer(random, 0, base.length);
      expect(() => parseLenient(base.slice(0, at) + randomText(random, 2) + base.slice(at + 1))).not.to.throw();
    }
  });

  it('takes time in proportion to the length', () => {
    const size = 4_000_000;
    const texts = [
      `["${'x'.repeat(size)}"]`,
      `["${'\\n'.repeat(size / 2)}"]`,
      `[${'1,'.repeat(size / 2)}]`,
      `[${','.repeat(size)}]`,
      `[${' '.repeat(size)}`,
      `[//${' '.repeat(size)}\n1]`,
      `[${'//\n'.repeat(size / 4)}]`,
      `[/*${'*'.repeat(size)}*/]`,
      `[https://${'a,'.repeat(size / 2)}]`,
      `[data:${'a'.repeat(size)}]`,
      'a'.repeat(size),
      `{{${' '.repeat(size)}`,
      `{${'a'.repeat(size)}`,
      `['${'a'.repeat(size)}`,
      `[${'9'.repeat(size)}]`,
      `[${'"a" '.repeat(size / 4)}]`,
      `[${"{label:'Car',left:1.5},".repeat(size / 24)}]`,
    ];
    const started = performance.now();
    for (const text of texts) parseLenient(text);
    // A quadratic step would take hours on such texts.
    expect(performance.now() - started).to.be.below(60_000);
  }).timeout(90_000);
});

describe('toCompactJson', () => {
  it('writes strict JSON without spaces', () => {
    expect(toCompactJson(['A', "B's", '"C"'])).to.equal(`["A","B's","\\"C\\""]`);
    expect(toCompactJson([])).to.equal('[]');
    expect(toCompactJson(undefined)).to.equal('');
  });

  it('is read back as it was', () => {
    const random = randomSource(4);
    for (let run = 0; run < 500; run += 1) {
      const json = randomJson(random);
      expect(value(toCompactJson(json))).to.deep.equal(JSON.parse(JSON.stringify(json)));
    }
  });
});
