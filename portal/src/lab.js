/** Starts the task lab: jobs, library, answers, watching, server. */
import path from 'node:path';
import { AnswerStore } from './answers.js';
import { ownJob, readGallery } from './gallery.js';
import { Library } from './library.js';
import { createServer, listen } from './server.js';
import { watchFolders } from './watch.js';

/**
 * @typedef {object} LabOptions
 * @property {string} examples Folder of the gallery.
 * @property {string} dist Folder of the built library.
 * @property {string} output Folder that answers are written to.
 * @property {number} port First port to try.
 * @property {Parameters<typeof ownJob>[0]} [own] A requester's own template, shown instead of the gallery.
 */

/**
 * @param {LabOptions} options
 */
export async function startLab({ examples, dist, output, port, own }) {
  const library = new Library(dist);
  const answers = new AnswerStore(path.resolve(output));
  const events = new EventTarget();

  const readJobs = async () => (own ? [await ownJob(own, library)] : readGallery(examples, library));
  let jobs = await readJobs();
  let stopWatching = () => {};

  const follow = () => {
    stopWatching();
    const folders = [...jobs.flatMap((job) => job.folders), ...(own ? [] : [examples])];
    stopWatching = watchFolders(folders, (files) => void handleChange(files));
  };
  /** @param {Record<string, unknown>} detail */
  const tell = (detail) => events.dispatchEvent(new CustomEvent('change', { detail }));
  /** @param {readonly string[]} files */
  const handleChange = async (files) => {
    const within = (/** @type {string} */ folder) => files.some((file) => path.dirname(file) === folder);
    if (files.some((file) => path.basename(file) === 'lab.json' || path.dirname(file) === examples)) {
      jobs = await readJobs();
      follow();
    }
    const concerned = jobs.filter((job) => job.folders.some(within)).map((job) => job.id);
    tell({ kind: 'files', jobs: concerned, files: files.map((file) => path.basename(file)) });
  };
  follow();
  const stopLibrary = library.watch(() => tell({ kind: 'library', jobs: jobs.map((job) => job.id) }));

  const server = createServer({ jobs: () => jobs, library, answers, events });
  const actualPort = await listen(server, { port });
  return {
    url: `http://127.0.0.1:${actualPort}/`,
    port: actualPort,
    async close() {
      stopWatching();
      stopLibrary();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
