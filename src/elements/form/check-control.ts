import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Contribution } from '../../answers/collect.js';
import { LocaleController } from '../../locales/index.js';
import { CrowdElement } from '../crowd-element.js';
import { FormAssociated } from '../form-associated.js';
import { baseStyles, tokens } from '../tokens.js';
import { checkStyles } from './check.styles.js';
import { labelFromPage } from './page-label.js';

/** What checkbox, radio button and switch have in common: something that is on or off and says so under its value. */
export abstract class CheckControl extends FormAssociated(CrowdElement) {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, baseStyles, checkStyles];

  private isOn = false;
  /** The state the page was written with. It is kept, since `checked` is reflected to the attribute. */
  private defaultChecked?: boolean;

  @query('input') protected control!: HTMLInputElement | null;

  /** Key of the state in the answer. */
  @property() value = 'on';
  @property({ type: Boolean }) required = false;

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('click', this.handleHostClick);
  }

  @property({ type: Boolean, reflect: true })
  get checked(): boolean {
    return this.isOn;
  }
  set checked(checked: boolean) {
    this.isOn = Boolean(checked);
    this.syncForm();
  }

  override connectedCallback(): void {
    this.defaultChecked ??= this.hasAttribute('checked');
    super.connectedCallback();
    this.syncForm();
  }

  private syncForm(): void {
    this.updateFormValue(this.isOn ? this.value : null, this.isOn ? 'on' : 'off');
    this.refreshValidity();
  }

  /** Whether a native element of this kind would be missing, and how that is said. */
  protected abstract readonly missing: string | undefined;

  protected override refreshValidity(): void {
    const { missing } = this;
    if (missing) this.updateValidity({ valueMissing: true }, missing, this.control ?? undefined);
    else this.updateValidity();
  }

  protected override updated(): void {
    this.syncForm();
  }

  override answerContribution(): Contribution | undefined {
    if (!this.name || this.isDisabled) return undefined;
    return { name: this.name, type: 'choice', choices: { [this.value || 'on']: this.isOn } };
  }

  protected override resetValue(): void {
    this.checked = this.defaultChecked ?? false;
  }

  protected override restoreValue(state: string | File | FormData): void {
    this.checked = state === 'on';
  }

  /** A label on the page, or a script, clicks the host; the native input is what is meant. */
  private readonly handleHostClick = (event: Event): void => {
    if (event.composedPath()[0] === this && !event.defaultPrevented) this.control?.click();
  };

  private handleInput(event: Event): void {
    this.checked = (event.currentTarget as HTMLInputElement).checked;
  }

  private handleChange(): void {
    this.emitNative('change');
  }

  override click(): void {
    if (this.control) this.control.click();
    else super.click();
  }

  /** The native input with the element's content as its label. */
  protected renderControl(type: 'checkbox' | 'radio', role?: 'switch', extra: unknown = nothing) {
    const problem = this.shownProblem;
    return html`
      <label class=${classMap({ invalid: Boolean(problem), disabled: this.isDisabled })} part="base">
        <input
          part="input"
          type=${type}
          role=${role ?? nothing}
          .checked=${this.isOn}
          ?disabled=${this.isDisabled}
          aria-label=${labelFromPage(this, this.internals) ?? nothing}
          aria-required=${this.required && type === 'checkbox' ? 'true' : nothing}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'error' : nothing}
          @input=${this.handleInput}
          @change=${this.handleChange}
        />${extra}<span class="text" part="label"><slot></slot></span>
      </label>
      ${problem ? html`<span id="error" class="error" part="error">${problem}</span>` : nothing}
    `;
  }
}
