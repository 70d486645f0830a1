import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Elements on the page that wait for letters. */
const waiting = new Set<Host>();

/**
 * Takes the first letter typed anywhere in the task into the search field.
 *
 * Hotkeys of classifiers are digits, so a letter can only mean a name. The field gets the focus while the key goes down:
 * the letter itself, and the first jamo of an input method, arrive there by themselves.
 */
export class TypeToSelect implements ReactiveController {
  constructor(
    private readonly host: Host,
    private readonly begin: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    waiting.add(this.host);
    document.addEventListener('keydown', this.handleKeyDown);
  }

  hostDisconnected(): void {
    waiting.delete(this.host);
    document.removeEventListener('keydown', this.handleKeyDown);
  }

  private readonly handleKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const isLetter = /^\p{L}$/u.test(event.key) || event.key === 'Process' || event.keyCode === 229;
    if (!(isLetter || event.key === '/') || !this.isMine(event)) return;
    if (this.begin() && event.key === '/') event.preventDefault();
  };

  private isMine(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const [target] = path;
    const writes =
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !/^(?:button|checkbox|radio|range|submit|reset)$/.test(target.type)) ||
      (target instanceof HTMLElement && target.isContentEditable);
    if (writes || path.some((node) => node instanceof HTMLDialogElement)) return false;
    if (path.includes(this.host)) return true;
    return waiting.size === 1 && (target === document.body || target === document.documentElement);
  }
}
