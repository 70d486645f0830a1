import type { ShapeAnnotation } from '../document/annotation.js';
import { panelTerms as t } from '../locales/terms/panels.js';
import type { PictureSession } from './session-context.js';

/** Position and size of any shape in words, from its bounds. */
export function describeByBounds(session: PictureSession, shape: ShapeAnnotation): string {
  const { left, top, right, bottom } = session.kindOf(shape).bounds(shape);
  if (right === left && bottom === top) return t.pointAt(left, top);
  return t.objectAt(left, top, right - left, bottom - top);
}
