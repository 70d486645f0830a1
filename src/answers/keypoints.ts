import type { KeypointAnnotation } from '../document/annotation.js';
import type { Size } from '../geometry/types.js';
import { decodeList, encodePoint, imageProps, modifiedPart, noteBadNumber } from './decode.js';
import type { Decoded, DecodeOptions } from './decode.js';
import type { KeypointAnswer } from './types.js';

/** What answers say about a point that can be seen, and one that something hides; the numbers of COCO keypoints. */
const VISIBLE = 2;
const OCCLUDED = 1;

/**
 * The answer of `crowd-keypoint`. Pass `modified` only when the element had an initial value.
 *
 * With `visibility`, each point says whether it can be seen (2) or is hidden by something (1).
 */
export function encodeKeypoints(
  points: readonly KeypointAnnotation[],
  size: Size,
  modified?: boolean,
  { visibility = false } = {},
): KeypointAnswer {
  return {
    ...modifiedPart(modified),
    inputImageProperties: imageProps(size),
    keypoints: points.map((point) => ({
      label: point.label,
      ...(visibility && { visibility: point.occluded ? OCCLUDED : VISIBLE }),
      ...encodePoint(point, size),
    })),
  };
}

/** Reads points from a list, or from an answer of `crowd-keypoint`. */
export function decodeKeypoints(value: unknown, options: DecodeOptions = {}): Decoded<KeypointAnnotation> {
  return decodeList(value, 'keypoints', options, (entry) => {
    const x = entry.number('x');
    const y = entry.number('y');
    if (x === undefined || y === undefined) return noteBadNumber(entry, '`x` and `y`');
    const { id, label } = entry;
    const place = { x: entry.clamp(x, 'width'), y: entry.clamp(y, 'height') };
    const occluded = entry.number('visibility') === OCCLUDED ? { occluded: true } : {};
    return { id, label, kind: 'keypoint', ...place, ...occluded };
  });
}
