import type { OpenStep } from '../../document/open-step.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { TextRange } from '../../text/range.js';
import { removeSpans } from './text-commands.js';
import type { Edge, TextSession } from './text-session.js';
import { TextKeys } from './text-keys.js';
import type { TextView } from './text-view.js';

/** A finger or mouse that moved less than this has clicked, in CSS pixels. */
const CLICK_REACH = 5;
/** Dragging this near to the border of the text, or beyond it, scrolls. */
const SCROLL_ZONE = 24;

/** A press that has not ended yet. */
type Gesture =
  | { readonly type: 'mark'; readonly anchor: TextRange; readonly unit: 'character' | 'word' | 'line'; moved: boolean }
  | { readonly type: 'tap' }
  | {
      readonly type: 'grip';
      readonly edge: Edge;
      /** Of a span: its open step; of the marked run: where its other end is. */
      readonly of: { readonly step: OpenStep<SpanAnnotation>; readonly id: string } | { readonly mark: TextRange };
    };

/**
 * Turns mouse, pen and finger into marked runs, selected spans and moved ends.
 *
 * The browser's own selection is not used: it cannot be read reliably inside of shadow roots, it splits characters, and
 * on touch screens it brings a menu along.
 */
export class TextInput {
  private gesture?: Gesture;
  private from = { x: 0, y: 0 };
  private last?: PointerEvent;
  private scrollRequest = 0;
  private readonly keys: TextKeys;

  constructor(
    private readonly session: TextSession,
    private readonly view: TextView,
    /** Called when a key has moved the cursor. */
    onKey: () => void,
  ) {
    this.keys = new TextKeys(session, view, onKey);
    const { sheet, text, cursor, chips } = view.parts;
    sheet.addEventListener('pointerdown', this.handleDown);
    sheet.addEventListener('pointermove', this.handleHover);
    sheet.addEventListener('pointerleave', this.handleLeave);
    chips.addEventListener('click', this.handleChip);
    text.addEventListener('keydown', this.keys.handleKey);
    text.addEventListener('focus', view.requestPaint);
    text.addEventListener('blur', view.requestPaint);
    for (const edge of ['start', 'end'] as const) {
      cursor?.handles[edge].addEventListener('pointerdown', (event) => this.handleGrip(event, edge));
    }
    document.addEventListener('copy', this.handleCopy);
  }

  destroy(): void {
    const { sheet, text, chips } = this.view.parts;
    sheet.removeEventListener('pointerdown', this.handleDown);
    sheet.removeEventListener('pointermove', this.handleHover);
    sheet.removeEventListener('pointerleave', this.handleLeave);
    chips.removeEventListener('click', this.handleChip);
    text.removeEventListener('keydown', this.keys.handleKey);
    text.removeEventListener('focus', this.view.requestPaint);
    text.removeEventListener('blur', this.view.requestPaint);
    document.removeEventListener('copy', this.handleCopy);
    this.end();
  }

  private readonly handleDown = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (event.button !== 0 || !event.isPrimary || target.closest('.chip, .grip')) return;
    const { geometry, parts } = this.view;
    parts.text.focus({ preventScroll: true });
    this.from = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch') {
      // A finger that moves scrolls; one that does not has tapped.
      this.begin({ type: 'tap' }, event);
      return;
    }
    event.preventDefault();
    const at = geometry.offsetAt(event.clientX, event.clientY);
    if (event.shiftKey) {
      const anchor = this.keys.anchor ?? this.session.caret;
      this.begin({ type: 'mark', anchor: { start: anchor, end: anchor }, unit: 'character', moved: true }, event);
      this.markTo(event);
      return;
    }
    // Clicks on spans go through those that lie there, however fast they follow each other.
    const clicks = this.isOnSpan(event) ? 1 : this.countClicks(event);
    const unit = clicks >= 3 ? 'line' : clicks === 2 ? 'word' : 'character';
    const anchor = this.unitAt(unit, event.clientX, event.clientY, at);
    this.keys.putAnchor(anchor.start);
    this.begin({ type: 'mark', anchor, unit, moved: unit !== 'character' }, event);
    if (unit !== 'character') this.session.previewMark(anchor);
  };

  private isOnSpan({ clientX, clientY }: PointerEvent): boolean {
    const { at, isOn } = this.view.geometry.characterAt(clientX, clientY);
    return isOn && this.session.index.at(at).some((span) => !span.hidden);
  }

  private lastClick = { x: 0, y: 0, at: -Infinity, count: 0 };

  /** Pointer events do not count clicks in every browser. */
  private countClicks({ clientX, clientY, timeStamp }: PointerEvent): number {
    const { lastClick: last } = this;
    const isNear = Math.hypot(clientX - last.x, clientY - last.y) < CLICK_REACH;
    const count = isNear && timeStamp - last.at < 450 ? last.count + 1 : 1;
    this.lastClick = { x: clientX, y: clientY, at: timeStamp, count };
    return count;
  }

  private unitAt(unit: 'character' | 'word' | 'line', x: number, y: number, at: number): TextRange {
    if (unit === 'character') return { start: at, end: at };
    const { boundaries, text } = this.session;
    const on = this.view.geometry.characterAt(x, y).at;
    if (unit === 'word') return boundaries.wordAt(on);
    const feed = text.indexOf('\n', on);
    return { start: text.lastIndexOf('\n', on - 1) + 1, end: feed < 0 ? text.length : feed };
  }

  private begin(gesture: Gesture, event: PointerEvent): void {
    this.end();
    this.gesture = gesture;
    this.view.isMarking = gesture.type === 'mark';
    this.last = event;
    addEventListener('pointermove', this.handleMove);
    addEventListener('pointerup', this.handleUp);
    addEventListener('pointercancel', this.handleCancel);
  }

  private end(): void {
    this.gesture = undefined;
    this.view.isMarking = false;
    cancelAnimationFrame(this.scrollRequest);
    this.scrollRequest = 0;
    removeEventListener('pointermove', this.handleMove);
    removeEventListener('pointerup', this.handleUp);
    removeEventListener('pointercancel', this.handleCancel);
  }

  private readonly handleMove = (event: PointerEvent): void => {
    const { gesture } = this;
    if (!gesture || !event.isPrimary) return;
    this.last = event;
    if (gesture.type === 'tap') {
      if (this.travel(event) > CLICK_REACH * 2) this.end();
      return;
    }
    if (gesture.type === 'mark' && !gesture.moved) {
      if (this.travel(event) < CLICK_REACH) return;
      gesture.moved = true;
    }
    this.follow(event);
    this.scrollAtBorder();
  };

  private follow(event: PointerEvent): void {
    const { gesture } = this;
    if (gesture?.type === 'mark') this.markTo(event);
    else if (gesture?.type === 'grip') this.gripTo(gesture, event);
  }

  private travel({ clientX, clientY }: PointerEvent): number {
    return Math.hypot(clientX - this.from.x, clientY - this.from.y);
  }

  private readonly handleUp = (event: PointerEvent): void => {
    const { gesture } = this;
    if (!gesture || !event.isPrimary) return;
    this.end();
    if (gesture.type === 'grip') this.settleGrip(gesture);
    else if (gesture.type === 'tap') this.tap(event);
    else if (gesture.moved) {
      const mark = this.session.mark;
      if (mark) this.session.settleMark(mark);
      else this.click(event);
    } else this.click(event);
  };

  private readonly handleCancel = (): void => {
    const { gesture } = this;
    this.end();
    if (gesture?.type === 'grip' && 'step' in gesture.of) gesture.of.step.cancel();
    else if (gesture?.type === 'mark') this.session.clearMark();
  };

  private click(event: PointerEvent): void {
    const { session } = this;
    const { at, isOn } = this.view.geometry.characterAt(event.clientX, event.clientY);
    session.clearMark();
    this.placeCaret(this.view.geometry.offsetAt(event.clientX, event.clientY));
    if (isOn && session.selectAt(at, { toggle: event.ctrlKey || event.metaKey })) return;
    session.selection.clear();
  }

  /** A finger takes the span or else the word under it; grips then move its ends. */
  private tap(event: PointerEvent): void {
    const { session } = this;
    const { at, isOn } = this.view.geometry.characterAt(event.clientX, event.clientY);
    session.clearMark();
    this.placeCaret(at);
    if (isOn && session.selectAt(at)) return;
    session.selection.clear();
    const word = session.boundaries.wordAt(at);
    if (isOn && word.isWord) session.settleMark(word);
  }

  private placeCaret(offset: number): void {
    this.keys.putAnchor(offset);
    this.session.moveCaret(offset);
  }

  private markTo({ clientX, clientY }: PointerEvent): void {
    const { gesture, session } = this;
    if (gesture?.type !== 'mark') return;
    const at = this.view.geometry.offsetAt(clientX, clientY);
    const here = this.unitAt(gesture.unit, clientX, clientY, at);
    const start = Math.min(gesture.anchor.start, here.start);
    const end = Math.max(gesture.anchor.end, here.end);
    session.selection.clear();
    session.previewMark({ start, end });
    session.moveCaret(here.start < gesture.anchor.start ? start : end);
  }

  private handleGrip(event: PointerEvent, edge: Edge): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    event.stopPropagation();
    const { session } = this;
    if (session.mark) {
      this.begin({ type: 'grip', edge, of: { mark: session.mark } }, event);
      return;
    }
    const span = session.resizable;
    const step = session.beginResize();
    if (span && step) this.begin({ type: 'grip', edge, of: { step, id: span.id } }, event);
  }

  private gripTo(gesture: Extract<Gesture, { type: 'grip' }>, { clientX, clientY, pointerType }: PointerEvent): void {
    // A finger hides what it is on, so its grips hang below the line.
    const y = pointerType === 'touch' ? clientY - 28 : clientY;
    const at = this.view.geometry.offsetAt(clientX, y);
    const { session } = this;
    if ('step' in gesture.of) session.moveEdge(gesture.of.step, gesture.of.id, gesture.edge, at);
    else {
      const { mark } = gesture.of;
      const snapped = session.snapEdge(gesture.edge, at);
      const range = gesture.edge === 'start' ? { start: snapped, end: mark.end } : { start: mark.start, end: snapped };
      if (range.start < range.end) session.previewMark(range);
    }
  }

  private settleGrip({ of }: Extract<Gesture, { type: 'grip' }>): void {
    if ('step' in of) of.step.commit();
    else if (this.session.mark) this.session.settleMark(this.session.mark);
  }

  private scrollAtBorder(): void {
    const { last, gesture } = this;
    if (!last || !gesture || gesture.type === 'tap' || this.scrollRequest) return;
    const { scroller } = this.view.parts;
    const { top, bottom } = scroller.getBoundingClientRect();
    const above = top + SCROLL_ZONE - last.clientY;
    const below = last.clientY - (bottom - SCROLL_ZONE);
    const by = above > 0 ? -above : below > 0 ? below : 0;
    if (!by) return;
    this.scrollRequest = requestAnimationFrame(() => {
      this.scrollRequest = 0;
      scroller.scrollTop += Math.sign(by) * Math.min(24, 2 + Math.abs(by) / 3);
      if (this.last) this.follow(this.last);
      this.scrollAtBorder();
    });
  }

  private readonly handleHover = (event: PointerEvent): void => {
    if (this.gesture || event.pointerType === 'touch') return;
    const chip = (event.target as Element).closest<HTMLElement>('.chip');
    if (chip) {
      this.session.hover(chip.dataset.id);
      return;
    }
    const { at, isOn } = this.view.geometry.characterAt(event.clientX, event.clientY);
    this.session.hover(isOn ? this.session.index.at(at).find((span) => !span.hidden)?.id : undefined);
  };

  private readonly handleLeave = (): void => this.session.hover(undefined);

  private readonly handleChip = (event: Event): void => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('.chip')?.dataset.id;
    const span = id === undefined ? undefined : this.session.store.get(id);
    if (!span) return;
    this.session.clearMark();
    if (target.closest('.chip-remove')) removeSpans(this.session, [span]);
    else this.session.selection.set([span.id]);
    this.view.parts.text.focus({ preventScroll: true });
  };

  private readonly handleCopy = (event: ClipboardEvent): void => {
    const { text } = this.view.parts;
    if (event.defaultPrevented || (text.getRootNode() as ShadowRoot).activeElement !== text) return;
    const { mark, selection, store } = this.session;
    const span = selection.primary === undefined ? undefined : store.get(selection.primary);
    const range = mark ?? (span && { start: span.startOffset, end: span.endOffset });
    if (!range) return;
    event.clipboardData?.setData('text/plain', this.session.textOf(range));
    event.preventDefault();
  };
}
