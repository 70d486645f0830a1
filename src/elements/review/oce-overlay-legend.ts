import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatPercent } from '../../locales/index.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { cssProps, FramePiece } from '../../workspace/index.js';
import type { LegendRow, OverlayMode } from './overlay-switches.js';

const modeTitles: Readonly<Record<OverlayMode, () => string>> = {
  first: t.first,
  second: t.second,
  difference: t.difference,
};

/**
 * What the colours over a picture or a text mean; each label can be switched off, all can be made fainter.
 *
 * @element oce-overlay-legend
 */
export class OceOverlayLegend extends FramePiece {
  @property({ attribute: false }) rows: readonly LegendRow[] = [];
  @property({ attribute: false }) modes: readonly OverlayMode[] = [];
  @property({ attribute: false }) mode: OverlayMode = 'first';
  @property({ attribute: false }) isLoading = false;
  /** 0..1; undefined leaves the slider out. */
  @property({ attribute: false }) opacity?: number;
  @property({ attribute: false }) choose: (mode: OverlayMode) => void = () => {};
  @property({ attribute: false }) toggle: (name: string) => void = () => {};
  @property({ attribute: false }) toggleAll: () => void = () => {};
  @property({ attribute: false }) changeOpacity: (opacity: number) => void = () => {};

  private renderModes(): TemplateResult {
    return html`
      <div class="legend-modes" role="radiogroup" aria-label=${t.which()}>
        ${this.modes.map(
          (mode) => html`
            <label class="legend-mode">
              <input
                type="radio"
                name="oce-legend-mode"
                .checked=${mode === this.mode}
                @change=${() => this.choose(mode)}
              />
              <span>${modeTitles[mode]()}</span>
            </label>
          `,
        )}
      </div>
    `;
  }

  private renderOpacity(opacity: number): TemplateResult {
    return html`
      <label class="oce-field">
        <span>${t.opacity()}</span><span aria-hidden="true">${formatPercent(opacity)}</span>
        <input
          type="range"
          aria-label=${t.opacity()}
          aria-valuetext=${formatPercent(opacity)}
          min="0"
          max="1"
          step="0.05"
          .value=${String(opacity)}
          @input=${(event: Event) => this.changeOpacity(Number((event.target as HTMLInputElement).value))}
        />
      </label>
    `;
  }

  override render(): TemplateResult {
    const isAllShown = this.rows.every(({ isHidden }) => !isHidden);
    return html`
      <div class="oce-row legend-head">
        <h2>${t.overlay()}</h2>
        <button class="oce-link" type="button" ?hidden=${this.rows.length < 2} @click=${this.toggleAll}>
          ${isAllShown ? t.hideAll() : t.showAll()}
        </button>
      </div>
      ${this.modes.length ? this.renderModes() : nothing}
      <p class="oce-hint" role="status" ?hidden=${!this.isLoading}>${t.loading()}</p>
      <p class="oce-hint" ?hidden=${this.isLoading || this.rows.length > 0}>${t.empty()}</p>
      <ul class="legend">
        ${this.rows.map(
          ({ name, title, color, amount, isHidden }) => html`
            <li>
              <label class="legend-row">
                <input type="checkbox" .checked=${!isHidden} @change=${() => this.toggle(name)} />
                <span class="oce-swatch" ${cssProps({ '--oce-swatch': color })}></span>
                <span class="legend-name" dir="auto">${title}</span>
                <span class="oce-count">${amount}</span>
              </label>
            </li>
          `,
        )}
      </ul>
      ${this.opacity === undefined || !this.rows.length ? nothing : this.renderOpacity(this.opacity)}
    `;
  }
}
