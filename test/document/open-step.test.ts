import { expect } from '@open-wc/testing';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { Dice, editAnything, someBox } from './random-edits.js';

function storeWith(...annotations: BoxAnnotation[]): AnnotationStore<BoxAnnotation> {
  const store = new AnnotationStore<BoxAnnotation>();
  store.load({ annotations, facts: { nothingToLabel: false } });
  return store;
}

const idsOf = (store: AnnotationStore<BoxAnnotation>) => store.snapshot.annotations.map(({ id }) => id);

describe('an open step', () => {
  it('never leaks a preview: a cancelled gesture leaves everything as it was', () => {
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed);
      const store = storeWith(someBox(dice), someBox(dice), someBox(dice));
      const before = store.snapshot;
      const step = store.begin('drawBox');
      for (let moves = 0; moves < 6; moves++) {
        const edit = (tx: Parameters<typeof editAnything>[0]) => editAnything(tx, idsOf(store), dice);
        if (dice.roll() < 0.5) step.preview(edit);
        else step.change(edit);
        expect(store.snapshot).to.equal(before);
      }
      step.cancel();
      expect(store.snapshot).to.equal(before);
      expect(store.preview).to.equal(undefined);
      expect(store.canUndo).to.equal(false);
      expect(store.canRedo).to.equal(false);
    }
  });

  it('is kept by a page that goes away only if it can be concluded', () => {
    const store = storeWith(someBox(new Dice(1)));
    const added = someBox(new Dice(2));
    const sketch = store.begin('draw', { conclude: (tx) => tx.insert(added) });
    sketch.conclude();
    expect(sketch.isOpen).to.equal(false);
    expect(idsOf(store)).to.have.length(2);
    store.undo();
    expect(idsOf(store)).to.have.length(1);
    const preview = store.begin('simplify');
    preview.preview((tx) => tx.remove(idsOf(store)[0]!));
    preview.conclude();
    expect(preview.isOpen).to.equal(true);
    expect(idsOf(store)).to.have.length(1);
  });

  it('shows in its preview exactly what a commit makes', () => {
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed + 500);
      const store = storeWith(someBox(dice), someBox(dice), someBox(dice));
      const before = idsOf(store);
      const step = store.begin('drawBox');
      for (let moves = 0; moves < 5; moves++) {
        const edit = (tx: Parameters<typeof editAnything>[0]) => editAnything(tx, before, dice);
        if (dice.roll() < 0.5) step.preview(edit);
        else step.change(edit);
      }
      const { shown, removed } = store.preview!;
      const seen = new Map([...before, ...shown.keys()].map((id) => [id, store.seen(id)]));
      step.commit();
      for (const [id, annotation] of seen) expect(store.get(id), `seed ${seed}`).to.equal(annotation);
      for (const id of removed) expect(store.get(id)).to.equal(undefined);
      for (const id of idsOf(store)) expect(seen.has(id)).to.equal(true);
    }
  });

  it('is one step of the history, whatever its parts', () => {
    const dice = new Dice(1);
    const store = storeWith();
    const step = store.begin('drawBox');
    for (let part = 0; part < 5; part++) step.change((tx) => tx.insert(someBox(dice)));
    step.commit();
    expect(store.snapshot.annotations).to.have.length(5);
    expect(store.history).to.have.length(1);
    store.undo();
    expect(store.snapshot.annotations).to.have.length(0);
  });

  it('replaces one preview by the next', () => {
    const dice = new Dice(2);
    const box = someBox(dice);
    const store = storeWith();
    const step = store.begin('drawBox');
    for (const width of [10, 20, 30]) step.preview((tx) => tx.insert({ ...box, width }));
    step.commit();
    expect(store.snapshot.annotations).to.deep.equal([{ ...box, width: 30 }]);
  });

  it('loses its parts one by one to undo, gets them back by redo, and never touches the steps before', () => {
    const dice = new Dice(3);
    const [a, b, c] = [someBox(dice), someBox(dice), someBox(dice)];
    const store = storeWith();
    store.change('drawBox', (tx) => tx.insert(a));
    const step = store.begin('drawPolygon');
    step.change((tx) => tx.insert(b));
    step.change((tx) => tx.insert(c));
    store.undo();
    expect(store.seen(c.id)).to.equal(undefined);
    expect(store.seen(b.id)).to.equal(b);
    expect(store.canRedo).to.equal(true);
    store.redo();
    expect(store.seen(c.id)).to.equal(c);
    store.undo();
    store.undo();
    expect(step.isOpen).to.equal(false);
    expect(idsOf(store)).to.deep.equal([a.id]);
    expect(store.history).to.have.length(1);
  });

  it('does not lose a part that redo brought back to a preview made without it', () => {
    const dice = new Dice(4);
    const box = someBox(dice);
    const store = storeWith(box);
    const step = store.begin('moveBox');
    step.change((tx) => tx.update(box.id, { ...box, left: 1 }));
    step.change((tx) => tx.update(box.id, { ...tx.get(box.id)!, top: 2 }));
    store.undo();
    step.preview((tx) => tx.update(box.id, { ...tx.get(box.id)!, width: 3 }));
    store.redo();
    step.commit();
    expect(store.get(box.id)).to.deep.equal({ ...box, left: 1, top: 2 });
  });

  it('is kept when the next one begins or the worker edits otherwise', () => {
    const dice = new Dice(5);
    const [a, b, c] = [someBox(dice), someBox(dice), someBox(dice)];
    const store = storeWith();
    const first = store.begin('drawBox');
    first.preview((tx) => tx.insert(a));
    const second = store.begin('drawBox');
    expect(first.isOpen).to.equal(false);
    second.preview((tx) => tx.insert(b));
    store.change('drawBox', (tx) => tx.insert(c));
    expect(second.isOpen).to.equal(false);
    expect(idsOf(store)).to.deep.equal([a.id, b.id, c.id]);
    expect(store.history).to.have.length(3);
  });

  it('is closed for good after commit, cancel or load', () => {
    const dice = new Dice(6);
    for (const close of ['commit', 'cancel', 'load'] as const) {
      const store = storeWith();
      const step = store.begin('drawBox');
      step.change((tx) => tx.insert(someBox(dice)));
      if (close === 'load') store.load({ annotations: [], facts: { nothingToLabel: true } });
      else step[close]();
      const after = store.snapshot;
      step.preview((tx) => tx.insert(someBox(dice)));
      step.change((tx) => tx.insert(someBox(dice)));
      step.commit();
      step.cancel();
      expect(store.snapshot).to.equal(after);
      expect(store.openStep).to.equal(undefined);
    }
  });

  it('leaves no step behind when nothing happened', () => {
    const store = storeWith();
    const events: string[] = [];
    store.changed.subscribe(({ type }) => events.push(type));
    store.begin('drawBox').commit();
    expect(store.canUndo).to.equal(false);
    expect(events).to.deep.equal(['cancel']);
  });

  it('shows the sketch of the newest part, or of the preview', () => {
    const store = storeWith();
    const step = store.begin('extremePoints');
    const [one, two] = [{ points: [{ x: 1, y: 1 }] }, { points: [{ x: 2, y: 2 }] }];
    step.change(() => {}, one);
    expect(store.preview?.sketch).to.equal(one);
    step.preview(() => {}, two);
    expect(store.preview?.sketch).to.equal(two);
    store.undo();
    expect(store.preview).to.equal(undefined);
  });
});
