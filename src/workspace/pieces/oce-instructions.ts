import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { SessionController } from '../session-context.js';

const PICTURES = ':is(short-instructions, full-instructions) :is(img, video)';

/** Example pictures are often far wider than the pane, and page css of ours may not reach them. */
function fitToPane({ style }: HTMLElement): void {
  if (style.maxWidth || style.width) return;
  style.maxWidth = '100%';
  if (!style.height) style.height = 'auto';
}

/**
 * The pane at the start of the task that holds the short instructions and the ways to the longer ones.
 *
 * @element oce-instructions
 */
export class OceInstructions extends FramePiece {
  @state() private header = '';
  @state() private hasFull = false;
  private readonly headers = new MutationObserver(() => this.readRegions());

  constructor() {
    super();
    // Which tools there are may change, and with them the links.
    new SessionController(this, ['tool']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) {
      this.headers.observe(root.host, { childList: true, subtree: true, attributeFilter: ['header'] });
      this.readRegions(root.host);
    }
  }

  override disconnectedCallback(): void {
    this.headers.disconnect();
    super.disconnectedCallback();
  }

  private readRegions(host: Element | undefined = (this.getRootNode() as ShadowRoot).host): void {
    const region = (name: string) => host?.querySelector(`:scope > ${name}`);
    this.header = region('short-instructions')?.getAttribute('header') ?? '';
    this.hasFull = region('full-instructions') !== null;
    for (const picture of host?.querySelectorAll<HTMLElement>(PICTURES) ?? []) fitToPane(picture);
  }

  private readonly close = (): void => {
    this.frame?.toggleInstructions(false);
    // The button that opens it again.
    (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('oce-header [aria-expanded]')?.focus();
  };

  override render(): TemplateResult {
    return html`
      <div class="oce-instructions-box" role="region" aria-label=${t.instructions()}>
        <div class="oce-row">
          <h2>${t.instructions()}</h2>
          <button class="oce-icon-button" type="button" aria-label=${t.close()} title=${t.close()} @click=${this.close}>
            ${icon('close')}
          </button>
        </div>
        <div class="oce-instruction-links">
          <button
            class="oce-link moreInstructionsLink"
            type="button"
            aria-haspopup="dialog"
            ?hidden=${!this.hasFull}
            @click=${() => this.frame?.showDialog('instructions')}
          >
            ${t.fullInstructions()}
          </button>
          <button
            class="oce-link"
            type="button"
            aria-haspopup="dialog"
            ?hidden=${!this.frame?.guide.length}
            @click=${() => this.frame?.showDialog('guide')}
          >
            ${t.toolGuide()}
          </button>
          ${this.frame?.guide.map((entry) =>
            entry.link
              ? html`<button
                  class="oce-link"
                  type="button"
                  aria-haspopup="dialog"
                  @click=${() => this.frame?.showDialog('guide', entry)}
                >
                  ${entry.link}
                </button>`
              : nothing,
          )}
          <slot name="instruction-links"></slot>
        </div>
        ${this.header ? html`<h3 class="oce-region-title" dir="auto">${this.header}</h3>` : nothing}
        <div class="oce-paper">
          <div class="oce-region" part="short-instructions"><slot name="short-instructions"></slot></div>
        </div>
      </div>
    `;
  }
}
