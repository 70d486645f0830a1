import { expect } from '@open-wc/testing';
import { segmentCrossing, segmentsCross, selfCrossing } from '../../src/geometry/crossing.js';
import { crossesItself } from '../../src/geometry/self-crossing.js';
import {
  containsInPath,
  nearestEdge,
  nearestVertex,
  pathBounds,
  settlePath,
  signedArea,
  translatePath,
  type Path,
} from '../../src/geometry/path.js';
import { bridgeHoles, subtractRegions, uniteRegions } from '../../src/geometry/regions.js';
import { simplifyPath, simplifyPolygon } from '../../src/geometry/simplify.js';
import { joinPaths, slicePolygon, slicePolyline, splitPolygon } from '../../src/geometry/slice.js';
import { Dice } from '../document/random-edits.js';

const image = { width: 400, height: 300 };
const path = (...points: readonly (readonly [number, number])[]): Path => points.map(([x, y]) => ({ x, y }));
const square = path([100, 100], [200, 100], [200, 200], [100, 200]);
const area = (of: Path) => Math.abs(signedArea(of));

/** A polygon around a center whose vertices go round once: it never crosses itself. */
function star(dice: Dice, count: number): Path {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const radius = 40 + dice.below(80);
    return { x: Math.round(200 + radius * Math.cos(angle)), y: Math.round(150 + radius * Math.sin(angle)) };
  });
}

describe('paths', () => {
  it('know their bounds, area, inside and nearest parts', () => {
    expect(pathBounds(square)).to.deep.equal({ left: 100, top: 100, right: 200, bottom: 200 });
    expect(area(square)).to.equal(10000);
    expect(containsInPath(square, { x: 150, y: 150 })).to.equal(true);
    expect(containsInPath(square, { x: 250, y: 150 })).to.equal(false);
    expect(nearestVertex(square, { x: 203, y: 98 }, 6)).to.equal(1);
    expect(nearestVertex(square, { x: 150, y: 100 }, 6)).to.equal(-1);
    expect(nearestEdge(square, true, { x: 97, y: 150 }, 6)).to.deep.include({ edge: 3, point: { x: 100, y: 150 } });
    expect(nearestEdge(square, false, { x: 97, y: 150 }, 6)).to.equal(undefined);
  });

  it('stay on the picture however they are moved and settled', () => {
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed);
      const moved = translatePath(star(dice, 9), dice.below(2000) - 1000, dice.below(2000) - 1000, image);
      const far = star(dice, 7).map(({ x, y }) => ({ x: x * 3.7 - 300, y: y * 2.2 - 200 }));
      for (const { x, y } of [...moved, ...settlePath(far, image)]) {
        expect(x).to.be.within(0, 400);
        expect(y).to.be.within(0, 300);
      }
      for (const { x, y } of settlePath(far, image)) expect([x % 1, y % 1]).to.deep.equal([0, 0]);
    }
  });
});

describe('crossings', () => {
  it('are found between segments, and touching is none', () => {
    const [a, b, c, d] = path([0, 0], [10, 10], [0, 10], [10, 0]) as [never, never, never, never];
    expect(segmentsCross(a, b, c, d)).to.equal(true);
    expect(segmentsCross(a, c, b, d)).to.equal(false);
    expect(selfCrossing(path([0, 0], [10, 10], [10, 0], [0, 10]), true)).to.include({ first: 0, second: 2 });
    expect(selfCrossing(square, true)).to.equal(undefined);
  });

  it('count when a line runs through a vertex, and when it leaves an edge on the other side', () => {
    const roof = path([0, 10], [10, 0], [20, 10]);
    expect(segmentCrossing(path([0, 0], [20, 0]) as never, path([5, 5], [10, 0], [15, -5]), false)).to.not.equal(
      undefined,
    );
    expect(segmentCrossing(path([0, 0], [20, 0]) as never, roof, false), 'it only touches the top').to.equal(undefined);
    const edge = path([0, 0], [0, 20]);
    const from = { cameFrom: { x: -10, y: 10 } };
    expect(segmentCrossing(path([0, 10], [10, 10]) as never, edge, false, from)).to.equal(0);
    expect(segmentCrossing(path([0, 10], [-5, 20]) as never, edge, false, from)).to.equal(undefined);
  });

  it('are found in any polygon as by trying all pairs of edges', () => {
    for (let seed = 0; seed < 300; seed++) {
      const dice = new Dice(seed);
      const polygon = Array.from({ length: 4 + dice.below(8) }, () => ({ x: dice.below(1e6), y: dice.below(1e6) }));
      const size = polygon.length;
      const end = (i: number) => polygon[(i + 1) % size]!;
      const crosses = polygon.some((a, i) => polygon.some((c, j) => i < j && segmentsCross(a, end(i), c, end(j))));
      expect(selfCrossing(polygon, true) !== undefined, `seed ${seed}`).to.equal(crosses);
    }
  });

  it('are known to exist as by looking for the first one, in coarse and in dense paths', () => {
    let crossed = 0;
    for (let seed = 0; seed < 400; seed++) {
      const dice = new Dice(seed);
      // Few places make edges meet in vertices, run through them and lie on each other.
      const places = [20, 200, 5000][seed % 3]!;
      const wander = Array.from({ length: 50 + dice.below(30) }, () => ({ x: dice.below(places), y: dice.below(3) }));
      const round = star(dice, 60 + dice.below(200));
      const [first, second] = [dice.below(round.length), dice.below(round.length)];
      const swapped = round.with(first, round[second]!).with(second, round[first]!);
      for (const path of [wander, round, swapped]) {
        for (const closed of [true, false]) {
          const isCrossed = selfCrossing(path, closed) !== undefined;
          if (isCrossed) crossed += 1;
          expect(crossesItself(path, closed), `seed ${seed}`).to.equal(isCrossed);
        }
      }
    }
    expect(crossed).to.be.within(400, 2000);
  });

  it('are found at once in a scribble of fifty thousand vertices', () => {
    const dice = new Dice(3);
    const scribble = Array.from({ length: 50_000 }, () => ({ x: dice.below(4000), y: dice.below(3000) }));
    const before = performance.now();
    expect(crossesItself(scribble, true)).to.equal(true);
    expect(performance.now() - before).to.be.lessThan(2000);
  });

  it('are looked for among fifty thousand vertices in little time', () => {
    const big = Array.from({ length: 50_000 }, (_, i) => {
      const angle = (i / 50_000) * 2 * Math.PI;
      const radius = 4000 + 200 * Math.sin(angle * 40);
      return { x: 5000 + radius * Math.cos(angle), y: 5000 + radius * Math.sin(angle) };
    });
    const before = performance.now();
    expect(crossesItself(big, true)).to.equal(false);
    expect(performance.now() - before).to.be.lessThan(1000);
  });
});

describe('simplifying', () => {
  it('stays within its tolerance, keeps ends, and never makes a polygon cross itself', () => {
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed);
      const line = star(dice, 40);
      const tolerance = 1 + dice.below(20);
      const simple = simplifyPath(line, tolerance, false);
      expect([simple[0], simple.at(-1)]).to.deep.equal([line[0], line.at(-1)]);
      for (const vertex of line) expect(nearestEdge(simple, false, vertex, tolerance + 1e-9), `seed ${seed}`).to.exist;
      const polygon = simplifyPolygon(line, tolerance);
      expect(polygon.length).to.be.within(3, line.length);
      if (!selfCrossing(line, true)) expect(selfCrossing(polygon, true)).to.equal(undefined);
    }
  });

  it('leaves three vertices of a closed path however coarse it is', () => {
    expect(simplifyPath(square, 1e6, true)).to.have.length(3);
    expect(simplifyPath(path([0, 0], [10, 0], [5, 1]), 1e6, false)).to.have.length(2);
  });
});

describe('cutting', () => {
  it('divides a polygon along a line, whatever its form, and loses no area', () => {
    expect(slicePolygon(square, { x: 150, y: 50 }, { x: 150, y: 250 }).map(area)).to.deep.equal([5000, 5000]);
    expect(slicePolygon(square, { x: 150, y: 50 }, { x: 150, y: 150 })).to.deep.equal([square]);
    const comb = path([0, 0], [90, 0], [90, 60], [60, 60], [60, 20], [30, 20], [30, 60], [0, 60]);
    const pieces = slicePolygon(comb, { x: -10, y: 40 }, { x: 100, y: 40 });
    expect(pieces).to.have.length(3);
    expect(pieces.reduce((sum, piece) => sum + area(piece), 0)).to.equal(area(comb));
    for (let seed = 0; seed < 200; seed++) {
      const dice = new Dice(seed);
      const polygon = star(dice, 12);
      if (selfCrossing(polygon, true)) continue;
      const parts = slicePolygon(polygon, { x: 40, y: dice.below(300) }, { x: 360, y: dice.below(300) });
      const sum = parts.reduce((total, part) => total + area(part), 0);
      expect(sum, `seed ${seed}`).to.be.closeTo(area(polygon), 400);
    }
  });

  it('divides an open path where a line crosses it, and joins it again', () => {
    const zigzag = path([0, 0], [100, 100], [200, 0], [300, 100]);
    const pieces = slicePolyline(zigzag, { x: 0, y: 50 }, { x: 300, y: 50 });
    expect(pieces).to.have.length(4);
    expect(pieces.reduce((whole, piece) => joinPaths(whole, piece))).to.deep.equal(
      path([0, 0], [50, 50], [100, 100], [150, 50], [200, 0], [250, 50], [300, 100]),
    );
  });

  it('divides a polygon between two of its vertices when they see each other', () => {
    expect(splitPolygon(square, 0, 2)?.map(area)).to.deep.equal([5000, 5000]);
    expect(splitPolygon(square, 0, 1)).to.equal(undefined);
    const arrow = path([0, 0], [50, 20], [100, 0], [50, 100]);
    expect(splitPolygon(arrow, 0, 2)).to.equal(undefined);
  });
});

describe('regions', () => {
  const inner = path([130, 130], [170, 130], [170, 170], [130, 170]);
  const right = path([150, 120], [300, 120], [300, 180], [150, 180]);

  it('unite and are cut out, in whole pixels', async () => {
    const [whole] = await uniteRegions([square, right], image);
    expect(area(whole!.outer)).to.equal(10000 + 9000 - 50 * 60);
    const [rest] = await subtractRegions(square, [right], image);
    expect(area(rest!.outer)).to.equal(10000 - 50 * 60);
    expect(await uniteRegions([inner, path([300, 10], [320, 10], [320, 30])], image)).to.have.length(2);
    expect(await subtractRegions(inner, [square], image)).to.have.length(0);
  });

  it('keep holes apart, and become one path by a bridge', async () => {
    const holes = [inner, path([110, 110], [120, 110], [120, 120], [110, 120])];
    const [ring] = await subtractRegions(square, holes, image);
    expect(ring!.holes).to.have.length(2);
    const flat = bridgeHoles(ring!)!;
    expect(area(flat)).to.equal(10000 - 1600 - 100);
    expect(selfCrossing(flat, true), 'bridges lie on each other, and cross nothing').to.equal(undefined);
    expect(containsInPath(flat, { x: 150, y: 150 })).to.equal(false);
    expect(containsInPath(flat, { x: 125, y: 105 })).to.equal(true);
  });
});
