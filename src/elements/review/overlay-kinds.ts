import { boxKind } from '../../canvas/kinds/box-kind.js';
import { keypointKind } from '../../canvas/kinds/keypoint-kind.js';
import { createPathKind } from '../../canvas/kinds/path-kind.js';
import type { ShapeKind } from '../../canvas/shape-kind.js';

/** Every kind of shape that an overlay can show, painted as the annotators paint it. */
export const overlayKinds = [
  boxKind,
  keypointKind,
  createPathKind('polygon'),
  createPathKind('polyline'),
  createPathKind('line'),
] as unknown as readonly ShapeKind[];
