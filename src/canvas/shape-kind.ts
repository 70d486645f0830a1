import type { ShapeAnnotation } from '../document/annotation.js';
import type { PathSketch } from '../document/open-step.js';
import type { Bounds, Point, Size } from '../geometry/types.js';

/** A grip of a selected shape. `id` means something to its kind only. */
export interface Handle {
  readonly id: string;
  readonly point: Point;
  readonly cursor: string;
  /** What it is of a path: a vertex, the middle of an edge where a vertex can be added, or an edge as a whole. */
  readonly part?: PathPart;
}

/** A part of a path that can be dragged; `index` is that of the vertex, or of the first vertex of the edge. */
export interface PathPart {
  readonly type: 'vertex' | 'middle' | 'edge';
  readonly index: number;
}

/** What a point may snap to on one shape. */
export interface SnapPlace {
  readonly point: Point;
  readonly distance: number;
  /** Corners win over edges, and edges over their extensions. */
  readonly rank: 'vertex' | 'edge' | 'extension';
}

/** How a shape is painted: CSS colours, made once per label, and a width in canvas pixels. */
export interface ShapeStyle {
  readonly stroke: string;
  /** Colour with its alpha in it; empty for no fill. */
  readonly fill: string;
  readonly lineWidth: number;
  /** The same for shapes so small on the screen that a full line would cover them. */
  readonly thinWidth: number;
}

/** Options while a handle moves. */
export interface ReshapeOptions {
  /** Keep the proportions (Shift). */
  readonly proportional: boolean;
  /** Move the opposite side too (Alt). */
  readonly centered: boolean;
}

/** The look of what is not yet a shape. */
export interface SketchLook {
  /** Canvas pixels a CSS pixel. */
  readonly ratio: number;
  readonly color: string;
}

/** From image pixels to canvas pixels: `canvas = image * scale + offset`. */
export interface PaintTransform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * All that the canvas must know about one kind of shape: pure geometry plus one paint function.
 *
 * A new annotator describes its kind and its drawing tool; selecting, moving, listing, copying, hit testing,
 * announcing and painting follow from this.
 */
export interface ShapeKind<A extends ShapeAnnotation = ShapeAnnotation> {
  readonly kind: A['kind'];
  bounds(shape: A): Bounds;
  /** Area in square pixels; smaller shapes are selected first. */
  area(shape: A): number;
  /** Whether the point touches the shape, given a tolerance in image pixels. */
  hit(shape: A, point: Point, tolerance: number): boolean;
  /** Whether the point touches the outline; kinds without an inside leave it out. */
  hitOutline?(shape: A, point: Point, tolerance: number): boolean;
  handles(shape: A): readonly Handle[];
  /** The handle under a point, for kinds that may have thousands of them. */
  handleAt?(shape: A, point: Point, reach: number): Handle | undefined;
  /** Handles worth painting in a part of the picture, `spacing` image pixels apart, for such kinds. */
  handlesIn?(shape: A, view: Bounds, spacing: number): readonly Handle[];
  /** Painted this many CSS pixels beyond the bounds, as markers are; such shapes are never reduced to a dot. */
  readonly margin?: number;
  /** The shape with one handle moved to a point. May turn inside out; always stays inside the picture. */
  reshape(shape: A, handle: string, point: Point, image: Size, options: ReshapeOptions): A;
  /** The shape moved as a whole, as far as the picture allows. */
  translate(shape: A, dx: number, dy: number, image: Size): A;
  /** Grown by keys: right and bottom edges by `dx`, `dy` pixels. Undefined when the kind has no size. */
  grow?(shape: A, dx: number, dy: number, image: Size): A;
  /** Whole pixels, inside the picture: applied once, at commit. */
  settle(shape: A, image: Size): A;
  /** False when the shape is too small to mean anything. */
  isValid(shape: A): boolean;
  /** Points and lines that others may snap to. */
  snapTargets(shape: A): { readonly xs: readonly number[]; readonly ys: readonly number[] };
  /** The best place near a point on the outline, for kinds whose edges are not upright. */
  snapPlace?(shape: A, point: Point, reach: number): SnapPlace | undefined;
  paint(g: CanvasRenderingContext2D, shape: A, to: PaintTransform, style: ShapeStyle): void;
  /** Paints a path that is being drawn, for kinds that are drawn point by point. */
  paintSketch?(g: CanvasRenderingContext2D, path: PathSketch, to: PaintTransform, look: SketchLook): void;
  /** Paints the middle of an edge, for kinds with such handles. */
  paintMiddle?(g: CanvasRenderingContext2D, at: Point, to: PaintTransform, look: SketchLook): void;
}
