import type { Point, Size } from '../../geometry/types.js';
import { fullBounds } from '../index-mask.js';
import { holesIn } from '../regions.js';
import { areaOfRuns, bitmapOfRuns, combineRuns, runsOfBitmap } from '../runs.js';
import type { Pacer } from '../slices.js';
import { barrierDistances } from './barrier.js';
import { clickEvidence, worstError } from './click-evidence.js';
import type { Click } from './click-evidence.js';
import { clusterColors, colorEvidence, shareColors } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';
import type { LabImage } from './feature-image.js';
import { smooth } from './feature-image.js';
import { geodesicDistances } from './geodesic.js';
import { localColorEvidence } from './local-color.js';
import { DIRECTIONS, MaxFlow, gridNeighbours } from './max-flow.js';
import { eccentricity } from './shape-prior.js';
import type { Extremes } from './shape-prior.js';

/** A prompt in pixels of the (scaled) crop. */
export interface CutPrompt {
  readonly extremes: Extremes;
  readonly include: readonly Point[];
  readonly exclude: readonly Point[];
}

/** What was learnt about an object: its mask on the crop and its colours, for finer scales. */
export interface ObjectCut extends Size {
  /** 1 on the object. */
  readonly labels: Uint8Array;
  readonly clusters: ColorClusters;
  /** Per cluster, how much likelier it is on the object than around it (logarithm). */
  readonly evidence: Float32Array;
}

/*
 * Weights of the kinds of evidence, all in the logarithm of odds. They were set on the rendered scenes of bench/segment, in coarse
 * steps and to values whose neighbours do equally well; the held-out scenes took no part.
 */
const CLUSTERS = 40;
const SMOOTHING = 2;
/** The extreme points' own opinion: odds are even at this eccentricity, and change with this slope. */
const EVEN_ECCENTRICITY = 0.97;
const PRIOR_WEIGHT = 4;
const COLOR_WEIGHT = 2.4;
const COLOR_LIMIT = 4;
const GEODESIC_WEIGHT = 1.3;
const GEODESIC_SPATIAL = 0.8;
const BARRIER_WEIGHT = 1;
/** Walls below this are grain, in Lab units. */
const LEAST_WALL = 2;
/** What certainly belongs to the object when distances are measured. */
const CORE_ECCENTRICITY = 0.25;
/** Length of the outline costs a little everywhere, and much more where there is no edge. */
const OUTLINE_COST = 0.15;
const SMOOTH_OUTLINE_COST = 4;
/** How far off a click may be, as a share of the object's longer side. */
export const CLICK_SLACK = 0.015;
const ROUNDS = 4;
/** Largest hole that is filled, as a share of the object. Outlines that people draw of things in photographs have few holes. */
const HOLE_SHARE = 0.25;
/** Each round trusts the shape less and the colours that were learnt more: not every object is where its box is. */
const SHAPE_TRUST = 0.7;
const CLICK_ROUNDS = 2;
/** Odds below which a click is not heard any more. */
const LEAST_OPINION = 0.5;
const EXTREME_SEED = 1.5;
const CLICK_SEED = 2.5;

/** Whole numbers a unit of cost is turned into, for the minimum cut. */
export const COST_UNIT = 1000;
export const CERTAIN = 60 * COST_UNIT;

/** What stays the same for all corrections of one object. */
interface Scene {
  readonly image: LabImage;
  readonly clusters: ColorClusters;
  readonly shares: ColorShares;
  readonly neighbours: Int32Array;
  readonly edges: Int32Array;
  /** Opinion on each pixel from shape and reach, in the logarithm of odds. */
  readonly opinion: Float32Array;
  /** 1: certainly object, -1: certainly not. */
  readonly certain: Int8Array;
  /** How much each pixel belongs to the object by its place alone, 0 to 1. */
  readonly initial: Float32Array;
  /** Longer side of the object in pixels. */
  readonly side: number;
}

async function sceneOf(image: LabImage, extremes: Extremes, pacer: Pacer): Promise<Scene> {
  const { width, height } = image;
  const { box } = extremes;
  const soft = smooth(image, SMOOTHING);
  await pacer.rest();
  const side = Math.max(box.right - box.left, box.bottom - box.top);
  const slack = Math.max(1, side * CLICK_SLACK);
  const loose = {
    left: box.left - slack,
    top: box.top - slack,
    right: box.right + slack,
    bottom: box.bottom + slack,
  };
  const far = eccentricity({ ...extremes, box: loose }, image);
  await pacer.rest();
  const clusters = clusterColors(soft, CLUSTERS);
  await pacer.rest();
  const shares = shareColors(soft, clusters);
  await pacer.rest();
  const neighbours = gridNeighbours(width, height);
  await pacer.rest();
  const edges = await outlineCosts(soft, neighbours, pacer);
  const reach = await reachability(soft, far, pacer);
  const opinion = far.map((value, i) =>
    value >= 2 ? -CERTAIN : PRIOR_WEIGHT * (EVEN_ECCENTRICITY - value) + reach[i],
  );
  const certain = Int8Array.from(far, (value) => (value >= 2 ? -1 : 0));
  const initial = far.map((value) => (value >= 2 ? 0 : sigmoid(PRIOR_WEIGHT * (EVEN_ECCENTRICITY - value))));
  const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  for (const point of [extremes.top, extremes.bottom, extremes.left, extremes.right]) {
    // A click lies on the outline or just beside it; a little further in, the object is certain.
    const distance = Math.hypot(centre.x - point.x, centre.y - point.y) || 1;
    const inward = Math.min(1, (slack * 1.5) / distance);
    const seed = { x: point.x + (centre.x - point.x) * inward, y: point.y + (centre.y - point.y) * inward };
    stampDisc(certain, image, { centre: seed, radius: EXTREME_SEED, value: 1 });
  }
  await pacer.rest();
  return { image: soft, clusters, shares, neighbours, edges, opinion, certain, initial, side };
}

/**
 * Finds the object that extreme points and corrections describe: a graph cut over evidence from the extreme points (shape), from
 * colours inside and around, and from how easily a pixel is reached from the core or from outside without crossing an edge.
 *
 * Colours are learnt from the mask and the mask from colours, a few times over.
 */
export class ObjectCutter {
  private base?: Uint8Array;

  private constructor(private readonly scene: Scene) {}

  /** Learns what the picture says about the object. Works in slices. */
  static async create(image: LabImage, extremes: Extremes, pacer: Pacer): Promise<ObjectCutter> {
    return new ObjectCutter(await sceneOf(image, extremes, pacer));
  }

  /** The mask of the extreme points alone, and corrected by the clicks. Works in slices. */
  async cut(include: readonly Point[], exclude: readonly Point[], pacer: Pacer): Promise<ObjectCut> {
    this.base ??= withoutSmallHoles(
      await this.iterate(
        this.scene.initial,
        this.scene.certain,
        this.scene.opinion,
        { rounds: ROUNDS, shapeTrust: SHAPE_TRUST },
        pacer,
      ),
      this.scene.image,
    );
    const clicks = [
      ...include.map((point) => ({ ...point, sign: 1 as const })),
      ...exclude.map((point) => ({ ...point, sign: -1 as const })),
    ];
    const { image } = this.scene;
    const certain = this.scene.certain.slice();
    const settle = (click: Click) =>
      stampDisc(certain, image, { centre: click, radius: CLICK_SEED, value: click.sign });
    let mask = this.base;
    const opinion = this.scene.opinion.slice();
    // The deepest error first, whatever the order of the clicks: the same prompt gives the same mask.
    const waiting = new Set(clicks);
    for (let click = worstError(mask, image, clicks); click; click = worstError(mask, image, [...waiting])) {
      waiting.delete(click);
      settle(click);
      const heard = await clickEvidence({ ...this.scene, mask }, click, pacer);
      mask = await this.correct(mask, certain, opinion, heard, pacer);
    }
    for (const click of waiting) settle(click);
    const settled = mask.map((value, i) => (certain[i] === 0 ? value : certain[i] > 0 ? 1 : 0));
    return this.resultOf(settled, certain);
  }

  /** Cuts anew where a click has something to say, and nowhere else: a correction spoils nothing far away. */
  private async correct(
    mask: Uint8Array,
    certain: Int8Array,
    opinion: Float32Array,
    click: Float32Array,
    pacer: Pacer,
  ): Promise<Uint8Array> {
    const held = certain.slice();
    for (let i = 0; i < mask.length; i++) {
      opinion[i] += click[i];
      if (held[i] === 0 && Math.abs(click[i]) < LEAST_OPINION) held[i] = mask[i] === 1 ? 1 : -1;
    }
    await pacer.rest();
    return this.iterate(objectnessOf(mask, certain), held, opinion, { rounds: CLICK_ROUNDS, shapeTrust: 1 }, pacer);
  }

  private async iterate(
    initial: Float32Array,
    certain: Int8Array,
    opinion: Float32Array,
    { rounds, shapeTrust }: { readonly rounds: number; readonly shapeTrust: number },
    pacer: Pacer,
  ): Promise<Uint8Array> {
    const { clusters, shares, neighbours, edges } = this.scene;
    const count = certain.length;
    let objectness = initial;
    let labels = new Uint8Array(count);
    for (let round = 0; round < rounds; round++) {
      const colours = await localColorEvidence(clusters, shares, this.scene.image, objectness, pacer);
      await pacer.rest();
      const flow = new MaxFlow(count, neighbours);
      flow.capacity.set(edges);
      const odds = new Float32Array(count);
      const trust = shapeTrust ** round;
      for (let i = 0; i < count; i++) {
        const colour = Math.max(-COLOR_LIMIT, Math.min(COLOR_LIMIT, colours[i]));
        odds[i] = trust * opinion[i] + COLOR_WEIGHT * colour;
        flow.terminal[i] = certain[i] === 0 ? Math.round(odds[i] * COST_UNIT) : certain[i] * CERTAIN;
      }
      await pacer.rest();
      while (!flow.solve(PATHS_IN_A_ROW)) await pacer.rest();
      labels = labels.map((_, i) => (flow.isSource(i) ? 1 : 0));
      // Unsure pixels of the mask teach less: they would confirm their own mistake.
      objectness = objectnessOf(labels, certain).map((value, i) =>
        value === 1 && certain[i] === 0 ? 0.5 + 0.5 * sigmoid(odds[i]) : value,
      );
      await pacer.rest();
    }
    return labels;
  }

  private resultOf(labels: Uint8Array, certain: Int8Array): ObjectCut {
    const { image, clusters, shares } = this.scene;
    const evidence = colorEvidence(clusters, shares, objectnessOf(labels, certain));
    return { width: image.width, height: image.height, labels, clusters, evidence };
  }
}

/** What the colours of the ground cut out of an object is rather its window than an opening; a click takes it off. */
function withoutSmallHoles(labels: Uint8Array, size: Size): Uint8Array {
  const bounds = fullBounds(size);
  const runs = runsOfBitmap(labels, bounds);
  const holes = holesIn(runs, HOLE_SHARE * areaOfRuns(runs));
  return bitmapOfRuns(combineRuns(runs, holes, 'or'), bounds);
}

/** Augmentations between two looks at the clock. */
export const PATHS_IN_A_ROW = 400;
/** Edges between two looks at the clock. */
const EDGES_IN_A_ROW = 32_768;

function objectnessOf(labels: Uint8Array, certain: Int8Array): Float32Array {
  return Float32Array.from(labels, (label, i) => (certain[i] === 0 ? label : certain[i] > 0 ? 1 : 0));
}

/**
 * Opinion on each pixel, above zero where it is reached from the core rather than from outside without crossing an edge. Judged in two
 * ways: by the length of the best way and by the height of its walls.
 */
async function reachability(image: LabImage, far: Float32Array, pacer: Pacer): Promise<Float32Array> {
  const outside = Uint8Array.from(far, (value) => (value >= 2 ? 1 : 0));
  const core = Uint8Array.from(far, (value) => (value < CORE_ECCENTRICITY ? 1 : 0));
  const wayOut = geodesicDistances(image, outside, { spatial: GEODESIC_SPATIAL });
  await pacer.rest();
  const wayIn = geodesicDistances(image, core, { spatial: GEODESIC_SPATIAL });
  await pacer.rest();
  const wallOut = await barrierDistances(image, outside, pacer);
  const wallIn = await barrierDistances(image, core, pacer);
  return far.map(
    (_, i) =>
      GEODESIC_WEIGHT * nearness(wayIn[i], wayOut[i], 1e-6) +
      BARRIER_WEIGHT * nearness(wallIn[i], wallOut[i], LEAST_WALL),
  );
}

/** From -1 (the second distance is much shorter) to 1 (the first one is); distances below `blur` are alike. */
function nearness(first: number, second: number, blur: number): number {
  if (first === Infinity || second === Infinity) return first === second ? 0 : first < second ? 1 : -1;
  return (second - first) / (first + second + blur);
}

/** Cost of separating neighbours: falls with their difference in colour, measured by what is usual in this crop. */
export async function outlineCosts({ lab }: LabImage, neighbours: Int32Array, pacer: Pacer): Promise<Int32Array> {
  const differences = new Float32Array(neighbours.length);
  let sum = 0;
  let count = 0;
  await pacer.spans(neighbours.length, EDGES_IN_A_ROW, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      const b = neighbours[edge] * 3;
      if (b < 0) continue;
      const a = (edge >> 3) * 3;
      differences[edge] = (lab[a] - lab[b]) ** 2 + (lab[a + 1] - lab[b + 1]) ** 2 + (lab[a + 2] - lab[b + 2]) ** 2;
      sum += differences[edge];
      count++;
    }
  });
  const usual = Math.max(1, sum / Math.max(1, count));
  const costs = new Int32Array(neighbours.length);
  await pacer.spans(neighbours.length, EDGES_IN_A_ROW, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      if (neighbours[edge] < 0) continue;
      const cost = OUTLINE_COST + SMOOTH_OUTLINE_COST * Math.exp(-differences[edge] / (2 * usual));
      const isDiagonal = edge % DIRECTIONS >= 4;
      costs[edge] = Math.round((isDiagonal ? cost * Math.SQRT1_2 : cost) * COST_UNIT);
    }
  });
  return costs;
}

interface Disc {
  readonly centre: Point;
  readonly radius: number;
  readonly value: 1 | -1;
}

/** Marks the pixels of a disc as certain; the pixel under its centre always. */
export function stampDisc(certain: Int8Array, { width, height }: Size, { centre, radius, value }: Disc) {
  const column = Math.floor(centre.x);
  const row = Math.floor(centre.y);
  const reach = Math.ceil(radius);
  for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
      const isNear = Math.hypot(x + 0.5 - centre.x, y + 0.5 - centre.y) <= radius;
      if (isNear || (x === column && y === row)) certain[y * width + x] = value;
    }
  }
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
