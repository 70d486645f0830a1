import type { Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import { runsWhere } from '../runs.js';
import type { Runs } from '../runs.js';
import { Pacer } from '../slices.js';
import type { LabImage } from './feature-image.js';
import { labOfCrop, smooth } from './feature-image.js';

/** A picture cut into small patches of one colour each. `labels` gives the patch of every pixel, 0 to `count` - 1. */
export interface Superpixels extends Size {
  readonly labels: Int32Array;
  readonly count: number;
}

/** How superpixels are made. */
export interface SuperpixelOptions {
  /** Side of a typical patch in pixels. */
  readonly size: number;
  /** 1 follows edges closely, 40 gives nearly square patches. Default 10. */
  readonly compactness?: number;
  readonly signal?: AbortSignal;
}

const ROUNDS = 6;

/**
 * SLIC superpixels (Achanta and others, 2012): k-means in colour and place, each centre searching only around itself, then
 * stray fragments are given to a neighbour. Every patch is connected. Works in slices.
 */
export async function superpixels(image: RgbaImage, options: SuperpixelOptions): Promise<Superpixels> {
  const { width, height } = image;
  const pacer = new Pacer(options.signal);
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const lab = smooth(labOfCrop(image, whole, image));
  const step = Math.max(2, Math.min(options.size, width, height));
  const centres = startingCentres(lab, step);
  const labels = new Int32Array(width * height).fill(-1);
  const best = new Float32Array(width * height);
  const weight = ((options.compactness ?? 10) / step) ** 2;
  for (let round = 0; round < ROUNDS; round++) {
    best.fill(Infinity);
    for (let k = 0; k < centres.length / 5; k++) {
      claimPixels(lab, centres, k, { step, weight, labels, best });
      if ((k & 63) === 0) await pacer.rest();
    }
    moveCentres(lab, labels, centres);
    await pacer.rest();
  }
  const count = joinFragments({ width, height }, labels, (step * step) / 4);
  return { width, height, labels, count };
}

/** The patch under a point, to paint with. */
export function superpixelAt(patches: Superpixels, point: Point): Runs {
  const { width, height, labels } = patches;
  const x = Math.floor(point.x);
  const y = Math.floor(point.y);
  if (x < 0 || y < 0 || x >= width || y >= height) return new Int32Array(0);
  const label = labels[y * width + x];
  // A patch reaches little farther than two steps, but fragments joined to it may: look as far as rows still hold it.
  let top = y;
  let bottom = y;
  const holds = (row: number) => {
    const end = (row + 1) * width;
    for (let at = row * width; at < end; at++) if (labels[at] === label) return true;
    return false;
  };
  while (top > 0 && holds(top - 1)) top--;
  while (bottom < height - 1 && holds(bottom + 1)) bottom++;
  return runsWhere(patches, (at) => labels[at] === label, { left: 0, top, right: width, bottom: bottom + 1 });
}

/** Five numbers a centre: Lab, x, y. Centres avoid edges: they begin at the calmest of nine pixels. */
function startingCentres({ width, height, lab }: LabImage, step: number): Float32Array {
  const columns = Math.max(1, Math.round(width / step));
  const rows = Math.max(1, Math.round(height / step));
  const centres = new Float32Array(columns * rows * 5);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, k += 5) {
      const x = Math.floor(((column + 0.5) * width) / columns);
      const y = Math.floor(((row + 0.5) * height) / rows);
      let at = y * width + x;
      let calmest = Infinity;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [px, py] = [x + dx, y + dy];
          if (px < 1 || py < 1 || px >= width - 1 || py >= height - 1) continue;
          const i = py * width + px;
          const gradient = difference(lab, i - 1, i + 1) + difference(lab, i - width, i + width);
          if (gradient < calmest) {
            calmest = gradient;
            at = i;
          }
        }
      }
      centres.set([lab[at * 3], lab[at * 3 + 1], lab[at * 3 + 2], at % width, Math.floor(at / width)], k);
    }
  }
  return centres;
}

function difference(lab: Float32Array, a: number, b: number): number {
  return (
    (lab[a * 3] - lab[b * 3]) ** 2 + (lab[a * 3 + 1] - lab[b * 3 + 1]) ** 2 + (lab[a * 3 + 2] - lab[b * 3 + 2]) ** 2
  );
}

interface Claim {
  readonly step: number;
  readonly weight: number;
  readonly labels: Int32Array;
  readonly best: Float32Array;
}

function claimPixels({ width, height, lab }: LabImage, centres: Float32Array, k: number, claim: Claim) {
  const { step, weight, labels, best } = claim;
  const [l, a, b, cx, cy] = centres.subarray(k * 5, k * 5 + 5);
  const reach = Math.ceil(step * 1.5);
  const top = Math.max(0, Math.floor(cy - reach));
  const bottom = Math.min(height, Math.ceil(cy + reach) + 1);
  const left = Math.max(0, Math.floor(cx - reach));
  const right = Math.min(width, Math.ceil(cx + reach) + 1);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = y * width + x;
      const colour = (lab[i * 3] - l) ** 2 + (lab[i * 3 + 1] - a) ** 2 + (lab[i * 3 + 2] - b) ** 2;
      const distance = colour + weight * ((x - cx) ** 2 + (y - cy) ** 2);
      if (distance < best[i]) {
        best[i] = distance;
        labels[i] = k;
      }
    }
  }
}

function moveCentres({ width, lab }: LabImage, labels: Int32Array, centres: Float32Array) {
  const sums = new Float64Array((centres.length / 5) * 6);
  for (let i = 0; i < labels.length; i++) {
    const to = labels[i] * 6;
    if (to < 0) continue;
    sums[to] += lab[i * 3];
    sums[to + 1] += lab[i * 3 + 1];
    sums[to + 2] += lab[i * 3 + 2];
    sums[to + 3] += i % width;
    sums[to + 4] += Math.floor(i / width);
    sums[to + 5]++;
  }
  for (let k = 0; k < centres.length / 5; k++) {
    const size = sums[k * 6 + 5];
    if (size === 0) continue;
    for (let c = 0; c < 5; c++) centres[k * 5 + c] = sums[k * 6 + c] / size;
  }
}

/** Numbers connected patches anew; those below the least area join the patch before them. */
function joinFragments({ width, height }: Size, labels: Int32Array, leastArea: number): number {
  const source = labels.slice();
  labels.fill(-1);
  const queue = new Int32Array(labels.length);
  let count = 0;
  for (let start = 0; start < labels.length; start++) {
    if (labels[start] >= 0) continue;
    let size = 1;
    let neighbour = -1;
    queue[0] = start;
    labels[start] = count;
    const visit = (to: number) => {
      if (labels[to] >= 0) {
        if (labels[to] !== count) neighbour = labels[to];
      } else if (source[to] === source[start]) {
        labels[to] = count;
        queue[size++] = to;
      }
    };
    for (let next = 0; next < size; next++) {
      const at = queue[next];
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < width * (height - 1)) visit(at + width);
    }
    if (size < leastArea && neighbour >= 0) {
      for (let i = 0; i < size; i++) labels[queue[i]] = neighbour;
    } else {
      count++;
    }
  }
  return count;
}
