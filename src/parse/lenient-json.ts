import { setOwn, type JsonValue } from './json.js';
import type { Problem } from './problem.js';
import { adviceForWord, listAdvice, missingSeparator, openEndAdvice } from './lenient-advice.js';

/** What the reader stumbled over, and where. */
export interface ReadProblem extends Problem {
  readonly code: ReadProblemCode;
  /** Offset in the text in UTF-16 units, from 0. */
  readonly offset: number;
  /** Line of the text, from 1. */
  readonly line: number;
  /** Column in that line in UTF-16 units, from 1. */
  readonly column: number;
  /** A short piece of the text around the offset. */
  readonly near: string;
  /** The offending piece itself; empty at the end of the text. */
  readonly found: string;
  /** What would work, as a sentence. */
  readonly advice: string;
}

export type ReadProblemCode =
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'missing-quote'
  | 'missing-bracket'
  | 'mismatched-bracket'
  | 'bad-key'
  | 'bad-number'
  | 'bad-escape'
  | 'bare-word'
  | 'open-comment'
  | 'text-after-end'
  | 'too-deep'
  | 'unresolved-placeholder'
  | 'skipped-hole'
  | 'duplicate-key';

/** The outcome of {@link parseLenient}. The value of a blank text is `undefined`. */
export type LenientResult =
  | { readonly ok: true; readonly value: JsonValue | undefined; readonly warnings: readonly ReadProblem[] }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Deeper nesting than any template needs; keeps hostile data from exhausting the stack. */
const maxDepth = 500;

const space = /\s*/y;
const lineComment = /\/\/[^\n\r\u2028\u2029]*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[^\s'"`:,{}[\]]+/y;
const plainText = { "'": /[^'\\]*/y, '"': /[^"\\]*/y };
const addressStart = /(?:[a-zA-Z][\w+.-]*:\/\/|(?:data|blob):)/y;
const addressRun = /[^\s}\],"]*/y;
/** A comma is part of an address unless what follows it can only be the next entry, or the end of this list. */
const nextEntry = /,\s*(?:$|[\s,'"{[}\]]|[A-Za-z_$][\w$-]*\s*:)|,\s/y;
const placeholder = /\{\{[^}]*\}*|\{%[^%]*(?:%\})?|\$\{[^}]*\}?/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };

class ReadError extends Error {
  constructor(readonly problem: ReadProblem) {
    super();
  }
}

/**
 * Reads JSON as people write it in templates; never evaluates code, never throws.
 *
 * Accepted beyond strict JSON: single quotes, bare keys, trailing and repeated commas, comments, any white space,
 * numbers such as `12.` `.5` `+3`, line breaks inside strings, and addresses without quotes. Such an address begins
 * with a scheme (`https://`, `s3://`, `data:`, `blob:`) and runs up to white space, `}`, `]` or `"`. A comma belongs to
 * it unless white space, a quote, a bracket, another comma, a key with its colon, or the end follows.
 *
 * Everything else, a plain `Car,Bus` included, is reported and not guessed.
 */
export function parseLenient(text: string): LenientResult {
  let at = 0;
  let depth = 0;
  const warnings = new Map<ReadProblemCode, ReadProblem>();

  /** Where the token before the one at hand begins and ends, for advice such as "after `'Cat'`". */
  let lastStart = 0;
  let lastEnd = 0;

  function problemAt(
    code: ReadProblemCode,
    offset: number,
    advice: string,
    severity: Problem['severity'] = 'error',
  ): ReadProblem {
    const before = text.slice(0, offset);
    const line = before.split(/\r\n|[\n\r]/);
    const found = tokenAt(offset);
    const near = excerpt(text, offset, found.length);
    const column = (line.at(-1) ?? '').length + 1;
    const message =
      (severity === 'error' ? 'could not be read' : 'looks odd') +
      ` near \`${near}\`. ${advice} ${found ? `Found \`${clip(found)}\`` : 'The text ends'} at line ${line.length}, column ${column}.`;
    return { code, severity, message, offset, line: line.length, column, near, found, advice };
  }

  function fail(code: ReadProblemCode, offset: number, advice: string): never {
    throw new ReadError(problemAt(code, offset, advice));
  }

  /** Each kind of oddity is told once, at its first place: loops in templates repeat them. */
  function warn(code: ReadProblemCode, offset: number, advice: string): void {
    if (!warnings.has(code)) warnings.set(code, problemAt(code, offset, advice, 'warning'));
  }

  /** The piece of text a person would point at. */
  function tokenAt(offset: number): string {
    const first = text[offset];
    if (first === undefined) return '';
    if (first === "'" || first === '"') {
      const end = text.indexOf(first, offset + 1);
      return end < 0 ? text.slice(offset, offset + 40) : text.slice(offset, end + 1);
    }
    return match(placeholder, offset) || wordAt(offset) || first;
  }

  /** A run of signs that mean nothing by themselves, up to a comment. */
  function wordAt(offset: number): string {
    const run = match(word, offset);
    const comment = run.search(/\/[/*]/);
    return comment < 0 ? run : run.slice(0, comment);
  }

  function match(pattern: RegExp, offset: number): string {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? '';
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code > 0x20 && code < 0x7f && code !== 0x2f) return;
      space.lastIndex = at;
      space.test(text);
      at = space.lastIndex;
      if (text.startsWith('//', at)) {
        at += match(lineComment, at).length;
      } else if (text.startsWith('/*', at)) {
        const end = text.indexOf('*/', at + 2);
        if (end < 0) fail('open-comment', at, 'A comment is opened here and never closed with `*/`.');
        at = end + 2;
      } else return;
    }
  }

  function mark<T>(start: number, value: T): T {
    lastStart = start;
    lastEnd = at;
    return value;
  }

  function readValue(): JsonValue {
    const start = at;
    switch (text[at]) {
      case '[':
        return nested(readArray);
      case '{':
        if (match(placeholder, at)) failPlaceholder();
        return nested(readObject);
      case '"':
      case "'":
        return mark(start, readString(text[at] as '"' | "'"));
      default:
        return mark(start, readBare());
    }
  }

  function nested<T>(read: () => T): T {
    const start = at;
    if (++depth > maxDepth) fail('too-deep', at, `Lists may be nested ${maxDepth} deep, not more.`);
    at += 1;
    const value = read();
    depth -= 1;
    return mark(start, value);
  }

  function readArray(): JsonValue[] {
    const open = at - 1;
    const items: JsonValue[] = [];
    for (;;) {
      skipSpace();
      if (text[at] === ',') skipHole();
      else if (text[at] === ']') return ((at += 1), items);
      else {
        if (text[at] === undefined || text[at] === '}') failOpen(open, ']');
        items.push(readValue());
        skipSpace();
        if (text[at] === ':') {
          fail('mismatched-bracket', at, 'Pairs such as `{a: 1}` belong in curly brackets, lists in square ones.');
        }
        separator(open, ']');
      }
    }
  }

  function readObject(): Record<string, JsonValue> {
    const open = at - 1;
    const object: Record<string, JsonValue> = {};
    for (;;) {
      skipSpace();
      if (text[at] === ',') skipHole();
      else if (text[at] === '}') return ((at += 1), object);
      else {
        if (text[at] === undefined || text[at] === ']') failOpen(open, '}');
        const keyAt = at;
        const key = readKey();
        skipSpace();
        if (text[at] !== ':') {
          if (text[at] === undefined) failOpen(open, '}');
          fail(
            'missing-colon',
            at,
            `A colon and a value seem to be missing after \`${clip(text.slice(keyAt, lastEnd))}\`.`,
          );
        }
        mark(keyAt, (at += 1));
        skipSpace();
        if (text[at] === ',' || text[at] === '}') {
          const before = clip(text.slice(keyAt, lastEnd));
          fail(
            'missing-value',
            at,
            `A value is missing after \`${before}\`. Perhaps the template printed nothing there.`,
          );
        }
        if (text[at] === undefined) failOpen(open, '}');
        const value = readValue();
        if (Object.hasOwn(object, key)) {
          warn('duplicate-key', keyAt, `The key \`${clip(key)}\` is written twice; the last value counts.`);
        }
        setOwn(object, key, value);
        skipSpace();
        separator(open, '}');
      }
    }
  }

  function readKey(): string {
    const start = at;
    const first = text[at];
    if (first === '"' || first === "'") return mark(start, readString(first));
    if (match(placeholder, at)) failPlaceholder();
    const key = wordAt(at);
    if (!key) fail('bad-key', at, 'A key is expected here, such as `text` or `"text"`.');
    at += key.length;
    return mark(start, key);
  }

  /** After an entry: a comma, or the closing bracket, which is left for the caller. */
  function separator(open: number, close: string): void {
    if (text[at] === ',') {
      at += 1;
      return;
    }
    if (text[at] === close) return;
    if (text[at] === undefined || text[at] === ']' || text[at] === '}') failOpen(open, close);
    const before = text.slice(lastStart, lastEnd);
    const { code, advice } = missingSeparator(before, text.slice(lastEnd, at + 1));
    fail(code, at, advice);
  }

  function skipHole(): void {
    warn('skipped-hole', at, 'There is nothing between two commas; the gap was skipped.');
    at += 1;
  }

  function failOpen(open: number, close: string): never {
    if (text[at] === undefined) fail('missing-bracket', at, openEndAdvice(text, text[open] ?? '', close));
    fail('mismatched-bracket', at, `\`${text[open]}\` should be closed by \`${close}\`.`);
  }

  function failPlaceholder(): never {
    const name = clip(match(placeholder, at));
    fail('unresolved-placeholder', at, `\`${name}\` is filled in by a template engine, which did not run here.`);
  }

  function readString(quote: '"' | "'"): string {
    const start = at;
    const plain = plainText[quote];
    let value = '';
    at += 1;
    for (;;) {
      plain.lastIndex = at;
      plain.test(text);
      value += text.slice(at, plain.lastIndex);
      at = plain.lastIndex;
      const sign = text[at];
      if (sign === undefined) fail('missing-quote', start, `The closing \`${quote}\` is missing.`);
      at += 1;
      if (sign === quote) return value;
      value += readEscape();
    }
  }

  function readEscape(): string {
    const sign = text[at];
    if (sign === undefined) return '';
    at += 1;
    if (sign === 'u' || sign === 'x') {
      const size = sign === 'u' ? 4 : 2;
      const digits = text.slice(at, at + size);
      if (digits.length < size || !/^[\da-f]+$/i.test(digits)) {
        fail('bad-escape', at - 2, `\`\\${sign}\` needs ${size} hexadecimal digits.`);
      }
      at += size;
      return String.fromCharCode(parseInt(digits, 16));
    }
    if (sign === '\r' && text[at] === '\n') at += 1;
    return /[\n\r\u2028\u2029]/.test(sign) ? '' : (escapes[sign] ?? sign);
  }

  function readBare(): JsonValue {
    const start = at;
    const digits = match(number, at);
    if (digits) {
      at += digits.length;
      if (!wordAt(at)) {
        const value = Number(digits);
        if (!Number.isFinite(value)) fail('bad-number', start, 'This number is too large.');
        return value;
      }
      at = start;
    }
    if (match(placeholder, at)) failPlaceholder();
    if (match(addressStart, at)) return readAddress();
    const bare = wordAt(at);
    at += bare.length;
    if (bare === 'true') return true;
    if (bare === 'false') return false;
    if (bare === 'null') return null;
    if (depth === 0) fail('bare-word', start, listAdvice(text));
    if (digits) fail('bad-number', start, `Write \`${clip(bare)}\` in quotes, or as a decimal number.`);
    fail('bare-word', start, adviceForWord(bare || (text[at] ?? '')));
  }

  function readAddress(): string {
    const start = at;
    for (;;) {
      at += match(addressRun, at).length;
      if (text[at] !== ',' || match(nextEntry, at)) return text.slice(start, at);
      at += 1;
    }
  }

  try {
    skipSpace();
    if (at === text.length) return { ok: true, value: undefined, warnings: [] };
    const value = readValue();
    skipSpace();
    if (at < text.length) {
      const advice = text[at] === ',' ? listAdvice(text) : 'The text should end here.';
      fail('text-after-end', at, advice);
    }
    return { ok: true, value, warnings: [...warnings.values()] };
  } catch (error) {
    if (error instanceof ReadError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function clip(text: string, length = 40): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** A window of the text around an offset, on one line. */
function excerpt(text: string, offset: number, length: number): string {
  const from = text.length <= 48 ? 0 : Math.max(0, Math.min(offset - 20, text.length - 40));
  const to =
    text.length <= 48 ? text.length : Math.min(text.length, Math.max(from + 40, offset + Math.min(length, 24)));
  const piece = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}
