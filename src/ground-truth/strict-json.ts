import { parseLenient } from '../parse/lenient-json.js';

/** Where a text stops being strict JSON, and what would help. */
export interface JsonFault {
  /** In UTF-16 units, from 0. */
  readonly offset: number;
  readonly advice: string;
}

// JSON forbids control signs inside texts, so the patterns must name them.
/* eslint-disable no-control-regex */
const token =
  /[ \t\n\r]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/** Finds the first fault in a text that `JSON.parse` refuses. Files need strict JSON, other than attributes. */
export function findJsonFault(text: string): JsonFault {
  const lenient = parseLenient(text);
  const strict = firstDeviation(text);
  if (strict && (lenient.ok || strict.offset < lenient.problem.offset)) return strict;
  if (!lenient.ok) return { offset: lenient.problem.offset, advice: lenient.problem.advice };
  return { offset: 0, advice: 'This is not JSON.' };
}

/** The first place that only a lenient reader would take. */
function firstDeviation(text: string): JsonFault | undefined {
  let before = '';
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const part = token.exec(text)?.[0];
    if (part === undefined) return { offset: at, advice: adviceFor(text, at) };
    if (/^\s/.test(part)) continue;
    if (before === ',' && /^[\]}]$/.test(part)) return { offset: at, advice: 'Remove the comma before the bracket.' };
    if (part === ',' && (before === '' || /^[,[{:]$/.test(before))) {
      return { offset: at, advice: 'There is nothing before this comma; remove it.' };
    }
    const follows = !/^[,:[{]$/.test(before) && before !== '';
    if (follows && !/^[,:\]}]$/.test(part)) return { offset: at, advice: 'A comma seems to be missing before this.' };
    before = part;
  }
  return undefined;
}

function adviceFor(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 40);
  if (rest.startsWith("'")) return 'JSON needs double quotes.';
  if (/^\/[/*]/.test(rest)) return 'JSON has no comments; remove it.';
  if (/^[+.\d]/.test(rest)) return 'Write the number as JSON does, such as `0.5` or `12`.';
  if (rest.startsWith('"')) {
    return /^"[^"]*[\u0000-\u001f]/.test(text.slice(offset))
      ? 'Tabs and other control signs inside a text are written as `\\t` and so on.'
      : 'The text has no end, or a backslash in it that JSON does not know.';
  }
  if (/^[\w$]+\s*:/.test(rest)) return 'Names need double quotes.';
  return 'This is not JSON; texts need double quotes.';
}
