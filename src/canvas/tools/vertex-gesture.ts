import type { PathAnnotation } from '../../document/annotation.js';
import type { OpenStep } from '../../document/open-step.js';
import { settlePoint } from '../../geometry/path.js';
import type { Point } from '../../geometry/types.js';
import type { PathPart } from '../shape-kind.js';
import type { PartEditing, PartGesture, ToolContext, ToolInput } from '../tool.js';
import {
  deleteVertices,
  makesCrossing,
  movedPaths,
  nudgeVertices,
  refusedSketch,
  takeVertices,
  type VertexMove,
} from '../vertex-move.js';
import { isDrag } from './edit-gesture.js';

/** The vertices that follow the pointer. */
interface Bending {
  readonly move: VertexMove;
  readonly step: OpenStep<PathAnnotation>;
  /** The newest shapes that may be, shown while the pointer is where they may not go. */
  shown: readonly PathAnnotation[];
  isRefused: boolean;
}

/** Moves a vertex or an edge; the middle of an edge becomes a new vertex. A click selects a vertex. */
class VertexGesture implements PartGesture<PathAnnotation> {
  private bending?: Bending;

  constructor(
    private readonly shape: PathAnnotation,
    private readonly part: PathPart,
    private readonly from: ToolInput,
  ) {}

  get isBusy(): boolean {
    return this.bending !== undefined;
  }

  move(ctx: ToolContext<PathAnnotation>, input: ToolInput): void {
    if (!this.bending && !isDrag(ctx, this.from, input)) return;
    this.bending ??= this.begin(ctx);
    this.show(ctx, input, this.bending);
  }

  release(ctx: ToolContext<PathAnnotation>): 'click' | 'done' {
    const { bending, part } = this;
    if (!bending) return this.click(ctx);
    bending.step.commit();
    if (bending.isRefused) ctx.hint('crossing');
    if (part.type === 'middle') ctx.vertices.set(bending.move.own.shape.id, bending.move.own.indices);
    return 'done';
  }

  cancel(): void {
    this.bending?.step.cancel();
  }

  /** The middle of the edge that begins at the part's vertex. */
  private get middle(): Point | undefined {
    const { vertices } = this.shape;
    const [first, next] = [vertices[this.part.index], vertices[(this.part.index + 1) % vertices.length]];
    return first && next && { x: (first.x + next.x) / 2, y: (first.y + next.y) / 2 };
  }

  private begin(ctx: ToolContext<PathAnnotation>): Bending {
    const { from, part, shape } = this;
    const isNew = part.type === 'middle';
    const grabbed = (isNew && this.middle) || from.point;
    const move = takeVertices(ctx, shape, part, { grabbed, shared: ctx.keepsBoundaries(from) });
    return { move, step: ctx.store.begin(isNew ? 'addVertex' : 'moveVertex'), shown: [], isRefused: false };
  }

  private show(ctx: ToolContext<PathAnnotation>, input: ToolInput, bending: Bending): void {
    const { move, step } = bending;
    const ids = [move.own, ...move.followers].map(({ shape }) => shape.id);
    // An edge is moved as it lies; only points have a place to snap to.
    const to = this.part.type === 'edge' ? input.point : ctx.snap(input, ids);
    const moved = movedPaths(move, to.x - move.grabbed.x, to.y - move.grabbed.y, ctx.imageSize);
    bending.isRefused = makesCrossing(move, moved);
    if (!bending.isRefused) bending.shown = moved;
    step.preview(
      (tx) => bending.shown.forEach((path) => tx.update(path.id, path)),
      bending.isRefused ? refusedSketch(move, moved) : undefined,
    );
  }

  /** A click on a vertex selects it, one on the middle of an edge adds a vertex there. */
  private click(ctx: ToolContext<PathAnnotation>): 'click' | 'done' {
    const { from, part, shape, middle } = this;
    if (part.type === 'edge') return 'click';
    if (part.type === 'vertex') {
      if (from.modifiers.shift) ctx.vertices.toggle(shape.id, part.index);
      else ctx.vertices.set(shape.id, [part.index]);
      return 'done';
    }
    if (!middle) return 'done';
    const { own } = takeVertices(ctx, shape, part, { grabbed: settlePoint(middle, ctx.imageSize), shared: false });
    ctx.store.change('addVertex', (tx) => tx.update(shape.id, own.shape));
    ctx.vertices.set(shape.id, own.indices);
    return 'done';
  }
}

/** Vertices and edges of paths. */
export const vertexEditing: PartEditing<PathAnnotation> = {
  grip: (shape, part, from) => new VertexGesture(shape, part, from),
  nudge: nudgeVertices,
  remove: deleteVertices,
};
