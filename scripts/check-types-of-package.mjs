/** Packs the package and lets "are the types wrong?" resolve every entry point as applications would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
const shell = process.platform === 'win32';
try {
  const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
    shell,
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const [tarball] = readdirSync(folder);
  const elements = readdirSync('dist/elements')
    .filter((file) => file.endsWith('.js'))
    .map((file) => `elements/${file}`);
  const args = [
    join(folder, tarball),
    // ES modules only: CommonJS applications load them with import().
    ...['--profile', 'esm-only', '--no-emoji', '--format', 'ascii'],
    ...['--exclude-entrypoints', 'crowd-html-elements.js', 'custom-elements.json'],
    ...['--include-entrypoints', ...elements],
  ];
  const { status, stdout, stderr, error } = spawnSync(join('node_modules', '.bin', 'attw'), args, {
    encoding: 'utf8',
    shell,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stdout + stderr);
  console.log(`types resolve for ${elements.length} elements and the other entry points`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
