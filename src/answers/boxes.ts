import type { BoxAnnotation } from '../document/annotation.js';
import type { Size } from '../geometry/types.js';
import { clampRound, decodeList, imageProps, modifiedPart, noteBadNumber, noteEmptyShape } from './decode.js';
import type { Decoded, DecodeOptions } from './decode.js';
import type { Box, BoundingBoxAnswer } from './types.js';

/**
 * The answer of `crowd-bounding-box`. Edges are rounded to whole pixels and lie within the picture.
 *
 * Pass `modified` only when the element had an initial value.
 */
export function encodeBoxes(boxes: readonly BoxAnnotation[], size: Size, modified?: boolean): BoundingBoxAnswer {
  return {
    boundingBoxes: boxes.map((box) => encodeBox(box, size)),
    ...modifiedPart(modified),
    inputImageProperties: imageProps(size),
  };
}

function encodeBox({ label, left, top, width, height }: BoxAnnotation, size: Size): Box {
  // Edges are rounded, not lengths: neighbours that share an edge keep sharing it.
  const x = clampRound(left, size.width);
  const y = clampRound(top, size.height);
  const right = clampRound(left + width, size.width);
  const bottom = clampRound(top + height, size.height);
  return { height: bottom - y, label, left: x, top: y, width: right - x };
}

/** Reads boxes from a list, or from an answer of `crowd-bounding-box`. */
export function decodeBoxes(value: unknown, options: DecodeOptions = {}): Decoded<BoxAnnotation> {
  return decodeList(value, 'boundingBoxes', { ...options, plain: plainBox }, (entry) => {
    const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((key) => entry.number(key));
    if (left === undefined || top === undefined || width === undefined || height === undefined) {
      return noteBadNumber(entry, '`left`, `top`, `width` and `height`');
    }
    if (width < 0 || height < 0) entry.note('negative-size', 'of negative size', 'They were turned over.');
    const x = [left, left + width].map((at) => entry.clamp(at, 'width')).sort((a, b) => a - b) as [number, number];
    const y = [top, top + height].map((at) => entry.clamp(at, 'height')).sort((a, b) => a - b) as [number, number];
    if (x[0] === x[1] || y[0] === y[1]) return noteEmptyShape(entry);
    const { id, label } = entry;
    return { id, label, kind: 'box', left: x[0], top: y[0], width: x[1] - x[0], height: y[1] - y[0] };
  });
}

/** A box that needs no second look: whole numbers, inside the picture. Thousands of them arrive at once. */
function plainBox(data: Readonly<Record<string, unknown>>, id: string, size?: Size): BoxAnnotation | undefined {
  const { label, left, top, width, height } = data;
  if (typeof label !== 'string' || !isWhole(left) || !isWhole(top) || !isWhole(width) || !isWhole(height)) {
    return undefined;
  }
  if (width < 1 || height < 1 || left < 0 || top < 0) return undefined;
  if (size && (left + width > size.width || top + height > size.height)) return undefined;
  return { id, label, kind: 'box', left, top, width, height };
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
