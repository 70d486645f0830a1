import { expect } from '@open-wc/testing';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { applyChanges, invertAll } from '../../src/document/change.js';
import type { Snapshot } from '../../src/document/change.js';
import { Transaction } from '../../src/document/transaction.js';
import { Dice, editAnything, someBox } from './random-edits.js';

type Boxes = Snapshot<BoxAnnotation>;

function someSnapshot(dice: Dice, length = dice.below(8)): Boxes {
  return {
    annotations: Array.from({ length }, () => someBox(dice)),
    facts: { nothingToLabel: dice.roll() < 0.5 },
  };
}

function transactionOn(base: Boxes): Transaction<BoxAnnotation> {
  return new Transaction(base, (id) => base.annotations.findIndex((annotation) => annotation.id === id));
}

const idsOf = (snapshot: Boxes) => snapshot.annotations.map(({ id }) => id);

describe('transactions', () => {
  it('record changes whose inverse is the way back', () => {
    for (let seed = 0; seed < 500; seed++) {
      const dice = new Dice(seed);
      const base = someSnapshot(dice);
      const frozen = structuredClone(base);
      const tx = transactionOn(base);
      for (let edits = 0; edits < 5; edits++) editAnything(tx, idsOf(base), dice);

      const after = applyChanges(base, tx.changes);
      expect(applyChanges(after, invertAll(tx.changes)), `seed ${seed}`).to.deep.equal(base);
      expect(invertAll(invertAll(tx.changes))).to.deep.equal(tx.changes);
      expect(base, 'the snapshot before stays as it was').to.deep.equal(frozen);
    }
  });

  it('read their own edits', () => {
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed + 700);
      const base = someSnapshot(dice);
      const tx = transactionOn(base);
      for (let edits = 0; edits < 5; edits++) editAnything(tx, idsOf(base), dice);
      const after = applyChanges(base, tx.changes);
      expect(tx.length).to.equal(after.annotations.length);
      for (const annotation of after.annotations) expect(tx.get(annotation.id)).to.equal(annotation);
      for (const id of idsOf(base)) {
        if (!idsOf(after).includes(id)) expect(tx.get(id)).to.equal(undefined);
      }
    }
  });

  it('make plain data that survives a structured clone', () => {
    const dice = new Dice(5);
    const base = someSnapshot(dice, 5);
    const tx = transactionOn(base);
    for (let edits = 0; edits < 30; edits++) editAnything(tx, idsOf(base), dice);
    expect(structuredClone(tx.changes)).to.deep.equal(tx.changes);
  });

  it('set a fact twice in one edit', () => {
    const base: Boxes = { annotations: [], facts: { nothingToLabel: false } };
    const tx = transactionOn(base);
    tx.setFact('nothingToLabel', true);
    tx.setFact('nothingToLabel', false);
    expect(applyChanges(base, tx.changes).facts.nothingToLabel).to.equal(false);
  });

  it('keep places outside of the list inside', () => {
    const dice = new Dice(6);
    const base = someSnapshot(dice, 3);
    const [first, second, third] = idsOf(base);
    const tx = transactionOn(base);
    tx.reorder(first!, 99);
    expect(idsOf(applyChanges(base, tx.changes))).to.deep.equal([second, third, first]);
    tx.reorder(first!, -99);
    expect(idsOf(applyChanges(base, tx.changes))).to.deep.equal([first, second, third]);
  });

  it('do not copy the list to update a record', () => {
    const dice = new Dice(7);
    const base = someSnapshot(dice, 3);
    const tx = transactionOn(base);
    const [box] = base.annotations;
    tx.update(box!.id, { ...box!, left: 1 });
    tx.update(box!.id, { ...box!, left: 2 });
    expect(tx.changes.map(({ type }) => type)).to.deep.equal(['replace', 'replace']);
    expect(tx.get(box!.id)?.left).to.equal(2);
  });

  it('leave a snapshot as it is that they do not alter', () => {
    const base = someSnapshot(new Dice(8), 3);
    const after = applyChanges(base, [{ type: 'buffer', before: 1, after: 2 }]);
    expect(after.annotations).to.equal(base.annotations);
    expect(after.facts).to.equal(base.facts);
  });
});

describe('changes on a document that the host has altered', () => {
  it('apply to what is still there and never throw', () => {
    for (let seed = 0; seed < 300; seed++) {
      const dice = new Dice(seed + 9000);
      const base = someSnapshot(dice);
      const tx = transactionOn(base);
      for (let edits = 0; edits < 6; edits++) editAnything(tx, idsOf(base), dice);
      // Some records are gone, others have come, and the order is another one.
      const altered: Boxes = {
        annotations: [...base.annotations.filter(() => dice.roll() < 0.6).reverse(), someBox(dice)],
        facts: base.facts,
      };
      const there = applyChanges(altered, tx.changes);
      const back = applyChanges(there, invertAll(tx.changes));
      for (const snapshot of [there, back]) {
        const ids = idsOf(snapshot);
        expect(new Set(ids).size, `seed ${seed}`).to.equal(ids.length);
        expect(ids).to.include(altered.annotations.at(-1)!.id);
      }
    }
  });

  it('do not insert a record a second time, be there few inserts or many', () => {
    for (const count of [1, 200]) {
      const dice = new Dice(count);
      const base = someSnapshot(dice, count);
      const inserts = base.annotations.map((annotation, index) => ({ type: 'insert', index, annotation }) as const);
      expect(applyChanges(base, inserts)).to.deep.equal(base);
      expect(applyChanges({ ...base, annotations: [] }, [...inserts, ...inserts])).to.deep.equal(base);
      const removes = invertAll(inserts);
      expect(applyChanges(base, [...removes, ...inserts])).to.deep.equal(base);
    }
  });
});
