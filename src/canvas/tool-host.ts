import type { ShapeAnnotation } from '../document/annotation.js';
import { clamp, clampPoint, unite } from '../geometry/box.js';
import type { Bounds, Point, Size } from '../geometry/types.js';
import type { Label } from '../labels/label.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { ShapeIndex } from './shape-index.js';
import type { ShapeKind } from './shape-kind.js';
import { Snapping } from './snapping.js';
import type { Marquee, ToolContext, ToolHint, ToolInput } from './tool.js';

/** How near counts as "on" something, in CSS pixels. */
const REACH = { mouse: 6, pen: 8, touch: 16, keyboard: 6 } as const;

/** Hands the session to its tools: everything they may ask for, in image pixels. */
export class ToolHost<A extends ShapeAnnotation> implements ToolContext<A> {
  marquee: Marquee | undefined;
  private readonly snapping: Snapping<A>;

  constructor(
    private readonly session: AnnotatorSession<A>,
    private readonly index: ShapeIndex<A>,
    /** Called when something without a place in the document has to be painted anew. */
    private readonly repaint: () => void,
  ) {
    this.snapping = new Snapping(session, index);
  }

  get store() {
    return this.session.store;
  }

  get selection() {
    return this.session.selection;
  }

  get vertices() {
    return this.session.vertices;
  }

  get parts() {
    return this.session.parts;
  }

  get activeLabel(): Label | undefined {
    return this.session.activeLabel;
  }

  get imageSize(): Size {
    return this.session.viewport.imageSize;
  }

  tolerance(input: ToolInput): number {
    return REACH[input.pointer] / this.session.viewport.scale;
  }

  kindOf(shape: A): ShapeKind<A> {
    return this.session.kindOf(shape);
  }

  hit(input: ToolInput): readonly A[] {
    return this.index.at(input.point, this.tolerance(input) / 2);
  }

  hitOutline(input: ToolInput): readonly A[] {
    return this.index.at(input.point, this.tolerance(input) / 2, 'outline');
  }

  near(bounds: Bounds): readonly A[] {
    return this.index.search(bounds);
  }

  keepsBoundaries(input: ToolInput): boolean {
    return this.session.settings.sharedBoundaries && !input.modifiers.mod;
  }

  handleAt(input: ToolInput) {
    const { primary, size } = this.session.selection;
    const annotation = primary !== undefined && size === 1 ? this.session.store.seen(primary) : undefined;
    if (!annotation || annotation.locked || annotation.hidden || this.session.readOnly) return undefined;
    const reach = this.tolerance(input);
    const kind = this.kindOf(annotation);
    if (kind.handleAt) {
      const handle = kind.handleAt(annotation, input.point, reach);
      return handle && { annotation, handle };
    }
    let nearest: { distance: number; handle: ReturnType<ShapeKind<A>['handles']>[number] } | undefined;
    for (const handle of kind.handles(annotation)) {
      const distance = Math.hypot(handle.point.x - input.point.x, handle.point.y - input.point.y);
      if (distance <= reach && (!nearest || distance < nearest.distance)) nearest = { distance, handle };
    }
    return nearest && { annotation, handle: nearest.handle };
  }

  snap(input: ToolInput, except: readonly string[] = []): Point {
    const point = clampPoint(input.point, this.imageSize);
    return this.snaps(input) ? this.snapping.point(point, new Set(except)) : point;
  }

  snapMove(shapes: readonly A[], shift: Point, input: ToolInput): Point {
    if (!shapes.length) return shift;
    const kept = this.keepInside(shapes, shift);
    return this.snaps(input) ? this.keepInside(shapes, this.snapping.shift(shapes, kept)) : kept;
  }

  within(bounds: Bounds): readonly A[] {
    return this.index.search(bounds).filter((shape) => {
      const own = this.kindOf(shape).bounds(shape);
      return (
        !shape.locked &&
        own.left >= bounds.left &&
        own.top >= bounds.top &&
        own.right <= bounds.right &&
        own.bottom <= bounds.bottom
      );
    });
  }

  showMarquee(area: Marquee | undefined): void {
    this.marquee = area;
    this.repaint();
  }

  hint(code: ToolHint): void {
    this.session.hint(code);
  }

  /** Control or Command turns snapping round while it is held. */
  private snaps(input: ToolInput): boolean {
    return this.session.settings.snap !== input.modifiers.mod;
  }

  /** Several shapes keep their places to each other at the picture's border. */
  private keepInside(shapes: readonly A[], shift: Point): Point {
    const { left, top, right, bottom } = shapes.map((shape) => this.kindOf(shape).bounds(shape)).reduce(unite);
    return {
      x: clamp(shift.x, -left, this.imageSize.width - right),
      y: clamp(shift.y, -top, this.imageSize.height - bottom),
    };
  }
}
