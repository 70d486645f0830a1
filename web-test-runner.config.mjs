import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { plainReporter } from './scripts/lib/browser-reporter.mjs';
import { chromiumSwitches, findChromium } from './scripts/lib/chromium.mjs';
import { serveEngineSource } from './scripts/lib/engine-plugin.mjs';
import { filesUnder } from './scripts/lib/files.mjs';
import { keptNames } from './test/support/kept-names.mjs';
import { personCommands } from './test/support/server-commands.mjs';

const DROP_IN = 'dist/crowd-html-elements.js';

/** The policy under which every element must work; pages ask for it with `?csp`. */
const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
].join('; ');

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium or Chrome found. Install one, or name it in CHROME_PATH.');

const newest = (paths) => Math.max(0, ...paths.map((path) => statSync(path).mtimeMs));

// Tests of the drop-in run the very file that is shipped, so it must not be older than its sources.
if (existsSync('src/crowd-html-elements.ts')) {
  const builtAt = existsSync(DROP_IN) ? statSync(DROP_IN).mtimeMs : 0;
  if (builtAt < newest(filesUnder('src', (path) => path.endsWith('.ts')))) {
    const { status } = spawnSync(join('node_modules', '.bin', 'rollup'), ['-c', '--configDropIn', '--silent'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('The drop-in script could not be built; its tests would be about an old one.');
  }
}

/** Pages of tests that ask for a policy, a slow or a failing answer: `?csp`, `?delay=500`, `?status=503`. */
async function behaveAsAsked(context, next) {
  const { csp, delay, status } = context.query;
  const isAsset = /^\/(test\/fixtures|examples|dist)\//.test(context.path);
  if (isAsset && delay) await new Promise((resolve) => setTimeout(resolve, Number(delay)));
  if (isAsset && status) {
    context.status = Number(status);
    context.body = '';
    return;
  }
  await next();
  if (isAsset && csp !== undefined) context.set('Content-Security-Policy', csp || STRICT_POLICY);
}

export default {
  rootDir: '.',
  files: ['test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath, args: chromiumSwitches },
      createBrowserContext: ({ browser }) =>
        browser.newContext({
          locale: 'en-US',
          timezoneId: 'UTC',
          reducedMotion: 'no-preference',
          colorScheme: 'light',
        }),
    }),
  ],
  plugins: [
    serveEngineSource(),
    keptNames(),
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    personCommands(),
  ],
  middleware: [behaveAsAsked],
  // The document type puts the page in standards mode; the viewport makes touch behave as on a tablet.
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>tests</title></head><body><script type="module" src="${testFramework}"></script></body></html>`,
  testFramework: { config: { ui: 'bdd', timeout: '20000' } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 150_000,
  browserLogs: true,
  staticLogging: !process.stdout.isTTY,
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode|Multiple versions of Lit/.test(String(args[0])),
  reporters: [plainReporter()],
};
