import { directionOfText } from '../../text/direction.js';
import type { TextSession } from './text-session.js';
import type { TextView } from './text-view.js';

/** The keys of the text itself: a cursor that goes by characters, words, lines and windows, and marks with Shift. */
export class TextKeys {
  /** Where a run begins that Shift extends. */
  anchor?: number;
  /** Horizontal place that the cursor keeps while it goes up and down. */
  private column?: number;

  constructor(
    private readonly session: TextSession,
    private readonly view: TextView,
    /** Called when the cursor has moved. */
    private readonly onMove: () => void,
  ) {}

  /** A pointer has put the cursor somewhere. */
  putAnchor(offset: number): void {
    this.anchor = offset;
    this.column = undefined;
  }

  readonly handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
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
    this.onMove();
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
