import type { Point, Size } from '../../geometry/types.js';
import { fullBounds } from '../index-mask.js';
import { holesIn } from '../regions.js';
import { areaOfRuns, bitmapOfRuns, combineRuns, runsOfBitmap } from '../runs.js';
import type { Pacer } from '../slices.js';
import { barrierDistances } from './barrier.js';
import { worstError } from './click-evidence.js';
import type { Click } from './click-evidence.js';
import { clusterColors, colorEvidence, shareColors } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';
import { correctMask } from './correction.js';
import { CERTAIN, COST_UNIT, PATHS_IN_A_ROW, outlineCosts, stampDisc } from './cut-costs.js';
import type { LabImage } from './feature-image.js';
import { smooth } from './feature-image.js';
import { geodesicDistances } from './geodesic.js';
import { localColorEvidence } from './local-color.js';
import { MaxFlow, gridNeighbours } from './max-flow.js';
import { eccentricity } from './shape-prior.js';
import type { Extremes } from './shape-prior.js';

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
const BARRIER_WEIGHT = 1.6;
/** Walls below this are grain, in Lab units. */
const LEAST_WALL = 2;
/** What certainly belongs to the object when distances are measured. */
const CORE_ECCENTRICITY = 0.25;
/** With less of the crop than this outside the box, its corners stand for what is around the object. */
const LEAST_SURROUNDINGS = 0.1;
const CORNER_ECCENTRICITY = 1.15;
/** How far off a click may be, as a share of the object's longer side. */
export const CLICK_SLACK = 0.015;
const ROUNDS = 4;
/** Largest hole that is filled, as a share of the object. Outlines that people draw of things in photographs have few holes. */
const HOLE_SHARE = 0.25;
/** Each round trusts the shape less and the colours that were learnt more: not every object is where its box is. */
const SHAPE_TRUST = 0.7;
/** Before the first cut, places and colours settle so many times without one, the places at this weight and colours at one. */
const SOFT_ROUNDS = 4;
const SOFT_TRUST = 0.5;
/** Masks of earlier clicks that are kept at hand. */
const MOST_STATES = 16;
const EXTREME_SEED = 1.5;
const CLICK_SEED = 2.5;

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

/** A mask after some clicks. */
interface State {
  /** Names of the clicks. */
  readonly heard: ReadonlySet<string>;
  readonly mask: Uint8Array;
  /** How sure the mask is of each pixel, in the logarithm of odds. */
  readonly odds: Float32Array;
  /** 1: certainly object, -1: certainly not; the clicks are among them. */
  readonly certain: Int8Array;
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
  const reach = await reachability(soft, far, certain, pacer);
  const opinion = far.map((value, i) =>
    value >= 2 ? -CERTAIN : PRIOR_WEIGHT * (EVEN_ECCENTRICITY - value) + reach[i],
  );
  return { image: soft, clusters, shares, neighbours, edges, opinion, certain, initial, side };
}

/**
 * Finds the object that extreme points and corrections describe: a graph cut over evidence from the extreme points (shape), from
 * colours inside and around, and from how easily a pixel is reached from the core or from outside without crossing an edge.
 *
 * Colours are learnt from the mask and the mask from colours, a few times over.
 */
export class ObjectCutter {
  private base?: State;
  /** Masks after some clicks: a further click goes on from what the worker sees, and one taken back leads there again. */
  private readonly states: State[] = [];

  private constructor(private readonly scene: Scene) {}

  /** Learns what the picture says about the object. Works in slices. */
  static async create(image: LabImage, extremes: Extremes, pacer: Pacer): Promise<ObjectCutter> {
    return new ObjectCutter(await sceneOf(image, extremes, pacer));
  }

  /** The mask of the extreme points alone, and corrected by the clicks. Works in slices. */
  async cut(include: readonly Point[], exclude: readonly Point[], pacer: Pacer): Promise<ObjectCut> {
    const { image } = this.scene;
    this.base ??= await this.firstState(pacer);
    const clicks = [
      ...include.map((point) => ({ ...point, sign: 1 as const })),
      ...exclude.map((point) => ({ ...point, sign: -1 as const })),
    ];
    const before = this.latestState(clicks);
    let { mask, odds } = before;
    const certain = before.certain.slice();
    const settle = (click: Click) =>
      stampDisc(certain, image, { centre: click, radius: CLICK_SEED, value: click.sign });
    const waiting = new Set<Click>(clicks.filter((click) => !before.heard.has(nameOf(click))));
    // The deepest error first, if there is more than one new click.
    for (let click = worstError(mask, image, [...waiting]); click; click = worstError(mask, image, [...waiting])) {
      waiting.delete(click);
      settle(click);
      mask = await correctMask({ ...this.scene, mask, certain, odds }, click, pacer);
      odds = await this.oddsOf(mask, certain, pacer);
    }
    for (const click of waiting) settle(click);
    this.states.push({ heard: new Set(clicks.map(nameOf)), mask, odds, certain });
    if (this.states.length > MOST_STATES) this.states.shift();
    const settled = mask.map((value, i) => (certain[i] === 0 ? value : certain[i] > 0 ? 1 : 0));
    return this.resultOf(settled, certain);
  }

  /** The state that knows most of these clicks, and no other. */
  private latestState(clicks: readonly Click[]): State {
    const names = new Set(clicks.map(nameOf));
    const isKnown = ({ heard }: State) => [...heard].every((name) => names.has(name));
    return this.states
      .filter(isKnown)
      .reduce((best, state) => (state.heard.size > best.heard.size ? state : best), this.base!);
  }

  /** The mask of the extreme points alone: colours are learnt from the mask and the mask from colours, a few times over. */
  private async firstState(pacer: Pacer): Promise<State> {
    const { certain, opinion, image } = this.scene;
    let objectness = this.scene.initial;
    for (let round = 0; round < SOFT_ROUNDS; round++) {
      const odds = await this.oddsWith(objectness, SOFT_TRUST, 1, pacer);
      objectness = objectness.map((_, i) => (certain[i] === 0 ? sigmoid(odds[i]) : certain[i] > 0 ? 1 : 0));
    }
    let labels = new Uint8Array(certain.length);
    let odds = opinion;
    for (let round = 0; round < ROUNDS; round++) {
      odds = await this.oddsWith(objectness, SHAPE_TRUST ** round, COLOR_WEIGHT, pacer);
      labels = await this.labelsOf(odds, pacer);
      // Unsure pixels of the mask teach less: they would confirm their own mistake.
      objectness = objectnessOf(labels, certain).map((value, i) =>
        value === 1 && certain[i] === 0 ? 0.5 + 0.5 * sigmoid(odds[i]) : value,
      );
      await pacer.rest();
    }
    return { heard: new Set(), mask: withoutSmallHoles(labels, image), odds, certain };
  }

  /** How sure a mask is of each pixel, by the colours that it teaches. */
  private async oddsOf(mask: Uint8Array, certain: Int8Array, pacer: Pacer): Promise<Float32Array> {
    return this.oddsWith(objectnessOf(mask, certain), SHAPE_TRUST ** (ROUNDS - 1), COLOR_WEIGHT, pacer);
  }

  private async oddsWith(objectness: Float32Array, shapeTrust: number, colorWeight: number, pacer: Pacer) {
    const { clusters, shares, image, opinion } = this.scene;
    const colours = await localColorEvidence(clusters, shares, image, objectness, pacer);
    await pacer.rest();
    return colours.map((value, i) => {
      const colour = Math.max(-COLOR_LIMIT, Math.min(COLOR_LIMIT, value));
      return shapeTrust * opinion[i] + colorWeight * colour;
    });
  }

  private async labelsOf(odds: Float32Array, pacer: Pacer): Promise<Uint8Array<ArrayBuffer>> {
    const { neighbours, edges, certain } = this.scene;
    const flow = new MaxFlow(odds.length, neighbours);
    flow.capacity.set(edges);
    for (let i = 0; i < odds.length; i++) {
      flow.terminal[i] = certain[i] === 0 ? Math.round(odds[i] * COST_UNIT) : certain[i] * CERTAIN;
    }
    await pacer.rest();
    while (!flow.solve(PATHS_IN_A_ROW)) await pacer.rest();
    return Uint8Array.from(odds, (_, i) => (flow.isSource(i) ? 1 : 0));
  }

  private resultOf(labels: Uint8Array, certain: Int8Array): ObjectCut {
    const { image, clusters, shares } = this.scene;
    const evidence = colorEvidence(clusters, shares, objectnessOf(labels, certain));
    return { width: image.width, height: image.height, labels, clusters, evidence };
  }
}

function nameOf({ sign, x, y }: Click): string {
  return `${sign} ${x} ${y}`;
}

/** What the colours of the ground cut out of an object is rather its window than an opening; a click takes it off. */
function withoutSmallHoles(labels: Uint8Array, size: Size): Uint8Array {
  const bounds = fullBounds(size);
  const runs = runsOfBitmap(labels, bounds);
  const holes = holesIn(runs, HOLE_SHARE * areaOfRuns(runs));
  return bitmapOfRuns(combineRuns(runs, holes, 'or'), bounds);
}

function objectnessOf(labels: Uint8Array, certain: Int8Array): Float32Array {
  return Float32Array.from(labels, (label, i) => (certain[i] === 0 ? label : certain[i] > 0 ? 1 : 0));
}

/**
 * Opinion on each pixel, above zero where it is reached from the core or an extreme point rather than from outside without crossing an edge. Judged in two
 * ways: by the length of the best way and by the height of its walls.
 */
async function reachability(
  image: LabImage,
  far: Float32Array,
  certain: Int8Array,
  pacer: Pacer,
): Promise<Float32Array> {
  const outside = surroundingsOf(far);
  // The extreme points too: a pole in front may part the object.
  const core = Uint8Array.from(far, (value, i) => (value < CORE_ECCENTRICITY || certain[i] > 0 ? 1 : 0));
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

/** Where the object is not: outside the box, or in its corners when the object fills the picture. */
function surroundingsOf(far: Float32Array): Uint8Array {
  let count = 0;
  for (const value of far) if (value >= 2) count++;
  const least = count < LEAST_SURROUNDINGS * far.length ? CORNER_ECCENTRICITY : 2;
  return Uint8Array.from(far, (value) => (value >= least ? 1 : 0));
}

/** From -1 (the second distance is much shorter) to 1 (the first one is); distances below `blur` are alike. */
function nearness(first: number, second: number, blur: number): number {
  if (first === Infinity || second === Infinity) return first === second ? 0 : first < second ? 1 : -1;
  return (second - first) / (first + second + blur);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
