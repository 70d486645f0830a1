import type { Point, Size } from '../../geometry/types.js';
import { squaredDistances } from '../interpolate.js';
import type { Pacer } from '../slices.js';
import { SHARES, evidenceAt } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';
import type { LabImage } from './feature-image.js';
import { geodesicDistances } from './geodesic.js';

/** What clicks are judged against. */
export interface ClickContext {
  readonly image: LabImage;
  /** The mask that the click corrects. */
  readonly mask: Uint8Array;
  readonly clusters: ColorClusters;
  readonly shares: ColorShares;
  /** Longer side of the object in pixels. */
  readonly side: number;
}

/** A correction: 1 includes, -1 excludes. */
export interface Click extends Point {
  readonly sign: 1 | -1;
}

/** Opinion (logarithm of odds) of a click at its place, for what is reached from it and for what has its colour. */
const REACHED_WEIGHT = 8;
const ALIKE_WEIGHT = 6;
const GEODESIC_SPATIAL = 4;
const REACHED_EXTENT = 2;
const ALIKE_EXTENT = 3;
/** Added to the extent of an error, in pixels of the crop. */
const LEAST_EXTENT = 3;
const MOST_EXTENT_OF_SIDE = 0.08;

/**
 * What a correction says about the pixels around it, in the logarithm of odds.
 *
 * A worker clicks into the middle of what is wrong. So the way from the click to the outline of the mask tells how far the error
 * reaches; edges and colours tell where it ends.
 */
export async function clickEvidence(context: ClickContext, click: Click, pacer: Pacer): Promise<Float32Array> {
  const opinion = new Float32Array(context.mask.length);
  const at = pixelOf(click, context.image);
  const extent = Math.min(MOST_EXTENT_OF_SIDE * context.side, Math.max(2, depthsOf(context.mask, context.image)[at]));
  await pacer.rest();
  addReached(opinion, context, { at, extent, sign: click.sign });
  await pacer.rest();
  addAlike(opinion, context, { at, extent, sign: click.sign });
  await pacer.rest();
  return opinion;
}

/** The click that lies deepest in what it says is wrong; none when the mask agrees with all. */
export function worstError(mask: Uint8Array, size: Size, clicks: readonly Click[]): Click | undefined {
  const errors = clicks.filter((click) => (mask[pixelOf(click, size)] === 1) !== click.sign > 0);
  if (errors.length <= 1) return errors[0];
  const depths = depthsOf(mask, size);
  return errors.reduce((worst, click) => (depths[pixelOf(click, size)] > depths[pixelOf(worst, size)] ? click : worst));
}

/** The pixel that a point lies on; the nearest one for points beside the picture. */
export function pixelOf({ x, y }: Point, { width, height }: Size): number {
  const column = Math.max(0, Math.min(width - 1, Math.floor(x)));
  return Math.max(0, Math.min(height - 1, Math.floor(y))) * width + column;
}

/** Distance of every pixel to the outline of the mask. */
export function depthsOf(mask: Uint8Array, { width, height }: Size): Float64Array {
  return squaredDistances(outlineOf(mask, width, height), width, height).map(Math.sqrt);
}

interface Spot {
  readonly at: number;
  readonly extent: number;
  readonly sign: 1 | -1;
}

function addReached(opinion: Float32Array, { image }: ClickContext, { at, extent, sign }: Spot) {
  const seed = new Uint8Array(opinion.length);
  seed[at] = 1;
  const distance = geodesicDistances(image, seed, { spatial: GEODESIC_SPATIAL });
  const far = REACHED_EXTENT * (extent + LEAST_EXTENT) * GEODESIC_SPATIAL;
  for (let i = 0; i < opinion.length; i++) {
    opinion[i] += sign * REACHED_WEIGHT * Math.exp(-((distance[i] / far) ** 2));
  }
}

function addAlike(opinion: Float32Array, { image, clusters, shares }: ClickContext, { at, extent, sign }: Spot) {
  const { width, height } = image;
  const cx = at % width;
  const cy = Math.floor(at / width);
  const alike = new Float32Array(clusters.count);
  const radius = Math.max(1.5, 0.6 * extent);
  const reach = Math.floor(radius);
  for (let y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
    for (let x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
      if (Math.hypot(x - cx, y - cy) > radius) continue;
      const first = (y * width + x) * SHARES;
      for (let s = first; s < first + SHARES; s++) alike[shares.cluster[s]] += shares.share[s];
    }
  }
  const most = Math.max(...alike);
  const far = ALIKE_EXTENT * (extent + LEAST_EXTENT);
  for (let i = 0; i < opinion.length; i++) {
    const near = Math.exp(-(((i % width) - cx) ** 2 + (Math.floor(i / width) - cy) ** 2) / (far * far));
    if (near < 0.02) continue;
    opinion[i] += sign * ALIKE_WEIGHT * near * Math.min(1, (1.5 * evidenceAt(i, shares, alike)) / most);
  }
}

/** Pixels that differ from the one to the right or below. */
function outlineOf(mask: Uint8Array, width: number, height: number): Uint8Array {
  return mask.map((value, i) => {
    const isRight = i % width < width - 1 && mask[i + 1] !== value;
    const isBelow = i < width * (height - 1) && mask[i + width] !== value;
    return isRight || isBelow ? 1 : 0;
  });
}
