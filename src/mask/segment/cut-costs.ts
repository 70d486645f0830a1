import type { Point, Size } from '../../geometry/types.js';
import type { Pacer } from '../slices.js';
import type { LabImage } from './feature-image.js';
import { DIRECTIONS } from './max-flow.js';

/** Whole numbers a unit of cost is turned into, for the minimum cut. */
export const COST_UNIT = 1000;
export const CERTAIN = 60 * COST_UNIT;
/** Augmentations between two looks at the clock. */
export const PATHS_IN_A_ROW = 400;
/** Edges between two looks at the clock. */
const EDGES_IN_A_ROW = 32_768;
/** Length of the outline costs a little everywhere, and much more where there is no edge. */
const OUTLINE_COST = 0.15;
const SMOOTH_OUTLINE_COST = 4;

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
