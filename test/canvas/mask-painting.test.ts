import { expect } from '@open-wc/testing';
import { colourise, type ColorTable } from '../../src/canvas/mask/colourise.js';
import { repaintAreas } from '../../src/canvas/mask/dirty-cells.js';
import type { Bounds } from '../../src/geometry/types.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import { between, randomFrom, randomMask } from '../mask/support.js';

const TILE = { side: 4, bits: Uint8Array.from({ length: 16 }, (_, i) => i % 3) };

function randomTable(random: () => number, isPatterned: boolean): ColorTable {
  const colors = () => Uint32Array.from({ length: 256 }, () => between(random, 1, 0xffffff));
  const line = colors().map((color) => (random() < 0.3 ? 0 : color));
  return { fill: colors(), mark: colors(), rim: colors(), line, tiles: isPatterned ? [undefined, TILE, TILE] : [] };
}

/** What a pixel of the screen must be, told one by one. */
function expectedAt(
  { width, height, data }: IndexMask,
  table: ColorTable,
  { scale, x: dx, y: dy, outlines }: { scale: number; x: number; y: number; outlines: boolean },
) {
  const at = (x: number, y: number) => {
    const [column, row] = [Math.floor((x + 0.5 - dx) / scale), Math.floor((y + 0.5 - dy) / scale)];
    const isIn = column >= 0 && row >= 0 && column < width && row < height;
    return { isIn, index: isIn ? data[row * width + column]! : 0 };
  };
  return (x: number, y: number) => {
    const { isIn, index } = at(x, y);
    const tile = table.tiles[index];
    const kind = tile?.bits[((y - Math.round(dy)) & 3) * 4 + ((x - Math.round(dx)) & 3)];
    const plain = !isIn ? 0 : [table.fill, table.mark, table.rim][kind ?? 0]![index]!;
    if (!outlines) return plain;
    const [before, over] = [at(x - 1, y).index, at(x, y - 1).index];
    if (before !== index) return table.line[index]! || table.line[before]! || plain;
    return over === index ? plain : table.line[index]! || table.line[over]! || plain;
  };
}

describe('painting a mask', () => {
  it('colours any part of the screen at any scale, pixel by pixel as it must be', () => {
    const random = randomFrom(8);
    for (let round = 0; round < 120; round++) {
      const mask = randomMask(random, between(random, 1, 60), between(random, 1, 50), 3);
      const table = randomTable(random, round % 3 === 0);
      const outlines = round % 2 === 0;
      const to = {
        scale: [0.3, 1, 1.7, 4][round % 4]!,
        x: between(random, -40, 40) + random(),
        y: between(random, -40, 40) + random(),
      };
      const [width, height] = [between(random, 20, 80), between(random, 20, 60)];
      const target = new Uint32Array(width * height).fill(7);
      const left = between(random, 0, width - 1);
      const top = between(random, 0, height - 1);
      const region = { left, top, right: between(random, left, width) + 1, bottom: between(random, top, height) + 1 };
      colourise({ mask, table, to, target, targetWidth: width, region, outlines });
      const expected = expectedAt(mask, table, { ...to, outlines });
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const isIn = x >= region.left && x < region.right && y >= region.top && y < region.bottom;
          const color = target[y * width + x];
          if (color !== (isIn ? expected(x, y) : 7)) expect.fail(`round ${round}: pixel ${x}/${y} is ${color}`);
        }
      }
    }
  });

  it('repaints every marked pixel once, and little else', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 60; round++) {
      const [width, height] = [between(random, 1, 200), between(random, 1, 200)];
      const marked: Bounds[] = [];
      const wanted = new Uint8Array(width * height);
      for (let i = between(random, 0, 12); i > 0; i--) {
        const [left, top] = [between(random, -20, width), between(random, -20, height)];
        const bounds = { left, top, right: left + between(random, 0, 90), bottom: top + between(random, 0, 90) };
        marked.push(bounds);
        fill(wanted, width, height, bounds, () => 1);
      }
      const painted = new Uint8Array(width * height);
      for (const bounds of repaintAreas(marked, width, height)) {
        expect(bounds.left >= 0 && bounds.top >= 0 && bounds.right <= width && bounds.bottom <= height).to.equal(true);
        fill(painted, width, height, bounds, (times) => times + 1);
      }
      expect(painted.every((times) => times <= 1)).to.equal(true);
      expect(wanted.every((mark, i) => !mark || painted[i] === 1)).to.equal(true);
    }
    const areaOf = (list: readonly Bounds[]) =>
      list.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    const stroke = Array.from({ length: 100 }, (_, i) => i * 10).map((at) => ({
      left: at,
      top: at,
      right: at + 20,
      bottom: at + 20,
    }));
    expect(areaOf(repaintAreas(stroke, 1000, 1000))).to.be.below(100_000);
    const dab = [{ left: 10, top: 20, right: 300, bottom: 290 }];
    expect(areaOf(repaintAreas(dab, 1000, 1000))).to.equal(290 * 270);
  });
});

function fill(map: Uint8Array, width: number, height: number, bounds: Bounds, value: (before: number) => number): void {
  for (let y = Math.max(0, bounds.top); y < Math.min(height, bounds.bottom); y++) {
    for (let x = Math.max(0, bounds.left); x < Math.min(width, bounds.right); x++) {
      map[y * width + x] = value(map[y * width + x]!);
    }
  }
}
