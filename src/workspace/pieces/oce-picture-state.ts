import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PictureFailure, PictureState } from '../../canvas/picture.js';
import { panelTerms as t } from '../../locales/terms/panels.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { SessionController } from '../session-context.js';

const sentences: Readonly<Record<PictureFailure, () => string>> = {
  missing: t.failedMissing,
  unresolved: t.failedUnresolved,
  'not-found': t.failedNotFound,
  forbidden: t.failedForbidden,
  empty: t.failedEmpty,
  broken: t.failedBroken,
  unreachable: t.failedUnreachable,
};

/** Longest address shown whole; the middle of longer ones is left out, since beginning and end tell most. */
const LONGEST_ADDRESS = 120;

function shortAddress(url: string): string {
  if (url.length <= LONGEST_ADDRESS) return url;
  return `${url.slice(0, LONGEST_ADDRESS / 2)} … ${url.slice(-LONGEST_ADDRESS / 2)}`;
}

/**
 * What stands in the place of the picture while it loads, when it cannot be shown, or when there is none.
 *
 * @element oce-picture-state
 */
export class OcePictureState extends FramePiece {
  private readonly session = new SessionController(this, ['picture']);

  /** Loads the picture again; without it there is no button. */
  @property({ attribute: false }) retry?: () => void;

  private renderFailure(picture: Extract<PictureState, { type: 'failed' }>): TemplateResult {
    // Another try cannot help when the task itself names no picture.
    const isHopeless = picture.reason === 'missing' || picture.reason === 'unresolved';
    return html`
      <div class="oce-picture-note" role="alert">
        <span class="oce-note-icon">${icon('picture')}</span>
        <p>${sentences[picture.reason]()}</p>
        ${picture.url ? html`<p class="oce-address" dir="ltr" title=${picture.url}>${shortAddress(picture.url)}</p>` : nothing}
        ${picture.status ? html`<p class="oce-hint">${t.failedStatus(picture.status)}</p>` : nothing}
        <button class="oce-button" type="button" ?hidden=${!this.retry || isHopeless} @click=${() => this.retry?.()}>
          ${icon('rotate')}${t.retry()}
        </button>
      </div>
    `;
  }

  override render(): unknown {
    const picture = this.session.pictured?.picture ?? { type: 'none' };
    this.hidden = picture.type === 'ready';
    switch (picture.type) {
      case 'ready':
        return nothing;
      case 'loading':
        return html`<div class="oce-skeleton" role="status"><span class="visually-hidden">${t.loading()}</span></div>`;
      case 'none':
        return html`<div class="oce-picture-note">
          <span class="oce-note-icon">${icon('picture')}</span>
          <p>${t.noPicture()}</p>
        </div>`;
      case 'failed':
        return this.renderFailure(picture);
    }
  }
}
