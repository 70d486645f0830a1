import { css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { LocaleController } from '../../locales/index.js';
import { displayTerms } from '../../locales/terms/display.js';
import { readNumber } from '../../parse/attributes.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { closeButtonStyles, ironIcon, iconStyles } from './iron-icons.js';

/** How long a toast stays when the page says nothing. */
const defaultDurationMs = 3000;

/** Only one toast is visible at a time. */
const screen: { toast?: CrowdToast } = {};

/**
 * A message that goes away by itself.
 *
 * @element crowd-toast
 * @attr {number} duration - How long it stays, in milliseconds; 3000 by default, 0 for until it is closed.
 * @attr {string} text - The message.
 * @attr {boolean} opened - Visible. Follows what happens.
 * @fires {Event} close - It went away.
 * @slot - Further content.
 * @csspart toast - The box.
 * @csspart close-button - Closes it.
 */
export class CrowdToast extends CrowdElement {
  static override styles = [
    tokens,
    baseStyles,
    iconStyles,
    closeButtonStyles,
    css`
      :host {
        display: contents;
      }
      .toast {
        position: fixed;
        inset: auto auto var(--oce-space-5) var(--oce-space-5);
        align-items: flex-start;
        gap: var(--oce-space-3);
        max-inline-size: min(480px, calc(100vw - 48px));
        margin: 0;
        padding: var(--oce-space-3) var(--oce-space-4);
        border: 1px solid transparent;
        border-radius: var(--oce-radius-m);
        font: var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
        overflow-wrap: anywhere;
        color: var(--oce-color-surface);
        background: var(--oce-color-text);
        forced-color-adjust: none;
        box-shadow: var(--oce-shadow-3);
      }
      .toast:dir(rtl) {
        inset: auto var(--oce-space-5) var(--oce-space-5) auto;
      }
      .toast:popover-open {
        display: flex;
      }
      .content {
        flex: 1;
      }
    `,
  ];

  private timer?: ReturnType<typeof setTimeout>;

  @query('.toast') private box!: HTMLElement | null;

  @property({ converter: { fromAttribute: (text: string | null) => readNumber(text).value } }) duration?: number;
  @property() text: string | null = null;
  @property({ type: Boolean, reflect: true }) opened = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    if (screen.toast === this) screen.toast = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A popover is closed by taking it off the page.
    if (this.hasUpdated && this.opened) this.requestUpdate('opened', false);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('opened') || !this.box) return;
    if (this.opened) this.appear(this.box);
    else if (changed.get('opened')) this.vanish(this.box);
  }

  private appear(box: HTMLElement): void {
    if (screen.toast && screen.toast !== this) screen.toast.opened = false;
    screen.toast = this;
    if (!box.matches(':popover-open')) box.showPopover();
    this.countDown();
  }

  private vanish(box: HTMLElement): void {
    clearTimeout(this.timer);
    if (screen.toast === this) screen.toast = undefined;
    if (box.matches(':popover-open')) box.hidePopover();
    this.dispatchEvent(new Event('close'));
  }

  private readonly countDown = (): void => {
    clearTimeout(this.timer);
    const durationMs = this.duration ?? defaultDurationMs;
    if (durationMs > 0 && this.opened) this.timer = setTimeout(() => this.close(), durationMs);
  };

  /** Somebody is reading it, or about to close it. */
  private readonly holdOn = (): void => clearTimeout(this.timer);

  /** Shows it, from the beginning if it is visible already. */
  open(): void {
    if (this.opened) this.countDown();
    this.opened = true;
  }

  /** Takes it away. */
  close(): void {
    this.opened = false;
  }

  override render() {
    return html`<div
      class="toast"
      part="toast"
      popover="manual"
      role="status"
      @pointerenter=${this.holdOn}
      @pointerleave=${this.countDown}
      @focusin=${this.holdOn}
      @focusout=${this.countDown}
    >
      <div class="content"><span dir="auto">${this.text}</span> <slot></slot></div>
      <button class="close" type="button" part="close-button" aria-label=${displayTerms.close()} @click=${this.close}>
        ${ironIcon('close')}
      </button>
    </div>`;
  }
}
