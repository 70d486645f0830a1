/** Turns a declaration of custom-elements.json into the reference tables of `docs/elements/<tag>.md`. */

const cell = (text = '') =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

const code = (text) => (text ? `\`${cell(text).replaceAll('`', '')}\`` : '');

function table(title, heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row.map((text) => text || ' ')))];
  return `### ${title}\n\n${lines.join('\n')}\n`;
}

const byName = (a, b) => (a.name ?? '').localeCompare(b.name ?? '');

function mergedByName(lists) {
  const merged = new Map();
  for (const item of lists.flat()) {
    const known = merged.get(item.name);
    // The class's own words win over those of what it inherits from.
    merged.set(item.name, known ? { ...item, ...definedOf(known) } : item);
  }
  return [...merged.values()].sort(byName);
}

const definedOf = (item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

const STANDARD = new Set(['title', 'lang', 'dir', 'hidden', 'tabindex', 'aria-label', 'accesskey']);

/** What an attribute is for; those that HTML itself explains need no words of ours. */
export function meaningOf({ name, description, summary }) {
  return description ?? summary ?? (STANDARD.has(name) ? 'As on every HTML element.' : undefined);
}

/** The tables of one element, from `### Attributes` to `### Custom properties`; an empty kind is left out. */
export function referenceOf(declaration) {
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = declaration;
  const fields = mergedByName([members.filter(({ kind }) => kind === 'field')]);
  const methods = mergedByName([members.filter(({ kind }) => kind === 'method')]);
  const parts = [
    table(
      'Attributes',
      ['Attribute', 'Type', 'Default', 'What it does'],
      mergedByName([attributes.map((item) => ({ ...item, name: item.name ?? item.fieldName }))]).map((item) => [
        code(item.name),
        code(item.type?.text),
        code(item.default),
        cell(meaningOf(item)),
      ]),
    ),
    table(
      'Properties',
      ['Property', 'Type', 'Default', 'What it holds'],
      fields.map((item) => [
        code(item.name) + (item.readonly ? ' (read only)' : ''),
        code(item.type?.text),
        code(item.default),
        // A property that an attribute sets is explained there, in the words for template authors.
        cell(item.description ?? meaningOf(attributes.find(({ fieldName }) => fieldName === item.name) ?? {})),
      ]),
    ),
    table(
      'Methods',
      ['Method', 'What it does'],
      methods.map((item) => [
        code(
          `${item.name}(${(item.parameters ?? []).map(({ name, optional }) => name + (optional ? '?' : '')).join(', ')})`,
        ),
        cell(item.description),
      ]),
    ),
    table(
      'Events',
      ['Event', 'Type', 'When it is fired'],
      mergedByName([events]).map((item) => [code(item.name), code(item.type?.text), cell(item.description)]),
    ),
    table(
      'Slots',
      ['Slot', 'What goes in'],
      mergedByName([slots]).map((item) => [item.name ? code(item.name) : 'default', cell(item.description)]),
    ),
    table(
      'Parts',
      ['Part', 'What it is'],
      mergedByName([cssParts]).map((item) => [code(item.name), cell(item.description)]),
    ),
    table(
      'Custom properties',
      ['Custom property', 'Default', 'What it sets'],
      mergedByName([cssProperties]).map((item) => [code(item.name), code(item.default), cell(item.description)]),
    ),
  ];
  return parts.filter(Boolean).join('\n');
}

const START = '<!-- reference -->';
const END = '<!-- /reference -->';

/** A first page for an element that has none: its purpose, room for an example, and the tables. */
export function newPage({ tagName, description = '' }) {
  const purpose = description.split('\n\n')[0].replace(/\s+/g, ' ').trim();
  return `# \`<${tagName}>\`\n\n${purpose}\n\n## Reference\n\n${START}\n${END}\n`;
}

/** The page with its generated part replaced; everything a person wrote stays. */
export function withReference(page, declaration) {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  const block = `${START}\n\n<!-- Generated from the sources by \`npm run docs\`; edits here are lost. -->\n\n${referenceOf(declaration)}\n${END}`;
  if (start < 0 || end < start) return `${page.trimEnd()}\n\n## Reference\n\n${block}\n`;
  return page.slice(0, start) + block + page.slice(end + END.length);
}

/** Declarations of public tags in a manifest, by tag; private ones (`oce-`) are left out. */
export function elementsOf(manifest) {
  const declarations = manifest.modules.flatMap(({ declarations: list = [] }) => list);
  return declarations
    .filter(({ tagName }) => tagName && !tagName.startsWith('oce-'))
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}
