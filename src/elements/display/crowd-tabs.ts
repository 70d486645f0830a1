import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import type { CrowdTab } from './crowd-tab.js';
import { stepThroughTabs, tabStyles } from './tab-list.js';

/**
 * Shows one `crowd-tab` at a time. The first is open; controls in the others answer too.
 *
 * @element crowd-tabs
 * @fires {Event} change - The worker opened another tab.
 * @slot - `crowd-tab` elements.
 * @csspart tabs - The row of titles.
 * @csspart tab - One title. Also `tab-selected`.
 */
export class CrowdTabs extends CrowdElement {
  static override styles = [
    tokens,
    baseStyles,
    tabStyles,
    css`
      :host {
        display: block;
        font: inherit;
        color: inherit;
      }
    `,
  ];

  private readonly observer = new MutationObserver(() => this.arrange());
  private hasRevealed = false;
  @state() private titles: readonly string[] = [];
  @state() private current = 0;

  constructor() {
    super();
    this.addEventListener('crowd-reveal', (event) => this.reveal(event.target));
    // A native form reports problems one by one; the first of them is the one that gets the focus.
    this.addEventListener('invalid', ({ target }) => this.revealOnce(target), { capture: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this, { childList: true, subtree: true, attributeFilter: ['header'] });
    this.arrange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private get tabs(): CrowdTab[] {
    return [...this.querySelectorAll<CrowdTab>(':scope > crowd-tab')];
  }

  private arrange(): void {
    const { tabs } = this;
    this.titles = tabs.map((tab) => tab.getAttribute('header') ?? '');
    this.current = Math.max(0, Math.min(this.current, tabs.length - 1));
    tabs.forEach((tab, index) => tab.toggleAttribute('data-hidden', index !== this.current));
  }

  private reveal(target: EventTarget | null): void {
    const index = this.tabs.findIndex((tab) => target instanceof Node && tab.contains(target));
    if (index >= 0) this.openTab(index);
  }

  private revealOnce(target: EventTarget | null): void {
    if (this.hasRevealed) return;
    this.hasRevealed = true;
    setTimeout(() => (this.hasRevealed = false));
    this.reveal(target);
  }

  /** Opens the tab with this index, counted from 0. */
  openTab(index: number): void {
    this.current = index;
    this.arrange();
  }

  private choose(index: number): void {
    if (index === this.current) return;
    this.openTab(index);
    this.emitNative('change');
  }

  private handleClick(event: Event): void {
    this.choose(Number((event.currentTarget as HTMLElement).dataset['index']));
  }

  private handleKeyDown(event: KeyboardEvent): void {
    const next = stepThroughTabs(event);
    if (next) this.choose(Number(next.dataset['index']));
  }

  protected override updated(): void {
    const { tabs } = this;
    this.renderRoot.querySelectorAll('[role=tab]').forEach((button, index) => {
      const tab = tabs[index];
      if (tab) button.ariaControlsElements = [tab];
    });
  }

  override render() {
    return html`
      <div class="tabs" part="tabs" role="tablist" @keydown=${this.handleKeyDown} ?hidden=${!this.titles.length}>
        ${this.titles.map(
          (title, index) =>
            html`<button
              type="button"
              role="tab"
              part=${index === this.current ? 'tab tab-selected' : 'tab'}
              data-index=${index}
              dir="auto"
              aria-selected=${index === this.current ? 'true' : 'false'}
              tabindex=${index === this.current ? 0 : -1}
              @click=${this.handleClick}
            >
              ${title}
            </button>`,
        )}
      </div>
      <slot></slot>
    `;
  }
}
