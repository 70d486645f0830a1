import type { ShapeAnnotation } from '../document/annotation.js';
import type { Point } from '../geometry/types.js';
import type { AnnotatorSession } from './annotator-session.js';
import { draggedWindow, type GreyWindow } from './grey-window.js';
import type { Modifiers, ToolInput } from './tool.js';
import type { ToolHost } from './tool-host.js';
import { showWindow } from './window-presets.js';

/** Two presses within this time and distance (CSS pixels) are a double click. */
const DOUBLE_CLICK = { ms: 350, distance: 6 };
/** Wheel units (CSS pixels) for a zoom by e. */
const WHEEL_ZOOM = 500;
/** A pinch on a touch pad reports small units with the Control key set. */
const PAD_PINCH_ZOOM = 100;
/** Near this distance from the stage's border (CSS pixels) a drag scrolls the picture. */
const SCROLL_BORDER = 24;
/** A pointer without a pressed button must rest there for this long first. */
const SCROLL_REST_MS = 350;
/** CSS pixels a frame while a drag scrolls. */
const SCROLL_STEP = 12;
/** In `PointerEvent.buttons`. */
const MIDDLE_BUTTON = 4;

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Modifier keys of a DOM event; `mod` is Command on Apple systems. */
export function modifiersOf(event: MouseEvent | KeyboardEvent): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, mod: isApple() ? event.metaKey : event.ctrlKey };
}

/**
 * Turns mouse, pen and fingers into inputs for the chosen tool, and moves the picture in every state of every tool.
 *
 * One finger draws, two move and zoom; once a pen was seen, single fingers only move the picture. Space, the middle
 * button and the hand of two fingers pan; the wheel zooms at the pointer; the right button drags window and level where
 * grey levels have a meaning. Events are never stopped: pages listen to them outside.
 */
export class InputDispatcher<A extends ShapeAnnotation> {
  /** Where the pointer is, in stage CSS pixels; undefined when it is elsewhere. */
  pointer: Point | undefined;
  private readonly listening = new AbortController();
  private readonly fingers = new Map<number, Point>();
  private drawing: number | undefined;
  /** With a window, the drag changes how the picture looks, beginning with that. */
  private panning: { readonly id: number; last: Point; readonly window?: GreyWindow | false } | undefined;
  private spaceHeld = false;
  private penSeen = false;
  private lastPress: { readonly at: Point; readonly time: number; readonly clicks: number } | undefined;
  private lastInput: PointerEvent | undefined;
  private scrollFrame = 0;

  constructor(
    private readonly stage: HTMLElement,
    private readonly session: AnnotatorSession<A>,
    private readonly host: ToolHost<A>,
    private readonly hooks: { readonly pointerMoved: () => void; readonly hovered: (input: ToolInput) => void },
  ) {
    const { signal } = this.listening;
    stage.addEventListener('pointerdown', (event) => this.handlePointerDown(event), { signal });
    stage.addEventListener('pointermove', (event) => this.handlePointerMove(event), { signal });
    stage.addEventListener('pointerup', (event) => this.handlePointerUp(event), { signal });
    stage.addEventListener('pointercancel', (event) => this.handlePointerLost(event), { signal });
    stage.addEventListener('pointerleave', () => this.handlePointerLeave(), { signal });
    stage.addEventListener('wheel', (event) => this.handleWheel(event), { signal, passive: false });
    // A quick stroke would count as a fling, and browsers swallow the next tap on a button to stop it.
    stage.addEventListener('touchmove', (event) => event.preventDefault(), { signal, passive: false });
    stage.addEventListener('contextmenu', (event) => session.dragsWindow && event.preventDefault(), { signal });
    stage.addEventListener('keydown', (event) => this.handleSpace(event, true), { signal });
    stage.addEventListener('keyup', (event) => this.handleSpace(event, false), { signal });
    stage.addEventListener('blur', () => this.setSpace(false), { signal });
  }

  destroy(): void {
    this.listening.abort();
    cancelAnimationFrame(this.scrollFrame);
  }

  /** True while the picture follows the pointer. */
  get isPanning(): boolean {
    return this.panning !== undefined || this.fingers.size > 1;
  }

  /** True when the next press would pan. */
  get isReadyToPan(): boolean {
    return this.spaceHeld;
  }

  /** Nothing may be edited, and the tool would. */
  private get isIdle(): boolean {
    return this.session.readOnly && !this.session.tool.looks;
  }

  /** Ends whatever the pointer is doing with the tool; the tool takes its gesture back. */
  cancel(): void {
    this.drawing = undefined;
    this.session.tool.cancel(this.host);
  }

  private handlePointerDown(event: PointerEvent): void {
    const at = this.place(event);
    if (event.pointerType === 'pen') this.penSeen = true;
    if (event.pointerType === 'touch') {
      this.fingers.set(event.pointerId, at);
      if (this.fingers.size > 1) {
        if (this.drawing !== undefined) this.abandon();
        this.panning = undefined;
        return;
      }
    }
    if (event.button === 2 && !this.session.dragsWindow) return;
    this.stage.setPointerCapture(event.pointerId);
    const fingerPans = event.pointerType === 'touch' && this.penSeen;
    if (event.button === 1 || event.button === 2 || this.spaceHeld || fingerPans) {
      // The middle button would start the browser's own scrolling.
      if (event.button === 1) event.preventDefault();
      this.panning = { id: event.pointerId, last: at, window: event.button === 2 && this.session.settings.window };
      this.hooks.pointerMoved();
      return;
    }
    if (this.session.picture.type !== 'ready' || this.drawing !== undefined) return;
    this.drawing = event.pointerId;
    this.pointer = at;
    const input = this.inputOf(event, this.countClicks(at, event.timeStamp));
    if (this.isIdle) return;
    this.session.hush();
    this.session.tool.press(this.host, input);
    this.hooks.pointerMoved();
  }

  private handlePointerMove(event: PointerEvent): void {
    const at = this.place(event);
    if (this.fingers.has(event.pointerId) && this.fingers.size > 1) {
      this.pinch(event.pointerId, at);
      return;
    }
    if (this.fingers.has(event.pointerId)) this.fingers.set(event.pointerId, at);
    if (this.panning?.id === event.pointerId) {
      const { last, window } = this.panning;
      const [dx, dy] = [at.x - last.x, at.y - last.y];
      if (window) this.session.changeSettings({ window: draggedWindow(window, dx, dy) });
      else {
        this.session.viewport.panBy(dx, dy);
        this.panning.last = at;
      }
      return;
    }
    this.forgetPress(at);
    if (this.drawing === event.pointerId && this.pointer && (this.spaceHeld || event.buttons & MIDDLE_BUTTON)) {
      // The gesture waits: the picture goes with the pointer, which so stays over the same place of it.
      this.session.viewport.panBy(at.x - this.pointer.x, at.y - this.pointer.y);
      this.pointer = at;
      return;
    }
    this.pointer = at;
    this.lastInput = event;
    const input = this.inputOf(event, 1);
    if (!this.isIdle) this.session.tool.move(this.host, input);
    if (this.drawing === undefined) this.hooks.hovered(input);
    this.scrollAtBorder();
    this.hooks.pointerMoved();
  }

  private handlePointerUp(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    if (this.panning?.id === event.pointerId) {
      if (this.panning.window) showWindow(this.session, this.session.settings.window);
      this.panning = undefined;
      this.hooks.pointerMoved();
      return;
    }
    if (this.drawing !== event.pointerId) return;
    this.drawing = undefined;
    const clicks = this.lastPress?.clicks ?? 1;
    const input = this.inputOf(event, clicks);
    if (this.isIdle) this.selectOnly(input);
    else this.session.tool.release(this.host, input);
    if (clicks === 2) this.session.tool.finish(this.host);
    if (event.pointerType !== 'mouse') this.pointer = undefined;
    this.hooks.pointerMoved();
  }

  private handlePointerLost(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    if (this.panning?.id === event.pointerId) this.panning = undefined;
    if (this.drawing === event.pointerId) this.abandon();
  }

  /** Takes back what this press began; vertices placed before stay. */
  private abandon(): void {
    this.drawing = undefined;
    const { tool } = this.session;
    if (tool.abandonPress) tool.abandonPress(this.host);
    else tool.cancel(this.host);
  }

  private handlePointerLeave(): void {
    if (this.drawing !== undefined) return;
    this.pointer = undefined;
    this.session.hover(undefined);
    this.hooks.pointerMoved();
  }

  private handleWheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode ? 400 : 1;
    const { viewport } = this.session;
    if (event.shiftKey && !event.ctrlKey) {
      viewport.panBy(-(event.deltaX || event.deltaY) * unit, 0);
      return;
    }
    // Chromium reports a pinch on a touch pad as a wheel with Control and fractions of a notch.
    const isPinch = event.ctrlKey && Math.abs(event.deltaY) < 50;
    viewport.zoomBy(Math.exp((-event.deltaY * unit) / (isPinch ? PAD_PINCH_ZOOM : WHEEL_ZOOM)), this.place(event));
  }

  private handleSpace(event: KeyboardEvent, held: boolean): void {
    if (event.code !== 'Space' || event.target !== this.stage) return;
    event.preventDefault();
    this.setSpace(held);
  }

  private setSpace(held: boolean): void {
    if (held === this.spaceHeld) return;
    this.spaceHeld = held;
    this.hooks.pointerMoved();
  }

  private pinch(id: number, at: Point): void {
    const before = this.fingers.get(id);
    const other = [...this.fingers].find(([key]) => key !== id)?.[1];
    this.fingers.set(id, at);
    if (!before || !other) return;
    const { viewport } = this.session;
    viewport.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    if (apart > 1) {
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
      viewport.zoomBy(Math.hypot(at.x - other.x, at.y - other.y) / apart, middle);
    }
  }

  /**
   * While a gesture rests at the border of the stage the picture scrolls and the tool keeps following.
   *
   * Between two clicks only after a while: the pointer may be on its way to the toolbar.
   */
  private scrollAtBorder(): void {
    if (this.scrollFrame || !this.session.tool.isBusy || !this.scrollDirection()) return;
    const since = performance.now();
    const step = (now: number) => {
      this.scrollFrame = 0;
      const direction = this.scrollDirection();
      if (!direction || !this.lastInput || !this.session.tool.isBusy) return;
      if (this.drawing !== undefined || now - since > SCROLL_REST_MS) {
        this.session.viewport.panBy(-direction.x * SCROLL_STEP, -direction.y * SCROLL_STEP);
        this.session.tool.move(this.host, this.inputOf(this.lastInput, 1));
      }
      this.scrollFrame = requestAnimationFrame(step);
    };
    this.scrollFrame = requestAnimationFrame(step);
  }

  private scrollDirection(): Point | undefined {
    const { pointer, session } = this;
    if (!pointer || this.spaceHeld || !session.viewport.isCropped) return undefined;
    const { width, height } = session.viewport.stageSize;
    const side = (at: number, length: number) => (at < SCROLL_BORDER ? -1 : at > length - SCROLL_BORDER ? 1 : 0);
    const direction = { x: side(pointer.x, width), y: side(pointer.y, height) };
    return direction.x || direction.y ? direction : undefined;
  }

  private selectOnly(input: ToolInput): void {
    const [shape] = this.host.hit(input);
    this.session.selection.set(shape ? [shape.id] : []);
  }

  private countClicks(at: Point, time: number): number {
    this.forgetPress(at);
    const last = this.lastPress;
    const again = last?.clicks === 1 && time - last.time < DOUBLE_CLICK.ms;
    this.lastPress = { at, time, clicks: again ? 2 : 1 };
    return this.lastPress.clicks;
  }

  /** A press is no click any more, nor the first of two, once the pointer has gone away from its place. */
  private forgetPress(at: Point): void {
    const last = this.lastPress?.at;
    if (last && Math.hypot(at.x - last.x, at.y - last.y) >= DOUBLE_CLICK.distance) this.lastPress = undefined;
  }

  private inputOf(event: PointerEvent, clicks: number): ToolInput {
    const { viewport } = this.session;
    const pointer = event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse';
    // Pages without https have no such method; their strokes are made of fewer points.
    const isStroke = event.type === 'pointermove' && this.drawing !== undefined;
    const passed = (isStroke && (event as Partial<PointerEvent>).getCoalescedEvents?.call(event)) || [];
    return {
      point: viewport.toImage(this.place(event)),
      modifiers: modifiersOf(event),
      pointer,
      clicks,
      trail: passed.length > 1 ? passed.map((each) => viewport.toImage(this.place(each))) : undefined,
    };
  }

  private place(event: MouseEvent): Point {
    const rect = this.stage.getBoundingClientRect();
    return { x: event.clientX - rect.left - this.stage.clientLeft, y: event.clientY - rect.top - this.stage.clientTop };
  }
}
