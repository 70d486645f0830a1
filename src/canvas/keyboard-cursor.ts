import type { ShapeAnnotation } from '../document/annotation.js';
import { clampPoint } from '../geometry/box.js';
import type { Point } from '../geometry/types.js';
import { imageTerms } from '../locales/terms/image.js';
import type { AnnotatorSession } from './annotator-session.js';
import { modifiersOf } from './input-dispatcher.js';
import type { Modifiers, ToolInput } from './tool.js';
import type { ToolHost } from './tool-host.js';

/** Steps of the cursor and of nudges, in CSS pixels for the cursor and image pixels for nudges. */
const STEP = { small: 1, large: 10 };
/** One arrow press moves the cursor this many CSS pixels (Shift: five times as far, Control or Command: one image pixel). */
const CURSOR_STEP = 8;

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Drawing and editing by keys, with the very same tools as the pointer.
 *
 * With something selected, arrows move it (with Alt they resize it). Otherwise they move a visible cursor; Enter
 * presses there, Escape takes the gesture back.
 */
export class KeyboardCursor<A extends ShapeAnnotation> {
  /** Image pixels; undefined while the worker uses a pointer. */
  position: Point | undefined;

  constructor(
    private readonly session: AnnotatorSession<A>,
    private readonly host: ToolHost<A>,
    private readonly moved: () => void,
  ) {}

  /** Handles a key pressed while the stage has focus. Returns true when it was for the canvas. */
  handleKey(event: KeyboardEvent): boolean {
    const { session } = this;
    if (session.picture.type !== 'ready' || event.isComposing) return false;
    const arrow = arrows[event.code];
    const modifiers = modifiersOf(event);
    if (arrow) {
      if (session.selection.size && !session.tool.isBusy) this.editByArrow(arrow, modifiers);
      else this.move(arrow, modifiers);
      return true;
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      this.press(modifiers);
      return true;
    }
    return false;
  }

  /** Ends cursor mode, when a pointer takes over. */
  hide(): void {
    if (!this.position) return;
    this.position = undefined;
    this.moved();
  }

  private move(arrow: Point, modifiers: Modifiers): void {
    const { viewport } = this.session;
    const from = this.position ?? this.start();
    const css = modifiers.mod ? 0 : CURSOR_STEP * (modifiers.shift ? 5 : 1);
    const step = css ? Math.max(1, Math.round(css / viewport.scale)) : 1;
    const to = clampPoint({ x: from.x + arrow.x * step, y: from.y + arrow.y * step }, viewport.imageSize);
    this.position = to;
    viewport.reveal({ left: to.x, top: to.y, right: to.x, bottom: to.y });
    // Shift means a long step here; tools must not take it for a square.
    this.session.tool.move(this.host, this.input({ ...modifiers, shift: false }));
    this.session.say(imageTerms.cursorAt(Math.round(to.x), Math.round(to.y)));
    this.moved();
  }

  private press(modifiers: Modifiers): void {
    if (!this.position && !this.session.readOnly && this.finishes()) return;
    if (!this.position) {
      this.position = this.start();
      this.moved();
      return;
    }
    if (this.session.readOnly) return;
    const input = this.input(modifiers);
    this.session.hush();
    this.session.tool.press(this.host, input);
    this.session.tool.release(this.host, input);
    if (this.session.tool.isBusy)
      this.session.say(imageTerms.pointSet(Math.round(input.point.x), Math.round(input.point.y)));
    this.moved();
  }

  /** Without the cursor Enter ends what is under way: a path drawn by the pointer, or a preview to be kept. */
  private finishes(): boolean {
    const { tool, store } = this.session;
    if (!store.openStep) return false;
    if (tool.isBusy) tool.finish(this.host);
    else store.openStep.commit();
    return true;
  }

  private editByArrow(arrow: Point, modifiers: Modifiers): void {
    const { session } = this;
    if (session.readOnly) return;
    const pixels = modifiers.shift ? STEP.large : STEP.small;
    if (session.parts?.nudge(this.host, arrow.x * pixels, arrow.y * pixels)) return;
    const ids = [...session.selection.ids];
    const [dx, dy] = [arrow.x * pixels, arrow.y * pixels];
    session.store.change(modifiers.alt ? 'reshape' : 'move', (tx) => {
      for (const id of ids) {
        const shape = tx.get(id);
        if (!shape || shape.locked) continue;
        const kind = session.kindOf(shape);
        const image = session.viewport.imageSize;
        const next = modifiers.alt ? kind.grow?.(shape, dx, dy, image) : kind.translate(shape, dx, dy, image);
        if (next) tx.update(id, kind.settle(next, image));
      }
    });
  }

  private start(): Point {
    const { viewport } = this.session;
    const { width, height } = viewport.stageSize;
    const middle = clampPoint(viewport.toImage({ x: width / 2, y: height / 2 }), viewport.imageSize);
    return { x: Math.round(middle.x), y: Math.round(middle.y) };
  }

  private input(modifiers: Modifiers): ToolInput {
    return { point: this.position ?? this.start(), modifiers, pointer: 'keyboard', clicks: 1 };
  }
}
