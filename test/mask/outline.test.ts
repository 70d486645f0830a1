import { expect } from 'chai';
import {
  edgeNear,
  outlineOf,
  runsOfOutline,
  vertexNear,
  withVertexAfter,
  withVertexAt,
  withoutVertex,
} from '../../src/mask/outline.js';
import { fillRectangle, dab } from '../../src/mask/raster.js';
import { areaOfRuns, rasterise, runsOfIndex } from '../../src/mask/runs.js';
import { between, randomFrom, randomMask } from './support.js';

const SIZE = { width: 100, height: 80 };
const square = rasterise((sink) => fillRectangle({ x: 20, y: 20 }, { x: 60, y: 60 }, sink), SIZE);

describe('outlines', () => {
  it('are the region itself, to the pixel, whatever the tolerance', () => {
    const random = randomFrom(77);
    for (let round = 0; round < 60; round++) {
      const size = { width: between(random, 1, 40), height: between(random, 1, 30) };
      const runs = runsOfIndex(randomMask(random, size.width, size.height, 2), 1);
      for (const tolerance of [0, 0.75, 2, 9]) {
        expect(runsOfOutline(outlineOf(runs, tolerance), size)).to.deep.equal(runs);
      }
    }
  });

  it('have few vertices where the region is even', () => {
    const disc = rasterise((sink) => dab({ x: 50, y: 40 }, { shape: 'round', size: 60 }, sink), SIZE);
    const [ring] = outlineOf(disc, 1);
    expect(ring.length).to.be.within(8, 32);
    expect(outlineOf(square, 1)[0]).to.have.length(4);
  });

  it('change only beside the vertex that is moved', () => {
    const outline = outlineOf(square, 1);
    const place = vertexNear(outline, { x: 61, y: 61 }, 3)!;
    const moved = runsOfOutline(withVertexAt(outline, place, { x: 80, y: 70 }), SIZE);
    expect(areaOfRuns(moved)).to.be.closeTo(40 * 40 + 0.5 * 40 * 20 + 0.5 * 40 * 10, 30);
    expect(vertexNear(outline, { x: 70, y: 70 }, 3)).to.equal(undefined);
  });

  it('take new vertices on their edges and lose them again', () => {
    const outline = outlineOf(square, 1);
    const edge = edgeNear(outline, { x: 40, y: 19 }, 3)!;
    const tip = withVertexAfter(outline, edge, { x: 40, y: 10 });
    expect(tip[0]).to.have.length(5);
    expect(areaOfRuns(runsOfOutline(tip, SIZE))).to.be.closeTo(1600 + 0.5 * 40 * 10, 20);
    const back = withoutVertex(tip, vertexNear(tip, { x: 40, y: 10 }, 1)!);
    expect(runsOfOutline(back, SIZE)).to.deep.equal(square);
  });

  it('vanish with the third last vertex of a ring', () => {
    let outline = outlineOf(square, 1);
    for (let i = 0; i < 2; i++) outline = withoutVertex(outline, { ring: 0, vertex: 0 });
    expect(outline).to.deep.equal([]);
    expect(runsOfOutline(outline, SIZE)).to.have.length(0);
  });
});
