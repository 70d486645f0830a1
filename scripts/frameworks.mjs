/**
 * Runs the components of docs/frameworks.md, each in its framework, with a real mouse: draw, change the labels, send,
 * leave. `node scripts/frameworks.mjs vue` runs one of them.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { compile as compileSvelte } from 'svelte/compiler';
import { compileScript, parse as parseVue } from 'vue/compiler-sfc';
import { chromiumSwitches, findChromium } from './lib/chromium.mjs';
import { summaryLine } from './lib/summary.mjs';

const PAGE = 'docs/frameworks.md';
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path fill="#bcd" d="M0 0h400v300H0"/></svg>';
const PATIENCE_MS = 20_000;

const frameworks = {
  react: { fence: 'jsx', entry: 'react.jsx', loader: 'jsx', translate: (source) => source },
  vue: { fence: 'vue', entry: 'vue.js', loader: 'js', translate: translateVue },
  svelte: { fence: 'svelte', entry: 'svelte.js', loader: 'js', translate: translateSvelte },
  angular: { fence: 'ts angular', entry: 'angular.js', loader: 'ts', translate: translateAngular },
};

function translateVue(source) {
  const compilerOptions = { isCustomElement: (tag) => tag.startsWith('crowd-') };
  const { descriptor } = parseVue(source, { templateParseOptions: compilerOptions });
  return compileScript(descriptor, { id: 'example', inlineTemplate: true, templateOptions: { compilerOptions } })
    .content;
}

function translateSvelte(source) {
  return compileSvelte(source, { generate: 'client', filename: 'BoxTask.svelte' }).js.code;
}

/** What Angular's own build does for signal inputs and outputs; a browser has no types to read them from. */
function translateAngular(source) {
  return source
    .replace(/import \{ (.*) \} from '@angular\/core';/, "import { $1, Input, Output } from '@angular/core';")
    .replace(/(\w+) = input\.required/g, "@Input({ isSignal: true, required: true, alias: '$1' }) $1 = input.required")
    .replace(/(\w+) = output/g, "@Output('$1') $1 = output");
}

function exampleOf(fence) {
  const [, source] = new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(readFileSync(PAGE, 'utf8')) ?? [];
  if (!source) throw new Error(`${PAGE} has no example in \`\`\`${fence}.`);
  return source;
}

async function bundle({ fence, entry, loader, translate }) {
  const contents = translate(exampleOf(fence));
  const example = {
    name: 'example',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^example$/ }, () => ({ path: 'example', namespace: 'docs' }));
      onResolve({ filter: /^open-crowd-elements\// }, ({ path }) => ({
        path: new URL(`../dist/${path.slice('open-crowd-elements/'.length)}`, import.meta.url).pathname,
      }));
      onLoad({ filter: /.*/, namespace: 'docs' }, () => ({ contents, loader, resolveDir: process.cwd() }));
    },
  };
  const { outputFiles } = await build({
    stdin: {
      contents: `export { start } from './scripts/frameworks/${entry}';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'framework',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [example],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** Draws a box between two places of the picture, given as fractions. */
async function draw(page, from, to) {
  const [a, b] = await page.evaluate(
    (places) => {
      const canvas = document.querySelector('crowd-bounding-box').shadowRoot.querySelector('.upper-canvas');
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return places.map(([x, y]) => [left + x * width, top + y * height]);
    },
    [from, to],
  );
  await page.mouse.move(...a);
  await page.mouse.down();
  await page.mouse.move(...b, { steps: 5 });
  await page.mouse.up();
}

async function drive(page) {
  const element = (read) => page.evaluate(`(${read})(document.querySelector('crowd-bounding-box'))`);
  const countIs = (count) =>
    page.waitForFunction((text) => document.querySelector('output')?.textContent === text, String(count), {
      timeout: PATIENCE_MS,
    });
  await page.evaluate(async () => {
    window.answers = [];
    window.task = { src: '/picture.svg', labels: ['Car'] };
    window.shown = await window.framework.start(document.querySelector('main'), window.task, (answer) =>
      window.answers.push(answer),
    );
  });
  await page.waitForSelector('crowd-bounding-box');
  await element((box) => box.pictureReady);
  await page.waitForFunction(() => {
    const canvas = document.querySelector('crowd-bounding-box').shadowRoot.querySelector('.upper-canvas');
    return canvas?.getBoundingClientRect().width > 100;
  });
  await countIs(0);
  await draw(page, [0.1, 0.1], [0.3, 0.3]);
  await countIs(1);
  await page.evaluate(() => window.shown.update({ ...window.task, labels: ['Car', 'Bus'] }));
  await page.waitForFunction(() => document.querySelector('crowd-bounding-box').labels.length === 2);
  await countIs(1);
  await page.click('text=Save');
  await page.waitForFunction(() => window.answers.length > 0, undefined, { timeout: PATIENCE_MS });
  const [answer] = await page.evaluate(() => window.answers);
  await page.evaluate(() => window.shown.stop());
  if (await page.$('crowd-bounding-box')) throw new Error('the element is still on the page after the component left');
  const expected = {
    boundingBoxes: [{ height: 60, label: 'Car', left: 40, top: 30, width: 80 }],
    inputImageProperties: { height: 300, width: 400 },
  };
  if (JSON.stringify(answer) !== JSON.stringify(expected)) throw new Error(`answered ${JSON.stringify(answer)}`);
}

async function run(browser, framework) {
  const script = await bundle(framework);
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === '/picture.svg'
        ? ['image/svg+xml', PICTURE]
        : url === '/script.js'
          ? ['text/javascript', script]
          : [
              'text/html',
              '<!doctype html><html lang="en"><title>Task</title><main></main><script src="/script.js"></script>',
            ];
    response.writeHead(200, { 'Content-Type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await drive(page);
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  } finally {
    await page.close();
    server.close();
  }
  return problems;
}

const wanted = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
for (const [name, framework] of Object.entries(frameworks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const problems = await run(browser, framework).catch((error) => [error.message]);
  counts[problems.length > 0 ? 'failed' : 'passed'] += 1;
  for (const problem of problems) console.error(`${name}: ${problem}`);
}
await browser.close();
console.log(`\n${summaryLine(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
