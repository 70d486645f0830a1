// Gzip size of every entry point, as an application that bundles it would ship it.

import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { dropInFile, libraryDir, rootDir } from './paths.mjs';

// The controls alone: a native form may hold them, or a `crowd-form`.
const CONTROLS = /^crowd-(button|input|text-area|checkbox|radio-button|radio-group|slider|toggle-button)\.js$/;

const TAG = /^(crowd-[a-z-]+|iron-icon)\.js$/;

// What the drop-in had to hold at first; it has grown with every family of elements since.
const BOX_TASK = ['crowd-form.js', 'crowd-button.js', 'crowd-bounding-box.js'];

const gzipKb = (bytes) => Math.round(gzipSync(bytes, { level: 9 }).length / 10.24) / 100;

/** Bundles files of the package together with their dependencies. */
async function bundle(files) {
  const contents = files.map((file, index) => `export * as part${index} from ${JSON.stringify(file)};`).join('\n');
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: rootDir },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  const hasKonva = Object.keys(metafile.inputs).some((input) => input.includes('node_modules/konva/'));
  return { gzipKb: gzipKb(outputFiles[0].contents), hasKonva };
}

/** `{ name: { gzipKb, hasKonva } }` for the drop-in, the whole module, the controls together, and each element. */
export async function entryPointSizes() {
  if (!fs.existsSync(dropInFile)) return {};
  const elementsDir = path.join(libraryDir, 'elements');
  const elements = fs.readdirSync(elementsDir).filter((name) => TAG.test(name) && name !== 'crowd-element.js');
  const inElements = (names) => names.map((name) => path.join(elementsDir, name));
  const controls = elements.filter((name) => CONTROLS.test(name));
  const sizes = { 'crowd-html-elements.js': { gzipKb: gzipKb(fs.readFileSync(dropInFile)), hasKonva: true } };
  sizes['open-crowd-elements'] = await bundle([path.join(libraryDir, 'index.js')]);
  const answers = path.join(libraryDir, 'answers', 'index.js');
  if (fs.existsSync(answers)) sizes['open-crowd-elements/answers'] = await bundle([answers]);
  if (BOX_TASK.every((name) => elements.includes(name)))
    sizes['bounding-box task'] = await bundle(inElements(BOX_TASK));
  if (controls.length) {
    sizes['all form controls'] = await bundle(inElements(controls));
    sizes['all form controls and crowd-form'] = await bundle(inElements(['crowd-form.js', ...controls]));
  }
  for (const name of elements) sizes[`elements/${name}`] = await bundle(inElements([name]));
  return sizes;
}
