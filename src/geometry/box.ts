import type { Bounds, Point, Size } from './types.js';

/** A rectangle by its top left corner and its size, in image pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One of the eight grips of a box, named after the compass. */
export type BoxHandle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

export const boxHandles: readonly BoxHandle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

/** The smallest width and height of a box, in image pixels. */
export const LEAST_BOX_SIDE = 1;

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The nearest point on the picture; edges belong to it. */
export function clampPoint(point: Point, image: Size): Point {
  return { x: clamp(point.x, 0, image.width), y: clamp(point.y, 0, image.height) };
}

export function boundsOf(box: Box): Bounds {
  return { left: box.left, top: box.top, right: box.left + box.width, bottom: box.top + box.height };
}

export function boxFromBounds({ left, top, right, bottom }: Bounds): Box {
  return { left, top, width: right - left, height: bottom - top };
}

/** The box spanned by two opposite corners in any order. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** The smallest box around all points. Throws for an empty list. */
export function boxAround(points: readonly Point[]): Box {
  if (!points.length) throw new RangeError('boxAround needs at least one point.');
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Keeps the shorter direction's proportions equal: the second corner moved so that the box is a square. */
export function squareCorner(anchor: Point, corner: Point): Point {
  const side = Math.max(Math.abs(corner.x - anchor.x), Math.abs(corner.y - anchor.y));
  return {
    x: anchor.x + Math.sign(corner.x - anchor.x || 1) * side,
    y: anchor.y + Math.sign(corner.y - anchor.y || 1) * side,
  };
}

/** Moves a box as far as the picture allows; its size stays. */
export function translateBox(box: Box, dx: number, dy: number, image: Size): Box {
  return {
    ...box,
    left: clamp(box.left + dx, 0, Math.max(0, image.width - box.width)),
    top: clamp(box.top + dy, 0, Math.max(0, image.height - box.height)),
  };
}

/** Position of a grip. */
export function handlePoint(box: Box, handle: BoxHandle): Point {
  const x = handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5;
  const y = handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5;
  return { x: box.left + x * box.width, y: box.top + y * box.height };
}

/**
 * Moves one grip of a box to a point. The box may turn over; it stays on the picture.
 *
 * `proportional` keeps width : height for corner grips, `centered` mirrors the move on the other side.
 */
export function resizeBox(
  box: Box,
  handle: BoxHandle,
  to: Point,
  image: Size,
  { proportional = false, centered = false } = {},
): Box {
  const point = clampPoint(to, image);
  const { left, top, right, bottom } = boundsOf(box);
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const movesX = handle.includes('w') || handle.includes('e');
  const movesY = handle.includes('n') || handle.includes('s');
  const anchor = {
    x: centered ? 2 * center.x - point.x : handle.includes('w') ? right : left,
    y: centered ? 2 * center.y - point.y : handle.includes('n') ? bottom : top,
  };
  let corner = point;
  if (proportional && movesX && movesY && box.width > 0 && box.height > 0) {
    const scale = Math.max(Math.abs(point.x - anchor.x) / box.width, Math.abs(point.y - anchor.y) / box.height);
    corner = {
      x: anchor.x + Math.sign(point.x - anchor.x || 1) * box.width * scale,
      y: anchor.y + Math.sign(point.y - anchor.y || 1) * box.height * scale,
    };
  }
  const spanned = boxBetween(anchor, corner);
  const next = {
    left: movesX ? spanned.left : left,
    top: movesY ? spanned.top : top,
    width: movesX ? spanned.width : box.width,
    height: movesY ? spanned.height : box.height,
  };
  return clipBox(next, image);
}

/** The part of a box that lies on the picture. */
export function clipBox(box: Box, image: Size): Box {
  const { left, top, right, bottom } = boundsOf(box);
  return boxFromBounds({
    left: clamp(left, 0, image.width),
    top: clamp(top, 0, image.height),
    right: clamp(right, 0, image.width),
    bottom: clamp(bottom, 0, image.height),
  });
}

/** The box with whole-pixel edges inside the picture, at least one pixel wide and high. */
export function settleBox(box: Box, image: Size): Box {
  const { left, top, right, bottom } = boundsOf(clipBox(box, image));
  const [x, width] = settleSpan(left, right, image.width);
  const [y, height] = settleSpan(top, bottom, image.height);
  return { left: x, top: y, width, height };
}

function settleSpan(from: number, to: number, most: number): [start: number, length: number] {
  const start = Math.round(from);
  const end = Math.round(to);
  if (end - start >= LEAST_BOX_SIDE) return [start, end - start];
  const least = Math.min(start, Math.max(0, most - LEAST_BOX_SIDE));
  return [least, LEAST_BOX_SIDE];
}

export function containsPoint(box: Box, point: Point, tolerance = 0): boolean {
  return (
    point.x >= box.left - tolerance &&
    point.x <= box.left + box.width + tolerance &&
    point.y >= box.top - tolerance &&
    point.y <= box.top + box.height + tolerance
  );
}

export function boundsOverlap(a: Bounds, b: Bounds): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

/** The smallest bounds around both. */
export function unite(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
