import type { Bounds, Point, Size } from '../../geometry/types.js';
import { clipBounds, isEmptyBounds } from '../index-mask.js';
import type { RgbaImage } from '../flood.js';
import { labOfCrop, smooth } from './feature-image.js';
import { DIRECTIONS, STEP_X, STEP_Y } from './max-flow.js';

/** What a step between pixels costs away from edges, and on the strongest edge. */
const FLAT_COST = 32;
const EDGE_COST = 1;

/** How the live boundary searches. */
export interface LivewireOptions {
  /** How far from the anchor the boundary may run, in pixels; the search stays inside this square. Default 220. */
  readonly reach?: number;
}

/**
 * A boundary that snaps to edges: shortest paths from an anchor to wherever the pointer is (intelligent scissors).
 *
 * Making it searches once around the anchor; `pathTo` then answers at pointer speed.
 */
export class Livewire {
  private readonly area: Bounds;
  private readonly width: number;
  private readonly cameFrom: Int8Array;
  private readonly start: number;

  constructor(image: RgbaImage, anchor: Point, { reach = 220 }: LivewireOptions = {}) {
    const around = { left: anchor.x - reach, top: anchor.y - reach, right: anchor.x + reach, bottom: anchor.y + reach };
    this.area = clipBounds(around, image);
    if (isEmptyBounds(this.area)) throw new RangeError('The anchor of a live boundary must lie near the picture.');
    const { left, top, right, bottom } = this.area;
    this.width = right - left;
    const size = { width: this.width, height: bottom - top };
    this.start = this.indexOf(anchor);
    this.cameFrom = shortestPaths(edgeCosts(image, this.area, size), size, this.start);
  }

  /** Pixel centres from the anchor to the point, which is moved into reach. */
  pathTo(point: Point): Point[] {
    const path: Point[] = [];
    for (let at = this.indexOf(point); ;) {
      const x = (at % this.width) + this.area.left + 0.5;
      const y = Math.floor(at / this.width) + this.area.top + 0.5;
      path.push({ x, y });
      if (at === this.start) return path.reverse();
      const d = this.cameFrom[at];
      at -= STEP_Y[d] * this.width + STEP_X[d];
    }
  }

  /** The strongest edge within a few pixels, for the first anchor. */
  static snap(image: RgbaImage, point: Point, radius = 4): Point {
    const around = {
      left: point.x - radius,
      top: point.y - radius,
      right: point.x + radius + 1,
      bottom: point.y + radius + 1,
    };
    const area = clipBounds(around, image);
    if (isEmptyBounds(area)) return point;
    const size = { width: area.right - area.left, height: area.bottom - area.top };
    const costs = edgeCosts(image, area, size);
    let best = 0;
    let least = Infinity;
    costs.forEach((cost, i) => {
      const x = (i % size.width) + area.left + 0.5;
      const y = Math.floor(i / size.width) + area.top + 0.5;
      const far = Math.hypot(x - point.x, y - point.y);
      // Of edges of equal strength the nearest one is meant.
      if (far <= radius && cost + far < least) {
        least = cost + far;
        best = i;
      }
    });
    return { x: (best % size.width) + area.left + 0.5, y: Math.floor(best / size.width) + area.top + 0.5 };
  }

  private indexOf(point: Point): number {
    const { left, top, right, bottom } = this.area;
    const x = Math.max(left, Math.min(right - 1, Math.floor(point.x))) - left;
    const y = Math.max(top, Math.min(bottom - 1, Math.floor(point.y))) - top;
    return y * this.width + x;
  }
}

/** Cost of passing through each pixel: low on strong edges, compared with the strongest ones of the area. */
function edgeCosts(image: RgbaImage, area: Bounds, size: Size): Uint8Array {
  const { width, height } = size;
  const { lab } = smooth(labOfCrop(image, area, size));
  const strength = new Float32Array(width * height);
  const difference = (a: number, b: number) =>
    (lab[a * 3] - lab[b * 3]) ** 2 + (lab[a * 3 + 1] - lab[b * 3 + 1]) ** 2 + (lab[a * 3 + 2] - lab[b * 3 + 2]) ** 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const across = difference(y * width + Math.max(0, x - 1), y * width + Math.min(width - 1, x + 1));
      const down = difference(Math.max(0, y - 1) * width + x, Math.min(height - 1, y + 1) * width + x);
      strength[i] = Math.sqrt(across + down);
    }
  }
  const strong = Math.max(8, strength.toSorted()[Math.floor(strength.length * 0.97)]);
  return Uint8Array.from(strength, (value) => {
    const share = Math.min(1, value / strong);
    return Math.round(FLAT_COST + (EDGE_COST - FLAT_COST) * share);
  });
}

/** Dial's buckets: costs are small whole numbers, so no heap is needed. Returns the direction in which each pixel was entered. */
function shortestPaths(costs: Uint8Array, { width, height }: Size, start: number): Int8Array {
  // A diagonal step costs about 1.4 times a straight one: costs are counted in fifths.
  const [straight, diagonal] = [5, 7];
  const bucketCount = FLAT_COST * diagonal + 1;
  const buckets: number[][] = Array.from({ length: bucketCount }, () => []);
  const distance = new Int32Array(costs.length).fill(0x7fffffff);
  const cameFrom = new Int8Array(costs.length).fill(-1);
  distance[start] = 0;
  buckets[0].push(start);
  for (let reached = 0, waiting = 1; waiting > 0; reached++) {
    const bucket = buckets[reached % bucketCount];
    for (let at = bucket.pop(); at !== undefined; at = bucket.pop()) {
      waiting--;
      if (distance[at] !== reached) continue;
      const x = at % width;
      const y = Math.floor(at / width);
      for (let d = 0; d < DIRECTIONS; d++) {
        const nx = x + STEP_X[d];
        const ny = y + STEP_Y[d];
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const to = ny * width + nx;
        const length = reached + costs[to] * (d < 4 ? straight : diagonal);
        if (length >= distance[to]) continue;
        distance[to] = length;
        cameFrom[to] = d;
        buckets[length % bucketCount].push(to);
        waiting++;
      }
    }
  }
  return cameFrom;
}
