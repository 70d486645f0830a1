/** The page a worker gets: the rendered template in an ordinary document with one script tag. */
import { escapeHtml } from './liquid/escape.js';

/** Where the page finds the library. */
export const LIBRARY_PATH = '/crowd-html-elements.js';

/** Where the page finds the lab's ear. */
export const BRIDGE_PATH = '/lab-bridge.js';

/** A template's own script tag, wherever it points: the original's address or a copy of this library. */
const LIBRARY_TAG =
  /(<script\b[^>]*?\bsrc\s*=\s*)("[^"]*crowd-html-elements[^"]*"|'[^']*crowd-html-elements[^']*'|[^\s>"']*crowd-html-elements[^\s>"']*)/gi;

/**
 * @param {string} rendered Template after Liquid.
 * @param {object} [options]
 * @param {string} [options.title]
 * @param {string} [options.lang] Language the worker has chosen.
 * @param {'light' | 'dark'} [options.theme]
 * @param {boolean} [options.bridge] Adds the script that hands the answer to the lab.
 */
export function taskPage(rendered, { title = 'Task', lang, theme, bridge = false } = {}) {
  let hasLibrary = false;
  const body = rendered.replace(LIBRARY_TAG, (_tag, before) => {
    hasLibrary = true;
    return `${before}"${LIBRARY_PATH}"`;
  });
  const scripts = [
    ...(bridge ? [`<script src="${BRIDGE_PATH}"></script>`] : []),
    ...(hasLibrary ? [] : [`<script src="${LIBRARY_PATH}"></script>`]),
  ].join('\n');
  const scheme = theme ? `<meta name="color-scheme" content="${theme}">` : '';
  const attributes = [
    ...(lang ? [` lang="${escapeHtml(lang)}"`] : []),
    ...(theme ? [` data-theme="${theme}"`] : []),
  ].join('');

  if (/<html[\s>]|<!doctype/i.test(body)) return intoDocument(body, `${scheme}${scripts}`, attributes);
  return `<!doctype html>
<html${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${scheme}${scripts}
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * Puts our tags into a template that is a whole document, as early as its markup allows.
 *
 * @param {string} html
 * @param {string} head
 * @param {string} attributes
 */
function intoDocument(html, head, attributes) {
  // The worker's choice comes first: of two attributes with one name the parser keeps the earlier.
  const withAttributes = html.replace(/<html(?=[\s>])/i, `<html${attributes}`);
  for (const opening of [/<head(?:\s[^>]*)?>/i, /<html(?:\s[^>]*)?>/i, /<!doctype[^>]*>/i]) {
    if (opening.test(withAttributes)) return withAttributes.replace(opening, (tag) => `${tag}${head}`);
  }
  return head + withAttributes;
}

/**
 * Content policy of the task page. Templates may bring inline scripts and styles of their own; the strict one forbids
 * them, which is what a careful portal does. The library itself needs neither.
 *
 * @param {{ strict: boolean }} options
 */
export function contentPolicy({ strict }) {
  // A sample of what was blocked tells the author which handler or style it was.
  const inline = strict ? " 'report-sample'" : " 'unsafe-inline'";
  return [
    "default-src 'none'",
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/**
 * Shown in place of a task that cannot be rendered.
 *
 * @param {string} heading
 * @param {readonly import('./job.js').Problem[]} problems
 */
export function problemPage(heading, problems) {
  const items = problems.map(({ message, file, line, column }) => {
    const place = file
      ? `<code>${escapeHtml([file, line, column].filter((part) => part !== undefined).join(':'))}</code>`
      : '';
    return `<li><p>${escapeHtml(message)}</p>${place}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)}</title>
<link rel="stylesheet" href="/lab/problem-page.css">
</head>
<body>
<main>
<h1>${escapeHtml(heading)}</h1>
<ul>${items.join('')}</ul>
</main>
</body>
</html>
`;
}
