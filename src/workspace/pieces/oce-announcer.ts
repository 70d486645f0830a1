import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FramePiece } from '../frame-piece.js';
import { SessionController } from '../session-context.js';

/**
 * Speaks the session's messages to screen readers, one at a time.
 *
 * @element oce-announcer
 */
export class OceAnnouncer extends FramePiece {
  private readonly session = new SessionController(this, ['message'], () => this.announce());
  private turn = false;

  @state() private spoken = '';

  private announce(): void {
    const text = this.session.value?.message?.text ?? '';
    // The same sentence twice in a row would be no change and stay silent.
    this.turn = !this.turn;
    this.spoken = this.turn ? text : `${text}\u00a0`;
  }

  override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">${this.spoken}</div>`;
  }
}
