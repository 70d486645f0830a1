import { expect } from '@open-wc/testing';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import type { Change } from '../../src/document/change.js';
import { DraftKeeper, forgetDrafts } from '../../src/document/draft-keeper.js';
import type { DraftBuffer, DraftKeeperOptions, DraftLocks } from '../../src/document/draft-keeper.js';
import type { DraftStorage } from '../../src/document/draft-storage.js';
import { Dice, hostOnce, someBox, workFor, workOnce } from './random-edits.js';

export type Boxes = AnnotationStore<BoxAnnotation>;

/** Locks as several pages of one browser see them. */
export class FakeLocks implements DraftLocks {
  private readonly held = new Set<string>();

  async take(id: string): Promise<(() => void) | undefined> {
    if (this.held.has(id)) return undefined;
    this.held.add(id);
    return () => this.held.delete(id);
  }

  async taken(): Promise<ReadonlySet<string>> {
    return new Set(this.held);
  }
}

/** A picture's mask of one number a tile, changed by the buffer changes of the store as a real one would be. */
export class FakeMask implements DraftBuffer {
  tiles: Uint16Array;

  constructor(
    store: Boxes,
    private readonly asLoaded: readonly number[] = [0, 0, 0, 0],
  ) {
    this.tiles = Uint16Array.from(asLoaded);
    store.changed.subscribe((event) => {
      if ('changes' in event) event.changes.forEach((change) => this.apply(change));
    });
  }

  checkpoint(): unknown {
    return this.tiles.slice();
  }

  restore(checkpoint: unknown, changes: readonly Change[]): void {
    this.tiles = checkpoint ? (checkpoint as Uint16Array).slice() : Uint16Array.from(this.asLoaded);
    changes.forEach((change) => this.apply(change));
  }

  private apply(change: Change): void {
    if (change.type !== 'buffer') return;
    const { tile, value } = change.after as { tile: number; value: Uint16Array };
    this.tiles[tile] = value[0]!;
  }
}

/** Paints one tile, as one step or as a part of the host's doing. */
export function paint(store: Boxes, mask: FakeMask, dice: Dice, origin: 'worker' | 'host' = 'worker'): void {
  const tile = dice.below(mask.tiles.length);
  const state = (value: number) => ({ tile, value: Uint16Array.of(value) });
  store.change('brush', (tx) => tx.buffer(state(mask.tiles[tile]!), state(dice.below(60_000))), { origin });
}

let ticks = Date.now();

/** No two edits at the same time, so that the order of drafts is known. */
const tick = () => (ticks += 1);

/** One open page: its document, its keeper, and what is done when there is time. */
export class Page {
  readonly store: Boxes = new AnnotationStore<BoxAnnotation>();
  readonly keeper: DraftKeeper<BoxAnnotation>;
  private idle: (() => void)[] = [];

  constructor(
    options: Omit<DraftKeeperOptions<BoxAnnotation>, 'store' | 'key'> & { key?: string },
    loaded: BoxAnnotation[] = [],
  ) {
    this.store.load({ annotations: loaded, facts: { nothingToLabel: false } });
    this.keeper = new DraftKeeper({
      key: 'task',
      now: tick,
      whenIdle: (run) => this.idle.push(run),
      ...options,
      store: this.store,
    });
  }

  async open(): Promise<this> {
    await this.keeper.resume();
    return this;
  }

  /** Gives the page time for what can wait. */
  async rest(): Promise<void> {
    const due = this.idle;
    this.idle = [];
    for (const run of due) run();
    await this.keeper.settled();
  }

  /** Ends without a word, as a crash does: the browser frees the locks. */
  async crash(): Promise<void> {
    await this.keeper.settled();
    this.keeper.pause();
  }
}

/** That two documents are the same, now and all along their histories. */
export function expectSameWork(actual: Boxes, expected: Boxes, note: string): void {
  expect(actual.save(), note).to.deep.equal(expected.save());
  const [here, there] = [actual, expected].map((store) => {
    const copy = new AnnotationStore<BoxAnnotation>();
    const { snapshot, past, future } = store.save();
    copy.load(snapshot, past, future);
    return copy;
  }) as [Boxes, Boxes];
  while (there.canRedo) expect(here.redo()).to.equal(there.redo());
  expect(here.snapshot, `${note}, all redone`).to.deep.equal(there.snapshot);
  while (there.canUndo) expect(here.undo()).to.equal(there.undo());
  expect(here.snapshot, `${note}, all undone`).to.deep.equal(there.snapshot);
}

/** What must hold for drafts in any storage. `rounds` says how often a property is tried. */
export function runDraftKeeperSuite(makeStorage: () => DraftStorage | Promise<DraftStorage>, rounds: number): void {
  it('bring back what was there, after any work and any number of crashes', async () => {
    for (let seed = 0; seed < rounds; seed++) {
      const dice = new Dice(seed);
      const storage = await makeStorage();
      const locks = dice.roll() < 0.7 ? new FakeLocks() : undefined;
      const loaded = Array.from({ length: dice.below(4) }, () => someBox(dice));
      let page = await new Page({ storage, locks }, loaded).open();
      // What the host does to a mask is work beside the history, and offered too.
      let hasAside = false;
      const watch = ({ store }: Page) =>
        store.changed.subscribe((event) => {
          hasAside ||= event.type === 'host' && event.changes.some(({ type }) => type === 'buffer');
        });
      watch(page);
      for (let life = 0; life < 3; life++) {
        for (let turn = 0; turn < 12; turn++) {
          if (dice.roll() < 0.15) hostOnce(page.store, dice);
          else workFor(page.store, 1, dice);
          if (dice.roll() < 0.1) await page.keeper.settled();
          if (dice.roll() < 0.1) await page.rest();
        }
        await page.crash();
        const next = await new Page({ storage, locks }, loaded).open();
        const found = await next.keeper.find();
        const isOffered = hasAside || page.store.history.length > 0;
        if (locks) expect(found !== undefined, `seed ${seed}, life ${life}`).to.equal(isOffered);
        if (!found || !isOffered) break;
        expect(found.steps).to.equal(page.store.history.length + Number(hasAside));
        expect(await next.keeper.restore(found)).to.equal(true);
        expectSameWork(next.store, page.store, `seed ${seed}, life ${life}`);
        page = next;
        watch(page);
      }
    }
  });

  it('bring back masks, with and without checkpoints, changes of the host included', async () => {
    for (let seed = 0; seed < rounds; seed++) {
      const dice = new Dice(seed + 100);
      const storage = await makeStorage();
      const locks = new FakeLocks();
      const open = async () => {
        const owner: { mask?: FakeMask } = {};
        const page = new Page({
          storage,
          locks,
          buffer: {
            checkpoint: () => owner.mask!.checkpoint(),
            restore: (state, changes) => owner.mask!.restore(state, changes),
          },
        });
        const mask = (owner.mask = new FakeMask(page.store, [5, 6, 7, 8]));
        await page.open();
        return { page, mask };
      };
      let { page, mask } = await open();
      if (dice.roll() < 0.3) paint(page.store, mask, dice, 'host');
      for (let life = 0; life < 3; life++) {
        for (let turn = 0; turn < 10; turn++) {
          const chance = dice.roll();
          if (chance < 0.6) paint(page.store, mask, dice);
          else if (chance < 0.75) page.store.undo();
          else if (chance < 0.85) page.store.redo();
          else if (chance < 0.95) await page.rest();
          else paint(page.store, mask, dice, 'host');
        }
        await page.crash();
        const next = await open();
        if (!(await next.page.keeper.find())) break;
        expect(await next.page.keeper.restore()).to.equal(true);
        expect([...next.mask.tiles], `seed ${seed}, life ${life}`).to.deep.equal([...mask.tiles]);
        expectSameWork(next.page.store, page.store, `seed ${seed}`);
        ({ page, mask } = next);
      }
    }
  });

  it('offer work beside the history by itself, and nothing that the host did to the records', async () => {
    const dice = new Dice(3);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const open = async () => {
      const owner: { mask?: FakeMask } = {};
      const page = new Page({
        storage,
        locks,
        buffer: {
          checkpoint: () => owner.mask!.checkpoint(),
          restore: (state, changes) => owner.mask!.restore(state, changes),
        },
      });
      const mask = (owner.mask = new FakeMask(page.store));
      await page.open();
      return { page, mask };
    };
    const first = await open();
    first.page.store.change('host', (tx) => tx.insert(someBox(dice)), { origin: 'host' });
    await first.page.crash();
    const second = await open();
    expect(await second.page.keeper.find()).to.equal(undefined);
    paint(second.page.store, second.mask, dice, 'host');
    await second.page.crash();
    const third = await open();
    expect(await third.page.keeper.restore()).to.equal(true);
    expect([...third.mask.tiles]).to.deep.equal([...second.mask.tiles]);
    // It stays worth offering when what came after it was taken back.
    workFor(third.page.store, 1, dice);
    while (third.page.store.undo());
    await third.page.crash();
    const fourth = await open();
    expect(await fourth.page.keeper.restore()).to.equal(true);
    expect([...fourth.mask.tiles]).to.deep.equal([...second.mask.tiles]);
  });

  it('shorten a long journal without losing a step of the history', async () => {
    const dice = new Dice(7);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const page = await new Page({ storage, locks }).open();
    workOnce(page.store, dice);
    for (let turn = 0; turn < 700; turn++) {
      page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
      page.store.undo();
      if (turn % 20 === 0) page.store.redo();
      if (turn % 100 === 0) await page.rest();
    }
    await page.rest();
    await page.crash();
    const [draft] = await storage.list('task');
    expect((await storage.read(draft!.id)).length).to.be.below(750);

    const next = await new Page({ storage, locks }).open();
    expect(await next.keeper.restore()).to.equal(true);
    expectSameWork(next.store, page.store, 'after compaction');
  });

  it('carry large documents and odd values', async () => {
    const dice = new Dice(8);
    const storage = await makeStorage();
    const loaded = Array.from({ length: 1300 }, () => someBox(dice));
    const page = await new Page({ storage }, loaded).open();
    const odd = { ...someBox(dice), label: '\u0000 "\\ \ud800 مرحبا', left: 1.0000005, note: undefined };
    page.store.change('drawBox', (tx) => tx.insert(odd, 700));
    await page.crash();
    const next = await new Page({ storage }, loaded).open();
    await next.keeper.restore();
    expectSameWork(next.store, page.store, 'large');
  });

  it('write nothing before the worker has done something', async () => {
    const dice = new Dice(9);
    const storage = await makeStorage();
    const page = await new Page({ storage, locks: new FakeLocks() }, [someBox(dice)]).open();
    hostOnce(page.store, dice);
    const step = page.store.begin('drawBox');
    step.preview((tx) => tx.insert(someBox(dice)));
    step.cancel();
    page.store.load({ annotations: [someBox(dice)], facts: { nothingToLabel: false } });
    await page.rest();
    expect(await storage.list('task')).to.deep.equal([]);
  });

  it('are gone after submit, and nothing is stored from then on', async () => {
    const dice = new Dice(10);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const crashed = await new Page({ storage, locks }).open();
    workOnce(crashed.store, new Dice(3));
    await crashed.crash();
    const page = await new Page({ storage, locks }).open();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    const clearing = page.keeper.clear();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await clearing;
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await page.keeper.resume();
    await page.rest();
    expect(await storage.list('task')).to.deep.equal([]);
    expect([...(await locks.taken())]).to.deep.equal([]);
  });

  it('stay apart for other tasks', async () => {
    const storage = await makeStorage();
    const page = await new Page({ storage, key: 'one' }).open();
    page.store.change('drawBox', (tx) => tx.insert(someBox(new Dice(1))));
    await page.crash();
    const other = await new Page({ storage, key: 'two' }).open();
    expect(await other.keeper.find()).to.equal(undefined);
    await other.keeper.clear();
    expect(await (await new Page({ storage, key: 'one' }).open()).keeper.find()).to.include({ steps: 1 });
  });

  it('keep the work that the host replaced, beside what came after it', async () => {
    const dice = new Dice(11);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const page = await new Page({ storage, locks }).open();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await page.keeper.settled();
    const before = page.store.save();
    page.store.load({ annotations: [someBox(dice)], facts: { nothingToLabel: false } });
    expect(await page.keeper.find(), 'a reset by mistake').to.include({ steps: 1 });
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await page.crash();
    const next = await new Page({ storage, locks }).open();
    const [newest, older] = await next.keeper.list();
    await next.keeper.restore(newest);
    expectSameWork(next.store, page.store, 'after');
    await next.keeper.restore(older);
    expect(next.store.save()).to.deep.equal(before);
    await next.keeper.clear();
    expect(await storage.list('task')).to.deep.equal([]);
  });

  it('tell the order of things when a listener adds a change of the host to an edit', async () => {
    const dice = new Dice(16);
    const storage = await makeStorage();
    const store = new AnnotationStore<BoxAnnotation>();
    store.changed.subscribe((event) => {
      if (event.type !== 'commit') return;
      const id = store.snapshot.annotations.at(-1)!.id;
      store.change('host', (tx) => tx.update(id, { ...tx.get(id)!, left: 1234 }), { origin: 'host' });
    });
    const keeper = new DraftKeeper<BoxAnnotation>({ store, key: 'task', storage });
    for (let i = 0; i < 4; i++) {
      store.change('drawBox', (tx) => tx.insert(someBox(dice)));
      await keeper.settled();
    }
    keeper.close();
    const next = await new Page({ storage }).open();
    await next.keeper.restore();
    expectSameWork(next.store, store, 'listener');
  });

  it('expire, each after its own time', async () => {
    let clock = 1_000_000;
    const now = () => clock;
    const storage = await makeStorage();
    const draw = async (key: string, keepMs: number) => {
      const page = await new Page({ storage, key, keepMs, now }).open();
      page.store.change('drawBox', (tx) => tx.insert(someBox(new Dice(1))));
      await page.crash();
    };
    await draw('short', 1000);
    await draw('long', 5000);
    clock += 2000;
    const page = await new Page({ storage, key: 'short', now }).open();
    expect(await page.keeper.find()).to.equal(undefined);
    await page.rest();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await storage.list('short')).to.deep.equal([]);
    expect(await storage.list('long')).to.have.length(1);
  });

  it('of several tabs live side by side: the newest is offered first, older ones after it', async () => {
    let clock = 1000;
    const now = () => (clock += 10);
    const dice = new Dice(12);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const open = () => new Page({ storage, locks, now }).open();
    const first = await open();
    first.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await first.keeper.settled();
    const second = await open();
    expect(await second.keeper.find(), 'the first tab is still at work').to.equal(undefined);
    expect((await second.keeper.list())[0]).to.include({ isOpenElsewhere: true, steps: 1 });
    second.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    second.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await second.keeper.settled();
    first.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    first.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await first.crash();
    await second.crash();

    const third = await open();
    const drafts = await third.keeper.list();
    expect(drafts.map(({ steps }) => steps)).to.deep.equal([3, 2]);
    expect(await third.keeper.restore(drafts[1])).to.equal(true);
    expectSameWork(third.store, second.store, 'older');
    const fourth = await open();
    expect(await fourth.keeper.restore()).to.equal(true);
    expectSameWork(fourth.store, first.store, 'newest');
  });

  it('open in another tab are copied, not taken away, and survive a submit elsewhere', async () => {
    const dice = new Dice(13);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const first = await new Page({ storage, locks }).open();
    first.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await first.keeper.settled();
    const second = await new Page({ storage, locks }).open();
    const [open] = await second.keeper.list();
    expect(await second.keeper.restore(open)).to.equal(true);
    second.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    first.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await second.keeper.settled();
    await first.keeper.settled();
    expect(await storage.list('task')).to.have.length(2);
    await second.keeper.clear();
    await first.crash();
    const third = await new Page({ storage, locks }).open();
    await third.keeper.restore();
    expectSameWork(third.store, first.store, 'the first tab');
  });

  it('are written anew when something else has removed them', async () => {
    const dice = new Dice(14);
    const storage = await makeStorage();
    const page = await new Page({ storage }).open();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await page.keeper.settled();
    await forgetDrafts(storage, 'task');
    for (let i = 0; i < 4; i++) page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    await page.crash();
    const next = await new Page({ storage }).open();
    expect(await next.keeper.restore()).to.equal(true);
    expectSameWork(next.store, page.store, 'healed');
  });

  it('can be discarded one by one or all together', async () => {
    const storage = await makeStorage();
    const locks = new FakeLocks();
    for (let i = 0; i < 3; i++) {
      const page = await new Page({ storage, locks }).open();
      page.store.change('drawBox', (tx) => tx.insert(someBox(new Dice(i))));
      await page.crash();
    }
    const page = await new Page({ storage, locks }).open();
    await page.keeper.discard(await page.keeper.find());
    expect(await page.keeper.list()).to.have.length(2);
    await page.keeper.discard();
    expect(await page.keeper.list()).to.have.length(0);
    expect(await page.keeper.restore()).to.equal(false);
  });

  it('go on when the element leaves the page and comes back', async () => {
    const dice = new Dice(15);
    const storage = await makeStorage();
    const locks = new FakeLocks();
    const page = await new Page({ storage, locks }).open();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    page.keeper.pause();
    await page.keeper.resume();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    page.keeper.pause();
    // While it was away another page has taken the work over.
    const other = await new Page({ storage, locks }).open();
    expect(await other.keeper.restore()).to.equal(true);
    await page.keeper.resume();
    page.store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    other.store.undo();
    await page.crash();
    await other.crash();
    const drafts = await (await new Page({ storage, locks }).open()).keeper.list();
    expect(drafts.map(({ steps }) => steps).sort()).to.deep.equal([1, 3]);
  });
}
