import { expect } from '@open-wc/testing';
import { pointKey, signedArea, type Path } from '../../src/geometry/path.js';
import { isSliver, weld } from '../../src/geometry/seams.js';
import { crossesItself } from '../../src/geometry/self-crossing.js';
import { simplifyShared, type SharedPath } from '../../src/geometry/shared-simplify.js';
import { subtractRegions, uniteRegions } from '../../src/geometry/regions.js';
import { slicePolygon } from '../../src/geometry/slice.js';
import { Dice } from '../document/random-edits.js';

const SIDE = 100;
const STEPS = 20;
const area = (path: Path) => Math.abs(signedArea(path));
const total = (paths: readonly Path[]) => paths.reduce((sum, path) => sum + area(path), 0);
const square = (left: number, top: number, side: number): Path => [
  { x: left, y: top },
  { x: left + side, y: top },
  { x: left + side, y: top + side },
  { x: left, y: top + side },
];

/** A map of 3 by 3 countries whose borders wander, except for those of the whole map; each border is in two of them. */
function countries(dice: Dice): Path[] {
  const wander = (outer: boolean) => (outer ? 0 : dice.below(13) - 6);
  const along = Array.from({ length: STEPS + 1 }, (_, i) => (i * SIDE) / STEPS);
  // Away from the corners, where borders that wander would cross.
  const inner = along.slice(2, -2);
  const rows = [0, 1, 2, 3].map((row) =>
    [0, 1, 2].map((column) => inner.map((at) => ({ x: column * SIDE + at, y: row * SIDE + wander(row % 3 === 0) }))),
  );
  const columns = [0, 1, 2, 3].map((column) =>
    [0, 1, 2].map((row) => inner.map((at) => ({ x: column * SIDE + wander(column % 3 === 0), y: row * SIDE + at }))),
  );
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => {
      const [left, top] = [column * SIDE, row * SIDE];
      return [
        { x: left, y: top },
        ...rows[row]![column]!,
        { x: left + SIDE, y: top },
        ...columns[column + 1]![row]!,
        { x: left + SIDE, y: top + SIDE },
        ...[...rows[row + 1]![column]!].reverse(),
        { x: left, y: top + SIDE },
        ...[...columns[column]![row]!].reverse(),
      ];
    }),
  );
}

describe('simplifying with shared boundaries', () => {
  const role = (paths: readonly Path[], of: (at: number) => SharedPath['role']): SharedPath[] =>
    paths.map((vertices, at) => ({ vertices, closed: true, role: of(at) }));

  it('opens no gap and makes no overlap, whichever are simplified', () => {
    for (let seed = 0; seed < 60; seed++) {
      const dice = new Dice(seed);
      const map = countries(dice);
      const chosen = new Set([4, dice.below(9), dice.below(9)]);
      const simple = simplifyShared(
        role(map, (at) => (chosen.has(at) ? 'simplify' : 'follow')),
        1 + dice.below(6),
      );
      expect(total(simple), `seed ${seed}`).to.be.closeTo(9 * SIDE * SIDE, 1e-6);
      expect(simple[4]!.length).to.be.lessThan(map[4]!.length);
      for (const path of simple) expect(crossesItself(path, true), `seed ${seed}`).to.equal(false);
      const places = new Set(simple.flat().map(pointKey));
      for (const path of simple) expect(path.every((vertex) => places.has(pointKey(vertex)))).to.equal(true);
    }
  });

  it('keeps what a locked neighbour has', () => {
    const map = countries(new Dice(5));
    const simple = simplifyShared(
      role(map, (at) => (at === 4 ? 'simplify' : 'fixed')),
      50,
    );
    expect(simple[4]).to.have.length(map[4]!.length);
    expect(simple[1]).to.equal(map[1]);
  });

  it('leaves alone who shares nothing', () => {
    const [one, other] = [square(0, 0, 50), square(200, 0, 50)];
    const simple = simplifyShared(
      role([[...one.slice(0, 1), { x: 25, y: 1 }, ...one.slice(1)], other], (at) => (at ? 'follow' : 'simplify')),
      5,
    );
    expect(simple[0]).to.have.length(4);
    expect(simple[1]).to.equal(other);
  });
});

describe('seams', () => {
  const image = { width: 1000, height: 1000 };

  it('get the vertices of the other side, in their order along the edge', () => {
    const big = square(0, 0, 100);
    const points = [
      { x: 100, y: 70 },
      { x: 100, y: 30 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
      { x: 100, y: 130 },
    ];
    expect(weld(big, points)).to.deep.equal([big[0], big[1], points[1], points[0], big[2], big[3]]);
    expect(weld(big, [{ x: 50, y: 50 }])).to.equal(big);
  });

  it('hold after one polygon was cut out of another', async () => {
    for (let seed = 0; seed < 100; seed++) {
      const dice = new Dice(seed);
      const spread = () => ({ x: 100 + dice.below(300), y: 100 + dice.below(300) });
      const triangle = (): Path => [spread(), spread(), spread()];
      const [subject, cutter] = [triangle(), triangle()];
      if (isSliver(subject) || isSliver(cutter)) continue;
      const rest = await subtractRegions(subject, [cutter], image);
      for (const { outer, holes } of rest) {
        expect(isSliver(outer), `seed ${seed}`).to.equal(false);
        expect(holes.some(isSliver)).to.equal(false);
      }
    }
  });

  it('leave no slivers when neighbours are united or sliced', async () => {
    const almost: Path = [
      { x: 95, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 100 },
      { x: 95, y: 100 },
      { x: 101, y: 50 },
    ];
    const united = await uniteRegions([square(0, 0, 100), almost], image);
    expect(united).to.have.length(1);
    expect(united[0]!.holes, 'a gap of half a pixel is none').to.have.length(0);
    const pieces = slicePolygon(square(0, 0, 100), { x: -10, y: 0 }, { x: 110, y: 1 });
    expect(pieces.some(isSliver)).to.equal(false);
  });

  it('are told from thin regions', () => {
    expect(
      isSliver([
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 1 },
        { x: 0, y: 1 },
      ]),
    ).to.equal(false);
    expect(
      isSliver([
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 1 },
      ]),
    ).to.equal(true);
    expect(
      isSliver([
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 0, y: 4 },
      ]),
    ).to.equal(false);
  });
});
