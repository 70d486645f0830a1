/**
 * Writes the reference tables of `docs/elements/<tag>.md` from custom-elements.json (`npm run docs`).
 * With `--check` it writes nothing and fails when a page is missing or out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { elementsOf, meaningOf, newPage, withReference } from './lib/reference.mjs';

const isCheck = process.argv.includes('--check');
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = elementsOf(manifest);
const stale = [];

mkdirSync('docs/elements', { recursive: true });
for (const element of elements) {
  const path = `docs/elements/${element.tagName}.md`;
  const page = existsSync(path) ? readFileSync(path, 'utf8') : newPage(element);
  const fresh = withReference(page, element);
  if (existsSync(path) && fresh === page) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(path, fresh);
}

const undocumented = elements.flatMap(({ tagName, description, attributes = [], events = [], cssParts = [] }) => [
  ...(description ? [] : [`<${tagName}> does not say what it is for`]),
  ...[...attributes, ...events, ...cssParts]
    .filter((item) => !meaningOf(item) && !item.inheritedFrom)
    .map((item) => `<${tagName}> ${item.name ?? item.fieldName} has no description`),
]);
for (const problem of undocumented) console.error(problem);

if (isCheck && stale.length > 0) console.error(`Out of date, run "npm run docs":\n  ${stale.join('\n  ')}`);
else console.log(`${elements.length} elements, ${stale.length} pages ${isCheck ? 'out of date' : 'written'}`);
process.exitCode = (isCheck && stale.length > 0) || undocumented.length > 0 ? 1 : 0;
