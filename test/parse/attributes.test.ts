import { expect } from 'chai';
import {
  formatProblem,
  readBoolean,
  readData,
  readList,
  readNumber,
  readObject,
  readPattern,
  readStrings,
} from '../../src/parse/attributes.js';
import type { Reading } from '../../src/parse/problem.js';

function codes(reading: Reading<unknown>): string[] {
  return reading.problems.map((problem) => problem.code);
}

describe('attributes', () => {
  it('reads lists from text and from scripts', () => {
    expect(readList("['Cat', {a: 1}]").value).to.deep.equal(['Cat', { a: 1 }]);
    const own = ['Cat'];
    expect(readList(own).value).to.equal(own);
    for (const nothing of ['', ' \n', null, undefined, '[]']) {
      expect(readList(nothing)).to.deep.equal({ value: [], problems: [] });
    }
  });

  it('gives an empty list and a reason for everything else', () => {
    expect(readList('Car,Bus').value).to.deep.equal([]);
    expect(codes(readList('Car,Bus'))).to.deep.equal(['bare-word']);
    expect(codes(readList('{{ task.input.labels }}'))).to.deep.equal(['unresolved-placeholder']);
    expect(codes(readList("{name: 'x'}"))).to.deep.equal(['not-a-list']);
    expect(codes(readList("'Car'"))).to.deep.equal(['not-a-list']);
    expect(codes(readList(12))).to.deep.equal(['not-a-list']);
    expect(readList("'Car'").problems[0]?.message).to.equal(
      "should be a list, but is `'Car'`. A list is written as `['Cat', 'Dog']`.",
    );
  });

  it('reads objects', () => {
    expect(readObject("{text: 'None'}").value).to.deep.equal({ text: 'None' });
    expect(readObject('')).to.deep.equal({ value: undefined, problems: [] });
    expect(codes(readObject('[1]'))).to.deep.equal(['not-an-object']);
    expect(codes(readObject('null'))).to.deep.equal(['not-an-object']);
    expect(readObject({ a: 1 }).value).to.deep.equal({ a: 1 });
  });

  it('reads texts and leaves out what is none', () => {
    expect(readStrings('["a", 1, " b ", "a", ""]').value).to.deep.equal(['a', '1', ' b ', 'a', '']);
    const odd = readStrings("['a', {b: 1}, null, '{{ label }}', '${label}', 'a {{ b']");
    expect(odd.value).to.deep.equal(['a', 'a {{ b']);
    expect(codes(odd)).to.deep.equal(['not-text', 'not-text', 'unresolved-placeholder', 'unresolved-placeholder']);
    expect(odd.problems[0]?.message).to.equal(
      "should list texts such as `['Cat', 'Dog']`, but entry 2 is an object. It was left out.",
    );
  });

  it('passes on warnings of the reader', () => {
    expect(codes(readData('[1,,2]'))).to.deep.equal(['skipped-hole']);
  });

  it('reads decimal numbers and ignores garbage', () => {
    const numbers = ['3', ' 2.5 ', '.5', '+3', '-1e3', 7].map((source) => readNumber(source).value);
    expect(numbers).to.deep.equal([3, 2.5, 0.5, 3, -1000, 7]);
    for (const garbage of ['12px', '0x10', 'Infinity', 'many', NaN, '1,5', '1e999']) {
      const { value, problems } = readNumber(garbage);
      expect(value, String(garbage)).to.equal(undefined);
      expect(problems.map((problem) => problem.severity)).to.deep.equal(['warning']);
    }
    for (const nothing of ['', null, undefined]) expect(readNumber(nothing).problems).to.deep.equal([]);
  });

  it('counts a present switch as on', () => {
    for (const on of ['', 'true', 'disabled', 'no', true]) {
      expect(readBoolean(on)).to.deep.equal({ value: true, problems: [] });
    }
    for (const off of [null, undefined, false]) expect(readBoolean(off).value).to.equal(false);
    expect(readBoolean('false').value).to.equal(true);
    expect(codes(readBoolean('false'))).to.deep.equal(['present-is-true']);
  });

  it('reads patterns', () => {
    expect(readPattern('[0-9]').value?.test('5')).to.equal(true);
    expect(readPattern('\\p{L}').value?.test('é')).to.equal(true);
    expect(readPattern('[\\w-.]').value?.test('-')).to.equal(true);
    expect(readPattern('').value).to.equal(undefined);
    expect(codes(readPattern('[a-'))).to.deep.equal(['bad-pattern']);
  });

  it('tells the developer element, attribute, place and remedy', () => {
    const [problem] = readStrings("['Cat' 'Dog']").problems;
    if (!problem) throw new Error('No problem was found.');
    expect(formatProblem({ element: 'crowd-polygon', name: 'outline', attribute: 'labels', problem })).to.equal(
      "`<crowd-polygon name=\"outline\">`: `labels` could not be read near `['Cat' 'Dog']`. " +
        "A comma seems to be missing after `'Cat'`. Found `'Dog'` at line 1, column 8.",
    );
    expect(formatProblem({ element: 'crowd-polygon', attribute: 'labels', problem })).to.match(/^`<crowd-polygon>`: /);
  });
});
