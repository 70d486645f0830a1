import type { Point } from '../../src/geometry/types.js';
import type { RgbaImage } from '../../src/mask/flood.js';
import { clipBounds, fullBounds } from '../../src/mask/index-mask.js';
import { fillPolygon } from '../../src/mask/raster.js';
import { bitmapOfRuns, rasterise } from '../../src/mask/runs.js';
import { Pacer } from '../../src/mask/slices.js';
import { enlarge } from '../../src/mask/segment/band-refine.js';
import { BuiltInSegmenter } from '../../src/mask/segment/built-in-segmenter.js';
import { clusterColors, colorEvidence, evidenceAt, shareColors } from '../../src/mask/segment/color-model.js';
import type { LabImage } from '../../src/mask/segment/feature-image.js';
import { labOfCrop, smooth } from '../../src/mask/segment/feature-image.js';
import { geodesicDistances } from '../../src/mask/segment/geodesic.js';
import { MaxFlow, gridNeighbours } from '../../src/mask/segment/max-flow.js';
import { CERTAIN, COST_UNIT, outlineCosts, stampDisc } from '../../src/mask/segment/cut-costs.js';
import { memoryImage } from '../../src/mask/segment/segmenter.js';
import type { SegmentPrompt } from '../../src/mask/segment/segmenter.js';
import { eccentricity, extremesOf } from '../../src/mask/segment/shape-prior.js';
import type { Extremes } from '../../src/mask/segment/shape-prior.js';

/** A way from a prompt to a mask, 1 on the object. */
export type Method = (image: RgbaImage, prompt: SegmentPrompt) => Promise<Uint8Array>;

const SIDE = 192;
const sessions = new WeakMap<RgbaImage, BuiltInSegmenter>();

/** The trivial answers that every method must beat, and three textbook methods next to the one that was kept. */
export const METHODS: Readonly<Record<string, Method>> = {
  box: simple((extremes, size) => eccentricity(extremes, size).map((value) => (value < 2 ? 1 : 0))),
  'convex hull': async (image, { extremes }) => {
    const { top, right, bottom, left } = extremesOf(extremes);
    const runs = rasterise((sink) => fillPolygon([[top, right, bottom, left]], sink), image);
    return bitmapOfRuns(runs, fullBounds(image));
  },
  'ellipse in the box': simple(({ box }, { width, height }) => {
    const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const [rx, ry] = [(box.right - box.left) / 2, (box.bottom - box.top) / 2];
    return Uint8Array.from({ length: width * height }, (_, i) =>
      (((i % width) + 0.5 - cx) / rx) ** 2 + ((Math.floor(i / width) + 0.5 - cy) / ry) ** 2 <= 1 ? 1 : 0,
    );
  }),
  'quarter ellipses': simple((extremes, size) => eccentricity(extremes, size).map((value) => (value < 1 ? 1 : 0))),
  geodesic: onCrop(({ soft, inside, outside }) => {
    const fromInside = geodesicDistances(soft, inside, { spatial: 0.8 });
    const fromOutside = geodesicDistances(soft, outside, { spatial: 0.8 });
    return Uint8Array.from(inside, (_, i) => (fromInside[i] < fromOutside[i] ? 1 : 0));
  }),
  'random walker': onCrop(randomWalker),
  GrabCut: onCrop(grabCut),
  'built in': async (image, prompt) => {
    // Corrections go on from what was found before, as in a session; without any, an object begins.
    const isFirst = prompt.include.length + prompt.exclude.length === 0;
    const segmenter = (!isFirst && sessions.get(image)) || new BuiltInSegmenter();
    if (sessions.get(image) !== segmenter) await segmenter.prepare(memoryImage(image));
    sessions.set(image, segmenter);
    return bitmapOfRuns(await segmenter.segment(prompt), fullBounds(image));
  },
};

function simple(draw: (extremes: Extremes, size: RgbaImage) => ArrayLike<number>): Method {
  return async (image, prompt) => Uint8Array.from(draw(extremesOf(prompt.extremes), image));
}

interface Crop {
  readonly soft: LabImage;
  /** Certainly object: the core between the extreme points, the points themselves, and included clicks. */
  readonly inside: Uint8Array;
  /** Certainly background: outside the box, and excluded clicks. */
  readonly outside: Uint8Array;
}

/** Runs a method on a scaled crop, with the same margin, scale and smoothing as the built-in one, and scales its mask up. */
function onCrop(method: (crop: Crop) => Uint8Array | Promise<Uint8Array>): Method {
  return async (image, { extremes, include, exclude }) => {
    const { box } = extremesOf(extremes);
    const long = Math.max(box.right - box.left, box.bottom - box.top);
    const margin = Math.max(8, long * 0.2);
    const crop = clipBounds(
      { left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin },
      image,
    );
    const [width, height] = [crop.right - crop.left, crop.bottom - crop.top];
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const soft = smooth(labOfCrop(image, crop, size), 2);
    const local = ({ x, y }: Point) => ({
      x: ((x - crop.left) * size.width) / width,
      y: ((y - crop.top) * size.height) / height,
    });
    const placed = extremesOf(extremes.map(local));
    const slack = Math.max(1, long * scale * 0.015);
    const far = eccentricity(
      {
        ...placed,
        box: {
          left: placed.box.left - slack,
          top: placed.box.top - slack,
          right: placed.box.right + slack,
          bottom: placed.box.bottom + slack,
        },
      },
      size,
    );
    const certain = Int8Array.from(far, (value) => (value >= 2 ? -1 : value < 0.25 ? 1 : 0));
    for (const centre of include.map(local)) stampDisc(certain, size, { centre, radius: 2.5, value: 1 });
    for (const centre of exclude.map(local)) stampDisc(certain, size, { centre, radius: 2.5, value: -1 });
    const inside = Uint8Array.from(certain, (value) => (value > 0 ? 1 : 0));
    const outside = Uint8Array.from(certain, (value) => (value < 0 ? 1 : 0));
    const labels = await method({ soft, inside, outside });
    const cut = {
      ...size,
      labels,
      clusters: { count: 0, centres: new Float32Array(0) },
      evidence: new Float32Array(0),
    };
    const large = await enlarge(cut, { width, height }, new Pacer());
    const mask = new Uint8Array(image.width * image.height);
    for (let y = 0; y < height; y++) {
      mask.set(large.subarray(y * width, (y + 1) * width), (crop.top + y) * image.width + crop.left);
    }
    return mask;
  };
}

/** GrabCut as published, but for colour clusters in place of Gaussian mixtures: everything in the box begins as object. */
async function grabCut({ soft, inside, outside }: Crop): Promise<Uint8Array> {
  const clusters = clusterColors(soft, 40);
  const shares = shareColors(soft, clusters);
  const neighbours = gridNeighbours(soft.width, soft.height);
  const edges = await outlineCosts(soft, neighbours, new Pacer());
  const pacer = new Pacer();
  const clicked = hasClicks(inside) ? inside : new Uint8Array(inside.length);
  let labels = Uint8Array.from(outside, (value) => 1 - value);
  for (let round = 0; round < 5; round++) {
    const evidence = colorEvidence(clusters, shares, Float32Array.from(labels));
    const flow = new MaxFlow(labels.length, neighbours);
    flow.capacity.set(edges);
    for (let i = 0; i < labels.length; i++) {
      const odds = outside[i] ? -CERTAIN : clicked[i] ? CERTAIN : 2.4 * evidenceAt(i, shares, evidence) * COST_UNIT;
      flow.terminal[i] = Math.round(odds);
    }
    flow.solve();
    labels = labels.map((_, i) => (flow.isSource(i) ? 1 : 0));
    await pacer.rest();
  }
  return labels;
}

function hasClicks(inside: Uint8Array): boolean {
  return inside.includes(1);
}

/** Grady's random walker: which seed a walk that avoids edges reaches first, by conjugate gradients. */
function randomWalker({ soft, inside, outside }: Crop): Uint8Array {
  const { width, height, lab } = soft;
  const count = width * height;
  const right = new Float64Array(count);
  const below = new Float64Array(count);
  const difference = (a: number, b: number) =>
    (lab[a * 3] - lab[b * 3]) ** 2 + (lab[a * 3 + 1] - lab[b * 3 + 1]) ** 2 + (lab[a * 3 + 2] - lab[b * 3 + 2]) ** 2;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += i % width < width - 1 ? difference(i, i + 1) : 0;
  const beta = 1 / Math.max(1, (2 * sum) / count);
  for (let i = 0; i < count; i++) {
    if (i % width < width - 1) right[i] = Math.exp(-beta * difference(i, i + 1)) + 1e-4;
    if (i + width < count) below[i] = Math.exp(-beta * difference(i, i + width)) + 1e-4;
  }
  const isFree = (i: number) => inside[i] === 0 && outside[i] === 0;
  const apply = (x: Float64Array, y: Float64Array) => {
    y.fill(0);
    const link = (a: number, b: number, w: number) => {
      y[a] += w * (x[a] - x[b]);
      y[b] += w * (x[b] - x[a]);
    };
    for (let i = 0; i < count; i++) {
      if (right[i] > 0) link(i, i + 1, right[i]);
      if (below[i] > 0) link(i, i + width, below[i]);
    }
    for (let i = 0; i < count; i++) if (!isFree(i)) y[i] = 0;
  };
  const x = Float64Array.from(inside);
  const r = new Float64Array(count);
  apply(x, r);
  for (let i = 0; i < count; i++) r[i] = -r[i];
  const p = r.slice();
  const q = new Float64Array(count);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + value * b[i], 0);
  let rr = dot(r, r);
  for (let step = 0; step < 300 && rr > 1e-8; step++) {
    apply(p, q);
    const alpha = rr / (dot(p, q) || 1);
    for (let i = 0; i < count; i++) {
      x[i] += alpha * p[i];
      r[i] -= alpha * q[i];
    }
    const next = dot(r, r);
    for (let i = 0; i < count; i++) p[i] = r[i] + (next / rr) * p[i];
    rr = next;
  }
  return Uint8Array.from(x, (value) => (value >= 0.5 ? 1 : 0));
}
