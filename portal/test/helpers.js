/** What the tests share: a library built on the spot, folders that go away, a lab on a free port. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startLab } from '../src/lab.js';
import { Library } from '../src/library.js';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A folder that is removed after the test.
 *
 * @param {import('node:test').TestContext} t
 */
export async function temporaryFolder(t) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'task-lab-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Writes files below a folder and returns the folder.
 *
 * @param {string} folder
 * @param {Record<string, string | Buffer>} files
 */
export async function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** @type {Promise<string> | undefined} */
let built;

/** Folder with the library, built from the sources once per test process; independent of what `dist/` holds. */
export function builtLibrary() {
  built ??= (async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'task-lab-dist-'));
    process.on('exit', () => void rm(folder, { recursive: true, force: true }));
    const options = {
      bundle: true,
      absWorkingDir: ROOT,
      tsconfig: 'tsconfig.json',
      logLevel: /** @type {const} */ ('error'),
    };
    await Promise.all([
      build({
        ...options,
        entryPoints: ['src/answers/index.ts'],
        outfile: path.join(folder, 'answers/index.js'),
        format: 'esm',
      }),
      build({
        ...options,
        entryPoints: ['src/crowd-html-elements.ts'],
        outfile: path.join(folder, 'crowd-html-elements.js'),
        format: 'iife',
      }),
    ]);
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
    return folder;
  })();
  return built;
}

/** @returns {Promise<Library>} */
export async function library() {
  return new Library(await builtLibrary());
}

/**
 * Starts a lab that stops after the test.
 *
 * @param {import('node:test').TestContext} t
 * @param {Partial<import('../src/lab.js').LabOptions>} options
 */
export async function lab(t, options) {
  const started = await startLab({
    examples: path.join(ROOT, 'examples'),
    dist: await builtLibrary(),
    output: path.join(await temporaryFolder(t), 'output'),
    port: 46100 + Math.floor(Math.random() * 900),
    ...options,
  });
  t.after(() => started.close());
  return started;
}

/** One white pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVYoVwAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Waits until a picture is shown and lies still: on a busy machine the panes around it arrive one after the other.
 *
 * @param {import('playwright-core').FrameLocator} task
 * @returns {Promise<import('playwright-core').Locator>} the canvas that lies over the picture
 */
export async function stillPicture(task) {
  await task.getByText(/[\d,]+ × [\d,]+ px/).waitFor();
  const picture = task.locator('canvas.upper-canvas');
  let before = '';
  for (let calm = 0; calm < 5;) {
    const now = JSON.stringify(await picture.boundingBox());
    calm = now === before ? calm + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return picture;
}
