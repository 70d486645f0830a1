import { css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { iconOrImage, iconStyles } from './iron-icons.js';

/**
 * A small mark over the upper corner of another element.
 *
 * @element crowd-badge
 * @attr {string} for - Id of the element it marks; the element around it by default.
 * @attr {string} label - Up to three characters.
 * @attr {string} icon - Icon name or address of a picture, instead of the label.
 * @slot - Content that ended up inside because of a missing end tag; shown where it stands.
 * @csspart badge - The mark.
 * @csspart icon - Its picture.
 */
export class CrowdBadge extends CrowdElement {
  static override styles = [
    tokens,
    baseStyles,
    iconStyles,
    css`
      :host {
        font: inherit;
        color: inherit;
      }
      .badge {
        position: absolute;
        inset: 0 auto auto 0;
        display: inline-grid;
        place-items: center;
        min-inline-size: 20px;
        block-size: 20px;
        padding-inline: 5px;
        border: 2px solid var(--oce-color-surface);
        border-radius: var(--oce-radius-pill);
        font: 600 11px / 1 var(--oce-font);
        white-space: nowrap;
        color: var(--oce-color-on-danger);
        background: var(--crowd-badge-background, var(--oce-color-danger));
        forced-color-adjust: none;
        pointer-events: none;
        z-index: 1;
      }
      .icon {
        inline-size: 12px;
        block-size: 12px;
        stroke-width: 2.5;
      }
    `,
  ];

  private readonly resizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => this.place());
  private observed?: Element;

  @query('.badge') private badge!: HTMLElement | null;

  @property() for: string | null = null;
  @property() label: string | null = null;
  @property() icon: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.place);
    document.addEventListener('scroll', this.place, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes?.disconnect();
    this.observed = undefined;
    removeEventListener('resize', this.place);
    document.removeEventListener('scroll', this.place, { capture: true });
  }

  private get target(): Element | null {
    const named = this.for ? (this.getRootNode() as Document | ShadowRoot).getElementById(this.for) : null;
    return named ?? this.parentElement;
  }

  protected override updated(): void {
    this.place();
  }

  /** Measures instead of computing: the box that the mark is placed in may be in another shadow root. */
  private readonly place = (): void => {
    const { badge, target } = this;
    if (!badge || !target) return;
    if (this.observed !== target) {
      this.resizes?.disconnect();
      this.resizes?.observe(target);
      // What moves the target mostly changes the height of the page.
      this.resizes?.observe(document.body);
      this.observed = target;
    }
    badge.style.translate = '';
    const mark = badge.getBoundingClientRect();
    const corner = target.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const x = (isRightToLeft ? corner.left : corner.right) - mark.width / 2 - mark.left;
    const y = corner.top - mark.height / 2 - mark.top;
    badge.style.translate = `${x}px ${y}px`;
  };

  override render() {
    const content = this.icon ? iconOrImage(this.icon) : this.label;
    return html`${content ? html`<span class="badge" part="badge">${content}</span>` : nothing}<slot></slot>`;
  }
}
