import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { DraftKeeper, forgetDrafts } from '../../src/document/draft-keeper.js';
import type { DraftProblem } from '../../src/document/draft-keeper.js';
import { IndexedDraftStorage } from '../../src/workspace/drafts/indexed-draft-storage.js';
import { attachToPage } from '../../src/workspace/drafts/keep-drafts.js';
import { webDraftLocks } from '../../src/workspace/drafts/web-draft-locks.js';
import { Page, expectSameWork, runDraftKeeperSuite } from '../document/draft-keeper-suite.js';
import { Dice, someBox, workOnce } from '../document/random-edits.js';

const opened: { name: string; storage: IndexedDraftStorage }[] = [];
let count = 0;

/** A database of its own; closed and deleted after the test. */
function freshStorage(): IndexedDraftStorage {
  const name = `drafts-test-${Date.now()}-${(count += 1)}`;
  const storage = new IndexedDraftStorage(name);
  opened.push({ name, storage });
  return storage;
}

const draw = (store: AnnotationStore<BoxAnnotation>, dice = new Dice(1)) =>
  store.change('drawBox', (tx) => tx.insert(someBox(dice)));

/** Lets everything run that waits for no task, timer or answer of the browser. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

afterEach(async () => {
  for (const { name, storage } of opened.splice(0)) {
    await storage.close();
    await deleteDB(name);
  }
});

describe('drafts in IndexedDB', () => {
  runDraftKeeperSuite(freshStorage, 15);

  it('are there for another connection', async () => {
    const storage = freshStorage();
    const page = await new Page({ storage }).open();
    for (let i = 0; i < 10; i++) workOnce(page.store, new Dice(i));
    await page.crash();
    await storage.close();
    const next = await new Page({ storage: new IndexedDraftStorage(opened[0]!.name) }).open();
    opened.push({ name: opened[0]!.name, storage: new IndexedDraftStorage('unused') });
    expect(await next.keeper.restore()).to.equal(true);
    expectSameWork(next.store, page.store, 'another connection');
    await next.keeper.clear();
  });

  it('survive that the browser closes the database', async () => {
    const storage = freshStorage();
    const page = await new Page({ storage }).open();
    draw(page.store);
    await page.keeper.settled();
    await storage.close();
    draw(page.store);
    await page.crash();
    const [draft] = await storage.list('task');
    expect(draft?.steps).to.equal(2);
  });

  it('refuse what cannot be stored as a whole, and say so once', async () => {
    const problems: DraftProblem[] = [];
    const storage = freshStorage();
    const page = await new Page({ storage, onProblem: (problem) => problems.push(problem) }).open();
    draw(page.store);
    await page.keeper.settled();
    const broken = { ...someBox(new Dice(2)), paint: () => {} };
    for (let i = 0; i < 5; i++) page.store.change('drawBox', (tx) => tx.insert({ ...broken, id: `broken-${i}` }));
    await page.crash();
    expect(problems.map(({ reason }) => reason)).to.deep.equal(['unavailable']);
    const [draft] = await storage.list('task');
    expect(draft?.steps, 'the older state is still there').to.equal(1);
  });

  it('leave no entries behind that belong to no draft', async () => {
    const storage = freshStorage();
    const page = await new Page({ storage }).open();
    draw(page.store);
    await page.keeper.settled();
    const [{ id } = { id: '' }] = await storage.list('task');
    const entries = await storage.read(id);
    await storage.remove([id]);
    expect(await storage.append(id, { ...entries[0]!, seq: 7 })).to.equal(false);
    await storage.append('other', { ...entries[0]!, seq: 3 });
    await storage.removeExpired(Date.now());
    expect(await storage.read(id)).to.deep.equal([]);
    expect(await storage.read('other')).to.deep.equal([]);
  });

  it('are removed by a page that turns drafts off', async () => {
    const storage = freshStorage();
    const page = await new Page({ storage }).open();
    draw(page.store);
    await page.crash();
    await forgetDrafts(storage, 'task');
    expect(await storage.list('task')).to.deep.equal([]);
  });

  it('do not mind a database of a newer library', async () => {
    const storage = freshStorage();
    const { name } = opened.at(-1)!;
    await new Promise((resolve) => {
      const request = indexedDB.open(name, 99);
      request.onsuccess = () => {
        request.result.close();
        resolve(undefined);
      };
    });
    const problems: DraftProblem[] = [];
    const page = await new Page({ storage, onProblem: (problem) => problems.push(problem) }).open();
    expect(await page.keeper.find()).to.equal(undefined);
    draw(page.store);
    await page.crash();
    expect(problems.map(({ reason }) => reason)).to.deep.equal(['unavailable']);
  });

  it('survive that the page is torn away right after an edit, at worst plain the last moment', async () => {
    const patienceMs = [0, 1, 3, 10, 150];
    for (const delayMs of patienceMs) {
      const name = `drafts-test-torn-${Date.now()}-${delayMs}`;
      const frame = document.createElement('iframe');
      const ready = new Promise<AnnotationStore<BoxAnnotation>>((resolve) => {
        Object.assign(window, { draftsFrameReady: resolve });
      });
      frame.src = `/test/workspace/drafts-frame.html?${name}`;
      document.body.append(frame);
      const store = await ready;
      for (let i = 0; i < 16; i++) {
        draw(store, new Dice(i));
        if (i % 4 === 0) await microtasks();
      }
      await microtasks();
      // The browser drops what it has not begun to write when the page goes; a person needs longer than it does.
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      frame.remove();
      const storage = new IndexedDraftStorage(name);
      opened.push({ name, storage });
      const next = await new Page({ storage, now: Date.now }).open();
      const isRestored = await next.keeper.restore();
      const { length } = next.store.history;
      if (delayMs === 150) expect([isRestored, length]).to.deep.equal([true, 16]);
      expect(next.store.history).to.deep.equal(store.history.slice(0, length));
      expect(next.store.snapshot.annotations).to.deep.equal(store.snapshot.annotations.slice(0, length));
    }
  });
});

describe('web locks of drafts', () => {
  it('give a draft to one page at a time', async () => {
    const locks = webDraftLocks()!;
    const id = `lock-${Date.now()}`;
    const release = await locks.take(id);
    expect(release).to.be.a('function');
    expect(await locks.take(id)).to.equal(undefined);
    expect((await locks.taken()).has(id)).to.equal(true);
    release!();
    const again = await locks.take(id);
    expect(again).to.be.a('function');
    again!();
  });

  it('are let go when the page is put away, and taken again when it comes back', async () => {
    const locks = webDraftLocks()!;
    const storage = freshStorage();
    const store = new AnnotationStore<BoxAnnotation>();
    const keeper = new DraftKeeper<BoxAnnotation>({ store, key: 'task', storage, locks });
    const detach = attachToPage(keeper);
    draw(store);
    await keeper.settled();
    const other = new DraftKeeper<BoxAnnotation>({
      store: new AnnotationStore<BoxAnnotation>(),
      key: 'task',
      storage,
      locks,
    });
    expect(await other.find()).to.equal(undefined);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await other.find())?.steps).to.equal(1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await other.find()).to.equal(undefined);
    detach();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await other.find())?.steps).to.equal(1);
    keeper.close();
    other.close();
  });
});

describe('the cost of journaling', () => {
  it('is less than a millisecond of script an edit among ten thousand annotations', async () => {
    const dice = new Dice(1);
    const boxes = Array.from({ length: 10_000 }, () => someBox(dice));
    const timeEdits = async (storage?: IndexedDraftStorage) => {
      const store = new AnnotationStore<BoxAnnotation>();
      store.load({ annotations: boxes, facts: { nothingToLabel: false } });
      const keeper = storage && new DraftKeeper({ store, key: 'task', storage });
      await keeper?.list();
      const times: number[] = [];
      for (let i = 0; i < 60; i++) {
        const box = boxes[i * 100]!;
        const start = performance.now();
        store.change('moveBox', (tx) => tx.update(box.id, { ...box, left: 7 }));
        // What the keeper does in microtasks counts too.
        await microtasks();
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve));
      }
      await keeper?.settled();
      keeper?.close();
      return { first: times[0]!, median: times.sort((a, b) => a - b)[30]! };
    };
    const plain = await timeEdits();
    const journaled = await timeEdits(freshStorage());
    expect(journaled.median - plain.median).to.be.below(1);
    // The first edit stores ten thousand records; they are put piece by piece in turns of their own.
    expect(journaled.first).to.be.below(16);
  });
});
