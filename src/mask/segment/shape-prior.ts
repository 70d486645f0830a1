import type { Bounds, Point, Size } from '../../geometry/types.js';

/** The four sides of the box that extreme points span, and where on them the object touches. */
export interface Extremes {
  readonly box: Bounds;
  readonly top: Point;
  readonly bottom: Point;
  readonly left: Point;
  readonly right: Point;
}

/** Sorts points clicked in any order into extremes; more than four may be given, one point may serve two sides. */
export function extremesOf(points: readonly Point[]): Extremes {
  const most = (key: (point: Point) => number) =>
    points.reduce((best, point) => (key(point) > key(best) ? point : best));
  const top = most((point) => -point.y);
  const bottom = most((point) => point.y);
  const left = most((point) => -point.x);
  const right = most((point) => point.x);
  return { box: { left: left.x, top: top.y, right: right.x, bottom: bottom.y }, top, bottom, left, right };
}

/** Extremes of a box of which only the edges are known: the object is taken to touch them in the middle. */
export function extremesOfBox(box: Bounds): Extremes {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return {
    box,
    top: { x, y: box.top },
    bottom: { x, y: box.bottom },
    left: { x: box.left, y },
    right: { x: box.right, y },
  };
}

/**
 * How far out each pixel lies, judging by the extreme points alone: 0 in the core, 1 on quarter ellipses from one extreme
 * point to the next, up to 1.41 in the corners of the box, and 2 outside it.
 *
 * An object seldom fills the corner between two extreme points, and seldom leaves the core.
 */
export function eccentricity({ box, top, bottom, left, right }: Extremes, { width, height }: Size): Float32Array {
  const values = new Float32Array(width * height);
  const corners = [
    { x: top.x, y: left.y, cornerX: box.left, cornerY: box.top },
    { x: top.x, y: right.y, cornerX: box.right, cornerY: box.top },
    { x: bottom.x, y: left.y, cornerX: box.left, cornerY: box.bottom },
    { x: bottom.x, y: right.y, cornerX: box.right, cornerY: box.bottom },
  ];
  for (let row = 0, at = 0; row < height; row++) {
    const y = row + 0.5;
    for (let column = 0; column < width; column++, at++) {
      const x = column + 0.5;
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) {
        values[at] = 2;
        continue;
      }
      let farthest = 0;
      for (const corner of corners) {
        const reachX = corner.cornerX - corner.x;
        const reachY = corner.cornerY - corner.y;
        const u = reachX === 0 ? -1 : (x - corner.x) / reachX;
        const v = reachY === 0 ? -1 : (y - corner.y) / reachY;
        if (u >= 0 && v >= 0) farthest = Math.max(farthest, Math.hypot(u, v));
      }
      values[at] = farthest;
    }
  }
  return values;
}
