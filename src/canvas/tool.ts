import type { Bounds, Point, Size } from '../geometry/types.js';
import type { AnnotationStore } from '../document/annotation-store.js';
import type { ShapeAnnotation } from '../document/annotation.js';
import type { Selection } from '../document/selection.js';
import type { VertexSelection } from '../document/vertex-selection.js';
import type { Label } from '../labels/label.js';
import type { Handle, PathPart, ShapeKind } from './shape-kind.js';

/** Modifier keys held during an input; `mod` is Command on Apple systems and Control elsewhere. */
export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
}

/** One input as tools see it: already translated to image pixels, the same for mouse, pen, finger and keyboard cursor. */
export interface ToolInput {
  /** Image pixels; may lie outside the picture. */
  readonly point: Point;
  readonly modifiers: Modifiers;
  readonly pointer: 'mouse' | 'pen' | 'touch' | 'keyboard';
  /** 2 for the second press of a double click. */
  readonly clicks: number;
  /** Points passed since the last `move`, oldest first, for brushes and freehand; the last one equals `point`. */
  readonly trail?: readonly Point[];
}

/** The area of a selection that is being made. */
export type Marquee = Bounds | readonly Point[];

/** What a tool can ask for and change. Tools never draw and never listen to the DOM. */
export interface ToolContext<A extends ShapeAnnotation = ShapeAnnotation> {
  readonly store: AnnotationStore<A>;
  readonly selection: Selection;
  /** Selected vertices of the one selected path. */
  readonly vertices: VertexSelection;
  /** How parts of shapes are edited; undefined where shapes have none. */
  readonly parts: PartEditing<A> | undefined;
  /** The label that new shapes get; undefined when the worker has to choose one first. */
  readonly activeLabel: Label | undefined;
  readonly imageSize: Size;
  /** Distance in image pixels that still counts as "on" something; larger for fingers. */
  tolerance(input: ToolInput): number;
  /** Editable shapes under the point, the smallest first. */
  hit(input: ToolInput): readonly A[];
  /** The same, but only where the outline is under the point: inside a shape another one may begin. */
  hitOutline(input: ToolInput): readonly A[];
  /** Handle of the selected shape under the point. */
  handleAt(input: ToolInput): { readonly annotation: A; readonly handle: Handle } | undefined;
  /** The point drawn to image borders and other shapes when snapping is on; always inside the picture, not rounded. */
  snap(input: ToolInput, except?: readonly string[]): Point;
  /** A shift of shapes as a whole, corrected so that they meet snap lines and none leaves the picture. */
  snapMove(shapes: readonly A[], shift: Point, input: ToolInput): Point;
  /** Calm one-sentence hint to the worker, such as "Choose a label first." */
  hint(code: ToolHint): void;
  kindOf(shape: A): ShapeKind<A>;
  /** Shows the area of a selection that is being made, a rectangle or a loop; clears it with undefined. */
  showMarquee(area: Marquee | undefined): void;
  /** Shapes whose bounds lie wholly inside, for the selection rectangle. */
  within(bounds: Bounds): readonly A[];
  /** Shapes that touch these bounds, in painting order. */
  near(bounds: Bounds): readonly A[];
  /** Whether neighbours follow a vertex that they share; a key suspends it. */
  keepsBoundaries(input: ToolInput): boolean;
}

/** Work on one part of a shape, from press to release. */
export interface PartGesture<A extends ShapeAnnotation = ShapeAnnotation> {
  /** True once the part follows the pointer. */
  readonly isBusy: boolean;
  move(ctx: ToolContext<A>, input: ToolInput): void;
  /** 'click' when the press was meant for the shape as a whole. */
  release(ctx: ToolContext<A>): 'click' | 'done';
  cancel(): void;
}

/** How parts of shapes, such as vertices, are edited. Annotators whose shapes have no parts do not carry it. */
export interface PartEditing<A extends ShapeAnnotation = ShapeAnnotation> {
  grip(shape: A, part: PathPart, from: ToolInput): PartGesture<A>;
  /** Moves the selected parts by image pixels, as one step. Returns false when none are selected. */
  nudge(ctx: ToolContext<A>, dx: number, dy: number): boolean;
  /** Deletes the selected parts, with `shared` in neighbours too. Returns false when none are selected. */
  remove(ctx: ToolContext<A>, shared: boolean): boolean;
}

export type ToolHint =
  | 'choose-label'
  | 'too-small'
  | 'read-only'
  | 'locked'
  | 'crossing'
  | 'outside'
  | 'too-few-vertices'
  | 'least-vertices'
  | 'no-gap'
  | 'no-cut';

/**
 * One way to work on the canvas: a state machine that keeps its states in a union type.
 *
 * A tool is made once per session by its factory, receives inputs in image pixels and proposes steps. Panning, zooming
 * and choosing labels happen outside tools and work in every state.
 */
export interface Tool<A extends ShapeAnnotation = ShapeAnnotation> {
  /** Also the id of the toolbar button: templates look for `button#polygon`. */
  readonly id: string;
  /** CSS cursor over the picture where nothing else applies. */
  readonly cursor: string;
  /** Changes only how things are seen, so that it works in read-only tasks too. */
  readonly looks?: boolean;
  /** True while the worker is in the middle of a shape. */
  readonly isBusy: boolean;
  press(ctx: ToolContext<A>, input: ToolInput): void;
  move(ctx: ToolContext<A>, input: ToolInput): void;
  release(ctx: ToolContext<A>, input: ToolInput): void;
  /** Escape, a lost pointer, another tool, or an undo that took the whole gesture back. */
  cancel(ctx: ToolContext<A>): void;
  /** A second finger came or the pointer was lost: takes back what the press began, but not the whole shape. */
  abandonPress?(ctx: ToolContext<A>): void;
  /** Enter or a double click. */
  finish(ctx: ToolContext<A>): void;
}
