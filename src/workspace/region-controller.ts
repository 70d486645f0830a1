import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Gives regions of a template, such as `<short-instructions>`, the slot of their name, also when a script adds them
 * later. They stay where they are in the page.
 */
export class RegionController implements ReactiveController {
  private readonly names: ReadonlySet<string>;
  private readonly observer?: MutationObserver;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    names: readonly string[],
  ) {
    this.names = new Set(names);
    if (typeof MutationObserver !== 'undefined') this.observer = new MutationObserver(() => this.assign());
    host.addController(this);
  }

  hostConnected(): void {
    this.assign();
    this.observer?.observe(this.host, { childList: true });
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private assign(): void {
    for (const child of this.host.children) {
      if (this.names.has(child.localName) && !child.slot) child.slot = child.localName;
    }
  }
}
