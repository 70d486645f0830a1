import type { InstanceAnnotation } from '../../document/annotation.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import { imageTerms } from '../../locales/terms/image.js';
import { followResize } from '../follow-resize.js';
import { InputDispatcher } from '../input-dispatcher.js';
import { Minimap } from '../minimap.js';
import { pictureFilter } from '../settings.js';
import type { ToolContext, ToolInput } from '../tool.js';
import type { ToolHost } from '../tool-host.js';
import { colorTable } from './color-table.js';
import { MaskCursor } from './mask-cursor.js';
import { MaskPainter } from './mask-painter.js';
import type { MaskSession } from './mask-session.js';
import type { MaskTool } from './mask-tool.js';
import { paintOverlay } from './overlay-painter.js';

/** From this many CSS pixels a natural pixel on, the picture shows its pixels as squares. */
const PIXELATED_FROM = 3;
/** More device pixels a CSS pixel than this cost much and show little. */
const MOST_RATIO = 2;

/**
 * The canvas of one mask task: picture, mask, sketches, brush outline, keyboard cursor and minimap.
 *
 * Needs no shape layers, and so no library for them. Everything that changes is marked and painted once a frame.
 */
export class MaskStage {
  readonly minimap: Minimap;
  private readonly painter: MaskPainter;
  private readonly overlay = document.createElement('canvas');
  private readonly picture = document.createElement('div');
  private readonly upper = document.createElement('canvas');
  private readonly cursorMark = document.createElement('div');
  private readonly input: InputDispatcher<InstanceAnnotation>;
  private readonly cursor: MaskCursor;
  private readonly context: ToolContext<InstanceAnnotation>;
  private readonly stops: (() => void)[] = [];
  private readonly listening = new AbortController();
  private image?: HTMLImageElement;
  private ratio = 1;
  private pending = { camera: true, mask: true, overlay: true };
  private frameRequest = 0;

  /** @param stage - Empty, positioned and focusable; gets all nodes of the canvas. */
  constructor(
    private readonly stage: HTMLElement,
    private readonly session: MaskSession,
  ) {
    this.painter = new MaskPainter({
      viewport: session.viewport,
      get mask() {
        return session.pixels.mask;
      },
      get outlines() {
        return session.options.value.outlines;
      },
      colors: (ratio) => colorTable(session, ratio),
      holds: (index) => session.pixels.mayHold(index),
    });
    this.picture.className = 'picture';
    this.overlay.className = 'mask-overlay';
    this.upper.className = 'upper-canvas';
    this.upper.width = this.upper.height = 1;
    this.cursorMark.className = 'keyboard-cursor';
    stage.append(this.picture, this.painter.canvas, this.overlay, this.cursorMark, this.upper);
    this.minimap = new Minimap(session.viewport);
    // Tools of a mask ask their session; of the context that shape tools use, the dispatcher needs no more than this.
    const host = { hit: () => [] } as unknown as ToolHost<InstanceAnnotation>;
    this.context = host;
    const { signal } = this.listening;
    stage.addEventListener('wheel', (event) => this.handleWheel(event), { signal, capture: true, passive: false });
    stage.addEventListener('keydown', (event) => this.handleKeyDown(event), { signal });
    this.cursor = new MaskCursor(session, this.context, () => this.request('overlay'));
    this.input = new InputDispatcher(stage, session, host, {
      pointerMoved: () => {
        this.cursor.hide();
        this.request('overlay');
      },
      hovered: (input) => this.showHovered(input),
    });
    this.stops.push(
      followResize(stage, () => this.measure()),
      session.store.changed.subscribe((event) => this.followStore(event)),
      session.pixels.changed.subscribe((bounds) => {
        if (bounds) this.painter.invalidateBounds(bounds);
        else {
          this.painter.invalidate();
          this.painter.invalidateLooks();
        }
        this.request('mask');
      }),
      session.options.changed.subscribe(() => this.lookAnew()),
      session.marks.changed.subscribe(() => this.request('overlay')),
      session.selection.changed.subscribe(() => this.lookAnew()),
      session.viewport.changed.subscribe(() => this.request('camera')),
      session.changed.subscribe((aspect) => {
        if (aspect === 'settings') this.showSettings();
        if (aspect === 'labels' || aspect === 'hover') this.lookAnew();
        this.request('overlay');
      }),
    );
    this.measure();
    this.showSettings();
  }

  /** Shows a loaded picture, or none. */
  setImage(image: HTMLImageElement | undefined): void {
    this.image?.remove();
    this.image = image;
    const { width, height } = this.session.viewport.imageSize;
    if (image) {
      image.style.width = `${width}px`;
      image.style.height = `${height}px`;
      this.picture.append(image);
    }
    this.upper.style.width = `${width}px`;
    this.upper.style.height = `${height}px`;
    this.minimap.setPicture(image);
    this.request('camera');
  }

  /** Takes the tool's gesture back, as Escape does. Returns false when there was none. */
  cancelGesture(): boolean {
    const wasBusy = this.session.tool.isBusy || this.session.store.openStep !== undefined;
    this.input.cancel();
    return wasBusy;
  }

  /** Enter for tools that end on a key. */
  finishGesture(): void {
    this.session.tool.finish(this.context);
  }

  /** Called when the element's language changed: texts set by script follow. */
  relabel(): void {
    this.stage.setAttribute('aria-label', imageTerms.stage());
    this.minimap.update();
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    this.input.destroy();
    this.listening.abort();
    for (const stop of this.stops) stop();
    this.stage.replaceChildren();
  }

  private handleKeyDown(event: KeyboardEvent): void {
    if (event.target !== this.stage || event.defaultPrevented) return;
    if (this.cursor.handleKey(event)) event.preventDefault();
  }

  /** With Shift the wheel sizes the brush; the dispatcher would pan sideways. */
  private handleWheel(event: WheelEvent): void {
    if (!event.shiftKey || event.ctrlKey || !usesBrush(this.session.tool)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const turn = event.deltaY || event.deltaX;
    if (turn) this.session.options.stepBrush(turn < 0 ? 1 : -1);
  }

  private followStore(event: StoreEvent<InstanceAnnotation>): void {
    const isLook =
      event.type === 'load' || ('changes' in event && event.changes.some((change) => change.type !== 'buffer'));
    if (isLook) this.lookAnew();
    this.request('overlay');
  }

  private lookAnew(): void {
    this.painter.invalidateLooks();
    this.request('mask');
    this.request('overlay');
  }

  private showSettings(): void {
    this.picture.style.filter = pictureFilter(this.session.settings);
  }

  private showHovered(input: ToolInput): void {
    const { picks } = this.session.tool as MaskTool;
    this.session.hover(picks ? this.session.recordAt(input.point)?.id : undefined);
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!width || !height) return;
    this.ratio = Math.min(MOST_RATIO, globalThis.devicePixelRatio || 1);
    this.painter.resize(width, height, this.ratio);
    this.overlay.width = Math.round(width * this.ratio);
    this.overlay.height = Math.round(height * this.ratio);
    this.overlay.style.width = `${width}px`;
    this.overlay.style.height = `${height}px`;
    this.session.viewport.setStageSize({ width, height });
    this.request('camera');
  }

  private request(what: 'camera' | 'mask' | 'overlay'): void {
    this.pending[what] = true;
    this.frameRequest ||= requestAnimationFrame(this.frame);
  }

  private readonly frame = (): void => {
    this.frameRequest = 0;
    const { camera, mask, overlay } = this.pending;
    this.pending = { camera: false, mask: false, overlay: false };
    if (camera) this.moveCamera();
    if (camera || mask) this.painter.paint();
    if (camera || overlay) this.paintOverlay();
  };

  private moveCamera(): void {
    const { scale, x, y } = this.session.viewport;
    const transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.picture.style.transform = transform;
    this.upper.style.transform = transform;
    this.picture.classList.toggle('is-pixelated', scale >= PIXELATED_FROM);
    this.painter.invalidate();
    this.minimap.update();
  }

  private paintOverlay(): void {
    const { session } = this;
    const { pointer, isPanning, isReadyToPan } = this.input;
    const g = this.overlay.getContext('2d');
    if (!g) return;
    this.minimap.element.classList.toggle('is-aside', session.tool.isBusy);
    const { tool, readOnly, viewport, options } = session;
    const isReady = session.picture.type === 'ready';
    const at = this.cursor.position
      ? { x: this.cursor.position.x + 0.5, y: this.cursor.position.y + 0.5 }
      : pointer && viewport.toImage(pointer);
    const hasBrush = at !== undefined && isReady && !readOnly && !isPanning && !isReadyToPan && usesBrush(tool);
    const label = session.paintLabel;
    const { brushShape: shape, brushSize: size } = options.value;
    paintOverlay(g, {
      to: this.painter.transform,
      ratio: this.ratio,
      sketch: session.store.preview?.sketch,
      color: label?.color ?? '#ffffff',
      region: session.marks.region,
      brush: hasBrush
        ? { at, brush: { shape, size }, color: tool.id === 'eraser' || !label ? '#ffffff' : label.color }
        : undefined,
      image: viewport.imageSize,
    });
    const mark = this.cursor.position && viewport.toStage(at ?? this.cursor.position);
    this.cursorMark.hidden = mark === undefined;
    if (mark) this.cursorMark.style.transform = `translate(${mark.x}px, ${mark.y}px)`;
    const own = hasBrush ? 'none' : tool.cursor;
    this.stage.dataset['cursor'] = isPanning ? 'grabbing' : isReadyToPan ? 'grab' : readOnly ? 'default' : own;
  }
}

function usesBrush(tool: MaskTool): boolean {
  return tool.brushes === true;
}
