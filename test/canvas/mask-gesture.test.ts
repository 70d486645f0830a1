import { expect } from '@open-wc/testing';
import { MaskDocument } from '../../src/canvas/mask/mask-document.js';
import type { Stretch } from '../../src/canvas/mask/mask-gesture.js';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { InstanceAnnotation } from '../../src/document/annotation.js';
import { copyMask, createMask, type IndexMask } from '../../src/mask/index-mask.js';
import { MaskEdit } from '../../src/mask/mask-edit.js';
import { packMask, unpackMask } from '../../src/mask/rle.js';
import { paintRuns, runsOfIndex } from '../../src/mask/runs.js';
import { nextTask } from '../../src/mask/slices.js';
import { between, randomFrom, randomMask } from '../mask/support.js';

const NAME = 'fill';

function documentOf(mask: IndexMask) {
  const store = new AnnotationStore<InstanceAnnotation>();
  const pixels = new MaskDocument();
  pixels.connect(store);
  pixels.open(mask, packMask(mask));
  return { store, pixels };
}

const isSame = (a: IndexMask, b: IndexMask) => a.data.every((index, i) => index === b.data[i]);

/** What a mask is after all stretches were written at once, pixel by pixel. */
function written(mask: IndexMask, stretches: readonly Stretch[]): IndexMask {
  const copy = copyMask(mask);
  const edit = new MaskEdit(copy);
  for (const stretch of stretches) {
    if ('runs' in stretch) paintRuns(stretch.runs, edit.sink(stretch.index));
    else copy.data.forEach((index, i) => stretch.replaces.has(index) && (copy.data[i] = stretch.index));
  }
  return copy;
}

function randomStretches(random: () => number, { width, height }: IndexMask): Stretch[] {
  return Array.from({ length: between(random, 1, 4) }, () => {
    const index = between(random, 0, 5);
    if (random() < 0.4) return { index, replaces: new Set([between(random, 0, 5), between(random, 0, 5)]) };
    return { index, runs: runsOfIndex(randomMask(random, width, height, 1), 1) };
  });
}

describe('a mask that is written in slices', () => {
  it('is the same as one that is written at once, and back again by undo', async () => {
    const random = randomFrom(19);
    for (let round = 0; round < 60; round++) {
      const mask = randomMask(random, between(random, 1, 600), between(random, 1, 500), 5);
      const before = copyMask(mask);
      const stretches = randomStretches(random, mask);
      const expected = written(mask, stretches);
      const { store, pixels } = documentOf(mask);
      const gesture = pixels.begin(NAME, { over: 'everything' })!;
      const writing = gesture.write(stretches);
      // Somebody ends it before all is written: nobody sees the half of it.
      const isHasty = round % 2 === 0;
      if (isHasty && round % 4) await nextTask();
      if (isHasty) gesture.commit();
      await writing;
      gesture.commit();
      expect(isSame(pixels.mask!, expected), `round ${round}`).to.equal(true);
      expect(isSame(unpackMask(pixels.packed!), expected)).to.equal(true);
      expect(store.history.length).to.equal(isSame(before, expected) ? 0 : 1);
      store.undo();
      expect(isSame(pixels.mask!, before)).to.equal(true);
      expect(isSame(unpackMask(pixels.packed!), before)).to.equal(true);
      store.redo();
      if (store.history.length) expect(isSame(pixels.mask!, expected)).to.equal(true);
    }
  });

  it('is left as it was when it is taken back, and drafts never see the half of it', async () => {
    const mask = createMask(4000, 4000);
    const { store, pixels } = documentOf(mask);
    const all = runsOfIndex(createMask(4000, 4000), 0);
    const gesture = pixels.begin(NAME, { over: 'everything' })!;
    const writing = gesture.write([{ index: 3, runs: all }]);
    await nextTask();
    expect(mask.data[0]).to.equal(3);
    expect(pixels.packed!.tiles).to.have.length(0);
    expect(pixels.areaOf(3)).to.equal(0);
    gesture.cancel();
    await writing;
    expect(mask.data.every((index) => index === 0)).to.equal(true);
    expect(store.history.length).to.equal(0);
    expect(pixels.packed!.tiles).to.have.length(0);
  });
});
