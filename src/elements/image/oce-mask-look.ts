import { html, nothing, type TemplateResult } from 'lit';
import { allMarks, type MaskSettings } from '../../canvas/mask/mask-settings.js';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import { formatPercent } from '../../locales/index.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { FramePiece, SessionController } from '../../workspace/index.js';

/**
 * How the mask looks, in the settings: opacity, outlines, and what tells labels apart besides colours.
 *
 * @element oce-mask-look
 */
export class OceMaskLook extends FramePiece {
  private readonly session = new SessionController(this, []);
  private stop?: () => void;

  private get mask(): MaskSession | undefined {
    return this.session.value as unknown as MaskSession | undefined;
  }

  override disconnectedCallback(): void {
    this.stop?.();
    this.stop = undefined;
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.stop ??= this.mask?.options.changed.subscribe(() => this.requestUpdate());
  }

  private change(part: Partial<MaskSettings>): void {
    this.mask?.options.change(part);
  }

  override render(): TemplateResult | typeof nothing {
    const settings = this.mask?.options.value;
    if (!settings) return nothing;
    return html`
      <label class="oce-field">
        <span>${t.opacity()}</span><output>${formatPercent(settings.opacity)}</output>
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          .value=${String(settings.opacity)}
          @input=${(event: Event) => this.change({ opacity: Number((event.target as HTMLInputElement).value) })}
        />
      </label>
      <label class="oce-check">
        <input
          type="checkbox"
          .checked=${settings.outlines}
          @change=${(event: Event) => this.change({ outlines: (event.target as HTMLInputElement).checked })}
        />
        <span>${t.outlines()}</span>
      </label>
      <fieldset class="oce-marks">
        <legend>${t.marks()}</legend>
        ${allMarks.map(
          (marks) => html`
            <label class="oce-check">
              <input
                type="radio"
                name="oce-marks"
                .checked=${settings.marks === marks}
                @change=${() => this.change({ marks })}
              />
              <span>${t.marksNamed(marks)}</span>
            </label>
          `,
        )}
      </fieldset>
      <p class="oce-hint">${t.marksNote()}</p>
    `;
  }
}
