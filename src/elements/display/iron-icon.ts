import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { CrowdElement } from '../crowd-element.js';
import { iconOrImage } from './iron-icons.js';

/**
 * Shows an icon by its iron-icons name. Decoration, unless it has a `title` or an `aria-label`.
 *
 * @element iron-icon
 * @attr {string} icon - Name such as `search` or `icons:search`. A name that does not exist gives a neutral icon.
 * @attr {string} src - Address of a picture used instead.
 * @slot - Content that ended up inside because of a missing end tag; shown beside.
 * @csspart icon - The picture of `src`.
 * @cssproperty [--iron-icon-width=24px] - Width.
 * @cssproperty [--iron-icon-height=24px] - Height.
 */
export class IronIcon extends CrowdElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      inline-size: var(--iron-icon-width, 24px);
      block-size: var(--iron-icon-height, 24px);
      vertical-align: middle;
      color: var(--iron-icon-fill-color, currentcolor);
    }
    :host([hidden]) {
      display: none;
    }
    /* A self-closing tag swallows what follows it: then that flows on beside the icon. */
    :host(:state(stray)) {
      display: inline;
    }
    .icon {
      flex: none;
      inline-size: 100%;
      block-size: 100%;
      stroke: currentcolor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    :host(:state(stray)) .icon {
      inline-size: var(--iron-icon-width, 24px);
      block-size: var(--iron-icon-height, 24px);
      vertical-align: middle;
    }
  `;

  private readonly internals = this.attachInternals();

  @property() icon: string | null = null;
  @property() src: string | null = null;
  @property({ attribute: 'aria-label' }) accessibleLabel: string | null = null;
  @property({ attribute: 'title' }) tooltip: string | null = null;

  protected override updated(): void {
    const name = this.accessibleLabel || this.tooltip;
    this.internals.role = name ? 'img' : null;
    this.internals.ariaLabel = name;
  }

  private handleSlotChange({ target }: Event): void {
    const nodes = (target as HTMLSlotElement).assignedNodes();
    const isStray = nodes.some((node) => node instanceof Element || Boolean(node.nodeValue?.trim()));
    if (isStray) this.internals.states.add('stray');
    else this.internals.states.delete('stray');
  }

  override render() {
    return html`${iconOrImage(this.src ?? this.icon ?? '')}<slot @slotchange=${this.handleSlotChange}></slot>`;
  }
}
