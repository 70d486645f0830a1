import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { TextControl } from './text-control.js';

/** Types that are no one-line fields; a template that names one gets text. */
const otherControls = new Set(['button', 'checkbox', 'image', 'radio', 'range', 'reset', 'submit']);

/** Types that show something even when they are empty, so that a label cannot stand there. */
const neverBlank = new Set(['color', 'date', 'datetime-local', 'file', 'month', 'time', 'week']);

/**
 * Takes one line of text, a number, a date, or the name of a file.
 *
 * @element crowd-input
 * @attr {string} name - Key of the text in the answer. An empty field adds nothing.
 * @attr {string} type - Type of the native field, such as `number`, `date` or `file`.
 * @attr {string} value - What it holds at first.
 * @attr {string} label - Stands in the field and rises when there is a value.
 * @attr {string} placeholder - A hint that is never submitted.
 * @attr {boolean} required - Has to be filled in.
 * @attr {boolean} disabled - Takes no input and adds nothing to the answer.
 * @attr {boolean} auto-focus - Gets the focus when the page is ready.
 * @attr {boolean} auto-validate - Checks while the worker writes, and drops what `allowed-pattern` does not allow.
 * @attr {string} allowed-pattern - Regular expression that each character has to match.
 * @attr {string} error-message - Shown instead of the general message.
 * @attr {number} max-length - Further characters are ignored.
 * @attr {number} min-length - Fewer characters are not accepted.
 * @attr {string} pattern - Regular expression that the whole text has to match.
 * @attr {string} min - Smallest number or earliest date.
 * @attr {string} max - Largest number or latest date.
 * @attr {string} step - Grain of a number or a time.
 * @attr {string} autocomplete - What the browser may fill in.
 * @prop {string} value - What the worker wrote; setting null clears it.
 * @fires {InputEvent} input - The worker writes.
 * @fires {Event} change - The worker is done writing.
 * @slot - Content that ended up inside because of a missing end tag; shown below.
 * @csspart field - The box around the field.
 * @csspart input - The native field.
 * @csspart label - The label.
 * @csspart error - What is wrong.
 */
export class CrowdInput extends TextControl {
  @property() type = 'text';
  @property() pattern: string | null = null;
  @property() min: string | null = null;
  @property() max: string | null = null;
  @property() step: string | null = null;
  @property() autocomplete: AutoFill | null = null;

  protected override get kind(): string {
    const type = (this.type ?? '').toLowerCase();
    return otherControls.has(type) ? 'text' : type || 'text';
  }

  protected override writeFormValue(value: string): void {
    const files = this.kind === 'file' ? (this.control as HTMLInputElement | null)?.files : null;
    if (!files?.length || !this.name) {
      super.writeFormValue(value);
      return;
    }
    const entries = new FormData();
    for (const file of files) entries.append(this.name, file);
    this.updateFormValue(entries);
  }

  protected override writeControl(value: string): void {
    // A script may only clear a file field.
    if (this.kind !== 'file' || value === '') super.writeControl(value);
  }

  /** In a native form Enter does what the form's first submit button does. In a task it would submit by accident. */
  private handleKeyDown(event: KeyboardEvent): void {
    const { form } = this;
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !form || form.closest('crowd-form'))
      return;
    form.querySelector<HTMLElement>('button:not([type]), [type=submit], crowd-button[form-action=submit]')?.click();
  }

  override render() {
    const { kind } = this;
    const isFile = kind === 'file';
    const input = html`<input
      id="control"
      class="control"
      part="input"
      type=${kind}
      .value=${isFile ? nothing : this.value}
      placeholder=${this.placeholder ?? nothing}
      ?disabled=${this.isDisabled}
      pattern=${this.pattern ?? nothing}
      min=${this.min ?? nothing}
      max=${this.max ?? nothing}
      step=${this.step ?? nothing}
      autocomplete=${this.autocomplete ?? nothing}
      dir=${this.direction ?? nothing}
      aria-label=${this.nameForReaders ?? nothing}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.shownProblem ? 'true' : nothing}
      aria-describedby=${this.shownProblem ? 'error' : nothing}
      @input=${this.handleInput}
      @change=${this.handleChange}
      @compositionend=${this.handleCompositionEnd}
      @keydown=${this.handleKeyDown}
    />`;
    return this.renderField(input, nothing, neverBlank.has(kind));
  }
}
