import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { showPopover } from '../popover.js';

/**
 * The bar at the top of a task: Instructions, Shortcuts, the requester's question, settings.
 *
 * @element oce-header
 */
export class OceHeader extends FramePiece {
  @query('.oce-settings') private settingsPopover!: HTMLElement;

  /** The requester's question, shown as written. */
  @property({ attribute: false }) text = '';

  private handleSettings(event: Event): void {
    showPopover(this.settingsPopover, event.currentTarget as HTMLElement);
  }

  override render(): TemplateResult {
    const isOpen = this.frame?.instructionsOpen ?? false;
    return html`
      <div class="headerButtonsContainer">
        <awsui-button>
          <button
            class="oce-button oce-quiet"
            type="button"
            aria-label=${t.instructions()}
            aria-expanded=${isOpen ? 'true' : 'false'}
            @click=${() => this.frame?.toggleInstructions()}
          >
            ${icon('book')}<span>${t.instructions()}</span>
          </button>
        </awsui-button>
        <awsui-button>
          <button
            class="oce-button oce-quiet"
            type="button"
            aria-label=${t.shortcuts()}
            aria-haspopup="dialog"
            @click=${() => this.frame?.showDialog('shortcuts')}
          >
            ${icon('keyboard')}<span>${t.shortcuts()}</span>
          </button>
        </awsui-button>
      </div>
      <h1 class="oce-title" part="header-text" dir="auto" title=${this.text} ?hidden=${!this.text}>${this.text}</h1>
      <paper-icon-button>
        <button
          class="oce-icon-button"
          type="button"
          aria-label=${t.settings()}
          title=${t.settings()}
          aria-haspopup="dialog"
          @click=${this.handleSettings}
        >
          ${icon('settings')}
        </button>
      </paper-icon-button>
      <oce-settings class="oce-settings oce-popover" popover role="dialog" aria-label=${t.settings()}></oce-settings>
    `;
  }
}
