import { clampPoint } from '../../geometry/box.js';
import type { Point } from '../../geometry/types.js';
import { imageTerms } from '../../locales/terms/image.js';
import { modifiersOf } from '../input-dispatcher.js';
import type { Modifiers, ToolContext, ToolInput } from '../tool.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { MaskSession } from './mask-session.js';
import type { MaskTool } from './mask-tool.js';

/** One arrow press moves the cursor this many CSS pixels (Shift: five times as far, Control or Command: one image pixel). */
const CURSOR_STEP = 8;

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Painting by keys, with the very same tools as the pointer.
 *
 * Arrows move a visible cursor. Enter presses; for tools that drag it stays pressed until the next Enter, so that arrows
 * draw a stroke. For the others a second Enter in the same place ends the gesture, as a double click does.
 */
export class MaskCursor {
  /** Image pixels; undefined while the worker uses a pointer. */
  position: Point | undefined;
  private isPressed = false;
  private pressedAt: Point | undefined;

  constructor(
    private readonly session: MaskSession,
    private readonly context: ToolContext<InstanceAnnotation>,
    private readonly moved: () => void,
  ) {}

  /** Handles a key pressed while the stage has focus. Returns true when it was for the canvas. */
  handleKey(event: KeyboardEvent): boolean {
    if (this.session.picture.type !== 'ready' || event.isComposing) return false;
    const arrow = arrows[event.code];
    const modifiers = modifiersOf(event);
    if (arrow) this.move(arrow, modifiers);
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') this.press(modifiers);
    else return false;
    return true;
  }

  /** Ends cursor mode, when a pointer takes over. */
  hide(): void {
    if (!this.position) return;
    this.release({ shift: false, alt: false, mod: false });
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
    if (!this.session.readOnly) this.session.tool.move(this.context, this.input({ ...modifiers, shift: false }));
    this.session.say(imageTerms.cursorAt(Math.round(to.x), Math.round(to.y)));
    this.moved();
  }

  private press(modifiers: Modifiers): void {
    const { tool, readOnly } = this.session;
    if (!this.position) {
      if (tool.isBusy && !readOnly) tool.finish(this.context);
      else this.position = this.start();
    } else if (!readOnly) {
      const again = this.pressedAt === this.position;
      this.pressedAt = this.position;
      if (this.isPressed) this.release(modifiers);
      else if (again && (tool as MaskTool).canFinish) tool.finish(this.context);
      else {
        tool.press(this.context, this.input(modifiers));
        this.isPressed = (tool as MaskTool).drags === true && tool.isBusy;
        if (!this.isPressed) tool.release(this.context, this.input(modifiers));
      }
    }
    this.moved();
  }

  private release(modifiers: Modifiers): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    this.session.tool.release(this.context, this.input(modifiers));
  }

  private start(): Point {
    const { viewport } = this.session;
    const { width, height } = viewport.stageSize;
    const middle = clampPoint(viewport.toImage({ x: width / 2, y: height / 2 }), viewport.imageSize);
    return { x: Math.floor(middle.x), y: Math.floor(middle.y) };
  }

  /** Pixels have an inside: the cursor stands on the middle of one. */
  private input(modifiers: Modifiers): ToolInput {
    const at = this.position ?? this.start();
    return { point: { x: at.x + 0.5, y: at.y + 0.5 }, modifiers, pointer: 'keyboard', clicks: 1 };
  }
}
