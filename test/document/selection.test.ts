import { expect } from '@open-wc/testing';
import { Selection } from '../../src/document/selection.js';
import { Dice } from './random-edits.js';

describe('selection', () => {
  it('holds what a set would hold, the newest last, and tells of every difference once', () => {
    const dice = new Dice(1);
    const selection = new Selection();
    let told = 0;
    selection.changed.subscribe(() => (told += 1));
    let model: string[] = [];
    for (let round = 0; round < 500; round++) {
      const id = `shape-${dice.below(6)}`;
      const before = new Set(model);
      const toldBefore = told;
      switch (dice.below(4)) {
        case 0:
          selection.toggle(id);
          model = model.includes(id) ? model.filter((other) => other !== id) : [...model, id];
          break;
        case 1:
          selection.set([id, id]);
          model = [id];
          break;
        case 2:
          selection.keepOnly((other) => other !== id);
          model = model.filter((other) => other !== id);
          break;
        default:
          if (dice.roll() < 0.2) {
            selection.clear();
            model = [];
          }
      }
      expect([...selection.ids]).to.deep.equal(model);
      expect(selection.size).to.equal(model.length);
      expect(selection.primary).to.equal(model.at(-1));
      expect(selection.has(id)).to.equal(model.includes(id));
      const isSame = before.size === model.length && model.every((other) => before.has(other));
      expect(told - toldBefore).to.equal(isSame ? 0 : 1);
    }
  });

  it('stops telling who no longer listens', () => {
    const selection = new Selection();
    let told = 0;
    const stop = selection.changed.subscribe(() => (told += 1));
    selection.set(['a']);
    stop();
    selection.set(['b']);
    expect(told).to.equal(1);
  });
});
