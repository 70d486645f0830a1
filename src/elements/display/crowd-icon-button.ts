import { css } from 'lit';
import { baseStyles, tokens } from '../tokens.js';
import { iconOrImage, iconStyles } from './iron-icons.js';
import { RoundButton } from './round-button.js';

/**
 * An icon to click.
 *
 * @element crowd-icon-button
 * @attr {string} icon - Icon name or address of a picture.
 * @attr {boolean} disabled - Takes no clicks.
 * @attr {string} title - Tooltip, and the name for screen readers.
 * @fires {MouseEvent} click - The worker pressed it.
 * @slot - Content that ended up inside because of a missing end tag, and badges; shown beside.
 * @csspart button - The native button.
 * @csspart icon - The picture.
 */
export class CrowdIconButton extends RoundButton {
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
        inline-size: max(36px, var(--oce-target));
        block-size: max(36px, var(--oce-target));
        padding: 0;
        border: 0;
        border-radius: 50%;
        font-size: 16px;
        color: inherit;
        background: none;
        cursor: pointer;
        transition: background-color var(--oce-duration);
      }
      button:hover {
        background: color-mix(in srgb, currentcolor 10%, transparent);
      }
      button:active {
        background: color-mix(in srgb, currentcolor 22%, transparent);
      }
      button:disabled {
        color: var(--oce-color-text-disabled);
        background: none;
        cursor: not-allowed;
      }
    `,
  ];

  override render() {
    return this.renderButton(iconOrImage(this.icon ?? ''), null);
  }
}
