import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { SessionController } from '../session-context.js';

/**
 * Offers unfinished work back without standing in the way.
 *
 * @element oce-restore-banner
 */
export class OceRestoreBanner extends FramePiece {
  private readonly session = new SessionController(this, []);

  /** When the work was last kept. */
  @property({ attribute: false }) savedAt = new Date();
  @property({ attribute: false }) restore: () => void = () => undefined;
  @property({ attribute: false }) discard: () => void = () => undefined;

  protected override firstUpdated(): void {
    this.session.value?.say(t.draftFound(this.savedAt));
  }

  /** The banner goes, so the focus goes to the task. */
  private decide(choice: () => void): void {
    const { host } = this.getRootNode() as ShadowRoot;
    choice();
    (host as HTMLElement).focus();
  }

  override render(): TemplateResult {
    return html`
      <div class="oce-banner" part="restore-banner" role="group" aria-label=${t.draftFound(this.savedAt)}>
        ${icon('info')}
        <span>${t.draftFound(this.savedAt)}</span>
        <span class="oce-banner-buttons">
          <button class="oce-button oce-primary" type="button" @click=${() => this.decide(this.restore)}>
            ${t.restore()}
          </button>
          <button class="oce-button oce-quiet" type="button" @click=${() => this.decide(this.discard)}>
            ${t.discard()}
          </button>
        </span>
      </div>
    `;
  }
}
