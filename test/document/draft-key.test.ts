import { expect } from '@open-wc/testing';
import { stableUrl, taskKey } from '../../src/document/draft-key.js';
import type { TaskIdentity } from '../../src/document/draft-key.js';
import { DEFAULT_KEEP_MS } from '../../src/document/draft-keeper.js';
import { readDraftPolicy } from '../../src/document/draft-policy.js';
import { sha256 } from '../../src/document/sha256.js';

const task: TaskIdentity = {
  page: 'https://portal.example/work?task=17',
  element: 'crowd-bounding-box',
  name: 'annotatedResult',
  source: 'https://bucket.s3.amazonaws.com/street.png?X-Amz-Date=20261120T101112Z&X-Amz-Signature=ab12',
  labels: ['Car', 'Bus'],
  initialValue: [{ label: 'Car', left: 1, top: 2, width: 3, height: 4 }],
};

describe('task keys', () => {
  it('are the same when only a signature, a token or a place on the page is new', () => {
    const key = taskKey(task);
    const again: Partial<TaskIdentity>[] = [
      { source: 'https://bucket.s3.amazonaws.com/street.png?X-Amz-Date=20261121T090000Z&X-Amz-Signature=ffff' },
      { source: 'https://bucket.s3.amazonaws.com/street.png?AWSAccessKeyId=A&Signature=b%3D&Expires=1795000000' },
      { source: 'https://bucket.s3.amazonaws.com/street.png' },
      { page: 'https://portal.example/work?access_token=abc&task=17#top' },
      { page: 'https://me:secret@portal.example/work?task=17' },
    ];
    for (const part of again) expect(taskKey({ ...task, ...part }), JSON.stringify(part)).to.equal(key);
  });

  it('tell long pictures in addresses apart by some of their bytes', () => {
    const picture = (seed: number) => {
      const bytes = Array.from({ length: 400_000 }, (_, i) => String.fromCharCode(65 + ((i * seed) % 26)));
      return `data:image/png;base64,${bytes.join('')}`;
    };
    const [one, same, other] = [picture(7), picture(7), picture(11)].map((source) => taskKey({ ...task, source }));
    expect(one).to.equal(same);
    expect(one).not.to.equal(other);
    const longer = taskKey({ ...task, source: `${picture(7)}A` });
    expect(one).not.to.equal(longer);
    const [mask, otherMask] = [7, 11].map((seed) => taskKey({ ...task, initialValue: { src: picture(seed) } }));
    expect(mask).not.to.equal(otherMask);
    // Texts count in full, however long they are.
    const text = 'A text about streets. '.repeat(40_000);
    const changed = `${text.slice(0, 300_001)}X${text.slice(300_002)}`;
    expect(taskKey({ ...task, source: text })).not.to.equal(taskKey({ ...task, source: changed }));
  });

  it('are others for another task', () => {
    const others: Partial<TaskIdentity>[] = [
      { page: 'https://portal.example/work?task=18' },
      { page: 'https://portal.example/work?task=17#/task/5' },
      { element: 'crowd-polygon' },
      { name: 'second' },
      { worker: 'someone' },
      { source: 'https://bucket.s3.amazonaws.com/street.png?versionId=2' },
      { source: 'https://bucket.s3.amazonaws.com/other.png' },
      { source: 'A text about streets' },
      { source: 'A text about cars' },
      { labels: ['Car'] },
      { initialValue: [] },
      { initialValue: undefined },
      { taskId: '17' },
    ];
    const keys = [task, ...others.map((part) => ({ ...task, ...part }))].map(taskKey);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('go by the id that the host gives, wherever the task is shown', () => {
    const key = taskKey({ ...task, taskId: 'job-4/17' });
    const moved = {
      ...task,
      taskId: 'job-4/17',
      page: 'https://other.example/',
      source: 'x',
      labels: [],
      initialValue: 1,
    };
    expect(taskKey(moved)).to.equal(key);
    expect(taskKey({ ...moved, name: 'second' })).not.to.equal(key);
    expect(taskKey({ ...moved, worker: 'someone' })).not.to.equal(key);
  });

  it('see through signed addresses inside an initial value', () => {
    const mask = (signature: string) => ({
      ...task,
      initialValue: { src: `https://b.s3.amazonaws.com/mask.png?X-Amz-Signature=${signature}` },
    });
    expect(taskKey(mask('aa'))).to.equal(taskKey(mask('bb')));
  });

  it('do not depend on object addresses, which are new at every load', () => {
    const blob = (id: string) => ({ ...task, source: `blob:https://portal.example/${id}` });
    expect(taskKey(blob('a'))).to.equal(taskKey(blob('b')));
  });

  it('tell nothing of the task', () => {
    expect(taskKey(task)).to.match(/^[0-9a-f]{32}$/);
  });
});

describe('stable addresses', () => {
  it('drop the signatures of storage services and portals, and keep what names the thing', () => {
    const cases: [string, string][] = [
      ['https://a.test/p?b=2&a=1', 'https://a.test/p?a=1&b=2'],
      ['https://a.test/p?sv=2020&sig=x&se=2026&path=7', 'https://a.test/p?path=7'],
      ['https://a.test/p?sv=2020&sp=1', 'https://a.test/p?sp=1&sv=2020'],
      ['https://a.test/p?Policy=p&Key-Pair-Id=k&Signature=s', 'https://a.test/p'],
      ['https://a.test/p?X-Goog-Signature=s&X-Goog-Expires=5&generation=3', 'https://a.test/p?generation=3'],
      ['https://a.test/p?hdnts=exp%3D1&_=123&design=5', 'https://a.test/p?design=5'],
      ['https://a.test/p?assignmentId=3AB&hitId=4&workerId=5', 'https://a.test/p?assignmentId=3AB&hitId=4&workerId=5'],
      ['https://a.test/p#section', 'https://a.test/p'],
      ['https://a.test/#!/task/5', 'https://a.test/#!/task/5'],
      ['not an address', 'not an address'],
    ];
    for (const [from, to] of cases) expect(stableUrl(from)).to.equal(to);
  });
});

describe('sha256', () => {
  it('gives the digests of the standard and those of the platform', async () => {
    expect(sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    for (const text of ['', 'é고양이😀', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'xy'.repeat(50_000)]) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(sha256(text), `${text.length} signs`).to.equal(hex);
    }
  });
});

describe('the drafts attribute', () => {
  it('turns drafts off or says how long they are kept', () => {
    for (const text of ['off', ' OFF ', 'no', 'none', 'false', '0', '0d']) {
      expect(readDraftPolicy(text), text).to.deep.equal({ value: { isOff: true }, problems: [] });
    }
    const times: [string | null, number][] = [
      [null, DEFAULT_KEEP_MS],
      ['', DEFAULT_KEEP_MS],
      ['on', DEFAULT_KEEP_MS],
      ['12h', 12 * 3_600_000],
      ['3 days', 3 * 86_400_000],
      ['1 day', 86_400_000],
      ['30 min', 1_800_000],
      ['1.5h', 5_400_000],
    ];
    for (const [text, keepMs] of times) {
      expect(readDraftPolicy(text), `${text}`).to.deep.equal({ value: { isOff: false, keepMs }, problems: [] });
    }
  });

  it('tells the author what it cannot read, who may have meant to keep none', () => {
    for (const text of ['of', 'soon', '12', '-1h']) {
      const { value, problems } = readDraftPolicy(text);
      expect(value).to.deep.equal({ isOff: false, keepMs: DEFAULT_KEEP_MS });
      expect(problems).to.have.length(1);
      expect(problems[0]!.message).to.contain(`\`${text}\``).and.to.contain('`off`');
    }
  });
});
