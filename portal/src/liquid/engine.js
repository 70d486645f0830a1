/**
 * Liquid as Ground Truth renders worker task templates: standard Liquid by liquidjs, every output escaped, a few extra
 * filters, no access to files and nothing evaluated.
 */
import { Context, Drop, Liquid, Tag, toValueSync } from 'liquidjs';
import { Captured, escapeHtml, escapeHtmlOnce, plainText, Printed } from './escape.js';

/** Filters that decide themselves about escaping: an output that uses one is not escaped again. */
const SELF_ESCAPING = new Set(['escape', 'escape_once', 'skip_autoescape', 'raw', 'xml_escape']);

/** Tags that read other files; a task template is one file. */
const FILE_TAGS = ['include', 'render', 'layout', 'block'];

/** Generous limits that stop a runaway loop within seconds. */
const LIMITS = { parseLimit: 5_000_000, renderLimit: 5_000, memoryLimit: 200_000_000 };

/**
 * @typedef {object} TemplateProblem
 * @property {'error' | 'warning'} severity
 * @property {string} code
 * @property {string} message
 * @property {number} [line] One-based line in the template.
 * @property {number} [column] One-based column in the template.
 *
 * @typedef {object} RenderResult
 * @property {string} html Rendered template; empty when it could not be parsed.
 * @property {TemplateProblem[]} problems
 *
 * @callback GrantReadAccess
 * @param {string} uri What the template passed to `grant_read_access`.
 * @returns {string} Address the browser may load.
 */

/**
 * Renders one template with one task.
 *
 * @param {string} template
 * @param {{ input: unknown, grantReadAccess?: GrantReadAccess }} task
 * @returns {RenderResult}
 */
export function renderTemplate(template, { input, grantReadAccess = (uri) => uri }) {
  const engine = createEngine(grantReadAccess);
  /** @type {import('liquidjs').Template[]} */
  let templates;
  try {
    templates = engine.parse(template);
    freeSelfEscaped(templates);
  } catch (error) {
    return { html: '', problems: [problemFrom(error, 'template-syntax')] };
  }

  const scope = { task: { input } };
  const problems = [];
  let html = '';
  try {
    html = String(engine.renderSync(templates, scope));
  } catch (error) {
    problems.push(problemFrom(error, 'template-render'));
  }
  problems.push(...missingVariables(template, templates, scope));
  return { html, problems };
}

/** @param {GrantReadAccess} grantReadAccess */
function createEngine(grantReadAccess) {
  const engine = new Liquid({
    outputEscape: printEscaped,
    strictFilters: true,
    ownPropertyOnly: true,
    // An empty in-memory file system: there is nothing to include.
    templates: {},
    ...LIMITS,
  });

  engine.registerFilter('escape', { raw: true, handler: printEscaped });
  engine.registerFilter('escape_once', { raw: true, handler: (value) => printed(value, escapeHtmlOnce) });
  engine.registerFilter('skip_autoescape', { raw: true, handler: (value) => printed(value, (text) => text) });
  engine.registerFilter('to_json', (value) => (value === undefined ? 'null' : JSON.stringify(unwrap(value))));
  engine.registerFilter('grant_read_access', (value) => {
    const uri = plainText(value);
    return uri === '' ? '' : grantReadAccess(uri);
  });
  engine.registerTag('capture', CaptureTag);
  for (const name of FILE_TAGS) engine.registerTag(name, fileTag(name));
  return engine;
}

/** @param {unknown} value */
function printEscaped(value) {
  if (value instanceof Printed) return value;
  if (value instanceof Captured) return value.printed;
  return printed(value, escapeHtml);
}

/**
 * @param {unknown} value
 * @param {(text: string) => string} toHtml
 */
function printed(value, toHtml) {
  if (value instanceof Captured) return value.printed;
  const plain = plainText(value);
  return new Printed(plain, toHtml(plain));
}

/** @param {unknown} value */
function unwrap(value) {
  return value instanceof Drop ? value.valueOf() : value;
}

/** Collects what a block prints in both forms. liquidjs appends `toString()` of what is written. */
class CaptureEmitter {
  plain = '';
  html = '';
  /** liquidjs reads `buffer` when it has made the emitter itself. */
  get buffer() {
    return this.html;
  }

  /** @param {unknown} part */
  write(part) {
    this.plain += part instanceof Printed ? part.plain : plainText(part);
    this.html += part instanceof Captured ? part.printed.html : plainText(part);
  }
}

/** `{% capture name %}…{% endcapture %}`, keeping the plain text beside the escaped one. */
class CaptureTag extends Tag {
  constructor(token, remainingTokens, liquid, parser) {
    super(token, remainingTokens, liquid);
    this.templates = [];
    this.identifier = this.tokenizer.readIdentifier();
    if (!this.identifier.content) this.identifier = this.tokenizer.readQuoted();
    if (!this.identifier) throw this.tokenizer.error('capture needs a name');
    while (remainingTokens.length > 0) {
      const next = remainingTokens.shift();
      if (next.name === 'endcapture') return;
      this.templates.push(parser.parseToken(next, remainingTokens));
    }
    throw new Error('{% capture %} has no {% endcapture %}');
  }

  *render(context) {
    const emitter = new CaptureEmitter();
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    context.bottom()[this.identifier.content] = new Captured(new Printed(emitter.plain, emitter.html));
  }

  *children() {
    return this.templates;
  }

  *localScope() {
    yield this.identifier;
  }
}

/** @param {string} name */
function fileTag(name) {
  return {
    parse() {
      throw new Error(`{% ${name} %} is not available: a worker task template is a single file`);
    },
    render() {},
  };
}

/**
 * Takes the automatic escape off outputs in which an escaping filter is followed by another filter.
 *
 * @param {readonly import('liquidjs').Template[]} templates
 */
function freeSelfEscaped(templates) {
  for (const template of templates) {
    const filters = /** @type {{ value?: { filters?: { name: string, handler: unknown }[] } }} */ (template).value
      ?.filters;
    const isOutput = template.constructor.name === 'Output';
    if (isOutput && filters && filters.length > 1 && filters.slice(0, -1).some(({ name }) => SELF_ESCAPING.has(name))) {
      if (filters.at(-1)?.handler === printEscaped && !SELF_ESCAPING.has(filters.at(-1).name)) filters.pop();
    }
    if (template.children) freeSelfEscaped(toValueSync(template.children(false, true)) ?? []);
  }
}

/**
 * Names that the template prints but the task does not have. A second, strict pass finds them with their positions;
 * `default` and conditions may ask for what is not there.
 *
 * @returns {TemplateProblem[]}
 */
function missingVariables(text, templates, scope) {
  const strict = createEngine((uri) => uri);
  Object.assign(strict.options, { strictVariables: true, lenientIf: true, catchAllErrors: true });
  const context = new Context(scope, strict.options, { sync: true }, { liquid: strict });
  const found = new Map();
  try {
    toValueSync(strict.renderer.renderTemplates(templates, context));
  } catch (error) {
    for (const single of flatten(error)) {
      if (single.name !== 'UndefinedVariableError') continue;
      const name = /undefined variable: ([^,\n]*)/.exec(single.message)?.[1] ?? '';
      if (!found.has(name)) found.set(name, single);
    }
  }
  const assigned = assignedNames(text);
  return [...found].flatMap(([name, error]) => {
    if (assigned.has(name)) return [];
    const [line, column] = error.token.getPosition();
    return {
      severity: /** @type {const} */ ('warning'),
      code: 'missing-variable',
      message: `${name} is not in this task; an empty text was printed.`,
      line,
      column,
    };
  });
}

/** What the template itself assigns: missing there only because of an earlier problem, which is already named. */
function assignedNames(text) {
  return new Set([...text.matchAll(/\{%-?\s*(?:assign|capture)\s+['"]?([\w-]+)/g)].map((match) => match[1]));
}

function* flatten(error) {
  if (Array.isArray(error?.errors)) for (const inner of error.errors) yield* flatten(inner);
  else yield error;
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {TemplateProblem}
 */
function problemFrom(error, code) {
  const liquidError =
    /** @type {{ message: string, token?: { getPosition(): [number, number] }, originalError?: Error }} */ (error);
  const position = liquidError.token?.getPosition?.();
  const message = (liquidError.originalError?.message ?? liquidError.message)
    .split('\n')[0]
    .replace(/, line:\d+, col:\d+$/, '');
  return { severity: 'error', code, message, ...(position && { line: position[0], column: position[1] }) };
}
