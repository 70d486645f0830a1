/**
 * Runs the examples of README.md and docs/: what a page shows must work when pasted into an empty file.
 *
 * - ```html      is opened as a page in Chromium; script addresses that end in crowd-html-elements.js get the built file.
 * - ```js, ```ts with an import of this package is bundled against the built package: every name must exist.
 * A fence with `no-run` after its language is left alone.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from './lib/chromium.mjs';
import { filesUnder } from './lib/files.mjs';
import { summaryLine } from './lib/summary.mjs';

const { name: packageName } = JSON.parse(readFileSync('package.json', 'utf8'));
const DROP_IN = '/dist/crowd-html-elements.js';
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** The fenced examples of a Markdown file, with the line where each begins. */
export function examplesOf(path) {
  const found = [];
  const text = readFileSync(path, 'utf8');
  for (const match of text.matchAll(/^( *)```(\w+)([^\n]*)\n([\s\S]*?)^\1```/gm)) {
    const [, , language, flags, source] = match;
    if (flags.includes('no-run')) continue;
    found.push({ path, line: text.slice(0, match.index).split('\n').length, language, source });
  }
  return found;
}

const files = [
  ...(existsSync('README.md') ? ['README.md'] : []),
  ...filesUnder('docs', (path) => path.endsWith('.md')),
];
const examples = files.flatMap(examplesOf);
const pages = examples.filter(({ language, source }) => language === 'html' && /<(crowd-|script)/.test(source));
const scripts = examples.filter(
  ({ language, source }) => /^(js|ts|javascript|typescript)$/.test(language) && source.includes(`'${packageName}`),
);

const counts = { passed: 0, failed: 0 };

function report({ path, line }, problems) {
  counts[problems.length > 0 ? 'failed' : 'passed'] += 1;
  for (const problem of problems) console.error(`${path}:${line} ${problem}`);
}

/** Every picture that a page of the docs names exists here, whatever its address: a grey square. */
const GREY_SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#888"/></svg>';

function respond(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const page = /^\/example\/(\d+)$/.exec(path);
  const send = (type, body, status = 200) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(body);
  };
  if (page) {
    return send(
      'text/html; charset=utf-8',
      pages[Number(page[1])].source.replace(/src="[^"]*crowd-html-elements\.js"/, `src="${DROP_IN}"`),
    );
  }
  const file = `.${normalize(path)}`;
  if (existsSync(file) && statSync(file).isFile()) {
    return send(TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  }
  if (/\.(png|jpe?g|webp|gif|svg)$/i.test(path)) return send('image/svg+xml', GREY_SQUARE);
  if (path === '/favicon.ico') return send('image/svg+xml', GREY_SQUARE);
  return send('text/plain', 'not found', 404);
}

async function runPages() {
  const server = createServer(respond).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  try {
    for (const [index, example] of pages.entries()) {
      const page = await browser.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      // Nothing of an example may come from elsewhere; a picture from a foreign address is answered here.
      await page.route('**/*', (route) => {
        const { origin: from, pathname } = new URL(route.request().url());
        if (from === origin) return route.continue();
        if (route.request().resourceType() === 'image' || /\.(png|jpe?g|webp)$/.test(pathname)) {
          return route.fulfill({
            contentType: 'image/svg+xml',
            body: GREY_SQUARE,
            headers: { 'Access-Control-Allow-Origin': '*' },
          });
        }
        problems.push(`asks for ${route.request().url()}`);
        return route.abort();
      });
      await page.goto(`${origin}/example/${index}`);
      if (example.source.includes('crowd-html-elements.js')) {
        // Regions such as `<short-instructions>` are plain elements and stay so.
        const waiting = () => [
          ...new Set(
            [...document.querySelectorAll(':not(:defined)')]
              .map((element) => element.localName)
              .filter((tag) => tag.startsWith('crowd-')),
          ),
        ];
        await page
          .waitForFunction(`(${waiting})().length === 0`, undefined, { timeout: 5000 })
          .catch(async () => problems.push(`never becomes ready: <${(await page.evaluate(waiting)).join('>, <')}>`));
        await page.waitForTimeout(150);
      }
      report(example, problems);
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundleScripts() {
  for (const example of scripts) {
    const problems = [];
    await build({
      stdin: { contents: example.source, loader: 'ts', resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      // Frameworks of the reader are not installed here.
      external: ['react', 'react-dom', 'vue', '@angular/*', 'svelte', 'htmx.org'],
      tsconfigRaw: {
        compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false, jsx: 'preserve' },
      },
    }).then(
      ({ warnings }) =>
        problems.push(...warnings.filter(({ id }) => id === 'import-is-undefined').map(({ text }) => text)),
      (error) => problems.push(...(error.errors ?? []).map(({ text }) => text)),
    );
    report(example, problems);
  }
}

if (pages.length > 0) await runPages();
await bundleScripts();
console.log(`\n${summaryLine(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
