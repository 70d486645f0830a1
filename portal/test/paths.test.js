import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { resolveInside, slug } from '../src/paths.js';
import { objectPath, parseObjectUri, Storage } from '../src/storage.js';
import { PIXEL, temporaryFolder, writeFiles } from './helpers.js';

describe('paths', () => {
  const root = path.resolve('/data/job');

  it('stays inside its folder', () => {
    assert.equal(resolveInside(root, 'a/b.jpg'), path.join(root, 'a/b.jpg'));
    assert.equal(resolveInside(root, 'a/../b.jpg'), path.join(root, 'b.jpg'));
    assert.equal(resolveInside(root, '..almost.jpg'), path.join(root, '..almost.jpg'));
    assert.equal(resolveInside(root, '/etc/passwd'), path.join(root, 'etc/passwd'));
  });

  for (const bad of ['..', '../x', 'a/../../x', 'a/../../job2/x', 'x\0.jpg']) {
    it(`refuses ${JSON.stringify(bad)}`, () => assert.equal(resolveInside(root, bad), undefined));
  }

  it('makes folder names of anything', () => {
    assert.equal(slug('../../etc'), 'etc');
    assert.equal(slug('my template (1)'), 'my-template-1');
    assert.equal(slug('거리 상자'), '거리-상자');
    assert.equal(slug('...'), 'task');
  });
});

describe('object addresses', () => {
  const cases = {
    's3://bucket/a/b c.jpg': { bucket: 'bucket', key: 'a/b c.jpg' },
    'https://s3.amazonaws.com/bucket/a%20b.jpg': { bucket: 'bucket', key: 'a b.jpg' },
    'http://s3.eu-west-1.amazonaws.com/bucket/k.jpg': { bucket: 'bucket', key: 'k.jpg' },
    'https://bucket.s3.us-east-2.amazonaws.com/k.jpg?X=1': { bucket: 'bucket', key: 'k.jpg' },
    'https://example.com/k.jpg': undefined,
    's3://bucket': undefined,
    'k.jpg': undefined,
  };
  for (const [uri, expected] of Object.entries(cases))
    it(`reads ${uri}`, () => assert.deepEqual(parseObjectUri(uri), expected));

  it('writes addresses without a sign that HTML or a URL could misread', () => {
    const address = objectPath('job', { bucket: 'b', key: `a?#%&'"<> ü/b.jpg` });
    assert.match(address, /^[\w/%.-]+$/);
    assert.equal(decodeURIComponent(address), `/files/job/b/a?#%&'"<> ü/b.jpg`);
  });
});

describe('storage', () => {
  it('finds objects by key, then by file name, in the folder of the bucket or of the manifest', async (t) => {
    const folder = await writeFiles(await temporaryFolder(t), {
      'job/flat.jpg': PIXEL,
      'job/deep/er/kept.jpg': PIXEL,
      'bucket/x/mapped.jpg': PIXEL,
      'secret.txt': 'no',
    });
    const storage = new Storage({ folder: path.join(folder, 'job'), buckets: { mine: path.join(folder, 'bucket') } });
    assert.equal(storage.find({ bucket: 'any', key: 'some/prefix/flat.jpg' }), path.join(folder, 'job/flat.jpg'));
    assert.equal(storage.find({ bucket: 'any', key: 'deep/er/kept.jpg' }), path.join(folder, 'job/deep/er/kept.jpg'));
    assert.equal(storage.find({ bucket: 'mine', key: 'x/mapped.jpg' }), path.join(folder, 'bucket/x/mapped.jpg'));
    assert.equal(storage.find({ bucket: 'mine', key: 'flat.jpg' }), undefined);
    assert.equal(storage.find({ bucket: 'any', key: '../secret.txt' }), undefined);
    assert.equal(storage.find({ bucket: '__proto__', key: 'flat.jpg' }), path.join(folder, 'job/flat.jpg'));
    assert.equal(storage.find({ bucket: 'any', key: 'deep' }), undefined);
    assert.equal(storage.findLocal('../secret.txt'), undefined);
  });
});
