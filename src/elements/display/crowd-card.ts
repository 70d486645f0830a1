import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';

/**
 * A raised box around any content.
 *
 * @element crowd-card
 * @attr {string} heading - Title at the top.
 * @attr {string} image - Address of a picture at the top.
 * @slot - The content.
 * @csspart image - The picture.
 * @csspart heading - The title.
 */
export class CrowdCard extends CrowdElement {
  // The box is the host itself, since templates set its width, padding and colours by the tag's name.
  static override styles = [
    tokens,
    baseStyles,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
        border: 1px solid var(--oce-color-border);
        border-radius: var(--oce-radius-l);
        overflow-wrap: anywhere;
        background: var(--oce-color-surface-raised);
        box-shadow: var(--oce-shadow-1);
      }
      .image {
        position: relative;
        overflow: hidden;
        border-radius: calc(var(--oce-radius-l) - 1px) calc(var(--oce-radius-l) - 1px) 0 0;
      }
      img {
        display: block;
        inline-size: 100%;
      }
      .heading {
        margin: 0;
        padding: var(--oce-space-3) var(--oce-space-4);
        font-size: var(--oce-font-size-xl);
        font-weight: var(--oce-font-weight-strong);
        line-height: 1.3;
      }
      .over {
        position: absolute;
        inset-inline: 0;
        inset-block-end: 0;
        padding-block-start: var(--oce-space-6);
        color: white;
        background: linear-gradient(transparent, rgb(0 0 0 / 72%) 60%);
      }
    `,
  ];

  @property() heading: string | null = null;
  @property() image: string | null = null;

  override render() {
    const { heading, image } = this;
    const title = (isOver: boolean) =>
      heading ? html`<h2 class="heading ${isOver ? 'over' : ''}" part="heading" dir="auto">${heading}</h2>` : nothing;
    return html`
      ${image ? html`<div class="image"><img part="image" src=${image} alt="" />${title(true)}</div>` : title(false)}
      <slot></slot>
    `;
  }
}
