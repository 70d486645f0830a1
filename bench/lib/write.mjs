// Puts the report into a document, between two markers.

import fs from 'node:fs';
import prettier from 'prettier';

/** Replaces what stands between the markers of a Markdown file, `<!-- bench:start -->` and `<!-- bench:end -->`. */
export async function writeIntoDocument(file, text, marker = 'bench') {
  const opening = `<!-- ${marker}:start -->`;
  const closing = `<!-- ${marker}:end -->`;
  const before = fs.readFileSync(file, 'utf8');
  const start = before.indexOf(opening);
  const end = before.indexOf(closing);
  if (start < 0 || end < start) throw new Error(`${file} lacks the markers ${opening} and ${closing}.`);
  const after = `${before.slice(0, start + opening.length)}\n\n${text}\n\n${before.slice(end)}`;
  const style = await prettier.resolveConfig(file);
  fs.writeFileSync(file, await prettier.format(after, { ...style, parser: 'markdown' }));
}
