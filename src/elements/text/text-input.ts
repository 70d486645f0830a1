import type { OpenStep } from '../../document/open-step.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import { directionOfText } from '../../text/direction.js';
import type { TextRange } from '../../text/range.js';
import { removeSpans } from './text-commands.js';
import type { Edge, TextSession } from './text-session.js';
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
 * Turns mouse, pen, finger and keys into marked runs, selected spans and moved ends.
 *
 * The browser's own selection is not used: it cannot be read reliably inside of shadow roots, it splits characters, and
 * on touch screens it brings a menu along.
 */
export class TextInput {
  private gesture?: Gesture;
  private from = { x: 0, y: 0 };
  private last?: PointerEvent;
  private scrollRequest = 0;
  /** Where a run begins that Shift extends. */
  private anchor?: number;
  /** Horizontal place that the cursor keeps while it goes up and down. */
  private column?: number;

  constructor(
    private readonly session: TextSession,
    private readonly view: TextView,
  ) {
    const { sheet, text, handles, chips } = view.parts;
    sheet.addEventListener('pointerdown', this.handleDown);
    sheet.addEventListener('pointermove', this.handleHover);
    sheet.addEventListener('pointerleave', this.handleLeave);
    chips.addEventListener('click', this.handleChip);
    text.addEventListener('keydown', this.handleKey);
    text.addEventListener('focus', view.requestPaint);
    text.addEventListener('blur', view.requestPaint);
    for (const edge of ['start', 'end'] as const) {
      handles[edge].addEventListener('pointerdown', (event) => this.handleGrip(event, edge));
    }
    document.addEventListener('copy', this.handleCopy);
  }

  destroy(): void {
    const { sheet, text, chips } = this.view.parts;
    sheet.removeEventListener('pointerdown', this.handleDown);
    sheet.removeEventListener('pointermove', this.handleHover);
    sheet.removeEventListener('pointerleave', this.handleLeave);
    chips.removeEventListener('click', this.handleChip);
    text.removeEventListener('keydown', this.handleKey);
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
    this.column = undefined;
    this.from = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch') {
      // A finger that moves scrolls; one that does not has tapped.
      this.begin({ type: 'tap' }, event);
      return;
    }
    event.preventDefault();
    const at = geometry.offsetAt(event.clientX, event.clientY);
    if (event.shiftKey) {
      const anchor = this.anchor ?? this.session.caret;
      this.begin({ type: 'mark', anchor: { start: anchor, end: anchor }, unit: 'character', moved: true }, event);
      this.markTo(event);
      return;
    }
    // Clicks on spans go through those that lie there, however fast they follow each other.
    const clicks = this.isOnSpan(event) ? 1 : this.countClicks(event);
    const unit = clicks >= 3 ? 'line' : clicks === 2 ? 'word' : 'character';
    const anchor = this.unitAt(unit, event.clientX, event.clientY, at);
    this.anchor = anchor.start;
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
    this.last = event;
    addEventListener('pointermove', this.handleMove);
    addEventListener('pointerup', this.handleUp);
    addEventListener('pointercancel', this.handleCancel);
  }

  private end(): void {
    this.gesture = undefined;
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
    this.anchor = offset;
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

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      this.pick();
    } else {
      const next = this.target(event);
      if (next === undefined) return;
      this.go(next, event.shiftKey);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private go(next: number, isExtending: boolean): void {
    const { session } = this;
    if (isExtending) {
      // What was marked before has its label by now.
      if (!session.mark) this.anchor = session.caret;
      const anchor = this.anchor ?? session.caret;
      const range = { start: Math.min(anchor, next), end: Math.max(anchor, next) };
      session.selection.clear();
      session.previewMark(range);
    } else {
      this.anchor = next;
      session.clearMark();
    }
    session.moveCaret(next);
    this.view.reveal({ start: session.caret, end: session.caret });
  }

  /** Where a key takes the cursor; undefined for other keys. */
  private target(event: KeyboardEvent): number | undefined {
    const { session } = this;
    const { caret, boundaries, text } = session;
    const byWord = event.ctrlKey || event.altKey || session.granularity === 'word';
    const isWhole = event.ctrlKey || event.metaKey;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') this.column = undefined;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const forward = (event.key === 'ArrowRight') !== this.isParagraphBackward(caret);
        if (event.metaKey) return this.lineEnd(forward);
        return boundaries.step(caret, forward ? 1 : -1, byWord ? 'word' : 'character');
      }
      case 'ArrowUp':
      case 'ArrowDown':
        return this.vertical(event.key === 'ArrowDown' ? 1 : -1, 1);
      case 'PageUp':
      case 'PageDown':
        return this.vertical(event.key === 'PageDown' ? 1 : -1, Infinity);
      case 'Home':
        return isWhole ? 0 : this.lineEnd(false);
      case 'End':
        return isWhole ? text.length : this.lineEnd(true);
      default:
        return undefined;
    }
  }

  private lineEnd(forward: boolean): number {
    const { start, end } = this.view.geometry.lineOf(this.session.caret);
    const { boundaries, text } = this.session;
    if (!forward) return start;
    // Behind the last character of a wrapped line the next one begins.
    return end >= text.length ? text.length : boundaries.previous(end);
  }

  /** Whether the line that holds an offset is written from right to left, by its first letter. */
  private isParagraphBackward(offset: number): boolean {
    const { text } = this.session;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const feed = text.indexOf('\n', offset);
    return directionOfText(text.slice(start, Math.min(feed < 0 ? text.length : feed, start + 500))) === 'rtl';
  }

  /** One line, or one window, up or down. */
  private vertical(by: 1 | -1, lines: number): number | undefined {
    const { geometry, parts } = this.view;
    const place = geometry.caretAt(this.session.caret);
    if (!place) return undefined;
    this.column ??= place.x;
    const line = parseFloat(getComputedStyle(parts.text).lineHeight) || place.bottom - place.top;
    const distance = lines === 1 ? line : Math.max(line, parts.scroller.clientHeight - line);
    const y = (place.top + place.bottom) / 2 + by * distance;
    const { top, bottom } = parts.text.getBoundingClientRect();
    if (y < top && lines === 1) return 0;
    if (y > bottom && lines === 1) return this.session.text.length;
    return geometry.offsetAt(this.column, Math.min(Math.max(y, top + 1), bottom - 1));
  }

  /** Enter: labels what is marked with the chosen label; else selects the span, or marks the word, at the cursor. */
  private pick(): void {
    const { session } = this;
    if (session.mark) {
      session.settleMark(session.mark);
      return;
    }
    if (session.selectAt(session.caret)) return;
    const word = session.boundaries.wordAt(session.caret);
    if (word.isWord) session.settleMark(word);
  }
}
