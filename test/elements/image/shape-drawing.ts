import type { AnnotatorHarness, ImagePoint } from './annotator-harness.js';

/** A place within a square, as shares of its side. */
export type Corner = readonly [right: number, down: number];

interface Vertices {
  readonly vertices: readonly { readonly x: number; readonly y: number }[];
}

/** Places within a square, from shares of its side. */
export const within = ([x, y]: ImagePoint, side: number, corners: readonly Corner[]): ImagePoint[] =>
  corners.map(([right, down]) => [Math.round(x + right * side), Math.round(y + down * side)]);
export const asVertices = (points: readonly ImagePoint[]) => points.map(([x, y]) => ({ x, y }));
export const pointsOf = (shape: Vertices): ImagePoint[] => shape.vertices.map(({ x, y }) => [x, y]);

/** Clicks on one place after the other without snapping. */
export async function clickThrough(task: AnnotatorHarness, points: readonly ImagePoint[]) {
  for (const point of points) await task.click(point, { modifiers: ['Alt'] });
}
