import type { KeypointAnnotation } from '../document/annotation.js';
import type { Size } from '../geometry/types.js';
import { decodeList, encodePoint, imageProps, modifiedPart, noteBadNumber } from './decode.js';
import type { Decoded, DecodeOptions } from './decode.js';
import type { KeypointAnswer } from './types.js';

/** The answer of `crowd-keypoint`. Pass `modified` only when the element had an initial value. */
export function encodeKeypoints(points: readonly KeypointAnnotation[], size: Size, modified?: boolean): KeypointAnswer {
  return {
    ...modifiedPart(modified),
    inputImageProperties: imageProps(size),
    keypoints: points.map((point) => ({ label: point.label, ...encodePoint(point, size) })),
  };
}

/** Reads points from a list, or from an answer of `crowd-keypoint`. */
export function decodeKeypoints(value: unknown, options: DecodeOptions = {}): Decoded<KeypointAnnotation> {
  return decodeList(value, 'keypoints', options, (entry) => {
    const x = entry.number('x');
    const y = entry.number('y');
    if (x === undefined || y === undefined) return noteBadNumber(entry, '`x` and `y`');
    const { id, label } = entry;
    return { id, label, kind: 'keypoint', x: entry.clamp(x, 'width'), y: entry.clamp(y, 'height') };
  });
}
