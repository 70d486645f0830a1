// Installs the peers and bundles the pages.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { builtDir, dropInFile, pagesDir, peersDir, rootDir } from './paths.mjs';
import { tools } from './tools.mjs';

// First statement of every library script: the moment at which it was fetched and parsed and starts to run.
const EVALUATED = "performance.mark('bench:evaluated');\n";

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs one peer into a folder of its own, so that `npm install` never does. */
function installPeer(id, spec) {
  const dir = path.join(peersDir, id);
  const done = path.join(dir, 'installed.txt');
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === spec) return;
  console.log(`Installing ${spec} for the bench ...`);
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ private: true }));
  execFileSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', spec], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  fs.writeFileSync(done, spec);
}

function newestIn(dir) {
  const times = fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

/** Builds the library unless its drop-in script is newer than all sources. */
export function buildLibrary() {
  const built = fs.existsSync(dropInFile) ? fs.statSync(dropInFile).mtimeMs : 0;
  if (built > newestIn(path.join(rootDir, 'src'))) return;
  console.log('Building the library ...');
  execFileSync(npm, ['run', 'build'], { cwd: rootDir, stdio: 'inherit', shell: process.platform === 'win32' });
}

function html(title, scripts, styles) {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">`,
    ...styles.map((file) => `<link rel="stylesheet" href="${file}">`),
    '<style>html, body { margin: 0; height: 100%; overflow: hidden }</style></head><body>',
    ...scripts.map((file) => `<script src="${file}"></script>`),
    '</body></html>',
  ].join('\n');
}

const gzipBytes = (file) => gzipSync(fs.readFileSync(file), { level: 9 }).length;

/** Bundles the page of one tool into bench/dist/<id>/; resolves to the gzip size of what a browser downloads. */
async function buildPage(id, { page, peer, script }, dropIn) {
  const out = path.join(builtDir, id);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const modules = path.join(peer ? path.join(peersDir, id) : rootDir, 'node_modules');
  await build({
    entryPoints: [path.join(pagesDir, page)],
    outfile: path.join(out, 'page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    nodePaths: [modules],
    banner: { js: EVALUATED },
    define: { PEER_VERSION: JSON.stringify(peer?.slice(peer.lastIndexOf('@') + 1) ?? '') },
    logLevel: 'error',
  });
  const scripts = ['page.js'];
  if (script) {
    const from = script === 'drop-in' ? dropIn : path.join(modules, script);
    fs.writeFileSync(path.join(out, 'tool.js'), EVALUATED + fs.readFileSync(from, 'utf8'));
    scripts.unshift('tool.js');
  }
  const styles = fs.existsSync(path.join(out, 'page.css')) ? ['page.css'] : [];
  fs.writeFileSync(path.join(out, 'index.html'), html(id, scripts, styles));
  const downloads = [script ? 'tool.js' : 'page.js', ...styles];
  return downloads.reduce((sum, file) => sum + gzipBytes(path.join(out, file)), 0);
}

/** Makes the pages of the named tools ready; resolves to a map from tool to gzip bytes. */
export async function buildPages(ids, dropIn = dropInFile) {
  const sizes = {};
  for (const id of ids) {
    if (tools[id].peer) installPeer(id, tools[id].peer);
    if (id === 'ours' && dropIn === dropInFile) buildLibrary();
    sizes[id] = await buildPage(id, tools[id], dropIn);
  }
  return sizes;
}
