import type { ShapeAnnotation } from '../document/annotation.js';
import type { Bounds, Point, Size } from '../geometry/types.js';

/** A grip of a selected shape. `id` means something to its kind only. */
export interface Handle {
  readonly id: string;
  readonly point: Point;
  readonly cursor: string;
}

/** How a shape is painted: CSS colours, made once per label, and a width in canvas pixels. */
export interface ShapeStyle {
  readonly stroke: string;
  /** Colour with its alpha in it; empty for no fill. */
  readonly fill: string;
  readonly lineWidth: number;
}

/** Options while a handle moves. */
export interface ReshapeOptions {
  /** Keep the proportions (Shift). */
  readonly proportional: boolean;
  /** Move the opposite side too (Alt). */
  readonly centered: boolean;
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
  handles(shape: A): readonly Handle[];
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
  paint(g: CanvasRenderingContext2D, shape: A, to: PaintTransform, style: ShapeStyle): void;
}
