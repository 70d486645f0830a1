import { expect } from 'chai';
import { copyMask, createMask, indexAt, tileBounds, tileGrid } from '../../src/mask/index-mask.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import { MaskEdit, applyChange } from '../../src/mask/mask-edit.js';
import type { MaskChange, WriteRule } from '../../src/mask/mask-edit.js';
import { IndexCounts, measureTiles } from '../../src/mask/measure.js';
import { dab, fillPolygon, fillRectangle, strokeSegment } from '../../src/mask/raster.js';
import { packMask, unpackMask } from '../../src/mask/rle.js';
import { areaOfRuns, boundsOfRuns, runsOfIndex } from '../../src/mask/runs.js';
import { allSteps } from '../../src/mask/slices.js';
import { findingIndex } from '../../src/mask/tiles.js';
import type { Bounds, Size } from '../../src/geometry/types.js';
import { between, drawn, maskOf, randomFrom, randomMask } from './support.js';

describe('mask edits', () => {
  it('takes back and repeats any painting on every pixel', () => {
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
        for (const steps = edit.packAhead(); !steps.next().done;) {
          if (random() < 0.3) paintAnything(edit, random, indices);
        }
      }
      if (round % 2 === 0) paintAnything(edit, random, indices);
      const after = copyMask(mask);
      const change = edit.commit();
      if (!change) {
        expect(mask.data).to.deep.equal(before.data);
        continue;
      }
      const journaled = structuredClone(change);
      const written: Bounds[] = [];
      applyChange(mask, backwards(journaled), (bounds) => written.push(bounds));
      expect(equalPixels(mask, before), `undo, round ${round}`).to.equal(true);
      expectCovered(before, after, written);
      applyChange(mask, journaled);
      expect(equalPixels(mask, after), `redo, round ${round}`).to.equal(true);
    }
  });

  it('gives indices another one tile by tile, as pixel by pixel', () => {
    const random = randomFrom(16);
    for (let round = 0; round < 40; round++) {
      const indices = round % 5 === 0 ? 1000 : 6;
      const mask = randomMask(random, between(random, 1, 600), between(random, 1, 600), indices);
      const before = copyMask(mask);
      const rule = round % 2 ? randomRule(random, indices) : undefined;
      const edit = new MaskEdit(mask, rule);
      if (round % 3 === 0) paintAnything(edit, random, indices);
      const gone = new Set([between(random, 0, indices), between(random, 0, indices)]);
      const into = between(random, 0, indices + 1);
      const mayWrite = (index: number) =>
        (rule === undefined || rule.over === 'everything' || index === (rule.over === 'inside' ? rule.index : 0)) &&
        ![...(rule?.locked ?? [])].includes(index);
      const expected = Array.from(mask.data, (index) => (gone.has(index) && mayWrite(index) ? into : index));
      const painted = copyMask(mask);
      const written: Bounds[] = [];
      const recode = edit.recoder(gone, into, (bounds) => written.push(bounds));
      for (const tile of tilesOf(mask)) recode(tile);
      expect(expected.every((index, i) => index === mask.data[i])).to.equal(true);
      expectCovered(painted, mask, written);
      const after = copyMask(mask);
      const change = edit.commit();
      if (!change) continue;
      applyChange(mask, backwards(change));
      expect(equalPixels(mask, before)).to.equal(true);
      applyChange(mask, change);
      expect(equalPixels(mask, after)).to.equal(true);
    }
  });

  it('gives a new index of two bytes to tiles that were packed as single bytes', () => {
    const random = randomFrom(4);
    const narrow = createMask(256, 256);
    for (let i = 0; i < narrow.data.length; i++) narrow.data[i] = between(random, 0, 256);
    const before = new Map(packMask(narrow).tiles.map((state) => [state.tile, state]));
    const mask = copyMask(narrow, 300);
    const edit = new MaskEdit(mask, undefined, before);
    edit.recoder(new Set([7]), 300, () => {})(0);
    expect(mask.data.every((index, i) => index === (narrow.data[i] === 7 ? 300 : narrow.data[i]))).to.equal(true);
    const change = edit.commit()!;
    applyChange(mask, backwards(change));
    applyChange(mask, change);
    expect(mask.data.every((index, i) => index === (narrow.data[i] === 7 ? 300 : narrow.data[i]))).to.equal(true);
  });

  it('cancels an edit of many tiles', () => {
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
    const counts = new IndexCounts(packMask(mask));
    const expectTrue = () => {
      for (let index = 1; index < 7; index++)
        expect(counts.areaOf(index)).to.equal(areaOfRuns(runsOfIndex(mask, index)));
      expect(counts.unlabelledShare).to.equal(areaOfRuns(runsOfIndex(mask, 0)) / mask.data.length);
    };
    expectTrue();
    const edit = new MaskEdit(mask);
    paintAnything(edit, random, 6);
    const change = edit.commit();
    if (!change) throw new Error('Nothing was painted.');
    counts.apply(change);
    expectTrue();
    applyChange(mask, backwards(change));
    counts.apply(change, 'undo');
    expectTrue();
  });

  it('measures area and bounds of each index', () => {
    const extents = measureTiles(packMask(maskOf('.11..', '.1..2', '....2')));
    expect(extents.get(1)).to.deep.equal({ area: 3, bounds: { left: 1, top: 0, right: 3, bottom: 2 } });
    expect(extents.get(2)).to.deep.equal({ area: 2, bounds: { left: 4, top: 1, right: 5, bottom: 3 } });
    expect(extents.has(3)).to.equal(false);
  });

  it('knows runs, area and bounds of an index from packed tiles as from pixels', () => {
    const random = randomFrom(77);
    for (let round = 0; round < 30; round++) {
      const mask = randomMask(random, between(random, 1, 700), between(random, 1, 600), round % 4 ? 5 : 400);
      const packed = packMask(mask);
      const extents = measureTiles(packed);
      for (const index of [0, 1, 2, 5, 399]) {
        const runs = runsOfIndex(mask, index);
        expect(allSteps(findingIndex(packed, index))).to.deep.equal(runs);
        if (index === 0) continue;
        const area = areaOfRuns(runs);
        expect(extents.get(index)).to.deep.equal(area ? { area, bounds: boundsOfRuns(runs) } : undefined);
      }
    }
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
    const tiles = tilesOf(size);
    const area = tiles
      .map((tile) => tileBounds(size, tile))
      .reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    expect(tiles).to.have.length(6);
    expect(area).to.equal(600 * 300);
  });

  it('reads 0 outside the mask', () => {
    const mask = maskOf('1');
    expect([indexAt(mask, 0.9, 0.9), indexAt(mask, -0.1, 0), indexAt(mask, 1, 0)]).to.deep.equal([1, 0, 0]);
  });
});

/** All tiles of a mask. */
function tilesOf(size: Size): number[] {
  const { columns, rows } = tileGrid(size);
  return Array.from({ length: columns * rows }, (_, tile) => tile);
}

const backwards = ({ before, after }: MaskChange): MaskChange => ({ before: after, after: before });

/** Every pixel that differs lies in one of the bounds. */
function expectCovered(a: IndexMask, b: IndexMask, bounds: readonly Bounds[]) {
  const covered = new Uint8Array(a.data.length);
  for (const { left, top, right, bottom } of bounds) {
    for (let y = top; y < bottom; y++) covered.fill(1, y * a.width + left, y * a.width + right);
  }
  expect(a.data.every((index, i) => index === b.data[i] || covered[i] === 1)).to.equal(true);
}

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
