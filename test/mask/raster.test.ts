import { expect } from 'chai';
import type { Point } from '../../src/geometry/types.js';
import { createMask } from '../../src/mask/index-mask.js';
import { MaskEdit } from '../../src/mask/mask-edit.js';
import { dab, fillPolygon, fillRectangle, snapBrush, strokeSegment } from '../../src/mask/raster.js';
import type { SpanSink } from '../../src/mask/raster.js';
import { connectedComponents } from '../../src/mask/regions.js';
import { areaOfRuns, boundsOfRuns, rasterise, runsContain } from '../../src/mask/runs.js';
import { between, drawnRegion, randomFrom } from './support.js';

const covered = (width: number, height: number, draw: (sink: SpanSink) => void) =>
  drawnRegion(rasterise(draw, { width, height }), width, height);

describe('brush', () => {
  it('covers exactly its size for odd and even widths', () => {
    for (let size = 1; size <= 70; size++) {
      for (const shape of ['round', 'square'] as const) {
        const runs = rasterise((sink) => dab({ x: 60.3, y: 59.8 }, { shape, size }, sink), { width: 120, height: 120 });
        const { left, top, right, bottom } = boundsOfRuns(runs);
        expect([right - left, bottom - top], `${shape} ${size}`).to.deep.equal([size, size]);
        if (shape === 'square') expect(areaOfRuns(runs)).to.equal(size * size);
        else expect(Math.abs(areaOfRuns(runs) - (Math.PI * size * size) / 4)).to.be.at.most(3 + size);
      }
    }
  });

  it('draws the discs a person expects', () => {
    const disc = (size: number) => covered(8, 8, (sink) => dab({ x: 4, y: 4 }, { shape: 'round', size }, sink));
    expect(disc(1)[4]).to.equal('....1...');
    expect(disc(2).slice(3, 5)).to.deep.equal(['...11...', '...11...']);
    expect(disc(4).slice(2, 6)).to.deep.equal(['...11...', '..1111..', '..1111..', '...11...']);
    expect(disc(5).slice(2, 7)).to.deep.equal(['...111..', '..11111.', '..11111.', '..11111.', '...111..']);
  });

  it('sweeps all pixels whose centre lies within the radius of the way, and no others', () => {
    const random = randomFrom(1);
    for (let round = 0; round < 80; round++) {
      const size = between(random, 1, 24);
      const from = { x: random() * 70 - 5, y: random() * 70 - 5 };
      const to = { x: random() * 70 - 5, y: random() * 70 - 5 };
      const runs = rasterise((sink) => strokeSegment(from, to, { shape: 'round', size }, sink), {
        width: 60,
        height: 60,
      });
      const a = snapBrush(from, size);
      const b = snapBrush(to, size);
      for (let y = 0; y < 60; y++) {
        for (let x = 0; x < 60; x++) {
          const distance = distanceToSegment({ x: x + 0.5, y: y + 0.5 }, a, b) - size / 2;
          if (Math.abs(distance) > 1e-6) expect(runsContain(runs, x, y), `${x} ${y}`).to.equal(distance < 0);
        }
      }
    }
  });

  it('leaves no gap in a quick stroke of one pixel', () => {
    const random = randomFrom(4);
    for (const shape of ['round', 'square'] as const) {
      for (let round = 0; round < 50; round++) {
        const from = { x: random() * 200, y: random() * 200 };
        const to = { x: random() * 200, y: random() * 200 };
        const runs = rasterise((sink) => strokeSegment(from, to, { shape, size: 1 }, sink), {
          width: 201,
          height: 201,
        });
        expect(connectedComponents(runs, 8)).to.have.length(1);
        for (const end of [from, to]) expect(runsContain(runs, Math.floor(end.x), Math.floor(end.y))).to.equal(true);
      }
    }
  });

  it('sweeps a square without losing a corner', () => {
    expect(
      covered(6, 6, (sink) => strokeSegment({ x: 1, y: 1 }, { x: 5, y: 5 }, { shape: 'square', size: 2 }, sink)),
    ).to.deep.equal(['111...', '1111..', '11111.', '.11111', '..1111', '...111']);
  });

  it('costs the same on small and on large pictures', () => {
    const cost = (width: number, height: number) => {
      const mask = createMask(width, height);
      const times: number[] = [];
      for (let stroke = 0; stroke < 12; stroke++) {
        const edit = new MaskEdit(mask);
        const started = performance.now();
        for (let i = 0; i < 200; i++) {
          dab({ x: 300 + i, y: 300 + stroke }, { shape: 'round', size: 64 }, edit.sink(1 + (stroke % 3)));
        }
        times.push((performance.now() - started) / 200);
        edit.cancel();
      }
      return times.sort((a, b) => a - b)[6];
    };
    cost(1000, 1000);
    const small = cost(4000, 3000);
    const large = cost(10000, 10000);
    // The budget is 0.2 ms; shared test machines get a margin.
    expect(Math.max(small, large)).to.be.below(0.4);
  });
});

describe('filled shapes', () => {
  it('take a pixel when its centre is inside', () => {
    expect(covered(5, 4, (sink) => fillRectangle({ x: 3.6, y: 2.4 }, { x: 0.4, y: 0.6 }, sink))).to.deep.equal([
      '.....',
      '1111.',
      '.....',
      '.....',
    ]);
  });

  it('agree with the even-odd rule for any ring', () => {
    const random = randomFrom(8);
    for (let round = 0; round < 80; round++) {
      const rings = Array.from({ length: between(random, 1, 4) }, () =>
        Array.from({ length: between(random, 3, 9) }, () => ({ x: random() * 50 - 5, y: random() * 50 - 5 })),
      );
      const runs = rasterise((sink) => fillPolygon(rings, sink), { width: 40, height: 40 });
      for (let y = 0; y < 40; y++) {
        for (let x = 0; x < 40; x++) {
          const inside = rings.reduce((odd, ring) => odd !== isInside({ x: x + 0.5, y: y + 0.5 }, ring), false);
          expect(runsContain(runs, x, y), `${x} ${y}`).to.equal(inside);
        }
      }
    }
  });

  it('share an edge without overlap or seam', () => {
    const a = [
      { x: 0, y: 0 },
      { x: 13, y: 3 },
      { x: 5, y: 17 },
    ];
    const b = [
      { x: 13, y: 3 },
      { x: 20, y: 20 },
      { x: 5, y: 17 },
    ];
    const size = { width: 20, height: 20 };
    const area = (...rings: Point[][]) => areaOfRuns(rasterise((sink) => fillPolygon(rings, sink), size));
    expect(area(a) + area(b)).to.equal(area(a, b));
  });

  it('cover nothing without an inside', () => {
    expect(covered(3, 1, (sink) => fillPolygon([[]], sink))).to.deep.equal(['...']);
    expect(
      covered(3, 1, (sink) =>
        fillPolygon(
          [
            [
              { x: 0, y: 0 },
              { x: 3, y: 1 },
            ],
          ],
          sink,
        ),
      ),
    ).to.deep.equal(['...']);
  });

  it('skip rows far outside the picture', () => {
    const rows: number[] = [];
    const tall = [
      { x: 0, y: -1e7 },
      { x: 10, y: 1e7 },
      { x: -10, y: 1e7 },
    ];
    fillPolygon([tall], (y) => rows.push(y), { top: 0, bottom: 3 });
    expect(rows).to.deep.equal([0, 1, 2]);
  });
});

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

function isInside(p: Point, ring: readonly Point[]): boolean {
  let inside = false;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    if (a.y <= p.y !== b.y <= p.y && p.x >= a.x + ((p.y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}
