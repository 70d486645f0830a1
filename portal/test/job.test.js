import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ownJob, readGallery } from '../src/gallery.js';
import { taskInput } from '../src/task-input.js';
import { library, PIXEL, ROOT, temporaryFolder, writeFiles } from './helpers.js';

const TEMPLATE =
  '<crowd-form>\n<img src="{{ task.input.taskObject | grant_read_access }}">{{ task.input.caption }}\n</crowd-form>';

async function job(t, { manifest, template = TEMPLATE, files = {}, ...options }) {
  const folder = await writeFiles(await temporaryFolder(t), {
    'my.liquid.html': template,
    'my.manifest': manifest,
    'a.jpg': PIXEL,
    ...files,
  });
  return ownJob(
    { template: path.join(folder, 'my.liquid.html'), data: path.join(folder, 'my.manifest'), ...options },
    await library(),
  );
}

const codes = (problems) => problems.map(({ code, line }) => `${code}:${line ?? ''}`);

describe('a requester’s own job', () => {
  it('keeps good lines usable beside bad ones, and names each by file and line', async (t) => {
    const mine = await job(t, {
      manifest: [
        '{"source-ref":"s3://b/a.jpg","caption":"one"}',
        '{"source-ref":"s3://b/a.jpg" "caption":"two"}',
        '{"source-ref":"s3://b/gone.jpg","caption":"three"}',
        '{"source-ref":"s3://b/a2.jpg","source":"both"}',
        '{"caption":"neither"}',
        '{"source":"text","$id":1}',
        `{"source":"${'x'.repeat(100_001)}"}`,
      ].join('\n'),
      files: { 'a2.jpg': PIXEL },
    });
    const problems = await mine.problems();
    const found = codes(problems);
    for (const expected of [
      'not-json:2',
      'missing-picture:3',
      'two-sources:4',
      'no-source:5',
      'dollar-name:6',
      'line-too-long:7',
    ]) {
      assert.ok(found.includes(expected), `${expected} in ${found}`);
    }
    assert.ok(problems.every(({ file }) => file.endsWith('my.manifest')));
    const { html, problems: own } = await mine.render(0);
    assert.match(html, /src="\/files\/my\/b\/a\.jpg">one/);
    assert.deepEqual(own, []);
    assert.equal((await mine.line(2)).value.caption, 'three');
    assert.equal(await mine.render(99), undefined);
  });

  it('reads a manifest with byte order mark, CRLF and blank lines at the end', async (t) => {
    const mine = await job(t, {
      manifest: '\uFEFF{"source-ref":"s3://b/a.jpg","caption":"1"}\r\n{"source":"text","caption":"2"}\r\n\r\n\n',
    });
    assert.deepEqual(await mine.problems(), []);
    assert.equal((await mine.manifest()).lines.length, 2);
  });

  it('says that a manifest or template is missing', async (t) => {
    const folder = await temporaryFolder(t);
    const mine = await ownJob(
      { template: path.join(folder, 't.html'), data: path.join(folder, 'm.manifest') },
      await library(),
    );
    assert.deepEqual(codes(await mine.problems()), ['missing-manifest:']);
    await writeFiles(folder, { 'm.manifest': '{"source":"x"}' });
    assert.deepEqual(codes((await mine.render(0)).problems), ['missing-template:']);
  });

  it('names a missing picture of the template by its place there', async (t) => {
    const mine = await job(t, {
      manifest: '{"source":"x"}',
      template: `line one\n  <img src="{{ 's3://b/guide.png' | grant_read_access }}">`,
    });
    const { problems } = await mine.render(0);
    assert.deepEqual([problems[0].code, problems[0].line, problems[0].column], ['missing-picture', 2, 17]);
  });

  it('notices an address that was printed without access, and one on another server', async (t) => {
    const mine = await job(t, {
      manifest: '{"source-ref":"s3://b/a.jpg"}\n{"source":"x","page":"https://example.com/x.png"}',
      template:
        '<img src="{{ task.input.source-ref }}">{% if task.input.page %}<img src="{{ task.input.page | grant_read_access }}">{% endif %}',
    });
    assert.ok(codes((await mine.render(0)).problems).includes('no-read-access:'));
    assert.ok((await mine.render(1)).problems.some(({ code }) => code === 'remote-picture'));
  });

  it('maps buckets and labels from the command line', async (t) => {
    const folder = await writeFiles(await temporaryFolder(t), {
      'pictures/x/p.jpg': PIXEL,
      'labels.json': '{"document-version":"2018-11-28","labels":[{"label":"Car"},{"label":"R&D"}]}',
    });
    const mine = await job(t, {
      manifest: '{"source-ref":"s3://far/x/p.jpg"}',
      template: '{{ task.input.labels | to_json }}',
      buckets: { far: path.join(folder, 'pictures') },
      labels: path.join(folder, 'labels.json'),
    });
    assert.deepEqual(await mine.problems(), []);
    assert.equal((await mine.render(0)).html, '[&quot;Car&quot;,&quot;R&amp;D&quot;]');
  });
});

describe('task.input', () => {
  const line = { 'source-ref': 's3://b/a.jpg', extra: 1 };

  it('is made as by the functions of built-in jobs', () => {
    assert.deepEqual(taskInput(line, { mapping: 'built-in', labels: ['A'], header: 'H' }), {
      taskObject: 's3://b/a.jpg',
      'source-ref': 's3://b/a.jpg',
      labels: ['A'],
      header: 'H',
      manifestLine: line,
    });
  });

  it('is the whole line for custom jobs', () => {
    assert.deepEqual(taskInput(line, { mapping: 'line' }), { taskObject: 's3://b/a.jpg', ...line });
    assert.equal(taskInput({ source: 'x', labels: ['own'] }, { mapping: 'any', labels: ['A'] }).labels[0], 'own');
  });
});

describe('the gallery', () => {
  it('shows every example without a problem', async () => {
    const jobs = await readGallery(path.join(ROOT, 'examples'), await library());
    assert.ok(jobs.length >= 5);
    for (const example of jobs) {
      assert.deepEqual(await example.problems(), [], example.id);
      const { lines } = await example.manifest();
      for (const { index } of lines) {
        const { html, problems } = await example.render(index);
        assert.deepEqual(problems, [], `${example.id} ${index}`);
        assert.match(html, /<crowd-(?:form|entity-annotation)/);
      }
    }
  });

  it('keeps an example within its folder and survives a broken lab.json', async (t) => {
    const folder = await writeFiles(await temporaryFolder(t), {
      'secret/p.jpg': PIXEL,
      'gallery/one/template.liquid.html': 'x',
      'gallery/one/input.manifest': '{"source-ref":"s3://out/p.jpg"}',
      'gallery/one/lab.json': '{"buckets":{"out":"../../secret"},"thumbnail":"../../secret/p.jpg"}',
      'gallery/two/template.liquid.html': 'x',
      'gallery/two/input.manifest': '{"source":"x"}',
      'gallery/two/lab.json': '{"title":',
      'gallery/no-template/readme.txt': 'x',
    });
    const [one, two, ...rest] = await readGallery(path.join(folder, 'gallery'), await library());
    assert.deepEqual(rest, []);
    assert.deepEqual(codes(await one.problems()), ['missing-picture:1']);
    assert.equal(one.options.thumbnail, undefined);
    assert.deepEqual(codes(await two.problems()), ['settings:']);
  });
});

describe('a long manifest', () => {
  it('is opened in a moment, with a bounded list of problems', async (t) => {
    const lines = Array.from({ length: 100_000 }, (_, n) => `{"source-ref":"s3://b/${n}.jpg"}`);
    const mine = await job(t, { manifest: lines.join('\n') });
    const started = performance.now();
    const problems = await mine.problems();
    assert.equal(problems.length, 301);
    assert.match(problems[300].message, /^1,700 more problems/);
    assert.deepEqual(codes((await mine.render(99_999)).problems), ['missing-variable:2', 'missing-picture:100000']);
    assert.ok(performance.now() - started < 5_000);
  });
});
