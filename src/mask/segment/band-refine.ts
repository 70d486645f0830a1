import type { Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Pacer } from '../slices.js';
import { CERTAIN, COST_UNIT, PATHS_IN_A_ROW, outlineCosts, stampDisc } from './cut-costs.js';
import type { LabImage } from './feature-image.js';
import { writeLab } from './feature-image.js';
import { DIRECTIONS, MaxFlow, STEP_X, STEP_Y } from './max-flow.js';
import type { ObjectCut } from './object-cut.js';

/** Half width of the band in which the outline may move at each doubling of the scale, in pixels. */
const BAND = 3;
const COLOR_WEIGHT = 1.2;
const COLOR_LIMIT = 4;
/** How strongly a pixel keeps its side, for each pixel of distance from the outline found before. */
const STAY_WEIGHT = 0.35;
const CLICK_SEED = 2;
/** Colours of clusters blend over this distance in Lab. */
const COLOR_REACH = 6;
/** Rows, and pixels of the band, between two looks at the clock. */
const ROWS = 32;
const PIXELS_IN_A_ROW = 2048;

let scratch = new Float32Array(64);

/**
 * Carries a mask to a finer scale: only a narrow band along the outline is decided anew, by the colours learnt before and by the
 * edges of the finer picture. The cost follows the length of the outline and not the area.
 */
export async function refineOutline(
  image: RgbaImage,
  cut: ObjectCut,
  clicks: { readonly include: readonly Point[]; readonly exclude: readonly Point[] },
  pacer: Pacer,
): Promise<ObjectCut> {
  const labels = await enlarge(cut, image, pacer);
  const depth = await depthInBand(labels, image, pacer);
  const { pixels, nodeOf } = await nodesOf(depth, image, pacer);
  const certain = new Int8Array(labels.length);
  for (const centre of clicks.include) stampDisc(certain, image, { centre, radius: CLICK_SEED, value: 1 });
  for (const centre of clicks.exclude) stampDisc(certain, image, { centre, radius: CLICK_SEED, value: -1 });
  const band = await bandOf(image, pixels, pacer);
  const neighbours = await bandNeighbours(image, pixels, nodeOf, pacer);
  const flow = new MaxFlow(pixels.length, neighbours);
  flow.capacity.set(await outlineCosts(band, neighbours, pacer));
  await pacer.spans(pixels.length, PIXELS_IN_A_ROW, (from, to) => {
    for (let node = from; node < to; node++) {
      const pixel = pixels[node];
      const side = labels[pixel] === 1 ? 1 : -1;
      const colour = Math.max(-COLOR_LIMIT, Math.min(COLOR_LIMIT, evidenceOf(band.lab, node * 3, cut)));
      const odds = COLOR_WEIGHT * colour + side * STAY_WEIGHT * depth[pixel];
      const fixed = certain[pixel] !== 0 ? certain[pixel] : depth[pixel] === BAND ? side : 0;
      flow.terminal[node] = fixed !== 0 ? fixed * CERTAIN : Math.round(odds * COST_UNIT);
    }
  });
  while (!flow.solve(PATHS_IN_A_ROW)) await pacer.rest();
  await pacer.rest();
  for (let node = 0; node < pixels.length; node++) labels[pixels[node]] = flow.isSource(node) ? 1 : 0;
  return { ...cut, width: image.width, height: image.height, labels };
}

/** Scales a mask up with a smooth outline: bilinear, then cut at one half. */
export async function enlarge(cut: ObjectCut, { width, height }: Size, pacer: Pacer): Promise<Uint8Array> {
  const labels = new Uint8Array(width * height);
  const columns = positions(width, cut.width);
  const rows = positions(height, cut.height);
  const source = cut.labels;
  const enlargeRow = (y: number) => {
    const upper = rows.first[y] * cut.width;
    const lower = rows.second[y] * cut.width;
    const part = rows.part[y];
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const first = columns.first[x];
      const second = columns.second[x];
      const a = source[upper + first];
      const b = source[upper + second];
      const c = source[lower + first];
      const d = source[lower + second];
      if (a === b && b === c && c === d) {
        labels[at] = a;
        continue;
      }
      const top = a + (b - a) * columns.part[x];
      const bottom = c + (d - c) * columns.part[x];
      labels[at] = top + (bottom - top) * part >= 0.5 ? 1 : 0;
    }
  };
  await pacer.spans(height, ROWS, (from, to) => {
    for (let y = from; y < to; y++) enlargeRow(y);
  });
  return labels;
}

/** For each of `length` cells the two source positions it lies between, and how far it is on the way to the second. */
function positions(length: number, from: number) {
  const first = new Int32Array(length);
  const second = new Int32Array(length);
  const part = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const at = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / length - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(from - 1, first[i] + 1);
    part[i] = at - first[i];
  }
  return { first, second, part };
}

/** Distance from the outline in pixels (1 beside it, by the longer axis); 255 outside the band. */
async function depthInBand(labels: Uint8Array, { width, height }: Size, pacer: Pacer): Promise<Uint8Array> {
  const depth = new Uint8Array(labels.length).fill(255);
  let ring: number[] = [];
  const touch = (i: number) => {
    if (depth[i] === 255) {
      depth[i] = 1;
      ring.push(i);
    }
  };
  await pacer.spans(height, ROWS, (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0, i = y * width; x < width; x++, i++) {
        if (x + 1 < width && labels[i] !== labels[i + 1]) {
          touch(i);
          touch(i + 1);
        }
        if (y + 1 < height && labels[i] !== labels[i + width]) {
          touch(i);
          touch(i + width);
        }
      }
    }
  });
  for (let level = 2; level <= BAND; level++) {
    const next: number[] = [];
    await pacer.spans(ring.length, PIXELS_IN_A_ROW, (from, to) => {
      for (let k = from; k < to; k++) {
        forEachNeighbour(ring[k], width, height, (near) => {
          if (depth[near] !== 255) return;
          depth[near] = level;
          next.push(near);
        });
      }
    });
    ring = next;
  }
  return depth;
}

/** The pixels of the band in reading order, and which of them each pixel is; -1 outside. */
async function nodesOf(depth: Uint8Array, { width, height }: Size, pacer: Pacer) {
  const nodeOf = new Int32Array(depth.length).fill(-1);
  const pixels: number[] = [];
  await pacer.spans(height, ROWS, (from, to) => {
    for (let i = from * width; i < to * width; i++) {
      if (depth[i] > BAND) continue;
      nodeOf[i] = pixels.length;
      pixels.push(i);
    }
  });
  return { pixels, nodeOf };
}

function forEachNeighbour(i: number, width: number, height: number, visit: (to: number, direction: number) => void) {
  const x = i % width;
  const y = Math.floor(i / width);
  for (let d = 0; d < DIRECTIONS; d++) {
    const nx = x + STEP_X[d];
    const ny = y + STEP_Y[d];
    if (nx >= 0 && ny >= 0 && nx < width && ny < height) visit(ny * width + nx, d);
  }
}

async function bandNeighbours(
  { width, height }: Size,
  pixels: readonly number[],
  nodeOf: Int32Array,
  pacer: Pacer,
): Promise<Int32Array> {
  const neighbours = new Int32Array(pixels.length * DIRECTIONS).fill(-1);
  await pacer.spans(pixels.length, PIXELS_IN_A_ROW, (from, to) => {
    for (let node = from; node < to; node++) {
      const base = node * DIRECTIONS;
      forEachNeighbour(pixels[node], width, height, (near, d) => (neighbours[base + d] = nodeOf[near]));
    }
  });
  return neighbours;
}

/** The band's colours, smoothed by a 1-2-1 kernel, as an image of one row: costs are computed as for a grid. */
async function bandOf({ width, height, data }: RgbaImage, pixels: readonly number[], pacer: Pacer): Promise<LabImage> {
  const lab = new Float32Array(pixels.length * 3);
  const colorOf = (node: number) => {
    const x = pixels[node] % width;
    const y = Math.floor(pixels[node] / width);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let dy = -1; dy <= 1; dy++) {
      const row = Math.max(0, Math.min(height - 1, y + dy)) * width;
      for (let dx = -1; dx <= 1; dx++) {
        const at = (row + Math.max(0, Math.min(width - 1, x + dx))) * 4;
        const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
        red += weight * data[at];
        green += weight * data[at + 1];
        blue += weight * data[at + 2];
      }
    }
    writeLab(red / 16, green / 16, blue / 16, lab, node * 3);
  };
  await pacer.spans(pixels.length, PIXELS_IN_A_ROW, (from, to) => {
    for (let node = from; node < to; node++) colorOf(node);
  });
  return { width: pixels.length, height: 1, lab };
}

/** Colours farther than this from the nearest cluster's, squared, weigh less than a hundredth: they are left out. */
const NEGLIGIBLE = 2 * COLOR_REACH * COLOR_REACH * 5;

function evidenceOf(lab: Float32Array, at: number, { clusters, evidence }: ObjectCut): number {
  const { count, centres } = clusters;
  const distances = scratch.length >= count ? scratch : (scratch = new Float32Array(count));
  let nearest = Infinity;
  for (let k = 0; k < count; k++) {
    const d =
      (lab[at] - centres[k * 3]) ** 2 +
      (lab[at + 1] - centres[k * 3 + 1]) ** 2 +
      (lab[at + 2] - centres[k * 3 + 2]) ** 2;
    distances[k] = d;
    if (d < nearest) nearest = d;
  }
  let sum = 0;
  let weights = 0;
  for (let k = 0; k < count; k++) {
    const beyond = distances[k] - nearest;
    if (beyond > NEGLIGIBLE) continue;
    const weight = Math.exp(-beyond / (2 * COLOR_REACH * COLOR_REACH));
    sum += weight * evidence[k];
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}
