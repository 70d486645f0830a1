import type { Size } from '../../geometry/types.js';
import { squaredDistances } from '../interpolate.js';
import type { Pacer } from '../slices.js';
import { barrierDistances } from './barrier.js';
import { clickEvidence, depthsOf, pixelOf } from './click-evidence.js';
import type { Click, ClickContext } from './click-evidence.js';
import { SHARES, evidenceAt, kinshipOf } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';
import { CERTAIN, COST_UNIT, PATHS_IN_A_ROW } from './cut-costs.js';
import { MaxFlow } from './max-flow.js';

/** What a correction works on. */
export interface CorrectionContext extends ClickContext {
  readonly neighbours: Int32Array;
  /** Cost of an outline between neighbours. */
  readonly edges: Int32Array;
  /** 1: certainly object, -1: certainly not; clicks are among them. */
  readonly certain: Int8Array;
  /** How sure the mask was of each pixel, above zero on the object, in the logarithm of odds. */
  readonly odds: Float32Array;
}

/*
 * Weights of the signs that a pixel is wrong along with the clicked one: a logistic regression over first and second corrections on
 * rendered scenes 60 to 199 of the building set. The scenes that docs/segmentation.md reports on took no part.
 */
const WEIGHT = {
  odds: 0.34,
  difference: 0.69,
  likeness: -0.42,
  walls: 2.36,
  depth: -0.67,
  distance: -0.2,
  nearby: 0.22,
};
const BIAS = -0.56;
const ODDS_LIMIT = 6;
const DIFFERENCE_LIMIT = 4;
/** Walls below this are grain, in Lab units. */
const LEAST_WALL = 2;
/** Share of pixels by which clusters are rather unknown than absent. */
const DOUBT = 0.02;
/** The disc that teaches the colours of an error, as a share of its extent, which counts up to this share of the object. */
const DISC = 0.6;
const MOST_EXTENT_OF_SIDE = 0.08;
/** What is kept teaches its colours up to so many extents (and pixels) from the click. */
const SURROUNDINGS = 9;
/** Outlines cost less than in the first cut: a correction is seldom as round as an object. */
const OUTLINE_SHARE = 0.4;
/** The clicked pixel lies at least this deep in what changes, as a share of the deepest one: people click into the middle. */
const CENTREDNESS = 0.6;
/** What changes is at most this share of the mask, unless nothing smaller is found. */
const MOST_CHANGE = 0.7;
/** How often the cut is made more cautious, by one in the logarithm of odds each time. */
const MOST_CAUTION = 5;

/**
 * The mask after one correction. It changes pixels of the clicked kind only: a click that takes off never adds anything.
 *
 * Which ones are wrong too is judged by how sure the mask was of them, by colours (of the click against what is kept), by walls
 * between them and the click, and by place. If the clicked pixel is not about in the middle of what would change, the click did not
 * mean that much, and less is changed.
 */
export async function correctMask(context: CorrectionContext, click: Click, pacer: Pacer): Promise<Uint8Array> {
  const { image, mask, certain } = context;
  const wrong = await wrongness(context, click, pacer);
  const at = pixelOf(click, image);
  const area = mask.reduce((sum, value) => sum + value, 0);
  let corrected = mask;
  for (let caution = 0; caution <= MOST_CAUTION; caution++) {
    const flow = new MaxFlow(mask.length, context.neighbours);
    for (let i = 0; i < flow.capacity.length; i++) flow.capacity[i] = Math.round(OUTLINE_SHARE * context.edges[i]);
    for (let i = 0; i < mask.length; i++) {
      // Pixels that are on the click's side already stay there.
      const fixed = (mask[i] === 1) === click.sign > 0 ? click.sign : certain[i];
      flow.terminal[i] = fixed !== 0 ? fixed * CERTAIN : Math.round(click.sign * (wrong[i] - caution) * COST_UNIT);
    }
    await pacer.rest();
    while (!flow.solve(PATHS_IN_A_ROW)) await pacer.rest();
    corrected = mask.map((_, i) => (flow.isSource(i) ? 1 : 0));
    const changed = changedAround(at, mask, corrected, image);
    await pacer.rest();
    if (changed.area <= MOST_CHANGE * area && changed.centredness >= CENTREDNESS) break;
  }
  return corrected;
}

/** For each pixel the logarithm of the odds that it is wrong along with the clicked one. */
async function wrongness(context: CorrectionContext, click: Click, pacer: Pacer): Promise<Float32Array> {
  const { image, mask, certain, odds, shares } = context;
  const at = pixelOf(click, image);
  const depth = depthsOf(mask, image);
  const extent = Math.max(2, depth[at]);
  const clicked = mask.map((_, i) => (i === at ? 1 : 0));
  const kept = Uint8Array.from(certain, (value) => (value === -click.sign ? 1 : 0));
  const wallsHere = await barrierDistances(image, clicked, pacer);
  const wallsThere = await barrierDistances(image, kept, pacer);
  const nearby = await clickEvidence(context, click, pacer);
  const colours = clickedColors(context, at, extent);
  await pacer.rest();
  return odds.map((value, i) => {
    const [here, there] = [wallsHere[i], wallsThere[i]];
    const walls = there === Infinity ? 1 : (there - here) / (there + here + LEAST_WALL);
    return (
      BIAS +
      WEIGHT.odds * clamp(click.sign * value, ODDS_LIMIT) +
      WEIGHT.difference * clamp(evidenceAt(i, shares, colours.difference), DIFFERENCE_LIMIT) +
      WEIGHT.likeness * evidenceAt(i, shares, colours.likeness) +
      WEIGHT.walls * walls +
      WEIGHT.depth * Math.log((depth[i] + 1) / (extent + 1)) +
      WEIGHT.distance * Math.log(1 + distanceBetween(i, at, image) / extent) +
      WEIGHT.nearby * click.sign * nearby[i]
    );
  });
}

/** For each cluster how common it is around the click, alone and against what is kept near it (logarithms). */
function clickedColors(
  { image, mask, clusters, shares, side }: CorrectionContext,
  at: number,
  extent: number,
): { readonly likeness: Float32Array; readonly difference: Float32Array } {
  const disc = Math.max(1.5, DISC * Math.min(extent, MOST_EXTENT_OF_SIDE * side));
  const far = SURROUNDINGS * (extent + 1);
  const here = sharesWhere(clusters, shares, mask.length, (i) => distanceBetween(i, at, image) <= disc);
  const kept = sharesWhere(clusters, shares, mask.length, (i) => {
    const distance = distanceBetween(i, at, image);
    return mask[i] === mask[at] && distance > disc && distance < far;
  });
  return {
    likeness: here.map((share) => Math.log(share + DOUBT)),
    difference: here.map((share, k) => Math.log((share + DOUBT) / (kept[k] + DOUBT))),
  };
}

/** What share of the chosen pixels has about the colour of each cluster. */
function sharesWhere(
  clusters: ColorClusters,
  { cluster, share }: ColorShares,
  count: number,
  isChosen: (i: number) => boolean,
): Float32Array {
  const seen = new Float32Array(clusters.count);
  let chosen = 0;
  for (let i = 0; i < count; i++) {
    if (!isChosen(i)) continue;
    chosen++;
    for (let s = i * SHARES; s < (i + 1) * SHARES; s++) seen[cluster[s]] += share[s];
  }
  const kinship = kinshipOf(clusters);
  return seen.map((_, k) => {
    const row = kinship.subarray(k * seen.length, (k + 1) * seen.length);
    return row.reduce((sum, kin, j) => sum + kin * seen[j], 0) / (chosen || 1);
  });
}

/** The changed pixels that hang together with `at`: how many, and how deep `at` lies among them, as a share of the deepest. */
function changedAround(at: number, before: Uint8Array, after: Uint8Array, { width, height }: Size) {
  const around = new Uint8Array(before.length).fill(1);
  const waiting = [at];
  around[at] = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const column = next % width;
    const beside = [next - width, next + width];
    if (column > 0) beside.push(next - 1);
    if (column < width - 1) beside.push(next + 1);
    for (const to of beside) {
      if (to < 0 || to >= before.length || around[to] === 0 || before[to] === after[to]) continue;
      around[to] = 0;
      waiting.push(to);
    }
  }
  const depth = squaredDistances(around, width, height);
  let area = 0;
  let deepest = 0;
  for (let i = 0; i < depth.length; i++) {
    if (around[i] === 1) continue;
    area++;
    deepest = Math.max(deepest, depth[i]);
  }
  return { area, centredness: (Math.sqrt(depth[at]) + 1) / Math.sqrt(deepest) };
}

function distanceBetween(a: number, b: number, { width }: Size): number {
  return Math.hypot((a % width) - (b % width), Math.floor(a / width) - Math.floor(b / width));
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
