import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { formTerms } from '../locales/terms/form.js';

/** Children that hold instructions. */
export const instructionTags = ['short-instructions', 'full-instructions'] as const;

/**
 * Instructions of an element that flows in its page: the short ones in a pane beside it, the full ones in a dialog, and
 * a bar with a button for each. Widgets that fill the window have them in their frame.
 */
export class Instructions implements ReactiveController {
  private isOpen = true;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** The content with what belongs around it. `isShown` is false where something else shows the instructions. */
  render(content: TemplateResult, { isShown = true } = {}): TemplateResult {
    const [hasShort, hasFull] = instructionTags.map((tag) => isShown && this.region(tag) !== undefined);
    return html`
      ${this.renderBar(hasShort ?? false, hasFull ?? false)}
      <div class=${classMap({ 'with-pane': Boolean(hasShort && this.isOpen) })}>
        <aside
          id="pane"
          class="pane"
          part="instructions"
          aria-labelledby="pane-title"
          ?hidden=${!hasShort || !this.isOpen}
        >
          <h2 id="pane-title">${formTerms.instructions()}</h2>
          <slot name="short-instructions" @slotchange=${this.refresh}></slot>
        </aside>
        ${content}
      </div>
      <dialog class="full-instructions" part="dialog" aria-labelledby="dialog-title">
        <header>
          <h2 id="dialog-title" dir="auto">
            ${this.region('full-instructions')?.getAttribute('header') || formTerms.instructions()}
          </h2>
          <button id="close-instructions" type="button" @click=${() => this.dialog?.close()}>
            ${formTerms.close()}
          </button>
        </header>
        <div class="dialog-body"><slot name="full-instructions" @slotchange=${this.refresh}></slot></div>
      </dialog>
    `;
  }

  private renderBar(hasShort: boolean, hasFull: boolean) {
    if (!hasShort && !hasFull) return nothing;
    return html`<div class="bar" part="bar">
      <button
        type="button"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="pane"
        ?hidden=${!hasShort}
        @click=${this.togglePane}
      >
        ${formTerms.instructions()}
      </button>
      <button
        type="button"
        class="moreInstructionsLink"
        aria-haspopup="dialog"
        ?hidden=${!hasFull}
        @click=${() => this.dialog?.showModal()}
      >
        ${formTerms.fullInstructions()}
      </button>
    </div>`;
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.full-instructions');
  }

  private region(tag: string): Element | undefined {
    return [...this.host.children].find((child) => child.localName === tag);
  }

  private readonly refresh = (): void => this.host.requestUpdate();

  private readonly togglePane = (): void => {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
  };
}
