import type { Bounds, Point, Size } from '../../geometry/types.js';
import { clipBounds, fullBounds } from '../index-mask.js';
import type { RgbaImage } from '../flood.js';
import { Pacer } from '../slices.js';
import { labOfCrop, smooth } from './feature-image.js';
import { DIRECTIONS, STEP_X, STEP_Y } from './max-flow.js';
import type { ImageSource } from './segmenter.js';

/** What a step between pixels costs away from edges, and on the strongest edge. */
const FLAT_COST = 32;
const EDGE_COST = 1;

/** How the live boundary searches. */
export interface BoundarySearch {
  /** How far from the anchor the boundary may run, in pixels; the search stays inside this square. */
  readonly reach: number;
  /** The anchor moves to the strongest edge within this many pixels. */
  readonly snap?: number;
}

/** The ways from one anchor to all pixels around it: plain data. */
export interface BoundaryPaths extends Size {
  readonly left: number;
  readonly top: number;
  /** Position of the anchor in the square. */
  readonly start: number;
  /** The direction in which each pixel was entered. */
  readonly cameFrom: Int8Array;
}

/**
 * A boundary that snaps to edges: shortest paths from an anchor to wherever the pointer is (intelligent scissors).
 *
 * Searches once around the anchor, in slices; `boundaryTo` then answers at pointer speed.
 */
export async function searchBoundary(
  image: ImageSource,
  anchor: Point,
  { reach, snap = 0 }: BoundarySearch,
  signal?: AbortSignal,
): Promise<BoundaryPaths> {
  const pacer = new Pacer(signal);
  const inside = {
    x: Math.max(0, Math.min(image.width - 1, Math.floor(anchor.x))),
    y: Math.max(0, Math.min(image.height - 1, Math.floor(anchor.y))),
  };
  const at = snap > 0 ? await strongestEdge(image, inside, snap, pacer, signal) : inside;
  const area = around(at, reach, image);
  const part = await image.read(area, Infinity, signal);
  await pacer.rest();
  const start = (at.y - area.top) * part.width + at.x - area.left;
  const cameFrom = await shortestPaths(await edgeCosts(part, pacer), part, start, pacer);
  return { left: area.left, top: area.top, width: part.width, height: part.height, start, cameFrom };
}

/** Pixel centres from the anchor to the point, which is moved into reach. */
export function boundaryTo({ left, top, width, height, start, cameFrom }: BoundaryPaths, point: Point): Point[] {
  const column = Math.max(0, Math.min(width - 1, Math.floor(point.x) - left));
  const row = Math.max(0, Math.min(height - 1, Math.floor(point.y) - top));
  const path: Point[] = [];
  for (let at = row * width + column; ;) {
    path.push({ x: (at % width) + left + 0.5, y: Math.floor(at / width) + top + 0.5 });
    if (at === start) return path.reverse();
    const d = cameFrom[at];
    at -= STEP_Y[d] * width + STEP_X[d];
  }
}

/** The pixels at most `reach` from a pixel, in each direction. */
function around({ x, y }: Point, reach: number, size: Size): Bounds {
  return clipBounds({ left: x - reach, top: y - reach, right: x + reach + 1, bottom: y + reach + 1 }, size);
}

async function strongestEdge(image: ImageSource, at: Point, radius: number, pacer: Pacer, signal?: AbortSignal) {
  const area = around(at, radius, image);
  const costs = await edgeCosts(await image.read(area, Infinity, signal), pacer);
  const width = area.right - area.left;
  let best = at;
  let least = Infinity;
  costs.forEach((cost, i) => {
    const x = (i % width) + area.left;
    const y = Math.floor(i / width) + area.top;
    const far = Math.hypot(x - at.x, y - at.y);
    // Of edges of equal strength the nearest one is meant.
    if (far <= radius && cost + far < least) {
      least = cost + far;
      best = { x, y };
    }
  });
  return best;
}

/** Cost of passing through each pixel: low on strong edges, compared with the strongest ones of the picture. */
async function edgeCosts(image: RgbaImage, pacer: Pacer): Promise<Uint8Array> {
  const { width, height } = image;
  const plain = labOfCrop(image, fullBounds(image), image);
  await pacer.rest();
  const { lab } = smooth(plain);
  await pacer.rest();
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
  await pacer.rest();
  const strong = Math.max(8, strength.toSorted()[Math.floor(strength.length * 0.97)]);
  return Uint8Array.from(strength, (value) => {
    const share = Math.min(1, value / strong);
    return Math.round(FLAT_COST + (EDGE_COST - FLAT_COST) * share);
  });
}

/** Dial's buckets: costs are small whole numbers, so no heap is needed. Returns the direction in which each pixel was entered. */
async function shortestPaths(
  costs: Uint8Array,
  { width, height }: Size,
  start: number,
  pacer: Pacer,
): Promise<Int8Array> {
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
    if (pacer.isDue) await pacer.rest();
  }
  return cameFrom;
}
