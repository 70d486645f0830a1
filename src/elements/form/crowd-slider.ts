import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Contribution } from '../../answers/collect.js';
import { LocaleController } from '../../locales/index.js';
import { controlTerms } from '../../locales/terms/controls.js';
import { readNumber } from '../../parse/attributes.js';
import { CrowdElement } from '../crowd-element.js';
import { FormAssociated } from '../form-associated.js';
import { baseStyles, tokens } from '../tokens.js';
import { sliderStyles } from './crowd-slider.styles.js';
import { labelFromPage } from './page-label.js';

const numberAttribute = { fromAttribute: (text: string | null): number | undefined => readNumber(text).value };

/** Steps such as 0.1 leave dust behind that no worker chose. */
const withoutDust = (value: number): number => Number(value.toFixed(10));

/**
 * Lets the worker choose a number by moving a knob.
 *
 * @element crowd-slider
 * @attr {string} name - Key of the number in the answer.
 * @attr {number} value - Where the knob stands at first; `min` by default. It is the answer too when nobody moves it.
 * @attr {number} min - Smallest number; 0 by default.
 * @attr {number} max - Largest number; 100 by default.
 * @attr {number} step - Grain; 1 by default. Fractions are fine.
 * @attr {boolean} pin - Shows the number above the knob while it moves.
 * @attr {boolean} editable - Adds a field to type the number into.
 * @attr {number} secondary-progress - A second mark on the line.
 * @attr {boolean} disabled - Cannot be moved and adds nothing to the answer.
 * @attr {boolean} required - Has to be touched, unless it has a `value`.
 * @prop {number} value - The number. Setting null goes back to `min`.
 * @fires {InputEvent} input - The knob moves.
 * @fires {Event} change - The knob was let go.
 * @slot - `crowd-slider-label` elements; anything else is shown below.
 * @slot labels - Where `crowd-slider-label` elements go.
 * @csspart slider - The native slider.
 * @csspart pin - The number above the knob.
 * @csspart number - The field of `editable`.
 * @csspart error - What is wrong.
 * @cssproperty [--crowd-slider-secondary-color] - Colour of `secondary-progress`.
 */
export class CrowdSlider extends FormAssociated(CrowdElement) {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, baseStyles, sliderStyles];

  /** What was asked for, before it is brought into the range; undefined means `min`. */
  private wanted?: number;
  private isDirty = false;
  private readonly labelObserver = new MutationObserver(() => this.placeLabels());

  @query('input[type=range]') private slider!: HTMLInputElement | null;
  @state() private isTouched = false;
  @state() private hasLabels = false;

  @property({ converter: numberAttribute }) min?: number;
  @property({ converter: numberAttribute }) max?: number;
  @property({ converter: numberAttribute }) step?: number;
  @property({ type: Boolean }) pin = false;
  @property({ type: Boolean }) editable = false;
  @property({ type: Boolean }) required = false;
  @property({ attribute: 'secondary-progress', converter: numberAttribute }) secondaryProgress?: number;

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('pointerdown', () => this.touch());
    this.addEventListener('keydown', ({ key }) => key !== 'Tab' && key !== 'Shift' && this.touch());
  }

  /** The number, within the range and on a step. */
  @property({ attribute: false })
  get value(): number {
    return this.fit(this.wanted ?? this.low);
  }
  set value(value: number | string | null | undefined) {
    this.isDirty = true;
    this.isTouched = true;
    this.assign(readNumber(value).value);
  }

  /** Where the knob stands at first; `min` by default. It is the answer too when nobody moves it. */
  @property({ attribute: 'value', converter: numberAttribute })
  get defaultValue(): number | undefined {
    return readNumber(this.getAttribute('value')).value;
  }
  set defaultValue(value: number | undefined) {
    if (!this.isDirty) this.assign(value);
  }

  private get low(): number {
    return this.min ?? 0;
  }

  private get high(): number {
    return Math.max(this.low, this.max ?? 100);
  }

  private get grain(): number {
    return this.step && this.step > 0 ? this.step : 1;
  }

  private fit(value: number): number {
    const { low, high, grain } = this;
    const steps = Math.min(Math.round((value - low) / grain), Math.floor(withoutDust((high - low) / grain)));
    return withoutDust(low + Math.max(0, steps) * grain);
  }

  private assign(value: number | undefined): void {
    this.wanted = value;
    this.syncForm();
    this.requestUpdate();
  }

  private syncForm(): void {
    this.updateFormValue(String(this.value));
    this.refreshValidity();
  }

  private touch(): void {
    if (!this.isDisabled) this.isTouched = true;
  }

  protected override refreshValidity(): void {
    const isMissing = this.required && !this.isTouched && this.defaultValue === undefined;
    if (isMissing) this.updateValidity({ valueMissing: true }, controlTerms.untouched(), this.slider ?? undefined);
    else this.updateValidity();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.labelObserver.observe(this, { childList: true, attributeFilter: ['position'], subtree: true });
    this.placeLabels();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.labelObserver.disconnect();
  }

  protected override updated(): void {
    this.syncForm();
    this.placeLabels();
    const { slider } = this;
    if (!slider) return;
    const thumb = (share: number) => `calc(9px + (100% - 18px) * ${share})`;
    slider.style.setProperty('--value', thumb(this.shareOf(this.value)));
    const { secondaryProgress } = this;
    if (secondaryProgress === undefined) slider.style.removeProperty('--secondary');
    else slider.style.setProperty('--secondary', thumb(this.shareOf(secondaryProgress)));
    slider.parentElement?.style.setProperty('--share', String(this.shareOf(this.value)));
  }

  /** Place of a number on the line: 0 at its start, 1 at its end. */
  private shareOf(value: number): number {
    const { low, high } = this;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  }

  private placeLabels(): void {
    const labels = [...this.querySelectorAll<HTMLElement>(':scope > crowd-slider-label')];
    for (const label of labels) {
      if (label.slot !== 'labels') label.slot = 'labels';
      const position = readNumber(label.getAttribute('position')).value ?? this.low;
      label.style.setProperty('--oce-share', String(this.shareOf(position)));
    }
    this.hasLabels = labels.length > 0;
  }

  override answerContribution(): Contribution | undefined {
    if (!this.name || this.isDisabled) return undefined;
    return { name: this.name, type: 'value', value: this.value };
  }

  protected override resetValue(): void {
    this.isDirty = false;
    this.isTouched = false;
    this.assign(this.defaultValue);
  }

  protected override restoreValue(state: string | File | FormData): void {
    if (typeof state === 'string') this.value = state;
  }

  private handleInput(event: Event): void {
    this.value = (event.currentTarget as HTMLInputElement).value;
  }

  private handleNumber(event: Event): void {
    // While a number is being typed it may be empty or out of range; it is brought in order when it is finished.
    const { value, validity } = event.currentTarget as HTMLInputElement;
    if (value !== '' && validity.valid) this.value = value;
  }

  private handleChange(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    if (input.value !== '') this.value = input.value;
    input.value = String(this.value);
    this.emitNative('change');
  }

  override render() {
    const { value } = this;
    const problem = this.shownProblem;
    const name = labelFromPage(this, this.internals);
    return html`
      <div class=${classMap({ row: true, invalid: Boolean(problem) })}>
        <div class="scale">
          <div class="line">
            <input
              type="range"
              part="slider"
              min=${this.low}
              max=${this.high}
              step=${this.grain}
              .value=${String(value)}
              ?disabled=${this.isDisabled}
              aria-label=${name ?? (this.name || controlTerms.slider())}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${problem ? 'error' : nothing}
              @input=${this.handleInput}
              @change=${this.handleChange}
            />
            ${this.pin ? html`<span class="pin" part="pin" aria-hidden="true">${value}</span>` : nothing}
          </div>
          <div class=${classMap({ labels: true, 'has-labels': this.hasLabels })}><slot name="labels"></slot></div>
        </div>
        ${this.editable ? this.renderNumber(value) : nothing}
      </div>
      ${problem ? html`<span id="error" class="error" part="error">${problem}</span>` : nothing}
      <slot></slot>
    `;
  }

  private renderNumber(value: number) {
    return html`<input
      class="number"
      part="number"
      type="number"
      min=${this.low}
      max=${this.high}
      step=${this.grain}
      .value=${String(value)}
      ?disabled=${this.isDisabled}
      aria-label=${controlTerms.number()}
      @input=${this.handleNumber}
      @change=${this.handleChange}
    />`;
  }
}
