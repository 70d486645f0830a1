import type { Point } from '../geometry/types.js';

/**
 * What every annotation record holds. Records are plain, immutable and serialisable.
 *
 * `id` is unique within one document and never leaves it; answers carry no ids.
 */
export interface AnnotationBase {
  readonly id: string;
  /** Name of the label, exactly as the requester wrote it. */
  readonly label: string;
  readonly kind: string;
  /** Not painted and not selectable on the canvas; still part of the answer. */
  readonly hidden?: boolean;
  /** Visible but protected from edits. */
  readonly locked?: boolean;
}

/** A rectangle; edges lie in 0..image width and 0..image height. */
export interface BoxAnnotation extends AnnotationBase {
  readonly kind: 'box';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A labelled point. */
export interface KeypointAnnotation extends AnnotationBase {
  readonly kind: 'keypoint';
  /** Its place is known, though something hides it. */
  readonly occluded?: boolean;
  readonly x: number;
  readonly y: number;
}

/** A chain of vertices: closed for a polygon (the first is not repeated), open for polyline and line (two vertices). */
export interface PathAnnotation extends AnnotationBase {
  readonly kind: 'polygon' | 'polyline' | 'line';
  readonly vertices: readonly Point[];
}

/** A labelled run of text; offsets in UTF-16 units, end exclusive. */
export interface SpanAnnotation extends AnnotationBase {
  readonly kind: 'span';
  readonly startOffset: number;
  readonly endOffset: number;
}

/**
 * One object of a mask, or one label of a semantic mask; its pixels are those of the document's mask that hold `index`.
 */
export interface InstanceAnnotation extends AnnotationBase {
  readonly kind: 'instance';
  readonly index: number;
  readonly color: string;
}

/** Anything on a picture: a drawn shape, or an object of a mask. */
export type ShapeAnnotation = BoxAnnotation | KeypointAnnotation | PathAnnotation | InstanceAnnotation;

/** Any annotation record. */
export type Annotation = ShapeAnnotation | SpanAnnotation;

export function isPath(shape: ShapeAnnotation | undefined): shape is PathAnnotation {
  return shape !== undefined && 'vertices' in shape;
}
