import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { controlTerms } from '../../locales/terms/controls.js';
import { CheckControl } from './check-control.js';

const switchStyles = css`
  input {
    --track: var(--oce-color-border-strong);
    appearance: none;
    position: relative;
    inline-size: 36px;
    block-size: 20px;
    margin-block-start: calc((1.45em - 20px) / 2);
    border: 2px solid var(--track);
    border-radius: var(--oce-radius-pill);
    background: var(--oce-color-surface);
    transition: background-color var(--oce-duration);
  }
  input::before {
    content: '';
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 12px;
    border-radius: 50%;
    background: var(--track);
    transition: translate var(--oce-duration);
  }
  input:checked {
    --track: var(--oce-color-primary);
    background: var(--track);
  }
  input:checked::before {
    translate: 16px 0;
    background: var(--oce-color-on-primary);
  }
  input:checked:dir(rtl)::before {
    translate: -16px 0;
  }
  input:disabled {
    --track: var(--oce-color-text-disabled);
    opacity: 0.7;
  }
  :host([invalid]) input:not(:checked) {
    --track: var(--crowd-toggle-button-invalid-color, var(--oce-color-danger));
  }
  .invalid input {
    border-radius: var(--oce-radius-pill);
  }
  @media (forced-colors: active) {
    input {
      --track: ButtonText;
      forced-color-adjust: none;
    }
    input:checked {
      --track: Highlight;
    }
    input:disabled {
      --track: GrayText;
    }
  }
`;

/**
 * A switch that is on or off.
 *
 * @element crowd-toggle-button
 * @attr {string} name - Key in the answer: `{name: {value: true}}`.
 * @attr {string} value - Key of this switch under its name.
 * @attr {boolean} checked - On. Follows what the worker does.
 * @attr {boolean} disabled - Cannot be changed and adds nothing to the answer.
 * @attr {boolean} required - Has to be on.
 * @attr {boolean} invalid - Drawn in an alert colour while it is off.
 * @fires {InputEvent} input - The worker switched it.
 * @fires {Event} change - The same, as native boxes do.
 * @slot - The label.
 * @csspart base - Switch and label.
 * @csspart input - The native box, drawn as a switch.
 * @csspart label - The label.
 * @csspart error - What is wrong.
 * @cssproperty [--crowd-toggle-button-invalid-color] - The alert colour of `invalid`; red by default.
 */
export class CrowdToggleButton extends CheckControl {
  static override styles = [...CheckControl.styles, switchStyles];

  @property({ type: Boolean, reflect: true }) invalid = false;

  protected override get missing(): string | undefined {
    return this.required && !this.checked ? controlTerms.off() : undefined;
  }

  override render() {
    return this.renderControl('checkbox', 'switch');
  }
}
