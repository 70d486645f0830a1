/** The built library: the script a task page loads, and the pure functions that check manifests and answers. */
import { existsSync, unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} ManifestProblem
 * @property {number} lineNumber One-based.
 * @property {number} [column] One-based.
 * @property {string} code
 * @property {string} message
 * @property {'error' | 'warning'} severity
 *
 * @typedef {object} AnswerProblem
 * @property {string} [path]
 * @property {string} message
 *
 * @typedef {object} Answers The library's `open-crowd-elements/answers`.
 * @property {(text: string) => { lines: readonly { index: number, lineNumber: number, value: Record<string, unknown> }[], problems: readonly ManifestProblem[] }} parseManifest
 * @property {(tag: string) => boolean} isAnswerTag
 * @property {(tag: string, name: string | null) => string | undefined} answerKeyOf
 * @property {(answers: object, tags: Record<string, string>) => readonly AnswerProblem[]} checkAnswers
 */

/** How often the built script is looked at. */
const POLL_MS = 700;

export class Library {
  /** @type {Promise<Answers> | undefined} */
  loading;

  /** @param {string} folder Folder with the built library. */
  constructor(folder) {
    this.folder = folder;
    this.dropIn = path.join(folder, 'crowd-html-elements.js');
    this.answersModule = path.join(folder, 'answers', 'index.js');
  }

  /** Whether the drop-in script has been built. */
  get built() {
    return existsSync(this.dropIn);
  }

  /**
   * The pure functions. Loaded once: a new build of them needs a new start of the lab.
   *
   * @returns {Promise<Answers>}
   */
  answers() {
    this.loading ??= import(pathToFileURL(this.answersModule).href);
    return this.loading;
  }

  /**
   * Calls back after the drop-in script was built anew. Polls, because a build removes the folder first.
   *
   * @param {() => void} handle
   * @returns {() => void} Ends the watching.
   */
  watch(handle) {
    /** @param {import('node:fs').Stats} current @param {import('node:fs').Stats} previous */
    const compare = (current, previous) => {
      if (current.mtimeMs !== 0 && current.mtimeMs !== previous.mtimeMs) handle();
    };
    watchFile(this.dropIn, { interval: POLL_MS, persistent: false }, compare);
    return () => unwatchFile(this.dropIn, compare);
  }
}
