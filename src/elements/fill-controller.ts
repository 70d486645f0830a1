import { css, type ReactiveController } from 'lit';

/** The look of a widget that has the window to itself. */
export const fillStyles = css`
  :host(:state(filling)) {
    position: fixed;
    inset: 0;
    block-size: auto;
    min-block-size: 0;
  }
`;

/**
 * Lets a widget fill the window when it is all that the page shows.
 *
 * Old templates hold one widget in one form and nothing else, on a page whose body keeps its margins. As soon as the
 * page shows anything beside it, the widget is an ordinary block again.
 */
export class FillController implements ReactiveController {
  private readonly observer?: MutationObserver;

  constructor(
    private readonly host: HTMLElement & { readonly bringsOwnForm?: boolean },
    private readonly states: CustomStateSet,
  ) {
    if (typeof MutationObserver !== 'undefined') this.observer = new MutationObserver(() => this.measure());
  }

  hostConnected(): void {
    const form = this.host.closest('crowd-form') ?? (this.host.bringsOwnForm ? this.host : null);
    if (form?.parentElement !== document.body) return;
    const options = { childList: true, attributes: true, attributeFilter: ['hidden', 'style', 'class'] };
    for (const node of [document.body, form, this.host.parentElement]) {
      if (node) this.observer?.observe(node, options);
    }
    addEventListener('load', this.measure);
    // What else the page shows is known once it is parsed.
    requestAnimationFrame(this.measure);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    removeEventListener('load', this.measure);
    this.states.delete('filling');
  }

  private readonly measure = (): void => {
    const isAlone = this.host.isConnected && this.isAlone();
    if (isAlone === this.states.has('filling')) return;
    if (isAlone) this.states.add('filling');
    else this.states.delete('filling');
  };

  private isAlone(): boolean {
    for (let node: Element | null = this.host; node && node !== document.body; node = node.parentElement) {
      for (const sibling of node.parentElement?.childNodes ?? []) {
        if (sibling !== node && isSeen(sibling)) return false;
      }
    }
    return true;
  }
}

/** Whether a node takes room on the page: text, or an element with a box in the flow. */
function isSeen(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== '';
  if (!(node instanceof HTMLElement) || node.id === 'crowd-elements-loading-dimmer') return false;
  const box = node.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && !/^(?:fixed|absolute)$/.test(getComputedStyle(node).position);
}
