/** One job of the lab: a template, a manifest and where its pictures are. Everything is read afresh when asked for. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { renderTemplate } from './liquid/engine.js';
import { displayPath } from './paths.js';
import { objectPath, parseObjectUri, Storage } from './storage.js';
import { sourceOf, taskInput } from './task-input.js';

/**
 * @typedef {object} Problem
 * @property {'error' | 'warning'} severity
 * @property {string} code
 * @property {string} message
 * @property {string} [file]
 * @property {number} [line]
 * @property {number} [column]
 *
 * @typedef {object} JobOptions
 * @property {string} id
 * @property {string} templatePath
 * @property {string} manifestPath
 * @property {string} title
 * @property {string} [description]
 * @property {string} [element]
 * @property {string} [thumbnail] Absolute path of a picture.
 * @property {number} [order]
 * @property {import('./task-input.js').Mapping} mapping
 * @property {readonly string[]} [labels]
 * @property {string} [header]
 * @property {Readonly<Record<string, string>>} [buckets]
 * @property {readonly Problem[]} [problems] Found while the job was set up.
 */

/** Largest template or manifest that is read, so that a wrong path does not fill the memory. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

/** Pictures of so many lines are looked for at once; of later lines when they are opened. */
const PICTURES_CHECKED = 2_000;

/** More problems than these help nobody. */
const PROBLEMS_LISTED = 300;

export class Job {
  /**
   * @param {JobOptions} options
   * @param {import('./library.js').Library} library
   */
  constructor(options, library) {
    this.options = options;
    this.library = library;
    this.id = options.id;
    this.folder = path.dirname(options.templatePath);
    this.storage = new Storage({ folder: path.dirname(options.manifestPath), buckets: options.buckets });
    /** @type {{ key: string, value: Awaited<ReturnType<Job['readManifest']>> } | undefined} */
    this.cached = undefined;
  }

  /** Every folder whose changes concern this job. */
  get folders() {
    return [...new Set([this.folder, ...this.storage.folders])];
  }

  /** The manifest's good lines and the problems of the others. */
  async manifest() {
    const { manifestPath } = this.options;
    const info = await stat(manifestPath).catch(() => undefined);
    const key = info ? `${info.mtimeMs}:${info.size}` : 'missing';
    if (this.cached?.key !== key) this.cached = { key, value: await this.readManifest() };
    return this.cached.value;
  }

  async readManifest() {
    const { manifestPath } = this.options;
    const file = displayPath(manifestPath);
    const { text, problem } = await readText(manifestPath, 'manifest');
    if (problem) return { lines: [], problems: [problem] };
    const { parseManifest } = await this.library.answers();
    const { lines, problems } = parseManifest(text);
    return {
      lines,
      problems: problems.map(({ lineNumber, column, code, message, severity }) => ({
        severity,
        code,
        message,
        file,
        line: lineNumber,
        ...(column !== undefined && { column }),
      })),
    };
  }

  /**
   * Problems of the job as a whole: its set-up, its manifest, and pictures that are not there.
   *
   * @returns {Promise<Problem[]>}
   */
  async problems() {
    const { lines, problems } = await this.manifest();
    const file = displayPath(this.options.manifestPath);
    const missing = lines.slice(0, PICTURES_CHECKED).flatMap(({ lineNumber, value }) => {
      const source = sourceOf(value);
      if (source?.key !== 'source-ref') return [];
      const problem = this.whyMissing(source.value);
      return problem ? [{ ...problem, file, line: lineNumber }] : [];
    });
    const found = [...(this.options.problems ?? []), ...problems, ...missing];
    if (lines.length === 0 && !found.some(({ severity }) => severity === 'error')) {
      found.push({ severity: 'error', code: 'empty-manifest', message: 'The manifest has no lines yet.', file });
    }
    // Errors first, so that no heap of warnings hides them.
    found.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    if (found.length <= PROBLEMS_LISTED) return found;
    const more = (found.length - PROBLEMS_LISTED).toLocaleString('en');
    const rest = {
      severity: found[PROBLEMS_LISTED].severity,
      code: 'more-problems',
      message: `${more} more problems are not listed.`,
      file,
    };
    return [...found.slice(0, PROBLEMS_LISTED), rest];
  }

  /**
   * @param {number} index Zero-based number of the data object, which is its objectId.
   */
  async line(index) {
    const { lines } = await this.manifest();
    return lines.find((line) => line.index === index);
  }

  /**
   * Renders the template with one line.
   *
   * @param {number} index
   * @returns {Promise<{ html: string, problems: Problem[] } | undefined>} Nothing when there is no such line.
   */
  async render(index) {
    const line = await this.line(index);
    if (!line) return undefined;
    const { templatePath, manifestPath } = this.options;
    const file = displayPath(templatePath);
    const { text, problem } = await readText(templatePath, 'template');
    if (problem) return { html: '', problems: [problem] };

    /** @type {Map<string, Problem>} */
    const missing = new Map();
    // Named among the problems of the manifest already.
    const isListed = line.index < PICTURES_CHECKED;
    const ownSource = isListed ? sourceOf(line.value)?.value : undefined;
    const { html, problems } = renderTemplate(text, {
      input: taskInput(line.value, this.options),
      grantReadAccess: (uri) => {
        const problemOfUri = this.whyMissing(uri);
        if (problemOfUri && !missing.has(uri)) {
          // The line's own picture is looked for in the manifest; any other address came from the template or the data.
          const where = JSON.stringify(line.value).includes(JSON.stringify(uri).slice(1, -1))
            ? { file: displayPath(manifestPath), line: line.lineNumber }
            : { file, ...positionOf(text, uri) };
          missing.set(uri, { ...problemOfUri, ...where });
        }
        return this.urlOf(uri);
      },
    });
    missing.delete(ownSource ?? '');
    const unread = /\bsrc\s*=\s*["']?(s3:\/\/[^"'\s>]+)/i.exec(html);
    if (unread) {
      problems.push({
        severity: 'warning',
        code: 'no-read-access',
        message: `A browser cannot load ${unread[1]}. Add "| grant_read_access" where the template prints it.`,
      });
    }
    return { html, problems: [...problems.map((found) => ({ ...found, file })), ...missing.values()] };
  }

  /**
   * Address the browser loads for something that a template passed to `grant_read_access`.
   *
   * @param {string} uri
   */
  urlOf(uri) {
    const address = parseObjectUri(uri);
    if (address) return objectPath(this.id, address);
    if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) return uri;
    return `/task/${encodeURIComponent(this.id)}/${uri.split('/').map(encodeURIComponent).join('/')}`;
  }

  /**
   * Local file behind an address of a manifest.
   *
   * @param {string} uri
   */
  fileOf(uri) {
    const address = parseObjectUri(uri);
    return address ? this.storage.find(address) : this.storage.findLocal(uri);
  }

  /**
   * Says why a file of a task cannot be shown, if so.
   *
   * @param {string} uri
   * @returns {Problem | undefined}
   */
  whyMissing(uri) {
    const address = parseObjectUri(uri);
    if (address) {
      if (this.storage.find(address)) return undefined;
      const tried = this.storage.candidates(address).map((file) => displayPath(file));
      const looked =
        tried.length > 0 ? `Looked for ${[...new Set(tried)].join(' and ')}.` : 'Its key leads outside the folder.';
      return { severity: 'error', code: 'missing-picture', message: `${uri} was not found. ${looked}` };
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) {
      return {
        severity: 'warning',
        code: 'remote-picture',
        message: `${uri} is on another server. The lab serves local files only: use an S3 address and --s3 bucket=folder.`,
      };
    }
    if (this.storage.findLocal(uri)) return undefined;
    return { severity: 'error', code: 'missing-picture', message: `${uri} was not found beside the manifest.` };
  }
}

/**
 * @param {string} file
 * @param {string} what
 */
async function readText(file, what) {
  const shown = displayPath(file);
  /** @param {string} message */
  const failed = (message) => ({
    text: '',
    problem: { severity: /** @type {const} */ ('error'), code: `missing-${what}`, message, file: shown },
  });
  try {
    const info = await stat(file);
    if (!info.isFile()) return failed(`The ${what} is not a file.`);
    if (info.size > MAX_TEXT_BYTES) return failed(`The ${what} is larger than 256 MB.`);
    return { text: await readFile(file, 'utf8') };
  } catch {
    return failed(`The ${what} could not be read.`);
  }
}

/**
 * @param {string} text
 * @param {string} part
 */
function positionOf(text, part) {
  const at = text.indexOf(part);
  if (at < 0) return {};
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
