import { css, html } from 'lit';
import { CrowdElement } from '../crowd-element.js';

/**
 * Text under a `crowd-slider`, at the place of a number.
 *
 * @element crowd-slider-label
 * @attr {number} position - The number under which it stands.
 * @slot - The text.
 */
export class CrowdSliderLabel extends CrowdElement {
  static override styles = css`
    :host([slot='labels']) {
      position: absolute;
      inset-inline-start: calc(var(--oce-share, 0) * 100%);
      translate: -50% 0;
      white-space: nowrap;
    }
    :host([slot='labels']:dir(rtl)) {
      translate: 50% 0;
    }
  `;

  override render() {
    return html`<slot></slot>`;
  }
}
