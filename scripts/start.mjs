/**
 * `npm start`: installs what is missing, builds what is stale, then opens the task lab. Plain Node until installed.
 *
 *   npm start                                                   the gallery of examples
 *   npm start -- my-template.liquid.html --data my.manifest     your own template
 *   npm start -- --help                                         every option
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { installPackages, isInstallStale, run } from './lib/install.mjs';

const root = new URL('..', import.meta.url).pathname.replace(/^\/([A-Z]:)/, '$1');
const callerFolder = process.env.INIT_CWD ?? process.cwd();

/** What the drop-in script is made of. */
const BUILD_INPUTS = ['src', 'rollup.config.mjs', 'tsconfig.json', 'package.json'];

/** What the lab needs of a build. */
const BUILD_OUTPUTS = ['dist/crowd-html-elements.js', 'dist/answers/index.js'];

try {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
  process.chdir(root);
  if (isInstallStale()) step('Installing packages', installPackages);
  // Types and the elements manifest are for those who publish; the lab needs scripts only.
  if (isBuildStale())
    step('Building the library', () => run('node', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent']));
  process.chdir(callerFolder);
  const { main } = await import('../portal/src/main.js');
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exitCode = 1;
}

/** Whether a built script is missing or older than something it is made of. */
function isBuildStale() {
  if (!BUILD_OUTPUTS.every((path) => existsSync(path))) return true;
  const built = Math.min(...BUILD_OUTPUTS.map((path) => statSync(path).mtimeMs));
  return Math.max(...BUILD_INPUTS.map(newest)) > built;
}

/** Time of the last change of a file, or of anything in a folder. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function step(what, action) {
  const started = performance.now();
  process.stdout.write(`  ${what}…\n`);
  action();
  process.stdout.write(`  ${what} took ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
}
