import MagicString from 'magic-string';

/** Tags whose template literals hold markup or css, where runs of white space mean no more than one space. */
const MARKUP_TAGS = new Set(['html', 'svg', 'css']);

/** Markup in which white space shows: left exactly as written. */
const SIGNIFICANT = /<(pre|textarea|script|style)\b|white-space:\s*(pre|break)/i;

/** Css with a string that a shortened blank could change, such as a `data:` URL. */
const FRAGILE_STRING = /(["'])(?:(?!\1)[^\n])*(?:[{};,]|\s\s)(?:(?!\1)[^\n])*\1/;

/** Shortens css text between two interpolations without looking at its meaning: strings and `calc()` stay valid. */
export function shortenCss(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/, /g, ',')
    .replace(/;}/g, '}');
}

/** A comment that spans an interpolation, or a fragile string, cannot be judged piece by piece. */
function isFragileCss(raw) {
  return raw.split('/*').length !== raw.split('*/').length || FRAGILE_STRING.test(raw);
}

/** Joins lines of markup: a line break with its indentation becomes one space. */
export function shortenMarkup(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}

function* nodesOf(node) {
  if (!node || typeof node.type !== 'string') return;
  yield node;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of value) yield* nodesOf(child);
    else if (value && typeof value === 'object') yield* nodesOf(value);
  }
}

/**
 * A Rollup plugin that shortens the white space of `html`, `svg` and `css` template literals. No well-kept plugin does
 * only this without parsing (and sometimes breaking) Lit's expressions, so it edits nothing but blanks and css comments.
 */
export function templateWhitespace() {
  return {
    name: 'template-whitespace',
    transform(code, id) {
      if (!/\.[jt]s$/.test(id) || id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return null;
      const text = new MagicString(code);
      for (const node of nodesOf(this.parse(code))) {
        if (node.type !== 'TaggedTemplateExpression' || !MARKUP_TAGS.has(node.tag.name)) continue;
        const isCss = node.tag.name === 'css';
        const raws = node.quasi.quasis.map((quasi) => quasi.value.raw);
        if (isCss ? raws.some(isFragileCss) : SIGNIFICANT.test(raws.join(''))) continue;
        for (const quasi of node.quasi.quasis) {
          const { raw } = quasi.value;
          const short = isCss ? shortenCss(raw) : shortenMarkup(raw);
          if (short === raw) continue;
          if (short === '') text.remove(quasi.start, quasi.end);
          else text.update(quasi.start, quasi.end, short);
        }
      }
      if (!text.hasChanged()) return null;
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
