/** Which jobs the lab shows: the folders of `examples/`, or one template of the requester's own. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Job } from './job.js';
import { displayPath, resolveInside, slug } from './paths.js';

const TEMPLATE = 'template.liquid.html';
const MANIFEST = 'input.manifest';
const SETTINGS = 'lab.json';

/**
 * Reads every example that is complete enough to be shown. A broken `lab.json` is a problem of that example only.
 *
 * @param {string} folder
 * @param {import('./library.js').Library} library
 * @returns {Promise<Job[]>}
 */
export async function readGallery(folder, library) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const jobs = [];
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const home = path.join(folder, entry.name);
    if (!entry.isDirectory() || !existsSync(path.join(home, TEMPLATE))) continue;
    jobs.push(await readExample(home, folder, library));
  }
  return jobs.sort((a, b) => (a.options.order ?? 1000) - (b.options.order ?? 1000));
}

/**
 * @param {string} home
 * @param {string} root Folder that an example's buckets must stay in.
 * @param {import('./library.js').Library} library
 */
async function readExample(home, root, library) {
  const { settings, problems } = await readSettings(path.join(home, SETTINGS));
  const buckets = {};
  for (const [bucket, relative] of Object.entries(asRecord(settings.buckets))) {
    const target = resolveInside(
      root,
      path
        .relative(root, path.resolve(home, String(relative)))
        .split(path.sep)
        .join('/'),
    );
    if (target) buckets[bucket] = target;
  }
  const thumbnail = text(settings.thumbnail);
  return new Job(
    {
      id: slug(path.basename(home)),
      templatePath: path.join(home, TEMPLATE),
      manifestPath: path.join(home, MANIFEST),
      title: text(settings.title) ?? path.basename(home),
      description: text(settings.description),
      element: text(settings.element),
      thumbnail:
        thumbnail && resolveInside(root, path.relative(root, path.resolve(home, thumbnail)).split(path.sep).join('/')),
      order: typeof settings.order === 'number' ? settings.order : undefined,
      mapping: settings.mapping === 'line' || settings.mapping === 'any' ? settings.mapping : 'built-in',
      labels: texts(settings.labels),
      header: text(settings.header),
      buckets,
      problems,
    },
    library,
  );
}

/**
 * A requester's own template.
 *
 * @param {object} files
 * @param {string} files.template
 * @param {string} files.data
 * @param {Readonly<Record<string, string>>} [files.buckets]
 * @param {string} [files.labels] A label category configuration file, or labels with commas between them.
 * @param {string} [files.header]
 * @param {import('./library.js').Library} library
 */
export async function ownJob({ template, data, buckets, labels, header }, library) {
  const templatePath = path.resolve(template);
  const manifestPath = path.resolve(data);
  const title = path.basename(templatePath).replace(/(\.liquid)?\.html?$|\.liquid$/i, '');
  const { names, problems } = labels === undefined ? { names: undefined, problems: [] } : await readLabels(labels);
  return new Job(
    {
      id: slug(title),
      templatePath,
      manifestPath,
      title,
      description: displayPath(templatePath),
      mapping: 'any',
      labels: names,
      header,
      buckets: Object.fromEntries(Object.entries(buckets ?? {}).map(([name, folder]) => [name, path.resolve(folder)])),
      problems,
    },
    library,
  );
}

/** @param {string} labels */
async function readLabels(labels) {
  if (!labels.toLowerCase().endsWith('.json'))
    return { names: labels.split(',').map((name) => name.trim()), problems: [] };
  const { settings, problems } = await readSettings(path.resolve(labels));
  const list = Array.isArray(settings.labels) ? settings.labels : [];
  return { names: list.map((entry) => text(asRecord(entry).label)).filter((name) => name !== undefined), problems };
}

/**
 * @param {string} file
 * @returns {Promise<{ settings: Record<string, unknown>, problems: import('./job.js').Problem[] }>}
 */
async function readSettings(file) {
  const shown = displayPath(file);
  try {
    const content = await readFile(file, 'utf8');
    return { settings: asRecord(JSON.parse(content.replace(/^\uFEFF/, ''))), problems: [] };
  } catch (error) {
    const message =
      error instanceof SyntaxError ? `It is not valid JSON: ${error.message}.` : 'The file could not be read.';
    return { settings: {}, problems: [{ severity: 'error', code: 'settings', message, file: shown }] };
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function asRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' ? value : undefined;
}

/** @param {unknown} value */
function texts(value) {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}
