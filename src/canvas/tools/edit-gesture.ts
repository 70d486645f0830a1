import type { ShapeAnnotation } from '../../document/annotation.js';
import type { OpenStep } from '../../document/open-step.js';
import type { Point } from '../../geometry/types.js';
import type { PartGesture, ToolContext, ToolInput } from '../tool.js';

/** A press that moves less than this, in CSS pixels at the pointer, is a click. */
export const CLICK_SLOP = 4;

type EditState<A extends ShapeAnnotation> =
  | { readonly type: 'idle' }
  | { readonly type: 'pressed'; readonly from: ToolInput; readonly ids: readonly string[] }
  | { readonly type: 'moving'; readonly from: Point; readonly originals: readonly A[]; readonly step: OpenStep<A> }
  | { readonly type: 'reshaping'; readonly original: A; readonly handle: string; readonly step: OpenStep<A> }
  | { readonly type: 'part'; readonly gesture: PartGesture<A> };

/**
 * Moving and reshaping of shapes that exist: the part that all tools have in common.
 *
 * A press on a grip reshapes, a press on a selected shape moves the selection; a press that does not move is left to
 * the tool as a click.
 */
export class EditGesture<A extends ShapeAnnotation> {
  private state: EditState<A> = { type: 'idle' };

  get isBusy(): boolean {
    const { state } = this;
    return state.type === 'moving' || state.type === 'reshaping' || (state.type === 'part' && state.gesture.isBusy);
  }

  /** Takes a press on a grip or on a shape that may be moved. Returns false when the press is not for it. */
  press(ctx: ToolContext<A>, input: ToolInput, movable: (shape: A) => boolean): boolean {
    const grip = ctx.handleAt(input);
    const gesture = grip?.handle.part && ctx.parts?.grip(grip.annotation, grip.handle.part, input);
    if (gesture) {
      this.state = { type: 'part', gesture };
      return true;
    }
    if (grip) {
      const step = ctx.store.begin('reshape');
      this.state = { type: 'reshaping', original: grip.annotation, handle: grip.handle.id, step };
      return true;
    }
    const target = ctx.hit(input).find(movable);
    if (!target) return false;
    const ids = ctx.selection.has(target.id) ? [...ctx.selection.ids] : [target.id];
    this.state = { type: 'pressed', from: input, ids };
    return true;
  }

  /** Follows the pointer. Returns true while the gesture owns it. */
  move(ctx: ToolContext<A>, input: ToolInput): boolean {
    const { state } = this;
    switch (state.type) {
      case 'idle':
        return false;
      case 'pressed':
        if (!isDrag(ctx, state.from, input)) return true;
        this.startMoving(ctx, state.from.point, state.ids);
        return this.move(ctx, input);
      case 'moving':
        this.showMoved(ctx, input, state);
        return true;
      case 'part':
        state.gesture.move(ctx, input);
        return true;
      case 'reshaping': {
        const kind = ctx.kindOf(state.original);
        const shape = kind.reshape(state.original, state.handle, ctx.snap(input, [state.original.id]), ctx.imageSize, {
          proportional: input.modifiers.shift,
          centered: input.modifiers.alt,
        });
        state.step.preview((tx) => tx.update(shape.id, kind.settle(shape, ctx.imageSize)));
        return true;
      }
    }
  }

  /** Ends the gesture. Returns 'click' when nothing moved, 'done' when it did, false when there was none. */
  release(ctx: ToolContext<A>): 'click' | 'done' | false {
    const { state } = this;
    this.state = { type: 'idle' };
    if (state.type === 'idle') return false;
    if (state.type === 'pressed') return 'click';
    if (state.type === 'part') return state.gesture.release(ctx);
    state.step.commit();
    return 'done';
  }

  cancel(): void {
    const { state } = this;
    this.state = { type: 'idle' };
    if ('step' in state) state.step.cancel();
    else if (state.type === 'part') state.gesture.cancel();
  }

  private startMoving(ctx: ToolContext<A>, from: Point, ids: readonly string[]): void {
    const originals = ids
      .map((id) => ctx.store.get(id))
      .filter((shape): shape is A => shape !== undefined && !shape.locked);
    ctx.selection.set(ids);
    this.state = { type: 'moving', from, originals, step: ctx.store.begin('move') };
  }

  private showMoved(
    ctx: ToolContext<A>,
    input: ToolInput,
    { from, originals, step }: Extract<EditState<A>, { type: 'moving' }>,
  ): void {
    let dx = input.point.x - from.x;
    let dy = input.point.y - from.y;
    if (input.modifiers.shift) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0;
      else dx = 0;
    }
    const shift = ctx.snapMove(originals, { x: dx, y: dy }, input);
    step.preview((tx) => {
      for (const original of originals) {
        const kind = ctx.kindOf(original);
        const moved = kind.translate(original, shift.x, shift.y, ctx.imageSize);
        tx.update(original.id, kind.settle(moved, ctx.imageSize));
      }
    });
  }
}

/** Whether the pointer has left the place where it was pressed. */
export function isDrag<A extends ShapeAnnotation>(ctx: ToolContext<A>, from: ToolInput, to: ToolInput): boolean {
  const slop = (ctx.tolerance(from) / 6) * CLICK_SLOP;
  return Math.hypot(to.point.x - from.point.x, to.point.y - from.point.y) > slop;
}

/**
 * Selects by a click: the smallest shape under the pointer, on the next click the next larger one, and around again.
 *
 * Shift adds to the selection or takes from it. Returns false when nothing is there.
 */
export function selectByClick<A extends ShapeAnnotation>(
  ctx: ToolContext<A>,
  input: ToolInput,
  hits: readonly A[] = ctx.hit(input),
): boolean {
  const [smallest] = hits;
  if (!smallest) return false;
  if (input.modifiers.shift) {
    ctx.selection.toggle(smallest.id);
    return true;
  }
  const current = hits.findIndex((shape) => shape.id === ctx.selection.primary);
  const next = ctx.selection.size === 1 && current >= 0 ? hits[(current + 1) % hits.length] : smallest;
  ctx.selection.set([(next ?? smallest).id]);
  return true;
}
