/** Safe paths: nothing a task, a template or a request says may lead outside the folder it belongs to. */
import path from 'node:path';

/**
 * Resolves a path below a folder.
 *
 * @param {string} root Absolute folder.
 * @param {string} relative Path as a request or a task wrote it, already percent-decoded, with `/` between names.
 * @returns {string | undefined} Absolute path, or nothing when it would leave the folder.
 */
export function resolveInside(root, relative) {
  if (relative.includes('\0')) return undefined;
  const target = path.resolve(root, `./${relative}`);
  const fromRoot = path.relative(root, target);
  if (fromRoot === '..' || fromRoot.startsWith(`..${path.sep}`) || path.isAbsolute(fromRoot)) return undefined;
  return target;
}

/**
 * A name that can be a folder name and a part of an address: letters of any language, digits, dots and hyphens.
 *
 * @param {string} text
 */
export function slug(text) {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return name || 'task';
}

/**
 * A path as people like to read it: relative to where the command was started, when it is below it.
 *
 * @param {string} absolute
 * @param {string} [from]
 */
export function displayPath(absolute, from = process.cwd()) {
  const relative = path.relative(from, absolute);
  return relative === '' ? '.' : relative.startsWith('..') ? absolute : relative.split(path.sep).join('/');
}
