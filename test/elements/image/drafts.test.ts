import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import { MemoryDraftStorage, setDraftStorage } from '../../../src/classes.js';
import { IndexedDraftStorage } from '../../../src/workspace/drafts/indexed-draft-storage.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeTasks, openTask, type AnnotatorHarness } from './annotator-harness.js';

const boxes = (task: AnnotatorHarness) => task.answer['boundingBoxes'] as unknown[];
const banner = (task: AnnotatorHarness) => task.root.querySelector('oce-restore-banner');

const button = (task: AnnotatorHarness, text: RegExp) =>
  [...(banner(task)?.querySelectorAll('button') ?? [])].find((each) => text.test(each.textContent ?? ''))!;

async function until(holds: () => boolean): Promise<void> {
  for (let frame = 0; frame < 200 && !holds(); frame++) await painted();
  expect(holds(), 'within 200 frames').to.equal(true);
}

/** A task of its own for each test: `task-id` tells them apart. */
const open = (id: string, drafts = '1 day') =>
  openTask('crowd-bounding-box', { labels: ['Car'], attributes: { drafts, 'task-id': id } });

async function drawTwo(task: AnnotatorHarness): Promise<void> {
  await task.drag([
    [20, 20],
    [80, 80],
  ]);
  await task.drag([
    [120, 120],
    [180, 180],
  ]);
  // The journal writes at once; the browser's database answers a moment later.
  await new Promise((resolve) => setTimeout(resolve, 150));
}

describe('unfinished work', () => {
  let id = '';
  beforeEach(() => (id = `drafts-${Math.random()}`));
  afterEach(closeTasks);

  it('is offered after the page was left, and comes back with its undo history', async () => {
    const task = await open(id);
    await drawTwo(task);
    task.element.remove();
    const again = await open(id);
    await until(() => banner(again) !== null);
    expect(boxes(again), 'nothing is changed before the worker says so').to.be.empty;
    await mouse.click(pointOf(button(again, /restore/i)));
    await until(() => boxes(again).length === 2);
    expect(banner(again)).to.equal(null);
    await again.focusStage();
    await again.press('Control+z');
    expect(boxes(again)).to.have.length(1);
    await again.press('Control+Shift+z');
    expect(boxes(again)).to.have.length(2);
  });

  it('is kept for seven days when nobody can tell how long, and the author hears of it', async () => {
    const { error } = console;
    const errors: string[] = [];
    console.error = (text: string) => errors.push(text);
    try {
      await open(id, 'of');
      await until(() => errors.length > 0);
    } finally {
      console.error = error;
    }
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('`drafts` should be `off`').and.to.contain('`of`');
  });

  it('can be thrown away', async () => {
    const task = await open(id);
    await drawTwo(task);
    task.element.remove();
    const again = await open(id);
    await until(() => banner(again) !== null);
    await mouse.click(pointOf(button(again, /discard/i)));
    await until(() => banner(again) === null);
    await new Promise((resolve) => setTimeout(resolve, 150));
    again.element.remove();
    const third = await open(id);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(banner(third)).to.equal(null);
  });

  it('is forgotten once the answer has arrived', async () => {
    const task = await open(id);
    await drawTwo(task);
    task.element.answerSubmitted();
    await new Promise((resolve) => setTimeout(resolve, 150));
    task.element.remove();
    const again = await open(id);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(banner(again)).to.equal(null);
  });

  it('is not kept on machines shared between workers', async () => {
    const task = await open(id, 'off');
    await drawTwo(task);
    task.element.remove();
    const again = await open(id);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(banner(again)).to.equal(null);
  });

  describe('in a storage of the host', () => {
    afterEach(() => setDraftStorage(new IndexedDraftStorage()));

    it('comes back from there', async () => {
      setDraftStorage(new MemoryDraftStorage());
      const task = await open(id);
      await drawTwo(task);
      task.element.remove();
      const again = await open(id);
      await until(() => banner(again) !== null);
      await mouse.click(pointOf(button(again, /restore/i)));
      await until(() => boxes(again).length === 2);
    });

    for (const [name, sentence] of [
      ['QuotaExceededError', /no space left/],
      ['InvalidStateError', /cannot keep unfinished work/],
    ] as const) {
      it(`that fails with ${name} is named in one calm sentence, and the work goes on`, async () => {
        class Failing extends MemoryDraftStorage {
          override write(): Promise<void> {
            return Promise.reject(new DOMException('No.', name));
          }
        }
        setDraftStorage(new Failing());
        const task = await open(id);
        await drawTwo(task);
        const notice = () => task.root.querySelector('[part="draft-problem"]');
        await until(() => sentence.test(notice()?.textContent ?? ''));
        expect(boxes(task)).to.have.length(2);
        await mouse.click(pointOf(notice()!.querySelector('button')!));
        await until(() => notice() === null);
      });
    }
  });
});
