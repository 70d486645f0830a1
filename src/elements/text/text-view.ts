import type { TextRange } from '../../text/range.js';
import { CaretBlink } from './caret-blink.js';
import { MarkPainter, type MarkLayers } from './mark-painter.js';
import { TextGeometry, type PageRect } from './text-geometry.js';
import type { Edge, TextSession } from './text-session.js';

/** Rows of names are this high, in CSS pixels: with a mouse, and with a finger. */
const LANE = { fine: 18, coarse: 26 };
/** Lines beyond the window that are painted ahead, as a share of its height. */
const AHEAD = 0.5;
/** Frames after which a place that was brought into view is where it should be. */
const SETTLING_FRAMES = 4;

const GUESSED_WIDTH = 700;
/** Characters are this wide on average, as a share of the text's size. */
const CHARACTER_SHARE = 0.52;

/** The nodes that the element renders once. */
export interface TextViewParts extends MarkLayers {
  readonly scroller: HTMLElement;
  readonly sheet: HTMLElement;
  readonly text: HTMLElement;
  /** Left out where the text is only looked at. */
  readonly cursor?: CursorParts;
}

/** What shows where the worker is at work. */
export interface CursorParts {
  readonly pending: HTMLElement;
  readonly caret: HTMLElement;
  readonly handles: Readonly<Record<Edge, HTMLElement>>;
}

/** Shows the text of a session with its spans, its marked run, its cursor and its handles. Paints once a frame. */
export class TextView {
  readonly geometry: TextGeometry;
  private readonly painter: MarkPainter;
  private readonly blink?: CaretBlink;
  private readonly stops: (() => void)[];
  /** Tells when the page has just been laid out, and before it is painted: marks come in the same frame as the text. */
  private readonly resizes = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? this.width;
    this.reflow();
    this.paint();
  });
  private readonly coarse = matchMedia('(pointer: coarse)');
  private shownText?: string;
  /** Of the window onto the text, in CSS pixels; a guess until it is known. */
  private width = GUESSED_WIDTH;
  private request = 0;
  private laneHeight = LANE.fine;
  /** What the distance of lines and the heights of blocks were found for. */
  private fitted: readonly unknown[] = [];
  private isRefreshing = false;
  /** Whether marks have to be looked at, rather than only what shows where the worker is. */
  private areMarksDue = true;
  /** A run is being marked by pointer, which shows where its end is: neither cursor nor grips are needed. */
  isMarking = false;

  constructor(
    private readonly session: TextSession,
    readonly parts: TextViewParts,
  ) {
    this.geometry = new TextGeometry(parts.text);
    this.painter = new MarkPainter(session, this.geometry, { ...parts, isInert: !parts.cursor });
    this.blink = parts.cursor && new CaretBlink(parts.cursor.caret);
    this.stops = [
      session.store.changed.subscribe(() => this.requestPaint()),
      session.selection.changed.subscribe(() => this.requestCursor()),
      session.moved.subscribe(() => this.requestCursor()),
      session.revealed.subscribe((range) => this.reveal(range)),
      session.changed.subscribe((aspect) => {
        if (aspect === 'labels' || aspect === 'mode' || aspect === 'settings') this.reflow();
        else if (aspect === 'picture') this.showText();
        else if (aspect === 'hover') this.painter.markStates();
      }),
    ];
    this.resizes.observe(parts.scroller);
    parts.scroller.addEventListener('scroll', this.requestPaint, { passive: true });
    document.fonts.addEventListener('loadingdone', this.reflow);
    this.showText();
  }

  destroy(): void {
    this.stops.forEach((stop) => stop());
    this.blink?.stop();
    this.resizes.disconnect();
    this.parts.scroller.removeEventListener('scroll', this.requestPaint);
    document.fonts.removeEventListener('loadingdone', this.reflow);
    cancelAnimationFrame(this.request);
  }

  private showText(): void {
    if (this.session.text === this.shownText) return;
    // Asking a text that has just come for its place would have it laid out once more.
    if (this.shownText !== undefined) this.parts.scroller.scrollTop = 0;
    this.shownText = this.session.text;
    this.geometry.show(this.session.boundaries);
    // Without it blocks would have no height at first, all be in the window, and all be laid out.
    this.fitLines();
    this.reflow();
  }

  /** The text flows differently: everything is measured anew. */
  readonly reflow = (): void => {
    this.isRefreshing = true;
    this.geometry.forget();
    this.requestPaint();
  };

  readonly requestPaint = (): void => {
    this.areMarksDue = true;
    this.requestCursor();
  };

  /** The marked run, the cursor or the grips have moved; marks are where they were. */
  readonly requestCursor = (): void => {
    this.request ||= requestAnimationFrame(() => this.paint());
  };

  /** Paints now, for what cannot wait for the next frame. */
  paint(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    const { scroller, fills, cursor } = this.parts;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    if (!height) return;
    // All measuring comes before all writing, or the browser would lay out again for each.
    const paintMarks = this.areMarksDue ? this.measureMarks(top - height * AHEAD, bottom + height * AHEAD) : undefined;
    const places = cursor && {
      origin: fills.getBoundingClientRect(),
      runs: this.pendingRects(top - height, bottom + height),
      caret: this.caretPlace(),
      grips: this.gripPlaces(),
    };
    if (!paintMarks) this.painter.markStates();
    // What was measured may push what follows, as blocks are laid out for the first time; then once more.
    else if (paintMarks()) this.requestPaint();
    if (!places) return;
    const { origin, runs, caret, grips } = places;
    paintRuns(cursor.pending, runs, origin);
    if (paintCaret(cursor.caret, caret, origin)) {
      if (caret) this.blink?.restart();
      else this.blink?.stop();
    }
    for (const edge of ['start', 'end'] as const) paintGrip(cursor.handles[edge], grips?.[edge], origin);
  }

  private measureMarks(top: number, bottom: number): () => boolean {
    this.areMarksDue = false;
    this.fitLines();
    if (this.isRefreshing) {
      this.isRefreshing = false;
      this.geometry.forget();
      this.painter.forget();
    }
    return this.painter.measure(top, bottom, this.laneHeight);
  }

  /** Lines stand as far apart as the names between them need. */
  private fitLines(): void {
    const { sheet } = this.parts;
    const laneHeight = this.coarse.matches ? LANE.coarse : LANE.fine;
    const { lanes } = this.painter;
    const { textSize } = this.session;
    const { width, shownText: text } = this;
    const wanted = [lanes, laneHeight, textSize, width, text];
    if (wanted.every((value, index) => value === this.fitted[index])) return;
    this.fitted = wanted;
    this.laneHeight = laneHeight;
    const room = lanes * laneHeight;
    const lineHeight = Math.round(textSize * 1.45) + room + 3 * (lanes - 1);
    sheet.style.setProperty('--oce-text-size', `${textSize}px`);
    sheet.style.setProperty('--oce-text-line', `${lineHeight}px`);
    sheet.style.setProperty('--oce-lane', `${laneHeight}px`);
    sheet.style.setProperty('--oce-lanes-room', `${Math.round(room / 2)}px`);
    this.geometry.estimate(lineHeight, Math.max(8, width / (textSize * CHARACTER_SHARE)));
    this.isRefreshing = true;
  }

  private pendingRects(top: number, bottom: number): DOMRect[] {
    const { mark } = this.session;
    if (!mark) return [];
    return this.geometry
      .between(top, bottom)
      .flatMap((block) => this.geometry.rectsIn(block, mark))
      .filter((rect) => rect.bottom >= top && rect.top <= bottom);
  }

  private caretPlace() {
    const { text } = this.parts;
    if (this.isMarking && this.session.mark) return undefined;
    const isFocused = (text.getRootNode() as ShadowRoot).activeElement === text;
    return isFocused ? this.geometry.caretAt(this.session.caret) : undefined;
  }

  /** What the grips move: the marked run, or the one selected span. */
  private get gripped(): TextRange | undefined {
    const { mark, resizable: span } = this.session;
    if (mark) return mark;
    return span && { start: span.startOffset, end: span.endOffset };
  }

  private gripPlaces(): Readonly<Record<Edge, GripPlace | undefined>> | undefined {
    const range = this.gripped;
    if (!range || this.isMarking) return undefined;
    const { geometry } = this;
    const place = (offset: number, side: 'left' | 'right'): GripPlace | undefined => {
      const box = geometry.boxAt(offset);
      return box && { box, side };
    };
    const last = this.session.boundaries.previous(range.end);
    return {
      start: place(range.start, geometry.isBackward(range.start) ? 'right' : 'left'),
      end: place(last, geometry.isBackward(last) ? 'left' : 'right'),
    };
  }

  /** Scrolls as little as needed; far away, so that the place stands in the middle. */
  reveal({ start }: TextRange, frames = SETTLING_FRAMES): void {
    const box = this.geometry.boxAt(start);
    if (!box) return;
    const { scroller } = this.parts;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const margin = Math.min(height / 4, 72);
    const isFar = box.bottom < top - height || box.top > bottom + height;
    let by = 0;
    if (isFar) by = box.top - (top + height / 2);
    else if (box.top < top + margin) by = box.top - top - margin;
    else if (box.bottom > bottom - margin) by = box.bottom - bottom + margin;
    if (!by) return;
    scroller.scrollTop += by;
    // Blocks on the way are laid out for the first time and may be higher or lower than they were thought to be.
    if (frames > 0) requestAnimationFrame(() => this.reveal({ start, end: start }, frames - 1));
  }
}

/** Where a grip stands: at a side of a character. */
interface GripPlace {
  readonly box: PageRect;
  readonly side: 'left' | 'right';
}

type Origin = Pick<DOMRect, 'left' | 'top'>;

/** Boxes stay on the page for the next run: a new one is more work for the browser than one that moves. */
function paintRuns(layer: HTMLElement, rects: readonly DOMRect[], origin: Origin): void {
  const boxes = [...layer.children] as HTMLElement[];
  while (boxes.length < rects.length) {
    const box = document.createElement('div');
    box.className = 'pending-run';
    boxes.push(layer.appendChild(box));
  }
  boxes.forEach((box, index) => {
    const rect = rects[index];
    setHidden(box, !rect);
    if (!rect) return;
    box.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`;
    box.style.width = `${rect.width}px`;
    box.style.height = `${rect.height}px`;
  });
}

/** True when the cursor has moved, come or gone. */
function paintCaret(
  caret: HTMLElement,
  place: { readonly x: number; readonly top: number; readonly bottom: number } | undefined,
  { left, top }: Origin,
): boolean {
  const wasHidden = Boolean(caret.hidden);
  setHidden(caret, !place);
  if (!place) return !wasHidden;
  const transform = `translate(${Math.round(place.x - left) - 1}px, ${place.top - top}px)`;
  const hasMoved = wasHidden || caret.style.transform !== transform;
  caret.style.transform = transform;
  caret.style.height = `${place.bottom - place.top}px`;
  return hasMoved;
}

function paintGrip(grip: HTMLElement, place: GripPlace | undefined, origin: Origin): void {
  setHidden(grip, !place);
  if (!place) return;
  const { box, side } = place;
  grip.classList.toggle('on-right', side === 'right');
  grip.style.transform = `translate(${box[side] - origin.left}px, ${box.top - origin.top}px)`;
  grip.style.height = `${box.bottom - box.top}px`;
}

/** Writing what is there already would make the browser look at styles again. */
function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
