import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { formatNumber } from '../../locales/index.js';
import { controlTerms } from '../../locales/terms/controls.js';
import { countAttribute, TextControl } from './text-control.js';

/**
 * Takes several lines of text and grows with them.
 *
 * @element crowd-text-area
 * @attr {string} name - Key of the text in the answer, line breaks as `\n`. An empty field adds nothing.
 * @attr {string} value - What it holds at first.
 * @attr {string} label - Stands in the field and rises when there is a value.
 * @attr {string} placeholder - A hint that is never submitted.
 * @attr {boolean} required - Has to be filled in.
 * @attr {boolean} disabled - Takes no input and adds nothing to the answer.
 * @attr {boolean} auto-focus - Gets the focus when the page is ready.
 * @attr {boolean} auto-validate - Checks while the worker writes, and drops what `allowed-pattern` does not allow.
 * @attr {string} allowed-pattern - Regular expression that each character has to match.
 * @attr {string} error-message - Shown instead of the general message.
 * @attr {number} max-length - Further characters, typed or pasted, are ignored.
 * @attr {number} min-length - Fewer characters are not accepted.
 * @attr {number} rows - Lines shown at first.
 * @attr {number} max-rows - Lines up to which it grows; then it scrolls.
 * @attr {boolean} char-counter - Counts the characters.
 * @prop {string} value - What the worker wrote; setting null clears it.
 * @fires {InputEvent} input - The worker writes.
 * @fires {Event} change - The worker is done writing.
 * @slot - Content that ended up inside because of a missing end tag; shown below.
 * @csspart field - The box around the field.
 * @csspart textarea - The native field.
 * @csspart label - The label.
 * @csspart error - What is wrong.
 * @csspart counter - The number of characters.
 */
export class CrowdTextArea extends TextControl {
  static override styles = [
    ...TextControl.styles,
    css`
      .control {
        field-sizing: content;
        resize: vertical;
        line-height: var(--oce-line-height);
        padding-block: var(--oce-space-2);
      }
      .labelled .control {
        padding-block-end: var(--oce-space-2);
      }
    `,
  ];

  @property({ converter: countAttribute }) rows?: number;
  @property({ attribute: 'max-rows', converter: countAttribute }) maxRows?: number;
  @property({ type: Boolean, attribute: 'char-counter' }) charCounter = false;

  protected override readonly kind = 'textarea';

  protected override updated(): void {
    super.updated();
    const area = this.control as HTMLTextAreaElement | null;
    if (!area) return;
    // Through the style object, since the page's policy may forbid style text. 2.5em is about the padding.
    area.style.maxBlockSize = this.maxRows ? `calc(${Math.max(this.maxRows, area.rows)} * 1lh + 2.5em)` : '';
    area.style.minBlockSize = `calc(${area.rows} * 1lh + 1.2em)`;
    if (!CSS.supports('field-sizing', 'content')) {
      area.style.blockSize = 'auto';
      area.style.blockSize = `${area.scrollHeight}px`;
    }
  }

  private renderCounter() {
    if (!this.charCounter) return nothing;
    const { length } = this.value;
    const { maxLength } = this;
    const short =
      maxLength === undefined ? formatNumber(length) : `${formatNumber(length)} / ${formatNumber(maxLength)}`;
    const long = maxLength === undefined ? controlTerms.count(length) : controlTerms.countOf(length, maxLength);
    return html`<span class="counter" part="counter"
      ><bdi dir="ltr" aria-hidden="true">${short}</bdi><span id="counter" class="visually-hidden">${long}</span></span
    >`;
  }

  override render() {
    const describedBy = [this.shownProblem ? 'error' : '', this.charCounter ? 'counter' : ''].filter(Boolean).join(' ');
    const area = html`<textarea
      id="control"
      class="control"
      part="textarea"
      rows=${Math.max(1, this.rows ?? 2)}
      .value=${this.value}
      placeholder=${this.placeholder ?? nothing}
      ?disabled=${this.isDisabled}
      dir=${this.direction ?? nothing}
      aria-label=${this.nameForReaders ?? nothing}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.shownProblem ? 'true' : nothing}
      aria-describedby=${describedBy || nothing}
      @input=${this.handleInput}
      @change=${this.handleChange}
      @compositionend=${this.handleCompositionEnd}
    ></textarea>`;
    return this.renderField(area, this.renderCounter(), false);
  }
}
