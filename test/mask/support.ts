import { createMask } from '../../src/mask/index-mask.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import { RunBuilder } from '../../src/mask/runs.js';
import type { Runs } from '../../src/mask/runs.js';

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` up to and without `end`. */
export function between(random: () => number, least: number, end: number): number {
  return least + Math.floor(random() * (end - least));
}

/** Random rectangles over single-pixel noise: runs of every length, holes, diagonals. */
export function randomMask(random: () => number, width: number, height: number, indices: number): IndexMask {
  const mask = createMask(width, height, indices);
  const patches = between(random, 0, 12);
  for (let i = 0; i < patches; i++) {
    const left = between(random, 0, width);
    const right = between(random, left, width) + 1;
    const top = between(random, 0, height);
    const bottom = between(random, top, height) + 1;
    const index = between(random, 0, indices + 1);
    for (let y = top; y < bottom; y++) mask.data.fill(index, y * width + left, y * width + right);
  }
  const specks = between(random, 0, (width * height) / 4 + 1);
  for (let i = 0; i < specks; i++) mask.data[between(random, 0, width * height)] = between(random, 0, indices + 1);
  return mask;
}

/** A mask from a drawing: `.` is unlabelled, digits are indices. */
export function maskOf(...rows: string[]): IndexMask {
  const mask = createMask(rows[0].length, rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) mask.data[y * mask.width + x] = row[x] === '.' ? 0 : Number(row[x]);
  });
  return mask;
}

/** The drawing of a mask. */
export function drawn(mask: IndexMask): string[] {
  const rows: string[] = [];
  for (let y = 0; y < mask.height; y++) {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width);
    rows.push(Array.from(row, (index) => (index === 0 ? '.' : String(index))).join(''));
  }
  return rows;
}

/** A region from a drawing: everything but `.` belongs to it. */
export function regionOf(...rows: string[]): Runs {
  const builder = new RunBuilder();
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) if (row[x] !== '.') builder.add(y, x, x + 1);
  });
  return builder.build();
}

/** The drawing of a region inside a size. */
export function drawnRegion(runs: Runs, width: number, height: number): string[] {
  const mask = createMask(width, height);
  for (let i = 0; i < runs.length; i += 3) {
    mask.data.fill(1, runs[i] * width + runs[i + 1], runs[i] * width + runs[i + 2]);
  }
  return drawn(mask);
}
