/** The task lab's server: small, on the loopback interface only, and silent towards every other network. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_ANSWER_BYTES } from './answers.js';
import { displayPath, resolveInside } from './paths.js';
import { mediaType } from './storage.js';
import { BRIDGE_PATH, contentPolicy, LIBRARY_PATH, problemPage, taskPage } from './task-page.js';

const PUBLIC = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'public');

/** Policy of the lab's own pages. */
const LAB_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Lines that a list of tasks names; a longer manifest is walked by number. */
const CAPTIONS = 1_000;

/** How often an idle event stream says that it is alive. */
const HEARTBEAT_MS = 20_000;

/**
 * A request that cannot be served, with the status to say so.
 */
class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @typedef {object} Lab
 * @property {() => readonly import('./job.js').Job[]} jobs
 * @property {import('./library.js').Library} library
 * @property {import('./answers.js').AnswerStore} answers
 * @property {EventTarget} events Fires `change` as a CustomEvent whose detail is sent to open pages.
 *
 * @typedef {{ request: http.IncomingMessage, response: http.ServerResponse, url: URL, lab: Lab }} Exchange
 */

/** @type {readonly [method: string, path: RegExp, handle: (exchange: Exchange, ...parts: string[]) => unknown][]} */
const ROUTES = [
  ['GET', /^\/$/, (exchange) => sendLabFile(exchange, 'index.html')],
  ['GET', /^\/favicon\.ico$/, (exchange) => sendLabFile(exchange, 'icon.svg')],
  ['GET', /^\/lab\/(.+)$/, sendLabFile],
  ['GET', new RegExp(`^${BRIDGE_PATH}$`), (exchange) => sendLabFile(exchange, 'lab-bridge.js')],
  ['GET', new RegExp(`^${LIBRARY_PATH}(\\.map)?$`), sendLibrary],
  ['GET', /^\/task\/([^/]+)\/(\d+)$/, sendTask],
  ['GET', /^\/task\/([^/]+)\/(.+)$/, sendTaskFile],
  ['GET', /^\/files\/([^/]+)\/([^/]+)\/(.+)$/, sendObject],
  ['GET', /^\/thumbnails\/([^/]+)$/, sendThumbnail],
  ['GET', /^\/api\/jobs$/, sendJobs],
  ['GET', /^\/api\/jobs\/([^/]+)$/, sendJob],
  ['GET', /^\/api\/jobs\/([^/]+)\/lines\/(\d+)$/, sendLine],
  ['POST', /^\/api\/jobs\/([^/]+)\/lines\/(\d+)\/answers$/, receiveAnswer],
  ['GET', /^\/api\/answers\/(.+)$/, sendAnswer],
  ['GET', /^\/api\/events$/, sendEvents],
];

/**
 * @param {Lab} lab
 * @returns {http.Server}
 */
export function createServer(lab) {
  const server = http.createServer((request, response) => {
    void respond(lab, request, response).catch((error) => {
      const status = error instanceof HttpError ? error.status : 500;
      if (status === 500) console.error(error);
      if (response.headersSent) return response.destroy();
      sendJson(response, status, { error: status === 500 ? 'Something went wrong in the lab.' : error.message });
    });
  });
  return server;
}

/**
 * Listens on the first free port of the loopback interface.
 *
 * @param {http.Server} server
 * @param {{ port: number, attempts?: number }} options
 * @returns {Promise<number>} The port that was free.
 */
export async function listen(server, { port, attempts = 50 }) {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, '127.0.0.1', () => {
          server.removeListener('error', reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!taken || candidate + 1 >= port + attempts) throw error;
    }
  }
}

/**
 * @param {Lab} lab
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
async function respond(lab, request, response) {
  // A name that merely resolves to this machine is another site's page reaching in.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(host))
    throw new HttpError(403, 'The lab answers to localhost only.');

  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  for (const [routeMethod, pattern, handle] of ROUTES) {
    const match = pattern.exec(url.pathname);
    if (match && routeMethod === method) {
      return handle(
        { request, response, url, lab },
        ...match
          .slice(1)
          .filter((part) => part !== undefined)
          .map(decode),
      );
    }
  }
  throw new HttpError(404, 'There is nothing at this address.');
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new HttpError(400, 'The address is not well formed.');
  }
}

/** @type {(exchange: Exchange, name: string) => void} */
function sendLabFile({ request, response }, name) {
  response.setHeader('Content-Security-Policy', LAB_POLICY);
  sendFile(request, response, resolveInside(PUBLIC, name));
}

/** @type {(exchange: Exchange, suffix?: string) => void} */
function sendLibrary({ request, response, lab }, suffix = '') {
  if (!lab.library.built) throw new HttpError(404, 'The library has not been built. Run npm run build.');
  sendFile(request, response, `${lab.library.dropIn}${suffix}`);
}

/** @type {(exchange: Exchange, jobId: string, index: string) => Promise<void>} */
async function sendTask({ response, url, lab }, jobId, index) {
  const job = jobOf(lab, jobId);
  const rendered = await job.render(Number(index));
  const strict = url.searchParams.get('csp') === 'strict';
  response.setHeader('Content-Security-Policy', contentPolicy({ strict }));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (!rendered) {
    const { problems } = await job.manifest();
    response.statusCode = 404;
    response.end(problemPage('There is no task here yet', problems.slice(0, 20)));
    return;
  }
  const fatal = rendered.problems.filter(({ code }) => code.startsWith('template-') || code === 'missing-template');
  if (fatal.length > 0 && rendered.html === '') {
    response.end(problemPage('The template cannot be rendered', fatal));
    return;
  }
  const lang = url.searchParams.get('lang');
  const theme = url.searchParams.get('theme');
  response.end(
    taskPage(rendered.html, {
      title: job.options.title,
      lang: lang && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) ? lang : undefined,
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      bridge: url.searchParams.get('bridge') !== 'off',
    }),
  );
}

/** A file that the template asks for relative to itself. */
/** @type {(exchange: Exchange, jobId: string, relative: string) => void} */
function sendTaskFile({ request, response, lab }, jobId, relative) {
  const job = jobOf(lab, jobId);
  const besideManifest = job.storage.findLocal(relative);
  sendFile(request, response, resolveExisting(job.folder, relative) ?? besideManifest);
}

/** @type {(exchange: Exchange, jobId: string, bucket: string, key: string) => void} */
function sendObject({ request, response, lab }, jobId, bucket, key) {
  const file = jobOf(lab, jobId).storage.find({ bucket, key });
  // The same rule a bucket must have: readable from anywhere, so that pixels can be read.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  sendFile(request, response, file);
}

/** @type {(exchange: Exchange, jobId: string) => Promise<void>} */
async function sendThumbnail({ request, response, lab }, jobId) {
  const job = jobOf(lab, jobId);
  sendFile(request, response, job.options.thumbnail ?? (await firstPicture(job)));
}

/** @param {import('./job.js').Job} job */
async function firstPicture(job) {
  const { lines } = await job.manifest();
  const reference = lines[0]?.value['source-ref'];
  return typeof reference === 'string' ? job.fileOf(reference) : undefined;
}

/** @type {(exchange: Exchange) => Promise<void>} */
async function sendJobs({ response, lab }) {
  const jobs = await Promise.all(
    lab.jobs().map(async (job) => {
      const { lines, problems } = await job.manifest();
      const { title, description, element, thumbnail, manifestPath } = job.options;
      return {
        id: job.id,
        title,
        description,
        element,
        folder: displayPath(path.dirname(manifestPath)),
        hasThumbnail: Boolean(thumbnail ?? (await firstPicture(job))),
        lines: lines.length,
        hasErrors: [...problems, ...(job.options.problems ?? [])].some(({ severity }) => severity === 'error'),
        answers: (await lab.answers.list(job.id)).length,
      };
    }),
  );
  sendJson(response, 200, { jobs, libraryBuilt: lab.library.built, output: displayPath(lab.answers.root) });
}

/** @type {(exchange: Exchange, jobId: string) => Promise<void>} */
async function sendJob({ response, lab }, jobId) {
  const job = jobOf(lab, jobId);
  const { lines } = await job.manifest();
  const { title, description, element, templatePath, manifestPath } = job.options;
  sendJson(response, 200, {
    id: job.id,
    title,
    description,
    element,
    template: displayPath(templatePath),
    manifest: displayPath(manifestPath),
    indices: lines.map(({ index }) => index),
    captions: lines.slice(0, CAPTIONS).map(({ value }) => captionOf(value)),
    problems: await job.problems(),
    answers: await lab.answers.list(jobId),
  });
}

/** @type {(exchange: Exchange, jobId: string, index: string) => Promise<void>} */
async function sendLine({ response, lab }, jobId, index) {
  const job = jobOf(lab, jobId);
  const line = await job.line(Number(index));
  const rendered = await job.render(Number(index));
  if (!line || !rendered) throw new HttpError(404, 'The manifest has no such line.');
  sendJson(response, 200, { ...line, problems: rendered.problems });
}

/** @type {(exchange: Exchange, jobId: string, index: string) => Promise<void>} */
async function receiveAnswer({ request, response, lab }, jobId, index) {
  const job = jobOf(lab, jobId);
  assertSameOrigin(request);
  if (!(await job.line(Number(index)))) throw new HttpError(404, 'The manifest has no such line.');
  const { answerContent, acceptanceTime, timeSpentInSeconds, widgets } = await readJson(request);
  if (typeof answerContent !== 'object' || answerContent === null)
    throw new HttpError(400, 'The answer is not an object.');
  const written = await lab.answers.write(jobId, Number(index), { answerContent, acceptanceTime, timeSpentInSeconds });
  const { checked, problems } = await checkAnswers(lab, widgets, answerContent);
  sendJson(response, 201, { ...written, checked, problems });
  lab.events.dispatchEvent(new CustomEvent('change', { detail: { kind: 'answer', job: jobId, file: written.file } }));
}

/**
 * Checks each element's part of the answer against the schema of its tag.
 *
 * @param {Lab} lab
 * @param {unknown} widgets Tags that the page has seen, and their names.
 * @param {object} answerContent
 */
async function checkAnswers(lab, widgets, answerContent) {
  const library = await lab.library.answers();
  /** @type {Record<string, string>} */
  const tags = Object.create(null);
  for (const { name, tag } of Array.isArray(widgets) ? widgets : []) {
    const key = library.isAnswerTag(tag) ? library.answerKeyOf(tag, name) : undefined;
    if (key !== undefined && Object.hasOwn(answerContent, key)) tags[key] = tag;
  }
  return { checked: [...new Set(Object.values(tags))], problems: library.checkAnswers(answerContent, tags) };
}

/** @type {(exchange: Exchange, file: string) => Promise<void>} */
async function sendAnswer({ response, lab }, file) {
  const content = await lab.answers.read(file);
  if (!content) throw new HttpError(404, 'There is no such answer.');
  sendJson(response, 200, content);
}

/** @type {(exchange: Exchange) => void} */
function sendEvents({ request, response, lab }) {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  response.write('retry: 1000\n\n');
  /** @param {Event} event */
  const send = (event) => response.write(`data: ${JSON.stringify(/** @type {CustomEvent} */ (event).detail)}\n\n`);
  lab.events.addEventListener('change', send);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  request.on('close', () => {
    clearInterval(heartbeat);
    lab.events.removeEventListener('change', send);
  });
}

/**
 * @param {Lab} lab
 * @param {string} id
 */
function jobOf(lab, id) {
  const job = lab.jobs().find((candidate) => candidate.id === id);
  if (!job) throw new HttpError(404, `There is no job named ${id}.`);
  return job;
}

/** @param {Record<string, unknown>} line */
function captionOf(line) {
  const source = line['source-ref'] ?? line.source;
  const words = typeof source === 'string' ? source : '';
  return 'source-ref' in line ? (words.split('/').at(-1) ?? words) : words.slice(0, 80);
}

/** @param {http.IncomingMessage} request */
function assertSameOrigin(request) {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new HttpError(403, 'Answers come from the lab itself.');
  if (!String(request.headers['content-type']).startsWith('application/json')) {
    throw new HttpError(415, 'Answers are sent as JSON.');
  }
}

/**
 * @param {http.IncomingMessage} request
 * @returns {Promise<Record<string, unknown>>}
 */
async function readJson(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new HttpError(413, 'The answer is larger than 64 MB.');
    chunks.push(chunk);
  }
  try {
    const value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new HttpError(400, 'The answer is not JSON.');
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {unknown} value
 */
function sendJson(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/**
 * @param {string} root
 * @param {string} relative
 */
function resolveExisting(root, relative) {
  const file = resolveInside(root, relative);
  return file && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/**
 * Sends a file, whole or a range of it, so that videos can be sought.
 *
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {string | undefined} file
 */
function sendFile(request, response, file) {
  if (!file || !existsSync(file) || !statSync(file).isFile()) throw new HttpError(404, 'There is no such file.');
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', mediaType(file));
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = range ? Number(range[1]) : 0;
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  if (range && start > end) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  response.writeHead(range ? 206 : 200, { 'Content-Length': size === 0 ? 0 : end - start + 1 });
  if (request.method === 'HEAD' || size === 0) response.end();
  else
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response);
}
