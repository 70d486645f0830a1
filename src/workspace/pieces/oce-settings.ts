import { html, nothing, type TemplateResult } from 'lit';
import { defaultSettings, type CanvasSettings } from '../../canvas/settings.js';
import { formatPercent, locales } from '../../locales/index.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { windowTerms } from '../../locales/terms/window.js';
import { FramePiece } from '../frame-piece.js';
import { SessionController } from '../session-context.js';
import { chooseView, workerView, type WorkerView } from '../worker-view.js';

type Slider = 'brightness' | 'contrast' | 'fillAlpha';
type Switch = 'snap' | 'crosshair' | 'showNames';

/** Settings of the picture that `Reset` puts back. */
const { brightness, contrast, window } = defaultSettings;
const pictureDefaults = { brightness, contrast, window };

/**
 * How the worker likes to see and draw: sliders and switches in a popover.
 *
 * @element oce-settings
 */
export class OceSettings extends FramePiece {
  private readonly session = new SessionController(this, ['settings']);

  private change(part: Partial<CanvasSettings>): void {
    this.session.pictured?.changeSettings(part);
  }

  private renderSlider(name: Slider, title: string, min: number, max: number): TemplateResult {
    const value = this.session.pictured?.settings[name] ?? defaultSettings[name];
    return html`
      <label class="oce-field">
        <span>${title}</span><output>${formatPercent(value)}</output>
        <input
          type="range"
          min=${min}
          max=${max}
          step="0.05"
          .value=${String(value)}
          @input=${(event: Event) => this.change({ [name]: Number((event.target as HTMLInputElement).value) })}
        />
      </label>
    `;
  }

  private renderSwitch(name: Switch, title: string): TemplateResult {
    return html`
      <label class="oce-check">
        <input
          type="checkbox"
          .checked=${this.session.pictured?.settings[name] ?? defaultSettings[name]}
          @change=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).checked })}
        />
        <span>${title}</span>
      </label>
    `;
  }

  private renderDrawing(): TemplateResult {
    return html`
      ${this.renderSlider('fillAlpha', t.fill(), 0, 1)} ${this.renderSwitch('showNames', t.showNames())}
      ${this.renderSwitch('crosshair', t.crosshair())} ${this.renderSwitch('snap', t.snap())}
    `;
  }

  private renderChoice(name: keyof WorkerView, title: string, options: readonly (readonly [string, string])[]) {
    const chosen = workerView()[name] ?? '';
    return html`
      <label class="oce-field">
        <span>${title}</span>
        <select
          class="oce-input"
          @change=${(event: Event) => {
            chooseView({ [name]: (event.target as HTMLSelectElement).value }, this.frame?.keepsView ?? false);
            this.requestUpdate();
          }}
        >
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
        </select>
      </label>
    `;
  }

  private renderDisplay(): TemplateResult {
    const automatic = ['', t.automatic()] as const;
    const languages = locales.map(
      (code) => [code, new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code] as const,
    );
    return html`
      <h2>${t.displaySection()}</h2>
      ${this.renderChoice('theme', t.theme(), [automatic, ['light', t.light()], ['dark', t.dark()]])}
      ${this.renderChoice('locale', t.language(), [automatic, ...languages])}
    `;
  }

  private renderPicture(): TemplateResult {
    return html`
      <div class="oce-row">
        <h2>${t.pictureSection()}</h2>
        <button class="oce-link" type="button" @click=${() => this.change(pictureDefaults)}>
          ${t.resetSettings()}
        </button>
      </div>
      ${this.renderSlider('brightness', t.brightness(), 0.2, 3)} ${this.renderSlider('contrast', t.contrast(), 0.2, 3)}
      ${
        this.session.pictured?.windowScale
          ? html`<h2>${windowTerms.section()}</h2>
              <oce-window></oce-window>
              ${this.session.pictured.dragsWindow ? html`<p class="oce-hint">${windowTerms.byHand()}</p>` : nothing}`
          : nothing
      }
      <h2>${t.drawingSection()}</h2>
      ${this.frame?.drawingSettings?.() ?? this.renderDrawing()}
      <p class="oce-hint">${t.settingsNote()}</p>
    `;
  }

  override render(): TemplateResult {
    return html`${this.session.pictured ? this.renderPicture() : nothing} ${this.renderDisplay()}`;
  }
}
