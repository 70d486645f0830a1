import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { textsOf } from '../../src/locales/index.js';

/** Files of `src/locales/terms/`: the ids in a file begin with its name. */
const areas = [...new Set(Object.keys(textsOf('ko')).map((id) => id.split('.')[0] as string))].sort();

interface Term {
  readonly id: string;
  /** The expressions of the English sentence, as written. */
  readonly values: readonly string[];
}

/** The expressions inside a template literal that begins after `start`, with nested braces and literals. */
function expressionsOf(source: string, start: number): readonly string[] {
  const found: string[] = [];
  for (let at = start; source[at] !== '`'; at++) {
    if (source.startsWith('${', at)) {
      let depth = 1;
      const begin = (at += 2);
      for (; depth > 0; at++) depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0;
      at -= 1;
      found.push(source.slice(begin, at));
    }
  }
  return found;
}

async function termsOf(area: string): Promise<readonly Term[]> {
  const response = await fetch(`/src/locales/terms/${area}.ts`);
  if (!response.ok) throw new Error(`There is no src/locales/terms/${area}.ts.`);
  const source = await response.text();
  const calls = [...source.matchAll(/\bmsg\(/g)].map(({ index }) => index);
  return calls.map((index, number) => {
    const call = source.slice(index, calls[number + 1] ?? source.length);
    const id = /id:\s*["'`]([\w.-]+)["'`]/.exec(call)?.[1];
    if (!id) throw new Error(`A term in ${area}.ts has no id: ${call.slice(0, 80)}`);
    const literal = /^msg\(\s*str`/.exec(call);
    return { id, values: literal ? expressionsOf(source, index + literal[0].length) : [] };
  });
}

describe('texts', () => {
  it('are registered by the areas that are loaded', () => {
    expect(areas).to.include.members(['form', 'frame', 'image', 'panels']);
  });

  for (const area of areas) {
    it(`has Korean for everything in ${area}, with the same placeholders, and nothing more`, async () => {
      const terms = await termsOf(area);
      const korean = textsOf('ko');
      expect(terms.length).to.be.greaterThan(0);
      const problems: string[] = [];
      for (const { id, values } of terms) {
        const text = korean[id];
        if (text === undefined) {
          problems.push(`${id}: no Korean text`);
          continue;
        }
        const used = new Set(typeof text === 'string' ? [] : (text.values as number[]));
        values.forEach((value, position) => {
          // A choice between singular and plural has nothing to say in Korean.
          const isPlural = /\?.*['"].*['"].*:/.test(value);
          if (!used.has(position) && !isPlural) problems.push(`${id}: leaves out \${${position}}, ${value}`);
        });
        for (const position of used) if (position >= values.length) problems.push(`${id}: has no value ${position}`);
      }
      const ids = new Set(terms.map(({ id }) => id));
      for (const id of Object.keys(korean)) {
        if (id.startsWith(`${area}.`) && !ids.has(id)) problems.push(`${id}: Korean for a term that is gone`);
      }
      expect(problems).to.deep.equal([]);
    });
  }
});
