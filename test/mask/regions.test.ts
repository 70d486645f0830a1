import { expect } from 'chai';
import { traceContours, runsOfPolygons, simplifyRing } from '../../src/mask/contour.js';
import { floodByColor } from '../../src/mask/flood.js';
import { interpolateRegions, squaredDistances } from '../../src/mask/interpolate.js';
import { createMask } from '../../src/mask/index-mask.js';
import { MaskEdit } from '../../src/mask/mask-edit.js';
import { dab, strokeSegment } from '../../src/mask/raster.js';
import type { SpanSink } from '../../src/mask/raster.js';
import {
  connectedComponents,
  gapsIn,
  growRuns,
  holesIn,
  islandsIn,
  partAt,
  shrinkRuns,
} from '../../src/mask/regions.js';
import { packMask } from '../../src/mask/rle.js';
import {
  areaOfRuns,
  bitmapOfRuns,
  boundsOfRuns,
  combineRuns,
  complementRuns,
  paintRuns,
  rasterise,
  runsOfBitmap,
  runsOfIndex,
  runsWhere,
} from '../../src/mask/runs.js';
import type { Runs } from '../../src/mask/runs.js';
import { allSteps } from '../../src/mask/slices.js';
import { memoryImage } from '../../src/mask/segment/segmenter.js';
import type { Bounds } from '../../src/geometry/types.js';
import { between, drawn, drawnRegion, maskOf, randomFrom, randomMask, regionOf } from './support.js';

describe('runs', () => {
  it('combine like sets of pixels', () => {
    const random = randomFrom(21);
    for (let round = 0; round < 40; round++) {
      const width = between(random, 1, 40);
      const height = between(random, 1, 30);
      const mask = randomMask(random, width, height, 2);
      const other = randomMask(random, width, height, 2);
      const a = runsOfIndex(mask, 1);
      const b = runsOfIndex(other, 1);
      const expected = (keep: (inA: boolean, inB: boolean) => boolean) =>
        runsWhere(mask, (at) => keep(mask.data[at] === 1, other.data[at] === 1));
      expect(combineRuns(a, b, 'and')).to.deep.equal(expected((p, q) => p && q));
      expect(combineRuns(a, b, 'or')).to.deep.equal(expected((p, q) => p || q));
      expect(combineRuns(a, b, 'minus')).to.deep.equal(expected((p, q) => p && !q));
      const whole = { left: 0, top: 0, right: width, bottom: height };
      expect(complementRuns(a, whole)).to.deep.equal(expected((p) => !p));
      expect(runsOfBitmap(bitmapOfRuns(a, whole), whole)).to.deep.equal(a);
    }
  });
});

describe('connected components', () => {
  it('separate and join by the connectivity', () => {
    const region = regionOf('11..1', '..1.1', '....1');
    expect(connectedComponents(region, 8).map((part) => part.area)).to.deep.equal([3, 3]);
    expect(connectedComponents(region, 4).map((part) => part.area)).to.deep.equal([2, 3, 1]);
  });

  it('agree with a flood from every pixel', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 40; round++) {
      const mask = randomMask(random, between(random, 1, 40), between(random, 1, 40), 1);
      for (const connectivity of [4, 8] as const) {
        const parts = connectedComponents(runsOfIndex(mask, 1), connectivity);
        expect(parts.reduce((sum, part) => sum + part.area, 0)).to.equal(areaOfRuns(runsOfIndex(mask, 1)));
        for (const part of parts) {
          const [y, x] = part.runs;
          expect(allSteps(partAt(runsOfIndex(mask, 1), { x, y }, connectivity))).to.deep.equal(part.runs);
        }
      }
    }
  });

  it('find holes and islands', () => {
    const region = regionOf('11111..', '1...1.1', '1.1.1..', '1...1..', '11111..');
    expect(drawnRegion(holesIn(region), 7, 5)).to.deep.equal(['.......', '.111...', '.1.1...', '.111...', '.......']);
    expect(areaOfRuns(holesIn(region, 7))).to.equal(0);
    expect(drawnRegion(islandsIn(region, 2), 7, 5)).to.deep.equal([
      '.......',
      '......1',
      '..1....',
      '.......',
      '.......',
    ]);
  });

  it('close a hole behind a diagonal line', () => {
    expect(areaOfRuns(holesIn(regionOf('.1.', '1.1', '.1.')))).to.equal(1);
  });

  it('swap the label of the region under a click', () => {
    const mask = maskOf('11.1', '11.1');
    const edit = new MaskEdit(mask);
    const runs = runsOfIndex(mask, 1);
    paintRuns(allSteps(partAt(runs, { x: 0.5, y: 1.5 })), edit.sink(2));
    expect(drawn(mask)).to.deep.equal(['22.1', '22.1']);
    for (const point of [
      { x: 9, y: 0 },
      { x: 2, y: 0 },
      { x: -1, y: 0 },
    ]) {
      expect(allSteps(partAt(runs, point))).to.have.length(0);
    }
  });
});

describe('growing and shrinking', () => {
  it('follow the distance between pixel centres', () => {
    const random = randomFrom(31);
    for (let round = 0; round < 30; round++) {
      const size = { width: between(random, 1, 36), height: between(random, 1, 36) };
      const region = runsOfIndex(randomMask(random, size.width, size.height, 1), 1);
      const distance = between(random, 1, 6);
      const whole = { left: 0, top: 0, right: size.width, bottom: size.height };
      const away = squaredDistances(bitmapOfRuns(region, whole), size.width, size.height);
      const grown = region.length === 0 ? region : runsWhere(size, (at) => away[at] <= distance * distance);
      expect(growRuns(region, distance, size)).to.deep.equal(grown);
      const outside = bitmapOfRuns(complementRuns(region, whole), whole);
      const depth = squaredDistances(outside, size.width, size.height);
      expect(shrinkRuns(region, distance, size)).to.deep.equal(
        runsWhere(size, (at) => depth[at] > distance * distance),
      );
    }
  });

  it('do not eat into a region at the edge of the picture', () => {
    const region = regionOf('111', '111', '111');
    expect(shrinkRuns(region, 1, { width: 3, height: 3 })).to.deep.equal(region);
  });
});

describe('gaps', () => {
  it('between two strokes are bridged up to the width', () => {
    const size = { width: 12, height: 7 };
    const strokes = regionOf('............', '1111...11111', '1111...11111', '1111...11111', '............');
    const joined = combineRuns(strokes, gapsIn(strokes, 4, size), 'or');
    expect(connectedComponents(joined)).to.have.length(1);
    expect(boundsOfRuns(joined)).to.deep.equal(boundsOfRuns(strokes));
    expect(areaOfRuns(joined)).to.equal(areaOfRuns(strokes) + 9);
    expect(areaOfRuns(gapsIn(strokes, 2, size))).to.equal(0);
  });

  it('between slanted strokes are filled without widening them', () => {
    const size = { width: 60, height: 60 };
    const stroke = (dx: number) => (sink: SpanSink) => {
      strokeSegment({ x: 10 + dx, y: 50 }, { x: 40 + dx, y: 10 }, { shape: 'round', size: 3 }, sink);
    };
    const strokes = combineRuns(rasterise(stroke(0), size), rasterise(stroke(9), size), 'or');
    const joined = combineRuns(strokes, gapsIn(strokes, 8, size), 'or');
    expect(connectedComponents(joined)).to.have.length(1);
    expect(areaOfRuns(holesIn(joined))).to.equal(0);
    expect(boundsOfRuns(joined)).to.deep.equal(boundsOfRuns(strokes));
  });

  it('between two slices are shaped half way', () => {
    const disc = (x: number, size: number): Runs =>
      rasterise((sink) => dab({ x, y: 50 }, { shape: 'round', size }, sink), { width: 200, height: 100 });
    const from = disc(40, 20);
    const to = disc(140, 60);
    const size = { width: 200, height: 100 };
    const middle = interpolateRegions(from, to, 0.5, size);
    const { left, top, right, bottom } = boundsOfRuns(middle);
    expect((left + right) / 2).to.be.closeTo(90, 1);
    expect((top + bottom) / 2).to.be.closeTo(50, 1);
    expect(areaOfRuns(middle)).to.be.closeTo(Math.PI * 400, 100);
    expect(interpolateRegions(from, to, 0, size)).to.deep.equal(from);
    expect(interpolateRegions(from, to, 1, size)).to.deep.equal(to);
  });
});

describe('contours', () => {
  it('give the same pixels when filled again', () => {
    const random = randomFrom(77);
    for (let round = 0; round < 80; round++) {
      const size = { width: between(random, 1, 40), height: between(random, 1, 40) };
      const region = runsOfIndex(randomMask(random, size.width, size.height, 1), 1);
      const rings = traceContours(region).map((contour) => contour.points);
      expect(runsOfPolygons(rings, size)).to.deep.equal(region);
    }
  });

  it('tell holes from outer rings', () => {
    const contours = traceContours(regionOf('11111', '1...1', '1.1.1', '1...1', '11111'));
    expect(contours.map((contour) => contour.isHole)).to.deep.equal([false, true, false]);
    expect(contours[0].points).to.have.length(4);
  });

  it('are simplified within the tolerance', () => {
    const size = { width: 120, height: 120 };
    const disc = rasterise((sink) => dab({ x: 60, y: 60 }, { shape: 'round', size: 100 }, sink), size);
    const [{ points }] = traceContours(disc);
    const simple = simplifyRing(points, 0.75);
    expect(simple.length).to.be.below(points.length / 3);
    const back = runsOfPolygons([simple], size);
    const wrong = areaOfRuns(combineRuns(back, disc, 'minus')) + areaOfRuns(combineRuns(disc, back, 'minus'));
    expect(wrong).to.be.below(areaOfRuns(disc) * 0.02);
    expect(simplifyRing(points.slice(0, 3), 50)).to.have.length(3);
  });
});

describe('flood fill', () => {
  const image = (...rows: string[]) => {
    const data = new Uint8Array(rows.length * rows[0].length * 4);
    rows.forEach((row, y) => {
      for (let x = 0; x < row.length; x++) {
        data.set([Number(row[x]) * 10, 100, 50, 255], (y * row.length + x) * 4);
      }
    });
    return { width: rows[0].length, height: rows.length, data };
  };
  const picture = image('11299', '12299', '99911');

  it('takes connected pixels within the tolerance of the start', async () => {
    const at = async (tolerance: number, contiguous = true) =>
      drawnRegion(await floodByColor(memoryImage(picture), { x: 0.5, y: 0.5 }, { tolerance, contiguous }), 5, 3);
    expect(await at(0)).to.deep.equal(['11...', '1....', '.....']);
    expect(await at(10)).to.deep.equal(['111..', '111..', '.....']);
    expect(await at(0, false)).to.deep.equal(['11...', '1....', '...11']);
    expect(await at(255)).to.deep.equal(['11111', '11111', '11111']);
  });

  it('stays in the picture and out of labelled pixels', async () => {
    const source = memoryImage(picture);
    const mask = createMask(5, 3, 255);
    mask.data[1] = 7;
    const options = { tolerance: 255, taken: packMask(mask) };
    expect(areaOfRuns(await floodByColor(source, { x: 0, y: 0 }, options))).to.equal(14);
    mask.data.fill(7, 5, 10);
    const cut = { tolerance: 255, taken: packMask(mask) };
    expect(drawnRegion(await floodByColor(source, { x: 0, y: 0 }, cut), 5, 3)).to.deep.equal([
      '1....',
      '.....',
      '.....',
    ]);
    expect(await floodByColor(source, { x: 3, y: 3 }, { tolerance: 255 })).to.have.length(0);
  });

  it('winds through large pictures, and reads only what it gets to', async () => {
    // A corridor that goes up and down through all rows, beside a small closed chamber.
    const [width, height] = [2003, 1201];
    const data = new Uint8Array(width * height * 4);
    const isWall = (x: number, y: number) =>
      (x % 40 === 39 && (x % 80 === 39 ? y < height - 5 : y > 5)) || (x > 1900 && (y === 600 || y === 640));
    let open = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const value = isWall(x, y) ? 200 : 20;
        data.fill(value, (y * width + x) * 4, (y * width + x) * 4 + 4);
        if (value === 20) open++;
      }
    }
    const source = memoryImage({ width, height, data });
    let rows = 0;
    const watched = {
      ...source,
      read: (bounds: Bounds, maxSide: number) => {
        rows += bounds.bottom - bounds.top;
        return source.read(bounds, maxSide);
      },
    };
    const all = await floodByColor(watched, { x: 3, y: 3 }, { tolerance: 0, contiguous: false });
    expect(areaOfRuns(all)).to.equal(open);
    const corridor = await floodByColor(watched, { x: 3, y: 3 }, { tolerance: 0 });
    // What is naive is slow, but sure.
    const seen = new Uint8Array(width * height);
    const stack = [3 * width + 3];
    let area = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (seen[at] === 1 || data[at * 4] !== 20) continue;
      seen[at] = 1;
      area++;
      const x = at % width;
      if (x > 0) stack.push(at - 1);
      if (x < width - 1) stack.push(at + 1);
      if (at >= width) stack.push(at - width);
      if (at < width * (height - 1)) stack.push(at + width);
    }
    expect(areaOfRuns(corridor)).to.equal(area);
    bitmapOfRuns(corridor, { left: 0, top: 0, right: width, bottom: height }).forEach((value, at) => {
      if (value !== seen[at]) expect.fail(`pixel ${at} is ${value}`);
    });
    rows = 0;
    const chamber = await floodByColor(watched, { x: 1990, y: 620 }, { tolerance: 0 });
    expect(areaOfRuns(chamber)).to.be.within(39 * 20, 39 * 110);
    expect(rows).to.be.lessThan(height / 2);
  });

  it('ends when it is no longer wanted', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const late = floodByColor(memoryImage(picture), { x: 0, y: 0 }, { tolerance: 255 }, stop.signal);
    expect(await late.catch((error: Error) => error.message)).to.equal('enough');
  });
});
