import { css, html } from 'lit';
import { CrowdElement } from '../crowd-element.js';
import { tokens } from '../tokens.js';
import type { CrowdRadioButton } from './crowd-radio-button.js';

/** Steps through the group by key; left and right follow the writing direction. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Makes the radio buttons inside it exclusive, whatever their names. It answers nothing itself.
 *
 * @element crowd-radio-group
 * @slot - `crowd-radio-button` elements, directly or wrapped in other HTML.
 */
export class CrowdRadioGroup extends CrowdElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none !important;
      }
      ::slotted(crowd-radio-button) {
        margin-inline-end: var(--oce-space-4);
      }
    `,
  ];

  private readonly internals = this.attachInternals();
  private readonly observer = new MutationObserver(() => this.arrange());

  constructor() {
    super();
    this.internals.role = 'radiogroup';
    this.addEventListener('keydown', this.handleKeyDown);
    this.addEventListener('crowd-radio-chosen', () => this.arrange());
    this.addEventListener('crowd-element-ready', () => this.arrange());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    this.arrange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private get buttons(): CrowdRadioButton[] {
    const buttons = [...this.querySelectorAll<CrowdRadioButton>('crowd-radio-button')];
    return buttons.filter((button) => button.closest('crowd-radio-group') === this);
  }

  /** Tab stops once in the group: at the chosen button, or else at the first that can be chosen. */
  private arrange(): void {
    const { buttons } = this;
    const usable = buttons.filter((button) => !button.matches(':disabled'));
    const stop = usable.find((button) => button.checked) ?? usable[0];
    buttons.forEach((button, index) => {
      button.inGroup = { position: index + 1, size: buttons.length, isStop: button === stop };
    });
  }

  private readonly handleKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const { target } = event;
    if (!step || !(target instanceof Element) || event.ctrlKey || event.altKey || event.metaKey) return;
    const usable = this.buttons.filter((button) => !button.matches(':disabled'));
    const at = usable.indexOf(target as CrowdRadioButton);
    if (at < 0) return;
    event.preventDefault();
    const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const way = isSideways && getComputedStyle(this).direction === 'rtl' ? -step : step;
    const next = usable[(at + way + usable.length) % usable.length];
    next?.focus();
    next?.click();
  };

  override render() {
    return html`<slot></slot>`;
  }
}
