import { expect } from 'chai';
import { DirtyArea, copyMask, createMask, indexAt, tileBounds, tilesIn } from '../../src/mask/index-mask.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import { MaskEdit, applyTiles } from '../../src/mask/mask-edit.js';
import type { WriteRule } from '../../src/mask/mask-edit.js';
import { IndexCounts, countIndices, measureIndices } from '../../src/mask/measure.js';
import { dab, fillPolygon, fillRectangle, strokeSegment } from '../../src/mask/raster.js';
import { packMask, unpackMask } from '../../src/mask/rle.js';
import { between, drawn, maskOf, randomFrom, randomMask } from './support.js';

describe('mask edits', () => {
  it('takes back and repeats any painting on every pixel', async () => {
    const random = randomFrom(6);
    for (let round = 0; round < 60; round++) {
      const width = between(random, 1, 700);
      const height = between(random, 1, 600);
      const indices = round % 5 === 0 ? 1000 : 8;
      const mask = randomMask(random, width, height, indices);
      const before = copyMask(mask);
      const edit = new MaskEdit(mask, randomRule(random, indices));
      paintAnything(edit, random, indices);
      // Large edits pack what they have while they go on.
      if (round % 3 === 0) {
        await edit.packAhead(async () => {
          if (random() < 0.3) paintAnything(edit, random, indices);
          return Promise.resolve(true);
        });
      }
      if (round % 2 === 0) paintAnything(edit, random, indices);
      const after = copyMask(mask);
      const change = edit.commit();
      if (!change) {
        expect(mask.data).to.deep.equal(before.data);
        continue;
      }
      const journaled = structuredClone(change);
      applyTiles(mask, journaled, 'undo');
      expect(equalPixels(mask, before), `undo, round ${round}`).to.equal(true);
      applyTiles(mask, journaled, 'redo');
      expect(equalPixels(mask, after), `redo, round ${round}`).to.equal(true);
    }
  });

  it('cancels an edit that touched more tiles than are kept raw', () => {
    const mask = randomMask(randomFrom(3), 256 * 9, 256 * 9, 4);
    const before = copyMask(mask);
    const edit = new MaskEdit(mask);
    fillRectangle({ x: 0, y: 0 }, { x: mask.width, y: mask.height }, edit.sink(3));
    edit.cancel();
    expect(equalPixels(mask, before)).to.equal(true);
    expect(edit.commit()).to.equal(undefined);
  });

  it('has no change when the pixels end as they began', () => {
    const mask = maskOf('11', '11');
    const edit = new MaskEdit(mask);
    fillRectangle({ x: 0, y: 0 }, { x: 2, y: 2 }, edit.sink(1));
    expect(edit.commit()).to.equal(undefined);
  });

  it('keeps only touched tiles, and few bytes of them', () => {
    const mask = createMask(4096, 4096);
    const edit = new MaskEdit(mask);
    strokeSegment({ x: 1000, y: 1000 }, { x: 2000, y: 1100 }, { shape: 'round', size: 64 }, edit.sink(2));
    const change = edit.commit();
    const bytes = [...(change?.before ?? []), ...(change?.after ?? [])].reduce(
      (sum, state) => sum + (state.runs?.byteLength ?? state.raw?.byteLength ?? 0),
      0,
    );
    expect(change?.after.length).to.be.within(4, 12);
    expect(bytes).to.be.below(4096);
  });

  it('obeys the write rule', () => {
    const paint = (rule: WriteRule) => {
      const mask = maskOf('..1122', '..1122');
      const edit = new MaskEdit(mask, rule);
      fillRectangle({ x: 1, y: 0 }, { x: 5, y: 1 }, edit.sink(5));
      return drawn(mask)[0];
    };
    expect(paint({ over: 'everything' })).to.equal('.55552');
    expect(paint({ over: 'unlabelled' })).to.equal('.51122');
    expect(paint({ over: 'inside', index: 1 })).to.equal('..5522');
    expect(paint({ over: 'everything', locked: [1] })).to.equal('.51152');
    expect(paint({ over: 'inside', index: 1, locked: [1] })).to.equal('..1122');
    expect(paint({ over: 'unlabelled', locked: [0] })).to.equal('..1122');
  });

  it('refuses an index that the mask cannot hold', () => {
    expect(() => new MaskEdit(createMask(2, 2)).sink(256)).to.throw(RangeError, '256');
    expect(() => createMask(0, 3)).to.throw(RangeError, '0 x 3');
    expect(() => createMask(3, 3, 70000)).to.throw(RangeError, '70000');
  });

  it('keeps counts and the unlabelled share true through undo', () => {
    const random = randomFrom(9);
    const mask = randomMask(random, 300, 280, 6);
    const counts = new IndexCounts(mask);
    const expectTrue = () => {
      const fresh = countIndices(mask);
      for (let index = 0; index < 7; index++) expect(counts.areaOf(index)).to.equal(fresh[index]);
      expect(counts.unlabelledShare).to.equal(fresh[0] / mask.data.length);
    };
    const edit = new MaskEdit(mask);
    paintAnything(edit, random, 6);
    const change = edit.commit();
    if (!change) throw new Error('Nothing was painted.');
    counts.apply(change);
    expectTrue();
    applyTiles(mask, change, 'undo');
    counts.apply(change, 'undo');
    expectTrue();
  });

  it('measures area and bounds of each index', () => {
    const extents = measureIndices(maskOf('.11..', '.1..2', '....2'));
    expect(extents.get(1)).to.deep.equal({ area: 3, bounds: { left: 1, top: 0, right: 3, bottom: 2 } });
    expect(extents.get(2)).to.deep.equal({ area: 2, bounds: { left: 4, top: 1, right: 5, bottom: 3 } });
    expect(extents.has(3)).to.equal(false);
  });
});

describe('packed masks', () => {
  it('survive packing, a clone and unpacking', () => {
    const random = randomFrom(12);
    for (let round = 0; round < 30; round++) {
      const mask = randomMask(random, between(random, 1, 600), between(random, 1, 600), round % 2 ? 700 : 5);
      const back = unpackMask(structuredClone(packMask(mask)));
      expect(back.data.constructor).to.equal(mask.data.constructor);
      expect(equalPixels(back, mask)).to.equal(true);
    }
  });

  it('keep pure noise without blowing it up', () => {
    const random = randomFrom(2);
    const mask = createMask(512, 512);
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = between(random, 0, 256);
    const packed = packMask(mask);
    expect(packed.tiles.every((state) => (state.raw?.byteLength ?? 0) === 65536)).to.equal(true);
    expect(equalPixels(unpackMask(packed), mask)).to.equal(true);
  });

  it('leave out tiles without labels', () => {
    const mask = createMask(1024, 1024);
    mask.data[0] = 1;
    expect(packMask(mask).tiles).to.have.length(1);
  });
});

describe('tiles', () => {
  it('cover the mask once', () => {
    const size = { width: 600, height: 300 };
    const tiles = tilesIn(size, { left: 0, top: 0, right: 600, bottom: 300 });
    const area = tiles
      .map((tile) => tileBounds(size, tile))
      .reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    expect(tiles).to.have.length(6);
    expect(area).to.equal(600 * 300);
  });

  it('are repainted once however often they are marked', () => {
    const area = new DirtyArea({ width: 600, height: 300 });
    area.mark({ left: 10, top: 10, right: 20, bottom: 20 });
    area.mark({ left: 15, top: 5, right: 30, bottom: 12 });
    area.mark({ left: 250, top: 0, right: 260, bottom: 2 });
    area.mark({ left: -50, top: -50, right: 0, bottom: 0 });
    expect(area.take()).to.deep.equal([
      { left: 10, top: 0, right: 256, bottom: 20 },
      { left: 256, top: 0, right: 260, bottom: 2 },
    ]);
    expect(area.isEmpty).to.equal(true);
  });

  it('reads 0 outside the mask', () => {
    const mask = maskOf('1');
    expect([indexAt(mask, 0.9, 0.9), indexAt(mask, -0.1, 0), indexAt(mask, 1, 0)]).to.deep.equal([1, 0, 0]);
  });
});

function randomRule(random: () => number, indices: number): WriteRule {
  const over = (['everything', 'unlabelled', 'inside'] as const)[between(random, 0, 3)];
  const locked = random() < 0.5 ? [between(random, 0, indices + 1)] : [];
  return { over, index: between(random, 0, indices + 1), locked };
}

function paintAnything(edit: MaskEdit, random: () => number, indices: number) {
  const { width, height } = edit.mask;
  const point = () => ({ x: random() * width * 1.4 - width * 0.2, y: random() * height * 1.4 - height * 0.2 });
  for (let i = 0; i < 6; i++) {
    const sink = edit.sink(between(random, 0, indices + 1));
    const shape = random() < 0.5 ? 'round' : 'square';
    const size = between(random, 1, 90);
    const tool = between(random, 0, 4);
    if (tool === 0) dab(point(), { shape, size }, sink);
    else if (tool === 1) strokeSegment(point(), point(), { shape, size }, sink);
    else if (tool === 2) fillPolygon([[point(), point(), point(), point(), point()]], sink);
    else fillRectangle(point(), point(), sink);
  }
}

function equalPixels(a: IndexMask, b: IndexMask): boolean {
  return a.data.length === b.data.length && a.data.every((value, i) => value === b.data[i]);
}
