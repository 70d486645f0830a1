import { expect } from '@open-wc/testing';
import { paintPathSketch } from '../../src/canvas/path-sketch.js';
import type { PathSketch } from '../../src/document/open-step.js';

const CANVAS = { width: 120, height: 120 };

/** Colour of a pixel after a sketch was painted, as `#rrggbb`; empty where nothing was painted. */
function colorAt(sketch: PathSketch, x: number, y: number): string {
  const g = Object.assign(document.createElement('canvas'), CANVAS).getContext('2d')!;
  paintPathSketch(g, sketch, { scale: 1, x: 0, y: 0 }, { ratio: 1, color: '#0000ff' });
  const [red = 0, green = 0, blue = 0, alpha = 0] = g.getImageData(x, y, 1, 1).data;
  return alpha < 200 ? '' : `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const stroke = [
  { x: 10, y: 60 },
  { x: 60, y: 60 },
  { x: 100, y: 60 },
];

describe('the sketch of a path', () => {
  it('shows a stroke of the hand that begins a shape', () => {
    for (const closed of [true, false]) {
      expect(colorAt({ vertices: [], tail: stroke, closed }, 40, 60)).to.equal('#0000ff');
    }
  });

  it('shows what is placed, and a refused line in red', () => {
    const sketch = { vertices: stroke, tail: [{ x: 100, y: 10 }], closed: false };
    expect(colorAt(sketch, 40, 60)).to.equal('#0000ff');
    const along = Array.from({ length: 30 }, (_, i) => colorAt({ ...sketch, isRefused: true }, 100, 20 + i));
    expect(along).to.include('#ff2d2d');
  });
});
