import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { CrowdElement } from '../crowd-element.js';

/**
 * One page of `crowd-tabs`.
 *
 * @element crowd-tab
 * @attr {string} header - Title of the tab.
 * @slot - The content.
 */
export class CrowdTab extends CrowdElement {
  static override styles = css`
    :host {
      display: block;
      padding-block: 16px;
    }
    :host([data-hidden]),
    :host([hidden]) {
      display: none !important;
    }
  `;

  private readonly internals = this.attachInternals();

  @property() header: string | null = null;

  constructor() {
    super();
    this.internals.role = 'tabpanel';
  }

  protected override willUpdate(): void {
    this.internals.ariaLabel = this.header;
  }

  override render() {
    return html`<slot></slot>`;
  }
}
