import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../locales/index.js';
import { displayTerms } from '../../locales/terms/display.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { closeButtonStyles, ironIcon, iconStyles } from './iron-icons.js';

/** How serious a message is. */
export type AlertType = 'info' | 'success' | 'warning' | 'error';

const icons: Readonly<Record<AlertType, string>> = {
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  error: 'error',
};

/**
 * Tells the worker something, in its place on the page.
 *
 * @element crowd-alert
 * @attr {'info' | 'success' | 'warning' | 'error'} type - How serious it is; `info` by default.
 * @attr {boolean} dismissible - The worker can close it.
 * @fires {Event} close - The worker closed it. It is hidden then, not removed.
 * @slot - The message.
 * @csspart base - The box.
 * @csspart icon - Says how serious it is.
 * @csspart message - The message.
 * @csspart close-button - Closes it.
 */
export class CrowdAlert extends CrowdElement {
  static override styles = [
    tokens,
    baseStyles,
    iconStyles,
    closeButtonStyles,
    css`
      :host {
        display: block;
        margin-block: var(--oce-space-2);
      }
      .alert {
        --tone: var(--oce-color-info);
        display: flex;
        align-items: flex-start;
        gap: var(--oce-space-3);
        padding: var(--oce-space-3) var(--oce-space-4);
        border: 1px solid color-mix(in srgb, var(--tone) 45%, transparent);
        border-inline-start: 4px solid var(--tone);
        border-radius: var(--oce-radius-m);
        background: var(--oce-color-info-subtle);
      }
      .success {
        --tone: var(--oce-color-success);
        background: var(--oce-color-success-subtle);
      }
      .warning {
        --tone: var(--oce-color-warning);
        background: var(--oce-color-warning-subtle);
      }
      .error {
        --tone: var(--oce-color-danger);
        background: var(--oce-color-danger-subtle);
      }
      .mark {
        display: flex;
        align-items: center;
        block-size: 1.45em;
        color: var(--tone);
      }
      .message {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() type: AlertType = 'info';
  @property({ type: Boolean }) dismissible = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  private dismiss(): void {
    this.hidden = true;
    this.dispatchEvent(new Event('close'));
  }

  override render() {
    const type: AlertType = this.type in icons ? this.type : 'info';
    const isUrgent = type === 'error' || type === 'warning';
    return html`<div class="alert ${type}" part="base" role=${isUrgent ? 'alert' : 'status'}>
      <span class="mark" part="icon" role="img" aria-label=${displayTerms[type]()}>${ironIcon(icons[type])}</span>
      <div class="message" part="message"><slot></slot></div>
      ${
        this.dismissible
          ? html`<button
              class="close"
              type="button"
              part="close-button"
              aria-label=${displayTerms.close()}
              @click=${this.dismiss}
            >
              ${ironIcon('close')}
            </button>`
          : nothing
      }
    </div>`;
  }
}
