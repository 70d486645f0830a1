/**
 * Opens every story of the built Storybook in Chromium and fails on errors, on requests to elsewhere, and on what axe
 * finds. `node scripts/stories.mjs --pictures` also saves a picture of each under `output/stories/`.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from './lib/chromium.mjs';
import { summaryLine } from './lib/summary.mjs';

const FOLDER = 'storybook-static';
const LANES = 2;
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Rules about whole pages, which a story is not. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang', 'bypass'];

function respond(request, response) {
  const path = join(FOLDER, normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
  if (!existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
  response.end(readFileSync(path));
}

/** Rules that a story says do not apply, as Storybook's own panel reads them (`parameters.a11y`). */
const accessibilityProblems = (page) =>
  page.evaluate(async (pageRules) => {
    const parameters = window.__STORYBOOK_PREVIEW__?.currentRender?.story?.parameters?.a11y ?? {};
    if (parameters.test === 'off' || parameters.disable) return [];
    const off = (parameters.config?.rules ?? []).filter(({ enabled }) => enabled === false).map(({ id }) => id);
    const rules = Object.fromEntries([...pageRules, ...off].map((id) => [id, { enabled: false }]));
    const { violations } = await window.axe.run('#storybook-root', { rules, resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.flat().join(' >> ')).join('; ')})`,
    );
  }, PAGE_RULES);

/** Part of the one error that a story is there to show, from its `parameters.consoleError`. */
const expectedError = (page) =>
  page.evaluate(() => window.__STORYBOOK_PREVIEW__?.currentRender?.story?.parameters?.consoleError);

async function visit(page, origin, { id }, savesPicture) {
  const problems = [];
  const errors = [];
  const listeners = {
    pageerror: (error) => problems.push(error.message),
    console: (message) => {
      // A story may show what happens when a picture is missing.
      const isMissingFile = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isMissingFile) errors.push(message.text());
    },
    request: (request) => {
      const { protocol, origin: from } = new URL(request.url());
      if (protocol.startsWith('http') && from !== origin) problems.push(`asks for ${request.url()}`);
    },
  };
  for (const [name, listener] of Object.entries(listeners)) page.on(name, listener);
  try {
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story`);
    await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay, body.sb-show-nopreview', {
      state: 'attached',
      timeout: 15_000,
    });
    const error = await page.evaluate(() =>
      document.body.classList.contains('sb-show-errordisplay')
        ? (document.querySelector('#error-message')?.textContent ?? 'could not be shown')
        : '',
    );
    if (error) problems.push(error, ...errors);
    else {
      await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
      await page.addScriptTag({ path: axePath });
      problems.push(...(await accessibilityProblems(page)));
      const expected = await expectedError(page);
      problems.push(...errors.filter((text) => !expected || !text.includes(expected)));
      if (expected && !errors.some((text) => text.includes(expected)))
        problems.push(`logs no error with "${expected}"`);
      if (savesPicture) await page.screenshot({ path: `output/stories/${id}.png` });
    }
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  } finally {
    for (const [name, listener] of Object.entries(listeners)) page.off(name, listener);
  }
  return problems;
}

const savesPictures = process.argv.includes('--pictures');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (savesPictures) mkdirSync('output/stories', { recursive: true });

const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const stories = Object.values(entries)
  .filter(({ type }) => type === 'story')
  .filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
const counts = { passed: 0, failed: 0 };
const server = createServer(respond).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
try {
  const waiting = [...stories];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      for (let story = waiting.shift(); story; story = waiting.shift()) {
        const problems = await visit(page, origin, story, savesPictures);
        counts[problems.length > 0 ? 'failed' : 'passed'] += 1;
        if (problems.length > 0) console.log(`\n${story.importPath} › ${story.name}\n  ${problems.join('\n  ')}`);
      }
    }),
  );
} finally {
  await browser.close();
  server.close();
}
console.log(`\n${summaryLine(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
