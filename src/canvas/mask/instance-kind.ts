import type { InstanceAnnotation } from '../../document/annotation.js';
import { indexAt } from '../../mask/index-mask.js';
import type { ShapeKind } from '../shape-kind.js';
import type { MaskDocument } from './mask-document.js';

const NOWHERE = { left: 0, top: 0, right: 0, bottom: 0 };

/** What lists and commands must know about a region of the mask. It is painted by the mask painter and has no handles. */
export function createInstanceKind(pixels: MaskDocument): ShapeKind<InstanceAnnotation> {
  return {
    kind: 'instance',
    bounds: ({ index }) => pixels.extentOf(index)?.bounds ?? NOWHERE,
    area: ({ index }) => pixels.areaOf(index),
    hit: ({ index }, { x, y }) => pixels.mask !== undefined && indexAt(pixels.mask, x, y) === index,
    handles: () => [],
    reshape: (shape) => shape,
    translate: (shape) => shape,
    settle: (shape) => shape,
    isValid: () => true,
    snapTargets: () => ({ xs: [], ys: [] }),
    paint: () => {},
  };
}
