// Puts the report into a document, between two markers.

import fs from 'node:fs';
import prettier from 'prettier';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/** Replaces what stands between the markers of a Markdown file. */
export async function writeIntoDocument(file, text) {
  const before = fs.readFileSync(file, 'utf8');
  const start = before.indexOf(START);
  const end = before.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${file} lacks the markers ${START} and ${END}.`);
  const after = `${before.slice(0, start + START.length)}\n\n${text}\n\n${before.slice(end)}`;
  const style = await prettier.resolveConfig(file);
  fs.writeFileSync(file, await prettier.format(after, { ...style, parser: 'markdown' }));
}
