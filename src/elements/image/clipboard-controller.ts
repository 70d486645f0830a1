import type { ReactiveController } from 'lit';
import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { ShapeClipboard } from '../../canvas/shape-clipboard.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { imageTerms as t } from '../../locales/terms/image.js';

/**
 * Copies, cuts and pastes shapes by the browser's own events, which need no permission.
 *
 * Text fields and marked text keep the clipboard to themselves.
 */
export class ClipboardController<A extends ShapeAnnotation> implements ReactiveController {
  constructor(
    private readonly host: HTMLElement,
    private readonly session: AnnotatorSession<A>,
    private readonly clipboard: ShapeClipboard<A>,
  ) {}

  hostConnected(): void {
    document.addEventListener('copy', this.handleCopy);
    document.addEventListener('cut', this.handleCopy);
    document.addEventListener('paste', this.handlePaste);
  }

  hostDisconnected(): void {
    document.removeEventListener('copy', this.handleCopy);
    document.removeEventListener('cut', this.handleCopy);
    document.removeEventListener('paste', this.handlePaste);
  }

  private readonly handleCopy = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !this.isMeant() || getSelection()?.isCollapsed === false) return;
    const count = this.session.selection.size;
    const text = this.clipboard.write();
    if (!text) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut') this.session.commands.find(({ id }) => id === 'delete')?.run();
    else this.session.say(t.copied(count));
  };

  private readonly handlePaste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !this.isMeant() || this.session.readOnly) return;
    if (this.clipboard.paste(event.clipboardData?.getData('text/plain'))) event.preventDefault();
    else this.session.say(t.clipboardEmpty(), 'warning');
  };

  /** Whether the keys are meant for this task and not for a text field. */
  private isMeant(): boolean {
    const inside = this.host.shadowRoot?.activeElement;
    if (inside) return !inside.matches('input, textarea');
    return document.activeElement === document.body || document.activeElement === this.host;
  }
}
