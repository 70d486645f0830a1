import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { describe, it } from 'node:test';
import { lab, PIXEL, temporaryFolder, writeFiles } from './helpers.js';

/** A request whose path is sent exactly as written; fetch would tidy it up. */
function raw(port, requestPath, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: requestPath, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function ownLab(t, files = {}) {
  const folder = await writeFiles(await temporaryFolder(t), {
    'job/task.liquid.html': '<crowd-form><img src="{{ task.input.taskObject | grant_read_access }}"></crowd-form>',
    'job/task.manifest': '{"source-ref":"s3://b/pictures/a.png"}\n{"source-ref":"s3://b/b.png"}',
    'job/a.png': PIXEL,
    'job/b.png': PIXEL,
    'job/helper.js': 'void 0;',
    'secret.txt': 'secret',
    ...files,
  });
  const output = path.join(folder, 'output');
  const own = { template: path.join(folder, 'job/task.liquid.html'), data: path.join(folder, 'job/task.manifest') };
  return { folder, output, ...(await lab(t, { own, output })) };
}

const ANSWER = { answerContent: { boundingBox: { boundingBoxes: [], inputImageProperties: { height: 1, width: 1 } } } };
const post = (port, requestPath, value, headers = {}) =>
  raw(port, requestPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof value === 'string' ? value : JSON.stringify(value),
  });

describe('pages and files', () => {
  it('serves the lab, the library, the task, its picture and its own files', async (t) => {
    const { port } = await ownLab(t);
    for (const [address, type] of Object.entries({
      '/': 'text/html',
      '/lab/lab.js': 'text/javascript',
      '/lab/lab.css': 'text/css',
      '/lab-bridge.js': 'text/javascript',
      '/crowd-html-elements.js': 'text/javascript',
      '/task/task/0': 'text/html',
      '/task/task/helper.js': 'text/javascript',
      '/files/task/b/pictures/a.png': 'image/png',
      '/thumbnails/task': 'image/png',
    })) {
      const { status, headers } = await raw(port, address);
      assert.deepEqual([address, status, headers['content-type'].split(';')[0]], [address, 200, type]);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('gives the task page the policy that was asked for, and no bridge when it is not wanted', async (t) => {
    const { port } = await ownLab(t);
    const relaxed = await raw(port, '/task/task/0?lang=ko&theme=dark');
    assert.match(relaxed.headers['content-security-policy'], /script-src 'self' 'unsafe-inline'/);
    assert.match(relaxed.text, /<html lang="ko" data-theme="dark">/);
    const strict = await raw(port, '/task/task/0?csp=strict&bridge=off&lang=%22%3E%3Cb%3E');
    assert.doesNotMatch(strict.headers['content-security-policy'], /unsafe/);
    assert.equal(strict.text.split('<script').length, 2);
    assert.doesNotMatch(strict.text, /<b>/);
  });

  it('answers ranges and known versions of a file', async (t) => {
    const { port } = await ownLab(t);
    const { headers } = await raw(port, '/files/task/b/a.png');
    assert.equal((await raw(port, '/files/task/b/a.png', { headers: { 'if-none-match': headers.etag } })).status, 304);
    const part = await raw(port, '/files/task/b/a.png', { headers: { range: 'bytes=0-3' } });
    assert.deepEqual(
      [part.status, part.headers['content-range'], part.headers['content-length']],
      [206, `bytes 0-3/${PIXEL.length}`, '4'],
    );
    assert.equal((await raw(port, '/files/task/b/a.png', { headers: { range: 'bytes=999-' } })).status, 416);
  });

  it('explains a line and a job that are not there', async (t) => {
    const { port } = await ownLab(t);
    assert.equal((await raw(port, '/task/task/7')).status, 404);
    assert.equal((await raw(port, '/task/other/0')).status, 404);
    assert.equal((await raw(port, '/api/jobs/other')).status, 404);
    assert.equal((await raw(port, '/api/jobs/task/lines/7')).status, 404);
    assert.equal((await raw(port, '/nothing')).status, 404);
  });

  it('shows a broken template as a calm page with the place', async (t) => {
    const { port } = await ownLab(t, { 'job/task.liquid.html': 'one\n{{ 1 | shout }}' });
    const { text } = await raw(port, '/task/task/0');
    assert.match(text, /cannot be rendered/);
    assert.match(text, /task\.liquid\.html:2:1</);
  });
});

describe('safety', () => {
  const traversals = [
    '/lab/../src/server.js',
    '/lab/..%2fsrc/server.js',
    '/lab/%2e%2e/src/server.js',
    '/task/task/..%2f..%2fsecret.txt',
    '/task/task/%2e%2e%2fsecret.txt',
    '/files/task/b/..%2fsecret.txt',
    '/files/task/b/%2e%2e/secret.txt',
    '/files/task/b/..%5csecret.txt',
    '/files/task/..%2f..%2fetc/passwd',
    '/api/answers/..%2fjob%2ftask.manifest',
    '/api/answers/..%2f..%2fpackage.json',
    '/thumbnails/..%2fsecret.txt',
    '/task/..%2fsecret.txt/0',
    '/files/task/b/a.png%00.txt',
    '/task/task/%E0%A4%A',
  ];
  for (const address of traversals) {
    it(`gives nothing for ${address}`, async (t) => {
      const { port } = await ownLab(t);
      const { status, text } = await raw(port, address);
      assert.ok(status === 404 || status === 400, `${status}`);
      assert.doesNotMatch(text, /secret$|createServer|root:/);
    });
  }

  it('answers to this machine only, whatever name it is called by', async (t) => {
    const { port } = await ownLab(t);
    assert.equal((await raw(port, '/', { headers: { host: 'evil.example' } })).status, 403);
    assert.equal((await raw(port, '/', { headers: { host: `localhost:${port}` } })).status, 200);
  });

  it('takes answers from its own pages only, as JSON, for lines that exist', async (t) => {
    const { port } = await ownLab(t);
    const address = '/api/jobs/task/lines/0/answers';
    assert.equal((await post(port, address, ANSWER, { origin: 'http://evil.example' })).status, 403);
    assert.equal((await post(port, address, ANSWER, { 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post(port, address, '{')).status, 400);
    assert.equal((await post(port, address, { answerContent: 'text' })).status, 400);
    assert.equal((await post(port, '/api/jobs/task/lines/9/answers', ANSWER)).status, 404);
    assert.equal((await raw(port, address)).status, 404);
  });
});

describe('answers', () => {
  it('are written, checked against the schema of their element, and listed', async (t) => {
    const { port, output } = await ownLab(t);
    const widgets = [{ name: 'boundingBox', tag: 'crowd-bounding-box' }];
    const good = await post(port, '/api/jobs/task/lines/1/answers', { ...ANSWER, widgets });
    assert.equal(good.status, 201);
    const { file, problems, checked } = JSON.parse(good.text);
    assert.deepEqual([problems, checked], [[], ['crowd-bounding-box']]);
    assert.match(file, /^task\/annotations\/worker-response\/iteration-1\/1\/[\d_-]+\.json$/);
    const written = JSON.parse(await readFile(path.join(output, file), 'utf8'));
    assert.deepEqual(written.answers[0].answerContent, ANSWER.answerContent);

    const bad = await post(port, '/api/jobs/task/lines/1/answers', {
      answerContent: { boundingBox: { boundingBoxes: 'none' } },
      widgets,
    });
    const paths = JSON.parse(bad.text).problems.map((problem) => problem.path);
    assert.ok(paths.includes('boundingBox.boundingBoxes'), `${paths}`);

    const { answers } = JSON.parse((await raw(port, '/api/jobs/task')).text);
    assert.equal(answers.length, 2);
    assert.deepEqual(JSON.parse((await raw(port, `/api/answers/${file}`)).text), written);
  });
});

describe('edits', () => {
  it('are told to open pages', async (t) => {
    const { port, folder } = await ownLab(t);
    const message = new Promise((resolve, reject) => {
      const request = http.get({ port, host: '127.0.0.1', path: '/api/events' }, (response) => {
        response.setEncoding('utf8').on('data', (part) => {
          const data = /^data: (.*)$/m.exec(part);
          if (data) resolve(JSON.parse(data[1]));
        });
        void writeFile(path.join(folder, 'job/task.liquid.html'), '<crowd-form>new</crowd-form>');
      });
      request.on('error', reject);
      t.after(() => request.destroy());
    });
    assert.deepEqual(await message, { kind: 'files', jobs: ['task'], files: ['task.liquid.html'] });
    assert.match((await raw(port, '/task/task/0')).text, /new/);
  });
});
