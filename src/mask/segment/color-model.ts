import type { LabImage } from './feature-image.js';

/** Colours of a picture, gathered to a few dozen. */
export interface ColorClusters {
  readonly count: number;
  /** Three Lab values each. */
  readonly centres: Float32Array;
}

const MAX_SAMPLES = 3000;
const ROUNDS = 6;

/** Finds typical colours by k-means. Starts from farthest points, so that the result needs no chance and small colours count. */
export function clusterColors({ lab, width, height }: LabImage, count: number): ColorClusters {
  const pixels = width * height;
  const step = Math.max(1, Math.floor(pixels / MAX_SAMPLES));
  const samples: number[] = [];
  for (let i = step >> 1; i < pixels; i += step) samples.push(lab[i * 3], lab[i * 3 + 1], lab[i * 3 + 2]);
  const total = samples.length / 3;
  const clusters = Math.min(count, total);
  const centres = spreadCentres(samples, clusters);
  const sums = new Float64Array(clusters * 4);
  for (let round = 0; round < ROUNDS; round++) {
    sums.fill(0);
    for (let i = 0; i < total; i++) {
      const k = nearestCentre(centres, samples[i * 3], samples[i * 3 + 1], samples[i * 3 + 2]);
      for (let c = 0; c < 3; c++) sums[k * 4 + c] += samples[i * 3 + c];
      sums[k * 4 + 3]++;
    }
    for (let k = 0; k < clusters; k++) {
      if (sums[k * 4 + 3] === 0) continue;
      for (let c = 0; c < 3; c++) centres[k * 3 + c] = sums[k * 4 + c] / sums[k * 4 + 3];
    }
  }
  return { count: clusters, centres };
}

function spreadCentres(samples: readonly number[], count: number): Float32Array {
  const total = samples.length / 3;
  const centres = new Float32Array(count * 3);
  const distance = new Float64Array(total).fill(Infinity);
  let chosen = total >> 1;
  for (let k = 0; k < count; k++) {
    for (let c = 0; c < 3; c++) centres[k * 3 + c] = samples[chosen * 3 + c];
    let farthest = -1;
    for (let i = 0; i < total; i++) {
      const d =
        (samples[i * 3] - centres[k * 3]) ** 2 +
        (samples[i * 3 + 1] - centres[k * 3 + 1]) ** 2 +
        (samples[i * 3 + 2] - centres[k * 3 + 2]) ** 2;
      if (d < distance[i]) distance[i] = d;
      if (distance[i] > farthest) {
        farthest = distance[i];
        chosen = i;
      }
    }
  }
  return centres;
}

function nearestCentre(centres: Float32Array, l: number, a: number, b: number): number {
  let best = 0;
  let bestDistance = Infinity;
  for (let k = 0; k < centres.length; k += 3) {
    const d = (l - centres[k]) ** 2 + (a - centres[k + 1]) ** 2 + (b - centres[k + 2]) ** 2;
    if (d < bestDistance) {
      bestDistance = d;
      best = k;
    }
  }
  return best / 3;
}

/** Clusters that a pixel's colour is shared among. */
export const SHARES = 3;

/** For every pixel the nearest clusters and how much of its colour belongs to each; shares add up to one. */
export interface ColorShares {
  readonly cluster: Uint8Array;
  readonly share: Float32Array;
}

/** Colour difference at which clusters stop speaking for each other, in Lab units. */
const COLOR_REACH = 6;

/** Assigns pixels softly to clusters. */
export function shareColors({ lab, width, height }: LabImage, { count, centres }: ColorClusters): ColorShares {
  const pixels = width * height;
  const cluster = new Uint8Array(pixels * SHARES);
  const share = new Float32Array(pixels * SHARES);
  const near = new Float64Array(SHARES);
  const which = new Int32Array(SHARES);
  for (let i = 0; i < pixels; i++) {
    near.fill(Infinity);
    which.fill(0);
    for (let k = 0; k < count; k++) {
      const d =
        (lab[i * 3] - centres[k * 3]) ** 2 +
        (lab[i * 3 + 1] - centres[k * 3 + 1]) ** 2 +
        (lab[i * 3 + 2] - centres[k * 3 + 2]) ** 2;
      if (d >= near[SHARES - 1]) continue;
      let s = SHARES - 1;
      while (s > 0 && near[s - 1] > d) {
        near[s] = near[s - 1];
        which[s] = which[s - 1];
        s--;
      }
      near[s] = d;
      which[s] = k;
    }
    let sum = 0;
    for (let s = 0; s < SHARES; s++) {
      const weight = Math.exp((near[0] - near[s]) / (2 * COLOR_REACH * COLOR_REACH));
      cluster[i * SHARES + s] = which[s];
      share[i * SHARES + s] = weight;
      sum += weight;
    }
    for (let s = 0; s < SHARES; s++) share[i * SHARES + s] /= sum;
  }
  return { cluster, share };
}

/** Clusters that have less than this to say about each other have nothing to say. */
const LEAST_KINSHIP = 0.01;

/** How much each cluster speaks for each other one, 0 to 1: row by row, one row a cluster. */
export function kinshipOf({ count, centres }: ColorClusters): Float32Array {
  return Float32Array.from({ length: count * count }, (_, i) => {
    const a = Math.floor(i / count) * 3;
    const b = (i % count) * 3;
    const d =
      (centres[a] - centres[b]) ** 2 + (centres[a + 1] - centres[b + 1]) ** 2 + (centres[a + 2] - centres[b + 2]) ** 2;
    const kinship = Math.exp(-d / (2 * COLOR_REACH * COLOR_REACH));
    return kinship < LEAST_KINSHIP ? 0 : kinship;
  });
}

/** Evidence of a few pixels counts little: this share of all pixels is added to both sides of every cluster. */
export const DOUBT = 0.003;

/**
 * For each cluster the logarithm of how much likelier it is in the object than around it.
 *
 * `objectness` says for each pixel how much it belongs to the object, 0 to 1.
 */
export function colorEvidence(
  clusters: ColorClusters,
  { cluster, share }: ColorShares,
  objectness: Float32Array,
  doubt = DOUBT,
): Float32Array {
  const { count } = clusters;
  const kinship = kinshipOf(clusters);
  const inside = new Float64Array(count);
  const outside = new Float64Array(count);
  for (let i = 0; i < objectness.length; i++) {
    const p = objectness[i];
    for (let s = i * SHARES; s < (i + 1) * SHARES; s++) {
      inside[cluster[s]] += share[s] * p;
      outside[cluster[s]] += share[s] * (1 - p);
    }
  }
  const evidence = new Float32Array(count);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) || 1;
  const [allInside, allOutside] = [total(inside), total(outside)];
  for (let k = 0; k < count; k++) {
    let near = 0;
    let far = 0;
    for (let j = 0; j < count; j++) {
      near += kinship[k * count + j] * inside[j];
      far += kinship[k * count + j] * outside[j];
    }
    evidence[k] = Math.log((near / allInside + doubt) / (far / allOutside + doubt));
  }
  return evidence;
}

/** The evidence of one pixel from that of its clusters. */
export function evidenceAt(i: number, { cluster, share }: ColorShares, evidence: Float32Array): number {
  let sum = 0;
  for (let s = i * SHARES; s < (i + 1) * SHARES; s++) sum += share[s] * evidence[cluster[s]];
  return sum;
}
