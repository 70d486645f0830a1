import type { Bounds, Point, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import { clipBounds, fullBounds, isEmptyBounds, union } from '../index-mask.js';
import { connectedComponents, holesIn, mergeRuns } from '../regions.js';
import { combineRuns, runsContain, runsOfBitmap } from '../runs.js';
import type { Runs } from '../runs.js';
import { Pacer } from '../slices.js';
import { enlarge, refineOutline } from './band-refine.js';
import { labOfCrop } from './feature-image.js';
import { ObjectCutter } from './object-cut.js';
import type { ObjectCut } from './object-cut.js';
import type { ImageSource, SegmentPrompt, Segmenter } from './segmenter.js';
import { fitted, shrinkPaced } from './resample.js';
import { extremesOf, extremesOfBox } from './shape-prior.js';
import type { Extremes } from './shape-prior.js';

/** Longer side of the crop at the coarse scale, in pixels; time grows with its square. */
const COARSE_SIDE = 192;
/** Longer side up to which the outline is refined; larger crops are scaled up from there. */
const FINEST_SIDE = 2048;
/** Surroundings that teach how the background looks, as a share of the object's longer side. */
const MARGIN = 0.2;
const LEAST_MARGIN = 8;
/** Room around an included point beyond the box, as a share of the object's longer side. */
const INCLUDE_ROOM = 0.1;
/** Islands and holes below these shares of the object's area are taken for mistakes. */
const LEAST_ISLAND = 0.01;
const LEAST_HOLE = 0.002;

interface Prepared {
  readonly key: string;
  readonly crop: Bounds;
  /** Pixels of the crop, from coarse to fine. */
  readonly levels: readonly RgbaImage[];
  readonly cutter: ObjectCutter;
}

/**
 * The default segmenter: classical, without any download. See `docs/segmentation.md` for the method and its accuracy.
 *
 * The same clicks in the same order give the same mask on every machine: a correction goes on from the mask before it. Corrections of one object reuse what its extreme points have cost.
 */
export class BuiltInSegmenter implements Segmenter {
  private image?: ImageSource;
  private prepared?: Prepared;

  async prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.image = image;
    this.prepared = undefined;
    await Promise.resolve();
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    const { image } = this;
    if (!image) throw new Error('Call prepare with a picture before segment.');
    const pacer = new Pacer(signal);
    const extremes = readExtremes(prompt, image);
    if (!extremes) return new Int32Array(0);
    const prepared = await this.prepareObject(image, extremes, pacer, signal);
    const { crop, levels, cutter } = prepared;
    const scaled = (points: readonly Point[], size: Size) => points.map((point) => toLevel(point, crop, size));
    let cut = await cutter.cut(scaled(prompt.include, levels[0]), scaled(prompt.exclude, levels[0]), pacer);
    for (const level of levels.slice(1)) {
      const clicks = { include: scaled(prompt.include, level), exclude: scaled(prompt.exclude, level) };
      cut = await refineOutline(level, cut, clicks, pacer);
    }
    return tidy(await runsOfCut(cut, crop, pacer), prompt, pacer);
  }

  private async prepareObject(image: ImageSource, extremes: Extremes, pacer: Pacer, signal?: AbortSignal) {
    const key = JSON.stringify(extremes);
    if (this.prepared?.key === key) return this.prepared;
    const crop = cropAround(extremes.box, image);
    const levels = await readLevels(image, crop, pacer, signal);
    const [coarse] = levels;
    const lab = labOfCrop(coarse, fullBounds(coarse), coarse);
    await pacer.rest();
    const cutter = await ObjectCutter.create(lab, scaleExtremes(extremes, crop, coarse), pacer);
    this.prepared = { key, crop, levels, cutter };
    return this.prepared;
  }
}

/** The crop at each scale, from coarse to fine. It is read once, at the finest: reading is what a page must do itself. */
async function readLevels(image: ImageSource, crop: Bounds, pacer: Pacer, signal?: AbortSignal): Promise<RgbaImage[]> {
  const size = { width: crop.right - crop.left, height: crop.bottom - crop.top };
  const longest = Math.max(size.width, size.height);
  const finest = Math.min(FINEST_SIDE, longest);
  const levels = [await image.read(crop, finest, signal)];
  await pacer.rest();
  const sides = [];
  for (let side = COARSE_SIDE; side < finest; side *= 2) sides.unshift(side);
  for (const side of sides) levels.unshift(await shrinkPaced(levels[0], fitted(size, side), pacer));
  return levels;
}

/** Clips the prompt to the picture; nothing when it names no area. */
function readExtremes({ extremes, box, include }: SegmentPrompt, image: ImageSource): Extremes | undefined {
  const inside = ({ x, y }: Point) => ({
    x: Math.max(0, Math.min(image.width, x)),
    y: Math.max(0, Math.min(image.height, y)),
  });
  if (!box && extremes.length < 2) return undefined;
  const found = box
    ? extremesOfBox({
        left: Math.max(0, Math.min(box.left, box.right)),
        top: Math.max(0, Math.min(box.top, box.bottom)),
        right: Math.min(image.width, Math.max(box.left, box.right)),
        bottom: Math.min(image.height, Math.max(box.top, box.bottom)),
      })
    : extremesOf(extremes.map(inside));
  let area = found.box;
  if (area.right <= area.left && area.bottom <= area.top) return undefined;
  const room = INCLUDE_ROOM * Math.max(area.right - area.left, area.bottom - area.top);
  for (const point of include) {
    const isCovered = point.x >= area.left && point.x <= area.right && point.y >= area.top && point.y <= area.bottom;
    // A worker who clicks outside the box says that the object reaches farther.
    if (!isCovered) {
      const around = { left: point.x - room, top: point.y - room, right: point.x + room, bottom: point.y + room };
      area = union(area, clipBounds(around, image));
    }
  }
  return isEmptyBounds(clipBounds(area, image)) ? undefined : { ...found, box: area };
}

function cropAround(box: Bounds, image: ImageSource): Bounds {
  const margin = Math.max(LEAST_MARGIN, MARGIN * Math.max(box.right - box.left, box.bottom - box.top));
  const wide = {
    left: box.left - margin,
    top: box.top - margin,
    right: box.right + margin,
    bottom: box.bottom + margin,
  };
  return clipBounds(wide, image);
}

function toLevel(point: Point, crop: Bounds, { width, height }: Size): Point {
  return {
    x: ((point.x - crop.left) * width) / (crop.right - crop.left),
    y: ((point.y - crop.top) * height) / (crop.bottom - crop.top),
  };
}

function scaleExtremes({ box, top, bottom, left, right }: Extremes, crop: Bounds, size: Size): Extremes {
  const corner = toLevel({ x: box.left, y: box.top }, crop, size);
  const opposite = toLevel({ x: box.right, y: box.bottom }, crop, size);
  return {
    box: { left: corner.x, top: corner.y, right: opposite.x, bottom: opposite.y },
    top: toLevel(top, crop, size),
    bottom: toLevel(bottom, crop, size),
    left: toLevel(left, crop, size),
    right: toLevel(right, crop, size),
  };
}

async function runsOfCut(cut: ObjectCut, crop: Bounds, pacer: Pacer): Promise<Runs> {
  const size = { width: crop.right - crop.left, height: crop.bottom - crop.top };
  const isFull = cut.width === size.width && cut.height === size.height;
  const labels = isFull ? cut.labels : await enlarge(cut, size, pacer);
  const runs = runsOfBitmap(labels, crop);
  await pacer.rest();
  return runs;
}

/** Removes specks and fills pinholes, but never against a click. */
async function tidy(runs: Runs, { include, exclude }: SegmentPrompt, pacer: Pacer): Promise<Runs> {
  const parts = connectedComponents(runs, 8);
  await pacer.rest();
  const largest = parts.reduce((most, part) => Math.max(most, part.area), 0);
  const holdsOne = (part: Runs, points: readonly Point[]) =>
    points.some((point) => runsContain(part, Math.floor(point.x), Math.floor(point.y)));
  const kept = mergeRuns(
    parts
      .filter((part) => part.area >= LEAST_ISLAND * largest || holdsOne(part.runs, include))
      .map((part) => part.runs),
  );
  const holes = connectedComponents(holesIn(kept, LEAST_HOLE * largest), 4).filter(
    (hole) => !holdsOne(hole.runs, exclude),
  );
  await pacer.rest();
  return combineRuns(kept, mergeRuns(holes.map((hole) => hole.runs)), 'or');
}
