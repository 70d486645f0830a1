import { expect } from '@open-wc/testing';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { StoreEvent } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { applyChanges } from '../../src/document/change.js';
import type { Snapshot } from '../../src/document/change.js';
import { Dice, hostOnce, someBox, workFor, workOnce } from './random-edits.js';

const ROUNDS = 150;

function startedTask(dice: Dice): AnnotationStore<BoxAnnotation> {
  const store = new AnnotationStore<BoxAnnotation>();
  const annotations = Array.from({ length: dice.below(6) }, () => someBox(dice));
  store.load({ annotations, facts: { nothingToLabel: false } });
  return store;
}

const idsOf = (snapshot: Snapshot<BoxAnnotation>) => snapshot.annotations.map(({ id }) => id);

describe('history', () => {
  it('takes any work back to the very beginning, and brings all of it again', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const dice = new Dice(seed);
      const store = startedTask(dice);
      const states = [store.snapshot];
      store.changed.subscribe(({ type }) => {
        if (type === 'commit') states.push(store.snapshot);
      });
      for (let round = 0; round < 25; round++) workOnce(store, dice);

      for (let at = states.length - 2; at >= 0; at--) {
        expect(store.undo(), `seed ${seed}`).to.equal(true);
        expect(store.snapshot, `seed ${seed}, undo to ${at}`).to.deep.equal(states[at]);
      }
      expect(store.canUndo).to.equal(false);
      expect(store.undo()).to.equal(false);
      for (let at = 1; at < states.length; at++) {
        expect(store.redo(), `seed ${seed}`).to.equal(true);
        expect(store.snapshot, `seed ${seed}, redo to ${at}`).to.deep.equal(states[at]);
      }
      expect(store.canRedo).to.equal(false);
      expect(store.redo()).to.equal(false);
    }
  });

  it('tells listeners changes that lead from the state before to the state now', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const dice = new Dice(seed + 1000);
      const store = startedTask(dice);
      let followed = store.snapshot;
      store.changed.subscribe((event) => {
        if ('changes' in event) followed = applyChanges(followed, event.changes);
        expect(followed, `seed ${seed} after ${event.type}`).to.deep.equal(store.snapshot);
      });
      for (let round = 0; round < 20; round++) {
        if (dice.roll() < 0.2) hostOnce(store, dice);
        else workFor(store, 1, dice);
      }
    }
  });

  it('finds every record at its place after any edit', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const dice = new Dice(seed + 2000);
      const store = startedTask(dice);
      for (let round = 0; round < 20; round++) {
        workFor(store, 1, dice);
        store.snapshot.annotations.forEach((annotation, index) => {
          expect(store.indexOf(annotation.id)).to.equal(index);
          expect(store.get(annotation.id)).to.equal(annotation);
        });
      }
      expect(store.indexOf('nobody')).to.equal(-1);
    }
  });

  it('forgets what was undone when the worker does something else', () => {
    const dice = new Dice(1);
    const store = startedTask(dice);
    store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    store.undo();
    expect(store.canRedo).to.equal(true);
    store.change('drawBox', (tx) => tx.insert(someBox(dice)));
    expect(store.canRedo).to.equal(false);
    expect(store.history.map(({ name }) => name)).to.deep.equal(['drawBox']);
  });

  it('keeps nothing of an edit without effect', () => {
    const store = startedTask(new Dice(2));
    expect(store.change('nothing', (tx) => tx.remove('nobody'))).to.equal(false);
    expect(store.canUndo).to.equal(false);
  });

  it('keeps nothing of an edit that throws', () => {
    const dice = new Dice(3);
    const store = startedTask(dice);
    const before = store.snapshot;
    const fail = () =>
      store.change('drawBox', (tx) => {
        tx.insert(someBox(dice));
        throw new Error('no');
      });
    expect(fail).to.throw('no');
    expect(store.snapshot).to.equal(before);
    expect(store.canUndo).to.equal(false);
  });

  it('leaves records alone that an edit does not touch', () => {
    const dice = new Dice(4);
    const store = new AnnotationStore<BoxAnnotation>();
    const [first, second] = [someBox(dice), someBox(dice)];
    store.load({ annotations: [first, second], facts: { nothingToLabel: false } });
    store.change('moveBox', (tx) => tx.update(second.id, { ...second, left: 999 }));
    expect(store.snapshot.annotations[0]).to.equal(first);
  });

  it('comes back whole from what was saved', () => {
    for (let seed = 0; seed < 50; seed++) {
      const dice = new Dice(seed + 3000);
      const store = startedTask(dice);
      workFor(store, 30, dice);
      const { snapshot, past, future } = structuredClone(store.save());
      const again = new AnnotationStore<BoxAnnotation>();
      again.load(snapshot, past, future);
      while (store.canRedo) expect(again.redo()).to.equal(store.redo());
      while (store.canUndo) {
        expect(again.undo()).to.equal(store.undo());
        expect(again.snapshot, `seed ${seed}`).to.deep.equal(store.snapshot);
      }
      expect(again.canUndo).to.equal(false);
    }
  });
});

describe('changes from the host', () => {
  it('stay out of the history', () => {
    for (let seed = 0; seed < 50; seed++) {
      const dice = new Dice(seed + 4000);
      const store = startedTask(dice);
      workFor(store, 10, dice);
      const { past, future } = store.save();
      for (let round = 0; round < 5; round++) hostOnce(store, dice);
      expect(store.save().past).to.deep.equal(past);
      expect(store.save().future).to.deep.equal(future);
    }
  });

  it('never break undo or redo, and no record is there twice', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const dice = new Dice(seed + 5000);
      const store = startedTask(dice);
      const everything = new Map<string, BoxAnnotation>();
      for (let round = 0; round < 60; round++) {
        store.snapshot.annotations.forEach((annotation) => everything.set(annotation.id, annotation));
        const chance = dice.roll();
        if (chance < 0.2) hostOnce(store, dice);
        else if (chance < 0.3 && everything.size) {
          // A host that loads an answer again brings back what the worker has removed.
          const back = dice.oneOf([...everything.values()]);
          if (!store.get(back.id)) store.change('host', (tx) => tx.insert(back), { origin: 'host' });
        } else workFor(store, 1, dice);
        const ids = idsOf(store.snapshot);
        expect(new Set(ids).size, `seed ${seed}`).to.equal(ids.length);
        expect(ids.every((id) => store.get(id)?.id === id)).to.equal(true);
      }
    }
  });

  it('are still there after the worker has undone everything', () => {
    const dice = new Dice(6);
    const store = new AnnotationStore<BoxAnnotation>();
    const [mine, theirs] = [someBox(dice), someBox(dice)];
    store.change('drawBox', (tx) => tx.insert(mine));
    store.change('host', (tx) => tx.insert(theirs, 0), { origin: 'host' });
    store.undo();
    expect(idsOf(store.snapshot)).to.deep.equal([theirs.id]);
    store.redo();
    expect(idsOf(store.snapshot)).to.have.members([theirs.id, mine.id]);
  });

  it('do not mislead an undo to a neighbour', () => {
    const dice = new Dice(7);
    const [a, b, c, host] = [someBox(dice), someBox(dice), someBox(dice), someBox(dice)];
    const store = new AnnotationStore<BoxAnnotation>();
    store.load({ annotations: [a, b, c], facts: { nothingToLabel: false } });
    store.change('order', (tx) => tx.reorder(a.id, 2));
    store.change('moveBox', (tx) => tx.update(b.id, { ...b, left: 1000 }));
    store.change('host', (tx) => tx.insert(host, 0), { origin: 'host' });
    store.undo();
    expect(store.get(b.id)).to.deep.equal(b);
    store.undo();
    const mine = idsOf(store.snapshot).filter((id) => id !== host.id);
    expect(mine).to.deep.equal([a.id, b.id, c.id]);
  });

  it('leave the gesture of the worker open', () => {
    const dice = new Dice(8);
    const store = new AnnotationStore<BoxAnnotation>();
    const [drawn, theirs] = [someBox(dice), someBox(dice)];
    const events: StoreEvent<BoxAnnotation>['type'][] = [];
    store.changed.subscribe(({ type }) => events.push(type));
    const step = store.begin('drawBox');
    step.preview((tx) => tx.insert(drawn));
    store.change('host', (tx) => tx.insert(theirs), { origin: 'host' });
    expect(step.isOpen).to.equal(true);
    expect(store.seen(drawn.id)).to.equal(drawn);
    step.cancel();
    expect(idsOf(store.snapshot)).to.deep.equal([theirs.id]);
    expect(store.canUndo).to.equal(false);
    expect(events).to.deep.equal(['preview', 'host', 'cancel']);
  });
});
