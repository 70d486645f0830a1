import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Contribution } from '../../answers/collect.js';
import { LocaleController } from '../../locales/index.js';
import { controlTerms } from '../../locales/terms/controls.js';
import { readNumber, readPattern } from '../../parse/attributes.js';
import { CrowdElement } from '../crowd-element.js';
import { FormAssociated } from '../form-associated.js';
import { baseStyles, tokens } from '../tokens.js';
import { fieldStyles } from './field.styles.js';
import { labelFromPage } from './page-label.js';

/** Reads an attribute that holds a count; garbage counts as absent. */
export const countAttribute = {
  fromAttribute: (text: string | null): number | undefined => readNumber(text).value,
};

/** Types without a caret refuse to say where it is. */
const caretTypes = /^(?:text|search|url|tel|password|textarea)$/;

/**
 * What one-line and multi-line fields have in common: value, floating label, limits, dropped characters, messages.
 */
export abstract class TextControl extends FormAssociated(CrowdElement) {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, baseStyles, fieldStyles];

  private current = '';
  private written = '';
  /** The worker or a script has given a value: the attribute is only the default from now on. */
  private isDirty = false;

  @query('.control') protected control!: HTMLInputElement | HTMLTextAreaElement | null;

  @property() label: string | null = null;
  @property() placeholder: string | null = null;
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean, attribute: 'auto-focus' }) autoFocus = false;
  @property({ type: Boolean, attribute: 'auto-validate' }) autoValidate = false;
  @property({ attribute: 'allowed-pattern' }) allowedPattern: string | null = null;
  @property({ attribute: 'error-message' }) errorMessage: string | null = null;
  @property({ attribute: 'max-length', converter: countAttribute }) maxLength?: number;
  @property({ attribute: 'min-length', converter: countAttribute }) minLength?: number;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** What the worker wrote; setting null clears it. */
  @property({ attribute: false })
  get value(): string {
    return this.current;
  }
  set value(value: string | number | null | undefined) {
    this.isDirty = true;
    this.assign(String(value ?? ''));
  }

  /** What it holds at first. */
  @property({ attribute: 'value' })
  get defaultValue(): string {
    return this.written;
  }
  set defaultValue(value: string | null) {
    this.written = value ?? '';
    if (!this.isDirty) this.assign(this.written);
  }

  private assign(value: string): void {
    this.current = value;
    this.writeFormValue(value);
    if (this.control && this.control.value !== value) this.writeControl(value);
    this.refreshValidity();
    this.requestUpdate();
  }

  /** What a native form gets. */
  protected writeFormValue(value: string): void {
    this.updateFormValue(value);
  }

  protected writeControl(value: string): void {
    if (this.control) this.control.value = value;
  }

  /** Type of the field as far as caret and limits are concerned. */
  protected abstract readonly kind: string;

  override answerContribution(): Contribution | undefined {
    if (!this.name || this.isDisabled || this.current === '') return undefined;
    return { name: this.name, type: 'value', value: this.current };
  }

  protected override resetValue(): void {
    this.isDirty = false;
    this.assign(this.written);
  }

  protected override restoreValue(state: string | File | FormData): void {
    if (typeof state === 'string') this.value = state;
  }

  protected override refreshValidity(): void {
    const { length } = this.current;
    const anchor = this.control ?? undefined;
    if (this.required && !length) {
      this.updateValidity({ valueMissing: true }, this.errorMessage || controlTerms.missing(), anchor);
    } else if (length && this.minLength && length < this.minLength) {
      const message = this.errorMessage || controlTerms.tooShort(this.minLength, length);
      this.updateValidity({ tooShort: true }, message, anchor);
    } else if (this.control && !this.control.validity.valid) {
      // Number, date, address, pattern: the browser knows, and speaks the worker's language.
      const { badInput, patternMismatch, rangeOverflow, rangeUnderflow, stepMismatch, typeMismatch } =
        this.control.validity;
      const flags = { badInput, patternMismatch, rangeOverflow, rangeUnderflow, stepMismatch, typeMismatch };
      this.updateValidity(flags, this.errorMessage || this.control.validationMessage || controlTerms.missing(), anchor);
    } else this.updateValidity();
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.autoFocus) this.focus({ preventScroll: true });
  }

  protected override updated(): void {
    this.refreshValidity();
  }

  /** Takes away what may not be written, and keeps the caret where the worker sees it. */
  private filter(control: HTMLInputElement | HTMLTextAreaElement): void {
    const pattern = this.autoValidate ? readPattern(this.allowedPattern).value : undefined;
    const allowed = (text: string) => (pattern ? [...text].filter((char) => pattern.test(char)).join('') : text);
    const limit = (text: string) => (this.maxLength !== undefined ? text.slice(0, Math.max(0, this.maxLength)) : text);
    const { value } = control;
    const filtered = limit(allowed(value));
    if (filtered === value) return;
    const caret = caretTypes.test(this.kind) ? (control.selectionStart ?? value.length) : undefined;
    control.value = filtered;
    if (caret === undefined) return;
    const kept = Math.min(allowed(value.slice(0, caret)).length, filtered.length);
    control.setSelectionRange(kept, kept);
  }

  protected handleInput(event: Event): void {
    const control = event.currentTarget as HTMLInputElement | HTMLTextAreaElement;
    // A syllable in the making belongs to the input method; it is filtered when it is finished.
    if (!(event as InputEvent).isComposing && this.kind !== 'file') this.filter(control);
    this.value = control.value;
    if (this.autoValidate) this.showProblem();
  }

  protected handleCompositionEnd(event: CompositionEvent): void {
    const control = event.currentTarget as HTMLInputElement | HTMLTextAreaElement;
    this.filter(control);
    this.value = control.value;
  }

  // No message appears here: it would move the button that the worker is just pressing.
  protected handleChange(): void {
    this.emitNative('change');
  }

  /** Selects everything the worker wrote. */
  select(): void {
    this.control?.select();
  }

  /** Direction of what is written. An empty field keeps that of the page, where its hint stands. */
  protected get direction(): 'auto' | undefined {
    return this.current ? 'auto' : undefined;
  }

  /** Name of the field for screen readers when it shows no label of its own. */
  protected get nameForReaders(): string | undefined {
    return this.label ? undefined : (labelFromPage(this, this.internals) ?? (this.placeholder || undefined));
  }

  /** The field around a control, with label, message and what else stands below it. */
  protected renderField(
    control: TemplateResult,
    counter: TemplateResult | typeof nothing,
    raised: boolean,
  ): TemplateResult {
    const problem = this.shownProblem;
    const classes = {
      field: true,
      labelled: Boolean(this.label),
      raised: raised || this.current !== '',
      invalid: Boolean(problem),
      disabled: this.isDisabled,
    };
    return html`
      <div class=${classMap(classes)} part="field">
        ${control} ${this.label ? html`<label for="control" part="label"><bdi>${this.label}</bdi></label>` : nothing}
      </div>
      <div class="below">
        ${problem ? html`<span id="error" class="error" part="error" dir="auto">${problem}</span>` : nothing}${counter}
      </div>
      <slot></slot>
    `;
  }
}
