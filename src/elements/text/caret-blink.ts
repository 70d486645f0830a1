/** How long the cursor is seen, and not seen, in milliseconds. */
const BLINK_MS = 550;

/**
 * Lets a cursor blink while it rests. One that has just moved is seen.
 *
 * A timer and no animation: an animated cursor is a layer of its own, over which the browser puts all layers together
 * anew at each edit.
 */
export class CaretBlink {
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private timer?: ReturnType<typeof setInterval>;

  constructor(private readonly caret: HTMLElement) {}

  /** The cursor has moved or come into view. */
  restart(): void {
    this.stop();
    if (this.calm.matches) return;
    const { style } = this.caret;
    this.timer = setInterval(() => (style.visibility = style.visibility ? '' : 'hidden'), BLINK_MS);
  }

  /** The cursor is gone, or stays seen. */
  stop(): void {
    clearInterval(this.timer);
    this.caret.style.visibility = '';
  }
}
