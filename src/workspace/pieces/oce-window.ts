import { html, nothing, type TemplateResult } from 'lit';
import { clampWindow, plainScale, toLevels, toUnits, type GreyWindow } from '../../canvas/grey-window.js';
import { windowChoices } from '../../canvas/window-presets.js';
import { windowTerms as t } from '../../locales/terms/window.js';
import { FramePiece } from '../frame-piece.js';
import { SessionController } from '../session-context.js';

/** Windows that differ by less than this many levels are the same. */
const SAME = 0.51;

/**
 * Window and level in numbers: presets, level and width in the units of the requester.
 *
 * @element oce-window
 */
export class OceWindow extends FramePiece {
  private readonly session = new SessionController(this, ['settings', 'picture']);

  private change(window: GreyWindow): void {
    this.session.pictured?.changeSettings({ window: clampWindow(window) });
  }

  private choose(event: Event): void {
    const { pictured } = this.session;
    const { value } = event.target as HTMLSelectElement;
    const window =
      pictured &&
      windowChoices(pictured)
        .find(({ id }) => id === value)
        ?.window();
    if (window) this.change(window);
    else this.requestUpdate();
  }

  /** The preset that is shown now; those that have to read the picture are asked only when they are chosen. */
  private get chosen(): string {
    const { pictured } = this.session;
    if (!pictured) return 'custom';
    const { center, width } = pictured.settings.window;
    const match = windowChoices(pictured).find(({ id, window }) => {
      const other = id === 'found' ? undefined : window();
      return other && Math.abs(other.center - center) < SAME && Math.abs(other.width - width) < SAME;
    });
    return match?.id ?? 'custom';
  }

  override render(): TemplateResult | typeof nothing {
    const { pictured } = this.session;
    if (!pictured) return nothing;
    const scale = pictured.windowScale ?? plainScale;
    const now = toUnits(pictured.settings.window, scale);
    const [low, high] = [Math.min(scale.black, scale.white), Math.max(scale.black, scale.white)];
    const slider = (name: 'center' | 'width', title: string, min: number, max: number) => html`
      <label class="oce-field">
        <span>${title}</span><output>${t.value(now[name], scale.unit)}</output>
        <input
          type="range"
          min=${min}
          max=${max}
          step=${(high - low) / 255}
          aria-valuetext=${t.value(now[name], scale.unit)}
          .value=${String(now[name])}
          @input=${(event: Event) =>
            this.change(toLevels({ ...now, [name]: Number((event.target as HTMLInputElement).value) }, scale))}
        />
      </label>
    `;
    const { chosen } = this;
    return html`
      <label class="oce-field">
        <span>${t.preset()}</span>
        <select class="oce-input" .value=${chosen} @change=${this.choose}>
          ${windowChoices(pictured).map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
          )}
          <option value="custom" ?selected=${chosen === 'custom'} ?hidden=${chosen !== 'custom'}>${t.custom()}</option>
        </select>
      </label>
      ${slider('center', t.level(), low, high)} ${slider('width', t.width(), (high - low) / 255, 2 * (high - low))}
    `;
  }
}
