import { html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { CrowdElement } from '../crowd-element.js';
import { FormAssociated } from '../form-associated.js';

/** A button that shows a sign instead of words, and is heard through `click`. It submits nothing. */
export abstract class RoundButton extends FormAssociated(CrowdElement) {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @query('button') private control!: HTMLButtonElement | null;

  @property() icon: string | null = null;
  @property({ attribute: 'aria-label' }) accessibleLabel: string | null = null;
  @property({ attribute: 'title' }) tooltip: string | null = null;

  constructor() {
    super();
    this.addEventListener('click', this.blockClick, { capture: true });
  }

  private readonly blockClick = (event: Event): void => {
    if (!this.isDisabled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  override click(): void {
    if (this.control) this.control.click();
    else super.click();
  }

  protected renderButton(sign: unknown, spokenSign: string | null) {
    // Without words of its own it is called by the icon's name, which says more than nothing.
    const name =
      this.accessibleLabel || this.tooltip || spokenSign || this.icon?.replace(/^[^:]*:/, '').replaceAll('-', ' ');
    return html`<button
        type="button"
        part="button"
        ?disabled=${this.isDisabled}
        aria-label=${ifDefined(name || undefined)}
      >
        ${sign}</button
      ><slot></slot>`;
  }
}
