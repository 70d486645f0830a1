import type { Point } from '../../geometry/types.js';
import { squaredDistances } from '../interpolate.js';
import { SHARES, evidenceAt } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';
import type { LabImage } from './feature-image.js';
import { geodesicDistances } from './geodesic.js';

/** What clicks are judged against. */
export interface ClickContext {
  readonly image: LabImage;
  /** The mask without any correction. */
  readonly base: Uint8Array;
  readonly clusters: ColorClusters;
  readonly shares: ColorShares;
  /** Longer side of the object in pixels. */
  readonly side: number;
  readonly include: readonly Point[];
  readonly exclude: readonly Point[];
}

/** Opinion (logarithm of odds) of a click at its place, for what is reached from it and for what has its colour. */
const REACHED_WEIGHT = 8;
const ALIKE_WEIGHT = 6;
const GEODESIC_SPATIAL = 4;
const REACHED_EXTENT = 2;
const ALIKE_EXTENT = 3;
/** Added to the extent of an error, in pixels of the crop. */
const LEAST_EXTENT = 4;
const MOST_EXTENT_OF_SIDE = 0.3;
/** Extent of a correction that the base mask agrees with: it takes back what another click has done. */
const AGREED_EXTENT = 2;

/**
 * What corrections say about the pixels around them.
 *
 * A worker clicks into the middle of what is wrong. So the way from the click to the outline of the mask tells how far the error
 * reaches; edges and colours tell where it ends.
 */
export function clickEvidence(context: ClickContext): Float32Array {
  const { width, height } = context.image;
  const opinion = new Float32Array(width * height);
  const toOutline = squaredDistances(outlineOf(context.base, width, height), width, height);
  for (const [points, sign] of [[context.include, 1] as const, [context.exclude, -1] as const]) {
    for (const point of points) {
      const x = Math.max(0, Math.min(width - 1, Math.floor(point.x)));
      const y = Math.max(0, Math.min(height - 1, Math.floor(point.y)));
      const at = y * width + x;
      const isError = (context.base[at] === 1) !== sign > 0;
      const depth = Math.min(MOST_EXTENT_OF_SIDE * context.side, Math.max(2, Math.sqrt(toOutline[at])));
      const extent = isError ? depth : AGREED_EXTENT;
      addReached(opinion, context, { at, extent, sign });
      addAlike(opinion, context, { at, extent, sign });
    }
  }
  return opinion;
}

interface Click {
  readonly at: number;
  readonly extent: number;
  readonly sign: 1 | -1;
}

function addReached(opinion: Float32Array, { image }: ClickContext, { at, extent, sign }: Click) {
  const seed = new Uint8Array(opinion.length);
  seed[at] = 1;
  const distance = geodesicDistances(image, seed, { spatial: GEODESIC_SPATIAL });
  const far = REACHED_EXTENT * (extent + LEAST_EXTENT) * GEODESIC_SPATIAL;
  for (let i = 0; i < opinion.length; i++) {
    opinion[i] += sign * REACHED_WEIGHT * Math.exp(-((distance[i] / far) ** 2));
  }
}

function addAlike(opinion: Float32Array, { image, clusters, shares }: ClickContext, { at, extent, sign }: Click) {
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
