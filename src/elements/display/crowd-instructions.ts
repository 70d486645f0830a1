import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { displayTerms } from '../../locales/terms/display.js';
import { DialogOpener } from './dialog-opener.js';
import { stepThroughTabs, tabStyles } from './tab-list.js';

type Page = 'summary' | 'detailed' | 'examples';

const pages: readonly Page[] = ['summary', 'detailed', 'examples'];
const regions = ['short-summary', 'detailed-instructions', 'positive-example', 'negative-example'];

/**
 * Opens instructions in a dialog with three pages: summary, details, good and bad examples.
 *
 * @element crowd-instructions
 * @attr {string} link-text - Text of the link.
 * @attr {'link' | 'button'} link-type - Look of the link.
 * @fires {Event} close - The dialog was closed.
 * @slot - Anything else; shown under the summary.
 * @slot short-summary - Gets the region `<short-summary>`.
 * @slot detailed-instructions - Gets the region `<detailed-instructions>`.
 * @slot positive-example - Gets every `<positive-example>`.
 * @slot negative-example - Gets every `<negative-example>`.
 * @csspart opener - The link or button.
 * @csspart dialog - The dialog.
 * @csspart body - Around the pages.
 * @csspart close-button - Closes the dialog.
 */
export class CrowdInstructions extends DialogOpener {
  static override styles = [
    ...DialogOpener.styles,
    tabStyles,
    css`
      [role='tabpanel'] {
        padding-block-start: var(--oce-space-4);
      }
      [hidden] {
        display: none !important;
      }
      h3 {
        margin: var(--oce-space-4) 0 var(--oce-space-2);
        font-size: var(--oce-font-size-l);
      }
      h3:first-child {
        margin-block-start: 0;
      }
      .good {
        color: var(--oce-color-success);
      }
      .bad {
        color: var(--oce-color-danger);
      }
      ::slotted(positive-example),
      ::slotted(negative-example) {
        display: block;
        margin-block: var(--oce-space-2);
        padding: var(--oce-space-2) var(--oce-space-3);
        border-inline-start: 4px solid var(--oce-color-success);
        background: var(--oce-color-success-subtle);
      }
      ::slotted(negative-example) {
        border-inline-start: 4px double var(--oce-color-danger);
        background: var(--oce-color-danger-subtle);
      }
    `,
  ];

  private readonly observer = new MutationObserver(() => this.assignSlots());
  @state() private page: Page = 'summary';
  @state() private present: ReadonlySet<string> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this, { childList: true });
    this.assignSlots();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private assignSlots(): void {
    const found = [...this.children].filter(({ localName }) => regions.includes(localName));
    for (const region of found) region.slot ||= region.localName;
    this.present = new Set(found.map(({ localName }) => localName));
  }

  private handleTabClick(event: Event): void {
    this.page = (event.currentTarget as HTMLElement).id as Page;
  }

  private handleKeyDown(event: KeyboardEvent): void {
    const next = stepThroughTabs(event);
    if (next) this.page = next.id as Page;
  }

  override render() {
    const titles = [displayTerms.summary(), displayTerms.detailed(), displayTerms.examples()];
    const hidden = (page: Page) => page !== this.page;
    return this.renderOpener(
      displayTerms.openInstructions(),
      displayTerms.instructions(),
      html`
        <div class="tabs" role="tablist" aria-labelledby="title" @keydown=${this.handleKeyDown}>
          ${pages.map(
            (page, index) =>
              html`<button
                id=${page}
                type="button"
                role="tab"
                part="tab"
                aria-selected=${hidden(page) ? 'false' : 'true'}
                aria-controls="${page}-page"
                tabindex=${hidden(page) ? -1 : 0}
                @click=${this.handleTabClick}
              >
                ${titles[index]}
              </button>`,
          )}
        </div>
        <div id="summary-page" role="tabpanel" tabindex="0" aria-labelledby="summary" ?hidden=${hidden('summary')}>
          <slot name="short-summary"></slot><slot></slot>
        </div>
        <div id="detailed-page" role="tabpanel" tabindex="0" aria-labelledby="detailed" ?hidden=${hidden('detailed')}>
          <slot name="detailed-instructions"></slot>
        </div>
        <div id="examples-page" role="tabpanel" tabindex="0" aria-labelledby="examples" ?hidden=${hidden('examples')}>
          <h3 class="good" ?hidden=${!this.present.has('positive-example')}>✓ ${displayTerms.goodExamples()}</h3>
          <slot name="positive-example"></slot>
          <h3 class="bad" ?hidden=${!this.present.has('negative-example')}>✗ ${displayTerms.badExamples()}</h3>
          <slot name="negative-example"></slot>
        </div>
      `,
    );
  }
}
