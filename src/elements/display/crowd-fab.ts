import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles, tokens } from '../tokens.js';
import { iconOrImage, iconStyles } from './iron-icons.js';
import { RoundButton } from './round-button.js';

/**
 * A round button that stands out.
 *
 * @element crowd-fab
 * @attr {string} icon - Icon name or address of a picture.
 * @attr {string} label - One character instead of an icon.
 * @attr {string} title - Tooltip, and the name for screen readers.
 * @attr {boolean} disabled - Takes no clicks.
 * @fires {MouseEvent} click - The worker pressed it.
 * @slot - Content that ended up inside because of a missing end tag; shown beside.
 * @csspart button - The native button.
 * @csspart icon - The picture.
 */
export class CrowdFab extends RoundButton {
  static override styles = [
    tokens,
    baseStyles,
    iconStyles,
    css`
      :host {
        display: inline-block;
        vertical-align: middle;
      }
      button {
        display: inline-grid;
        place-items: center;
        inline-size: 52px;
        block-size: 52px;
        padding: var(--oce-space-2);
        border: 1px solid transparent;
        border-radius: 50%;
        font: 600 20px / 1 var(--oce-font);
        color: var(--oce-color-on-primary);
        background: var(--oce-color-primary);
        box-shadow: var(--oce-shadow-2);
        cursor: pointer;
        transition: background-color var(--oce-duration);
      }
      button:hover {
        background: var(--oce-color-primary-hover);
      }
      button:active {
        background: var(--oce-color-primary-pressed);
      }
      button:disabled {
        color: var(--oce-color-text-disabled);
        background: var(--oce-color-pressed);
        box-shadow: none;
        cursor: not-allowed;
      }
      @media (forced-colors: active) {
        button:enabled {
          forced-color-adjust: none;
        }
      }
      .label {
        max-inline-size: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property() label: string | null = null;

  override render() {
    const sign = this.icon ? iconOrImage(this.icon) : html`<span class="label">${this.label}</span>`;
    return this.renderButton(sign, this.icon ? null : this.label);
  }
}
