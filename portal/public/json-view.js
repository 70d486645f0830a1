// Shows JSON as text with quiet colours. Long strings, such as pictures, are shortened on screen only.
import { h } from './dom.js';

const LONGEST_STRING = 160;

/** Above this many characters of text, colours would cost more than they tell. */
const LONGEST_COLOURED = 200_000;

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],]+)/g;

export function jsonView(value) {
  const text = compactRecords(JSON.stringify(value, shorten, 2) ?? 'null');
  const pre = h('pre', { class: 'json', tabindex: '0' });
  if (text.length > LONGEST_COLOURED) {
    pre.textContent = text;
    return pre;
  }
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    pre.append(text.slice(end, match.index));
    const [whole, string, colon, atom] = match;
    const kind = string ? (colon ? 'k' : 's') : atom ? 'n' : 'p';
    pre.append(h('span', { class: kind }, whole));
    end = match.index + whole.length;
  }
  pre.append(text.slice(end));
  return pre;
}

function shorten(_key, value) {
  if (typeof value !== 'string' || value.length <= LONGEST_STRING) return value;
  return `${value.slice(0, 60)}… (${value.length.toLocaleString()} characters)`;
}

/** Puts small records, such as a box, on one line. */
function compactRecords(text) {
  return text.replace(/([{[])\n\s+([^{}[\]]{1,150}?)\n\s+([}\]])/g, (_all, open, inner, close) => {
    const line = inner.replace(/\n\s+/g, ' ');
    return open === '{' ? `{ ${line} }` : `${open}${line}${close}`;
  });
}
