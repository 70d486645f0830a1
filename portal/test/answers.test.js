import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { AnswerStore } from '../src/answers.js';
import { temporaryFolder } from './helpers.js';

const NOW = new Date('2026-11-20T08:27:59.125Z');

describe('worker responses', () => {
  it('are laid out and filled in as Ground Truth does it', async (t) => {
    const root = await temporaryFolder(t);
    const store = new AnswerStore(root);
    const answerContent = { boundingBox: { boundingBoxes: [] } };
    const { file } = await store.write(
      'job',
      3,
      { answerContent, acceptanceTime: '2026-11-20T08:27:40.000Z', timeSpentInSeconds: 12.3456 },
      NOW,
    );
    assert.equal(file, 'job/annotations/worker-response/iteration-1/3/2026-11-20_08_27_59.json');
    assert.deepEqual(JSON.parse(await readFile(path.join(root, file), 'utf8')), {
      answers: [
        {
          acceptanceTime: '2026-11-20T08:27:40.000Z',
          answerContent,
          submissionTime: '2026-11-20T08:27:59.125Z',
          timeSpentInSeconds: 12.346,
          workerId: store.workerId,
        },
      ],
    });
    assert.match(store.workerId, /^[0-9a-f]{16}$/);
  });

  it('never overwrite one another, and leave nothing half written', async (t) => {
    const root = await temporaryFolder(t);
    const store = new AnswerStore(root);
    for (let n = 0; n < 3; n++) await store.write('job', 0, { answerContent: { n } }, NOW);
    const names = await readdir(path.join(root, 'job/annotations/worker-response/iteration-1/0'));
    assert.deepEqual(names.sort(), [
      '2026-11-20_08_27_59-2.json',
      '2026-11-20_08_27_59-3.json',
      '2026-11-20_08_27_59.json',
    ]);
  });

  it('doubt times that cannot be', async (t) => {
    const store = new AnswerStore(await temporaryFolder(t));
    const answer = store.complete(
      { answerContent: {}, acceptanceTime: '2027-01-01T00:00:00Z', timeSpentInSeconds: 1e9 },
      NOW,
    );
    assert.deepEqual([answer.acceptanceTime, answer.timeSpentInSeconds], [NOW.toISOString(), 0]);
    assert.equal(store.complete({ answerContent: {}, acceptanceTime: 'soon' }, NOW).acceptanceTime, NOW.toISOString());
  });

  it('are listed after a new start, newest first, and read back', async (t) => {
    const root = await temporaryFolder(t);
    await new AnswerStore(root).write('job', 0, { answerContent: { n: 1 } }, NOW);
    await new AnswerStore(root).write('job', 12, { answerContent: { n: 2 } }, NOW);
    const store = new AnswerStore(root);
    const list = await store.list('job');
    assert.deepEqual(list.map(({ objectId }) => objectId).sort(), ['0', '12']);
    const [answer] = (await store.read(list.find(({ objectId }) => objectId === '12').file)).answers;
    assert.deepEqual(answer.answerContent, { n: 2 });
    assert.deepEqual(await store.list('other'), []);
  });

  it('stay inside the output folder', async (t) => {
    const store = new AnswerStore(path.join(await temporaryFolder(t), 'output'));
    await assert.rejects(store.write('../../elsewhere', 0, { answerContent: {} }), /outside the output folder/);
    assert.equal(await store.read('../package.json'), undefined);
    assert.equal(await store.read('nothing.json'), undefined);
  });
});
