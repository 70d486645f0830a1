import { expect } from '@open-wc/testing';
import type { DraftProblem } from '../../src/document/draft-keeper.js';
import { MemoryDraftStorage } from '../../src/document/draft-storage.js';
import { FakeLocks, Page, expectSameWork, runDraftKeeperSuite } from './draft-keeper-suite.js';
import { Dice, someBox } from './random-edits.js';

/** A storage that can be full, and counts what it is asked for. */
class FragileStorage extends MemoryDraftStorage {
  isFull: (write: number) => boolean = () => false;
  writes = 0;

  private check(): void {
    this.writes += 1;
    if (this.isFull(this.writes)) throw Object.assign(new Error('No room'), { name: 'QuotaExceededError' });
  }

  override async write(...args: Parameters<MemoryDraftStorage['write']>) {
    this.check();
    return super.write(...args);
  }

  override async append(...args: Parameters<MemoryDraftStorage['append']>) {
    this.check();
    return super.append(...args);
  }

  override async compact(...args: Parameters<MemoryDraftStorage['compact']>) {
    this.check();
    return super.compact(...args);
  }
}

const draw = ({ store }: Page, dice: Dice) => store.change('drawBox', (tx) => tx.insert(someBox(dice)));

describe('drafts in memory', () => {
  runDraftKeeperSuite(() => new MemoryDraftStorage(), 120);
});

describe('drafts in trouble', () => {
  it('lose nothing to a write that failed once', async () => {
    for (let failing = 1; failing < 8; failing++) {
      const dice = new Dice(failing);
      const storage = new FragileStorage();
      const problems: DraftProblem[] = [];
      storage.isFull = (write) => write === failing;
      const page = await new Page({ storage, onProblem: (problem) => problems.push(problem) }).open();
      for (let i = 0; i < 6; i++) {
        draw(page, dice);
        if (i % 2 === 0) await page.keeper.settled();
      }
      await page.crash();
      expect(problems).to.deep.equal([]);
      const next = await new Page({ storage }).open();
      expect(await next.keeper.restore()).to.equal(true);
      expectSameWork(next.store, page.store, `write ${failing} failed`);
    }
  });

  it('say so once when there is no room, and keep the older state', async () => {
    const dice = new Dice(1);
    const storage = new FragileStorage();
    const problems: DraftProblem[] = [];
    const page = await new Page({ storage, onProblem: (problem) => problems.push(problem) }).open();
    draw(page, dice);
    draw(page, dice);
    await page.keeper.settled();
    storage.isFull = () => true;
    for (let i = 0; i < 5; i++) draw(page, dice);
    await page.keeper.settled();
    const { writes } = storage;
    for (let i = 0; i < 5; i++) draw(page, dice);
    page.store.undo();
    await page.rest();
    expect(storage.writes, 'no more attempts').to.equal(writes);
    expect(problems.map(({ reason }) => reason)).to.deep.equal(['full']);
    expect(page.store.history).to.have.length(11);
    page.keeper.pause();
    const next = await new Page({ storage }).open();
    await next.keeper.restore();
    expect(next.store.history).to.have.length(2);
  });

  it('end at a hole instead of making up what was there', async () => {
    const dice = new Dice(2);
    const storage = new FragileStorage();
    const page = await new Page({ storage }).open();
    draw(page, dice);
    await page.keeper.settled();
    draw(page, dice);
    draw(page, dice);
    await page.keeper.settled();
    const third = page.store.save();
    // Only the fourth edit is lost, as when the browser fails in the middle, and nobody is left to write again.
    storage.isFull = (write) => write === 4;
    for (let i = 0; i < 3; i++) draw(page, dice);
    const [{ id } = { id: '' }] = await storage.list('task');
    const entries = await storage.read(id);
    page.keeper.pause();
    await page.keeper.clear();
    const copy = new MemoryDraftStorage();
    await copy.write({ format: 1, id, task: 'task', startedAt: 0, keepMs: 1e9 }, entries);

    const now = () => entries.at(-1)!.at;
    const locks = new FakeLocks();
    const next = await new Page({ storage: copy, locks, now }).open();
    expect(await next.keeper.restore()).to.equal(true);
    expect(next.store.save()).to.deep.equal(third);
    draw(next, dice);
    await next.crash();
    const last = await new Page({ storage: copy, locks, now }).open();
    await last.keeper.restore();
    expectSameWork(last.store, next.store, 'goes on after the hole');
  });

  it('are harmless when nothing can be stored or read at all', async () => {
    const problems: DraftProblem[] = [];
    const fail = () => Promise.reject(Object.assign(new Error('not allowed'), { name: 'SecurityError' }));
    const storage = {
      list: fail,
      read: fail,
      write: fail,
      append: fail,
      compact: fail,
      remove: fail,
      removeExpired: fail,
    };
    const page = await new Page({ storage, onProblem: (problem) => problems.push(problem) }).open();
    expect(await page.keeper.find()).to.equal(undefined);
    expect(await page.keeper.restore()).to.equal(false);
    for (let i = 0; i < 5; i++) draw(page, new Dice(i));
    await page.rest();
    await page.keeper.discard();
    await page.keeper.clear();
    expect(problems.map(({ reason }) => reason)).to.deep.equal(['unavailable']);
  });

  it('leave a damaged draft and the document alone', async () => {
    const storage = new MemoryDraftStorage();
    const line = { at: Date.now(), steps: 3 };
    await storage.write({ format: 1, id: 'x', task: 'task', startedAt: 0, keepMs: 1e12 }, [
      { ...line, seq: 9, type: 'base', parts: [1], past: [2], future: [], facts: { nothingToLabel: true } },
    ]);
    const locks = new FakeLocks();
    const page = await new Page({ storage, locks }, [someBox(new Dice(1))]).open();
    const before = page.store.snapshot;
    expect(await page.keeper.restore()).to.equal(false);
    expect(page.store.snapshot).to.equal(before);
    expect([...(await locks.taken())]).to.have.length(1);
    draw(page, new Dice(2));
    await page.crash();
    expect(await storage.list('task')).to.have.length(2);
  });

  it('do not offer a draft of another format, and do not remove it', async () => {
    const storage = new MemoryDraftStorage();
    const page = await new Page({ storage }).open();
    draw(page, new Dice(1));
    await page.crash();
    const [{ id } = { id: '' }] = await storage.list('task');
    const entries = await storage.read(id);
    await storage.write({ format: 2, id, task: 'task', startedAt: 0, keepMs: 1 }, entries);
    const next = await new Page({ storage }).open();
    expect(await next.keeper.find()).to.equal(undefined);
    await next.keeper.discard();
    await next.rest();
    expect(await storage.read(id)).to.deep.equal(entries);
  });

  it('keep a mask that is never told to the keeper as changes of its history', async () => {
    const dice = new Dice(3);
    const storage = new MemoryDraftStorage();
    const page = await new Page({ storage }).open();
    for (let i = 0; i < 600; i++) {
      page.store.change('brush', (tx) => tx.buffer({ tile: 0 }, { tile: 0, runs: Uint16Array.of(i) }));
      if (dice.roll() < 0.3) page.store.undo();
    }
    await page.rest();
    await page.crash();
    const next = await new Page({ storage }).open();
    await next.keeper.restore();
    expectSameWork(next.store, page.store, 'no checkpoint');
  });
});
