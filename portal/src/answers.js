/** Worker responses on disk, laid out as Ground Truth writes them. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveInside } from './paths.js';

/**
 * @typedef {object} WorkerAnswer
 * @property {string} acceptanceTime `YYYY-MM-DDTHH:MM:SS.mmmZ`
 * @property {unknown} answerContent
 * @property {string} submissionTime
 * @property {number} timeSpentInSeconds Active time, three decimals.
 * @property {string} workerId
 *
 * @typedef {object} StoredAnswer
 * @property {string} file Path below the output folder, with `/`.
 * @property {string} objectId
 * @property {string} name File name without folder.
 * @property {number} modifiedMs
 */

/** Name of the only iteration that the lab plays. */
const ITERATION = 'iteration-1';

/** One file is enough for any answer; a mask of a 100-megapixel picture is far below this. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

export class AnswerStore {
  /** @param {string} root Absolute output folder; nothing is written elsewhere. */
  constructor(root) {
    this.root = root;
    // One worker, the same on every start, told apart from the next machine's.
    this.workerId = createHash('sha256')
      .update(`task-lab:${os.hostname()}:${os.userInfo().username}`)
      .digest('hex')
      .slice(0, 16);
  }

  /**
   * @param {string} jobId
   * @param {number} objectId
   * @param {{ answerContent: unknown, acceptanceTime?: unknown, timeSpentInSeconds?: unknown }} answer
   * @param {Date} [now]
   */
  async write(jobId, objectId, { answerContent, acceptanceTime, timeSpentInSeconds }, now = new Date()) {
    const folder = this.folderOf(jobId, String(objectId));
    await mkdir(folder, { recursive: true });
    const response = { answers: [this.complete({ answerContent, acceptanceTime, timeSpentInSeconds }, now)] };
    const text = `${JSON.stringify(response, null, 2)}\n`;

    // Written aside and renamed: a crash leaves no half answer, and a second submission in the same second gets its own.
    const temporary = path.join(folder, `.${randomUUID()}.part`);
    await writeFile(temporary, text);
    try {
      const file = await freeName(folder, fileTime(now));
      await rename(temporary, file);
      return { file: this.relative(file), response };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /**
   * Adds what the service adds to an answer.
   *
   * @returns {WorkerAnswer}
   */
  complete({ answerContent, acceptanceTime, timeSpentInSeconds }, now) {
    const accepted = typeof acceptanceTime === 'string' ? new Date(acceptanceTime) : undefined;
    const start = accepted && accepted.getTime() <= now.getTime() ? accepted : now;
    const elapsed = (now.getTime() - start.getTime()) / 1000;
    const spent = typeof timeSpentInSeconds === 'number' && timeSpentInSeconds >= 0 ? timeSpentInSeconds : elapsed;
    return {
      acceptanceTime: start.toISOString(),
      answerContent,
      submissionTime: now.toISOString(),
      timeSpentInSeconds: Math.round(Math.min(spent, elapsed) * 1000) / 1000,
      workerId: this.workerId,
    };
  }

  /**
   * What has been written for a job, newest first.
   *
   * @param {string} jobId
   * @returns {Promise<StoredAnswer[]>}
   */
  async list(jobId) {
    const folder = this.folderOf(jobId);
    const found = [];
    for (const objectId of await namesIn(folder)) {
      for (const name of await namesIn(path.join(folder, objectId))) {
        if (!name.endsWith('.json') || name.startsWith('.')) continue;
        const file = path.join(folder, objectId, name);
        const { mtimeMs } = await stat(file);
        found.push({ file: this.relative(file), objectId, name, modifiedMs: mtimeMs });
      }
    }
    return found.sort((a, b) => b.modifiedMs - a.modifiedMs || b.name.localeCompare(a.name));
  }

  /**
   * @param {string} relative As `list` gave it.
   * @returns {Promise<{ answers: WorkerAnswer[] } | undefined>}
   */
  async read(relative) {
    const file = resolveInside(this.root, relative);
    if (!file?.endsWith('.json')) return undefined;
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch {
      return undefined;
    }
  }

  /**
   * @param {string} jobId
   * @param {string} [objectId]
   */
  folderOf(jobId, objectId = '.') {
    const folder = resolveInside(this.root, path.posix.join(jobId, 'annotations/worker-response', ITERATION, objectId));
    if (!folder) throw new Error(`The job name ${JSON.stringify(jobId)} leads outside the output folder.`);
    return folder;
  }

  /** @param {string} file */
  relative(file) {
    return path.relative(this.root, file).split(path.sep).join('/');
  }
}

/** @param {string} folder */
async function namesIn(folder) {
  return readdir(folder).catch(() => []);
}

/** @param {Date} time */
function fileTime(time) {
  // Ground Truth writes colons, which become underscores when a file is downloaded.
  return time.toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '_');
}

/**
 * @param {string} folder
 * @param {string} base
 */
async function freeName(folder, base) {
  const taken = new Set(await namesIn(folder));
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${base}.json` : `${base}-${n}.json`;
    if (!taken.has(name)) return path.join(folder, name);
  }
}
