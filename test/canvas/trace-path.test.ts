import { expect } from '@open-wc/testing';
import { tracePath } from '../../src/canvas/kinds/trace-path.js';
import { nearestOnSegment, type Path } from '../../src/geometry/path.js';
import type { Point } from '../../src/geometry/types.js';

function traced(path: Path, scale: number, closed = false) {
  const lines: Point[] = [];
  let isClosed = false;
  const g = {
    beginPath: () => (lines.length = 0),
    lineTo: (x: number, y: number) => void lines.push({ x, y }),
    closePath: () => (isClosed = true),
  };
  tracePath(g, path, closed, { scale, x: 3, y: -7 });
  return { lines, isClosed };
}

const onCanvas = ({ x, y }: Point, scale: number): Point => ({ x: x * scale + 3, y: y * scale - 7 });

function distanceTo(lines: readonly Point[], point: Point): number {
  return Math.min(
    ...lines.slice(1).map((end, i) => {
      const on = nearestOnSegment(point, lines[i]!, end);
      return Math.hypot(on.x - point.x, on.y - point.y);
    }),
  );
}

/** A coast of whole pixels: wanders about, turns back, repeats itself. */
function coast(count: number): Point[] {
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
  const at = { x: 500, y: 500 };
  return Array.from({ length: count }, () => {
    at.x += Math.round(random() * 6 - 3);
    at.y += Math.round(random() * 6 - 3);
    return { ...at };
  });
}

describe('tracing a path', () => {
  it('keeps every vertex of a short one', () => {
    const path = coast(40);
    const { lines } = traced(path, 0.1);
    expect(lines).to.deep.equal(path.map((point) => onCanvas(point, 0.1)));
  });

  it('closes what is closed', () => {
    expect(traced(coast(500), 1, true).isClosed).to.equal(true);
    expect(traced(coast(500), 1).isClosed).to.equal(false);
  });

  for (const scale of [0.05, 0.3, 1, 8]) {
    it(`lies within half a pixel of the vertices at scale ${scale}`, () => {
      const path = coast(2000);
      const { lines } = traced(path, scale);
      expect(Math.max(...path.map((point) => distanceTo(lines, onCanvas(point, scale))))).to.be.lessThan(0.75);
      expect(lines[0]).to.deep.equal(onCanvas(path[0]!, scale));
      expect(lines.at(-1)).to.deep.equal(onCanvas(path.at(-1)!, scale));
    });
  }

  it('paints few lines for many vertices', () => {
    const circle = Array.from({ length: 50_000 }, (_, i) => ({
      x: Math.round(2000 + 1000 * Math.cos((i / 50_000) * 2 * Math.PI)),
      y: Math.round(1500 + 1000 * Math.sin((i / 50_000) * 2 * Math.PI)),
    }));
    expect(traced(circle, 0.3, true).lines.length).to.be.lessThan(400);
  });

  it('copes with one place over and over', () => {
    const path = Array.from({ length: 100 }, () => ({ x: 10, y: 20 }));
    expect(traced(path, 1).lines.every(({ x, y }) => x === 13 && y === 13)).to.equal(true);
  });
});
