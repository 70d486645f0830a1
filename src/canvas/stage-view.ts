import type { StoreEvent } from '../document/annotation-store.js';
import type { ShapeAnnotation } from '../document/annotation.js';
import { imageTerms } from '../locales/terms/image.js';
import { ActiveLayer } from './active-layer.js';
import type { AnnotatorSession, SessionAspect } from './annotator-session.js';
import { followResize } from './follow-resize.js';
import { InputDispatcher } from './input-dispatcher.js';
import { KeyboardCursor } from './keyboard-cursor.js';
import { Minimap } from './minimap.js';
import { OVERSCAN, SettledLayer } from './settled-layer.js';
import { pictureFilter } from './settings.js';
import { ShapeIndex } from './shape-index.js';
import { StyleBook } from './style-book.js';
import type { ToolInput } from './tool.js';
import { ToolHost } from './tool-host.js';

/** From this many CSS pixels a natural pixel on, the picture shows its pixels as squares. */
const PIXELATED_FROM = 3;
/** More device pixels a CSS pixel than this cost much and show little. */
const MOST_RATIO = 2;

function whenIdle(work: () => void): void {
  const wait = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
  wait(work);
}

/**
 * The canvas of one annotator: picture, shapes, crosshair, cursor and minimap inside one element of the page.
 *
 * The picture is an image element moved by a CSS transform beneath the canvases; everything that changes is marked and
 * painted once a frame.
 */
export class StageView<A extends ShapeAnnotation> {
  readonly minimap: Minimap;
  private readonly index: ShapeIndex<A>;
  private readonly settled: SettledLayer<A>;
  private readonly active: ActiveLayer<A>;
  private readonly host: ToolHost<A>;
  private readonly input: InputDispatcher<A>;
  private readonly cursor: KeyboardCursor<A>;
  private readonly stops: (() => void)[] = [];
  private readonly picture = document.createElement('div');
  private readonly upper = document.createElement('canvas');
  private readonly crossX = document.createElement('div');
  private readonly crossY = document.createElement('div');
  private readonly cursorMark = document.createElement('div');
  private image?: HTMLImageElement;
  private pending = { camera: true, active: true, pointer: true };
  private frameRequest = 0;

  /** @param stage - Empty, positioned and focusable; gets all nodes of the canvas. */
  constructor(
    private readonly stage: HTMLElement,
    private readonly session: AnnotatorSession<A>,
  ) {
    const settledHost = document.createElement('div');
    settledHost.className = 'shapes';
    settledHost.style.inset = `${-OVERSCAN}px`;
    const activeHost = document.createElement('div');
    activeHost.className = 'shapes';
    activeHost.style.inset = '0';
    this.picture.className = 'picture';
    this.upper.className = 'upper-canvas';
    this.upper.width = this.upper.height = 1;
    this.crossX.className = 'crosshair crosshair-x';
    this.crossY.className = 'crosshair crosshair-y';
    this.cursorMark.className = 'keyboard-cursor';
    const layers = [this.picture, settledHost, activeHost, this.crossX, this.crossY, this.cursorMark, this.upper];
    // What they show is told by names, lists and the announcer.
    for (const layer of layers) layer.setAttribute('aria-hidden', 'true');
    stage.append(...layers);
    this.index = new ShapeIndex(session);
    const styles = new StyleBook(session);
    this.settled = new SettledLayer(settledHost, session, this.index, styles);
    this.host = new ToolHost(session, this.index, () => this.request('active'));
    this.active = new ActiveLayer(activeHost, session, styles, () => this.host.marquee);
    this.minimap = new Minimap(session.viewport);
    this.cursor = new KeyboardCursor(session, this.host, () => this.request('pointer'));
    this.input = new InputDispatcher(stage, session, this.host, {
      pointerMoved: () => {
        this.cursor.hide();
        this.request('pointer');
      },
      hovered: (input) => this.showHovered(input),
    });
    this.stops.push(
      followResize(stage, () => this.measure()),
      session.store.changed.subscribe((event) => this.followStore(event)),
      session.selection.changed.subscribe(() => this.request('active')),
      session.vertices.changed.subscribe(() => this.request('active')),
      session.viewport.changed.subscribe(() => this.request('camera')),
      session.changed.subscribe((aspect) => this.followSession(aspect)),
    );
    stage.addEventListener('keydown', this.handleKeyDown);
    this.measure();
    this.showSettings();
  }

  /** Shows a loaded picture, or none. */
  setImage(image: HTMLImageElement | undefined): void {
    this.image?.remove();
    this.image = image;
    if (image) {
      const { width, height } = this.session.viewport.imageSize;
      image.style.width = `${width}px`;
      image.style.height = `${height}px`;
      this.picture.append(image);
      whenIdle(() => this.settled.warmUp());
    }
    this.upper.style.width = `${this.session.viewport.imageSize.width}px`;
    this.upper.style.height = `${this.session.viewport.imageSize.height}px`;
    this.minimap.setPicture(image);
    this.showSettings();
    this.settled.invalidate();
    this.request('camera');
  }

  /** Takes the tool's gesture back, as Escape does. Returns false when there was none. */
  cancelGesture(): boolean {
    const wasBusy = this.session.tool.isBusy || this.session.store.openStep !== undefined;
    this.input.cancel();
    this.session.store.openStep?.cancel();
    return wasBusy;
  }

  /** Enter for tools that end on a key. */
  finishGesture(): void {
    this.session.tool.finish(this.host);
  }

  /** Takes back the newest vertex of a path that is being drawn, or deletes the selected vertices. */
  deletePart(): boolean {
    const { store, tool, settings, parts } = this.session;
    if (store.openStep) {
      if (tool.isBusy && store.openStep.parts) store.undo();
      return true;
    }
    return parts?.remove(this.host, settings.sharedBoundaries) ?? false;
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    this.input.destroy();
    this.stage.removeEventListener('keydown', this.handleKeyDown);
    for (const stop of this.stops) stop();
    this.settled.destroy();
    this.active.destroy();
    this.stage.replaceChildren();
  }

  private handleKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== this.stage || event.defaultPrevented) return;
    if (this.cursor.handleKey(event)) event.preventDefault();
  };

  private followStore(event: StoreEvent<A>): void {
    if (event.type === 'load') this.settled.invalidate();
    if ('changes' in event) {
      const isLarge = event.changes.length > 200;
      if (isLarge || event.changes.some((change) => change.type === 'reorder')) this.settled.invalidate();
      else {
        for (const change of event.changes) {
          if (change.type === 'insert' || change.type === 'remove') this.invalidateShape(change.annotation);
          else if (change.type === 'replace') {
            this.invalidateShape(change.before);
            this.invalidateShape(change.after);
          }
        }
      }
    }
    // The first pointer move would otherwise wait for the index of all shapes.
    if (event.type === 'load') whenIdle(() => this.index.warmUp());
    this.request('active');
  }

  private invalidateShape(shape: A): void {
    this.settled.invalidateBounds(this.session.kindOf(shape).bounds(shape));
  }

  private followSession(aspect: SessionAspect): void {
    switch (aspect) {
      case 'labels':
        this.settled.invalidate();
        this.request('active');
        break;
      case 'settings':
        this.showSettings();
        this.settled.invalidate();
        this.request('active');
        this.request('pointer');
        break;
      case 'hover':
      case 'decorations':
      case 'mode':
      case 'tool':
        this.request('active');
        this.request('pointer');
        break;
      case 'label':
      case 'picture':
      case 'message':
        break;
    }
  }

  private showSettings(): void {
    this.picture.style.filter = pictureFilter(this.session.settings);
  }

  private showHovered(input: ToolInput): void {
    if (this.session.picture.type !== 'ready') return;
    const [shape] = this.host.handleAt(input) ? [] : this.host.hit(input);
    this.session.hover(shape?.id);
    const cursor = this.host.handleAt(input)?.handle.cursor;
    const moves = shape !== undefined && this.session.selection.has(shape.id) && !this.session.readOnly;
    this.stage.style.cursor = cursor ?? (moves && !input.modifiers.alt ? 'move' : '');
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!width || !height) return;
    const ratio = Math.min(MOST_RATIO, globalThis.devicePixelRatio || 1);
    this.settled.resize({ width, height }, ratio);
    this.active.resize({ width, height }, ratio);
    this.session.viewport.setStageSize({ width, height });
    this.request('camera');
  }

  private request(what: 'camera' | 'active' | 'pointer'): void {
    this.pending[what] = true;
    this.frameRequest ||= requestAnimationFrame(this.frame);
  }

  private frame = (now: number): void => {
    this.frameRequest = 0;
    const { camera, active, pointer } = this.pending;
    this.pending = { camera: false, active: false, pointer: false };
    if (camera) this.moveCamera();
    if (camera || active) {
      this.settled.setActive(this.active.ids);
      this.active.draw();
    }
    if (pointer || camera) this.showPointer();
    if (this.settled.frame(now, camera)) this.frameRequest ||= requestAnimationFrame(this.frame);
  };

  private moveCamera(): void {
    const { scale, x, y } = this.session.viewport;
    const transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.picture.style.transform = transform;
    this.upper.style.transform = transform;
    this.picture.classList.toggle('is-pixelated', scale >= PIXELATED_FROM);
    this.minimap.update();
  }

  private showPointer(): void {
    const { pointer, isPanning, isReadyToPan } = this.input;
    // A shape may end beneath the minimap: it steps aside while one is drawn.
    this.minimap.element.classList.toggle('is-aside', this.session.tool.isBusy);
    const { settings, viewport, readOnly, tool } = this.session;
    const isReady = this.session.picture.type === 'ready';
    // A box that is moved has edges enough to look at.
    const isMoving = this.session.store.openStep?.name === 'move';
    const hasCrosshair = pointer !== undefined && settings.crosshair && isReady && !readOnly && tool.id !== 'select';
    this.crossX.hidden = this.crossY.hidden = !hasCrosshair || isMoving || isPanning || isReadyToPan;
    if (pointer) {
      this.crossX.style.transform = `translateX(${Math.round(pointer.x)}px)`;
      this.crossY.style.transform = `translateY(${Math.round(pointer.y)}px)`;
    }
    const mark = this.cursor.position && viewport.toStage(this.cursor.position);
    this.cursorMark.hidden = mark === undefined;
    if (mark) this.cursorMark.style.transform = `translate(${mark.x}px, ${mark.y}px)`;
    this.stage.dataset['cursor'] = isPanning ? 'grabbing' : isReadyToPan ? 'grab' : readOnly ? 'default' : tool.cursor;
  }

  /** Called when the element's language changed: texts set by script follow. */
  relabel(): void {
    this.stage.setAttribute('aria-label', imageTerms.stage());
    this.minimap.update();
  }
}
