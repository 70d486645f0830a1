import { followResize } from '../canvas/follow-resize.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows rendered beyond both ends of what is seen, so that fast scrolling shows no gaps. */
const SPARE_ROWS = 6;

/** A run of rows, `end` exclusive. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Row heights in CSS pixels. */
export interface RowHeights {
  readonly fine: number;
  /** For fingers. */
  readonly coarse: number;
}

/**
 * Tells a list of equally high rows which of them can be seen, and renders the host again when that changes.
 */
export class RowWindow implements ReactiveController {
  private stopMeasuring?: () => void;
  private readonly coarse?: MediaQueryList;
  private scroller?: HTMLElement;
  /** Asking for it when the list appears would force a layout: until the observer tells, as high as the window. */
  private height = globalThis.innerHeight;
  /** Heard from the list: asking for it at every rendering would force a layout. */
  private top = 0;
  private shown: RowRange = { start: 0, end: 0 };

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly heights: RowHeights,
    private readonly find: () => HTMLElement | null,
  ) {
    host.addController(this);
    if (typeof matchMedia !== 'undefined') this.coarse = matchMedia('(pointer: coarse)');
  }

  /** Height of one row in CSS pixels. */
  get rowHeight(): number {
    return this.coarse?.matches ? this.heights.coarse : this.heights.fine;
  }

  hostUpdated(): void {
    const scroller = this.find() ?? undefined;
    if (scroller === this.scroller) return;
    this.release();
    this.scroller = scroller;
    this.top = 0;
    if (!scroller) return;
    this.stopMeasuring = followResize(scroller, () => this.measure(scroller));
    scroller.addEventListener('scroll', this.handleScroll, { passive: true });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.release();
  }

  /** The rows to render out of `count`. */
  range(count: number): RowRange {
    // A list that has become shorter is scrolled back by the browser, which tells so later.
    const most = Math.max(0, count * this.rowHeight - this.height);
    this.shown = this.rangeAt(Math.min(this.top, most), count);
    return this.shown;
  }

  /** Scrolls as little as needed to show a row. */
  reveal(index: number): void {
    const { scroller } = this;
    if (!scroller) return;
    const top = index * this.rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.rowHeight > scroller.scrollTop + this.height) {
      scroller.scrollTop = top + this.rowHeight - this.height;
    }
    this.top = scroller.scrollTop;
  }

  /** Rows that fit into what is seen. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
  }

  private rangeAt(scrollTop: number, count: number): RowRange {
    const first = Math.floor(scrollTop / this.rowHeight) - SPARE_ROWS;
    const last = Math.ceil((scrollTop + this.height) / this.rowHeight) + SPARE_ROWS;
    const start = Math.max(0, Math.min(first, count));
    return { start, end: Math.max(start, Math.min(count, last)) };
  }

  private readonly handleScroll = (): void => {
    this.top = this.scroller?.scrollTop ?? 0;
    const next = this.rangeAt(this.top, Infinity);
    // Spare rows make most scrolls need no work at all.
    if (Math.abs(next.start - this.shown.start) >= SPARE_ROWS / 2 || this.shown.start === 0 || next.start === 0) {
      this.host.requestUpdate();
    }
  };

  private measure({ clientHeight }: HTMLElement): void {
    // A list that is hidden has its rows ready for when it is shown.
    if (!clientHeight || clientHeight === this.height) return;
    this.height = clientHeight;
    this.host.requestUpdate();
  }

  private release(): void {
    this.scroller?.removeEventListener('scroll', this.handleScroll);
    this.stopMeasuring?.();
    this.scroller = undefined;
  }
}
