import type { Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Pacer } from '../slices.js';
import type { LabImage } from './feature-image.js';
import { writeLab } from './feature-image.js';
import { DIRECTIONS, MaxFlow, STEP_X, STEP_Y } from './max-flow.js';
import type { ObjectCut } from './object-cut.js';
import { CERTAIN, COST_UNIT, PATHS_IN_A_ROW, outlineCosts, stampDisc } from './object-cut.js';

/** Half width of the band in which the outline may move at each doubling of the scale, in pixels. */
const BAND = 3;
const COLOR_WEIGHT = 1.2;
const COLOR_LIMIT = 4;
/** How strongly a pixel keeps its side, for each pixel of distance from the outline found before. */
const STAY_WEIGHT = 0.35;
const CLICK_SEED = 2;
/** Colours of clusters blend over this distance in Lab. */
const COLOR_REACH = 6;

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
  const labels = enlarge(cut, image);
  const depth = depthInBand(labels, image);
  const nodeOf = new Int32Array(labels.length).fill(-1);
  const pixels: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (depth[i] > BAND) continue;
    nodeOf[i] = pixels.length;
    pixels.push(i);
  }
  await pacer.rest();
  const certain = new Int8Array(labels.length);
  for (const centre of clicks.include) stampDisc(certain, image, { centre, radius: CLICK_SEED, value: 1 });
  for (const centre of clicks.exclude) stampDisc(certain, image, { centre, radius: CLICK_SEED, value: -1 });
  const band = bandOf(image, pixels);
  const neighbours = bandNeighbours(image, pixels, nodeOf);
  const flow = new MaxFlow(pixels.length, neighbours);
  flow.capacity.set(outlineCosts(band, neighbours));
  pixels.forEach((pixel, node) => {
    const side = labels[pixel] === 1 ? 1 : -1;
    const colour = Math.max(-COLOR_LIMIT, Math.min(COLOR_LIMIT, evidenceOf(band.lab, node * 3, cut)));
    const odds = COLOR_WEIGHT * colour + side * STAY_WEIGHT * depth[pixel];
    const fixed = certain[pixel] !== 0 ? certain[pixel] : depth[pixel] === BAND ? side : 0;
    flow.terminal[node] = fixed !== 0 ? fixed * CERTAIN : Math.round(odds * COST_UNIT);
  });
  await pacer.rest();
  while (!flow.solve(PATHS_IN_A_ROW)) await pacer.rest();
  pixels.forEach((pixel, node) => (labels[pixel] = flow.isSource(node) ? 1 : 0));
  return { ...cut, width: image.width, height: image.height, labels };
}

/** Scales a mask up with a smooth outline: bilinear, then cut at one half. */
export function enlarge(cut: ObjectCut, { width, height }: Size): Uint8Array {
  const labels = new Uint8Array(width * height);
  const positions = (length: number, from: number) =>
    Array.from({ length }, (_, i) => {
      const at = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / length - 0.5));
      const first = Math.floor(at);
      return { first, second: Math.min(from - 1, first + 1), part: at - first };
    });
  const columns = positions(width, cut.width);
  const rows = positions(height, cut.height);
  for (let y = 0, at = 0; y < height; y++) {
    const { first, second, part } = rows[y];
    const upper = first * cut.width;
    const lower = second * cut.width;
    for (let x = 0; x < width; x++, at++) {
      const column = columns[x];
      const a = cut.labels[upper + column.first];
      const b = cut.labels[upper + column.second];
      const c = cut.labels[lower + column.first];
      const d = cut.labels[lower + column.second];
      if (a === b && b === c && c === d) {
        labels[at] = a;
        continue;
      }
      const top = a + (b - a) * column.part;
      const bottom = c + (d - c) * column.part;
      labels[at] = top + (bottom - top) * part >= 0.5 ? 1 : 0;
    }
  }
  return labels;
}

/** Distance from the outline in pixels (1 beside it, by the longer axis); 255 outside the band. */
function depthInBand(labels: Uint8Array, { width, height }: Size): Uint8Array {
  const depth = new Uint8Array(labels.length).fill(255);
  let ring: number[] = [];
  const touch = (i: number) => {
    if (depth[i] === 255) {
      depth[i] = 1;
      ring.push(i);
    }
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
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
  for (let level = 2; level <= BAND; level++) {
    const next: number[] = [];
    for (const i of ring) {
      forEachNeighbour(i, width, height, (to) => {
        if (depth[to] !== 255) return;
        depth[to] = level;
        next.push(to);
      });
    }
    ring = next;
  }
  return depth;
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

function bandNeighbours({ width, height }: Size, pixels: readonly number[], nodeOf: Int32Array): Int32Array {
  const neighbours = new Int32Array(pixels.length * DIRECTIONS).fill(-1);
  pixels.forEach((pixel, node) => {
    forEachNeighbour(pixel, width, height, (to, d) => (neighbours[node * DIRECTIONS + d] = nodeOf[to]));
  });
  return neighbours;
}

/** The band's colours, smoothed by a 1-2-1 kernel, as an image of one row: costs are computed as for a grid. */
function bandOf({ width, height, data }: RgbaImage, pixels: readonly number[]): LabImage {
  const lab = new Float32Array(pixels.length * 3);
  pixels.forEach((pixel, node) => {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    let [red, green, blue] = [0, 0, 0];
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
  });
  return { width: pixels.length, height: 1, lab };
}

function evidenceOf(lab: Float32Array, at: number, { clusters, evidence }: ObjectCut): number {
  let nearest = Infinity;
  let sum = 0;
  let weights = 0;
  for (let k = 0; k < clusters.count; k++) {
    const d =
      (lab[at] - clusters.centres[k * 3]) ** 2 +
      (lab[at + 1] - clusters.centres[k * 3 + 1]) ** 2 +
      (lab[at + 2] - clusters.centres[k * 3 + 2]) ** 2;
    // Weights are relative to the nearest cluster so far, so that far colours do not underflow.
    if (d < nearest) {
      const fade = Number.isFinite(nearest) ? Math.exp((d - nearest) / (2 * COLOR_REACH * COLOR_REACH)) : 0;
      sum *= fade;
      weights *= fade;
      nearest = d;
    }
    const weight = Math.exp((nearest - d) / (2 * COLOR_REACH * COLOR_REACH));
    sum += weight * evidence[k];
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}
