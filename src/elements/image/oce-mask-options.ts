import { html, nothing, type TemplateResult } from 'lit';
import { MOST_BRUSH, type MaskSettings, type PaintOver } from '../../canvas/mask/mask-settings.js';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { MaskTool } from '../../canvas/mask/mask-tool.js';
import { displayNameOf } from '../../labels/labels.js';
import { formatPercent } from '../../locales/index.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { cssProps, definePiece, FramePiece, icon, SessionController } from '../../workspace/index.js';
import type { WatchedAspect } from '../../workspace/session-context.js';
import { OceMaskLook } from './oce-mask-look.js';
import { OceRegionMenu } from './oce-region-menu.js';

/** Tools that write no pixels by a press: what may be painted over does not matter to them. */
const tellsNoRule = new Set(['pick', 'reshape', 'window']);
/** Tools whose gesture goes over several presses, so that a finger needs a button to end it. */
const endsByButton = new Set(['auto-segment', 'polygon', 'boundary', 'reshape']);

/**
 * Options of the chosen painting tool, what may be painted over, the look of the mask, and how much is unlabelled.
 *
 * @element oce-mask-options
 */
export class OceMaskOptions extends FramePiece {
  private readonly session = new SessionController(
    this,
    ['tool', 'store', 'preview', 'labels', 'label', 'selection', 'mode'],
    (aspect) => this.follow(aspect),
  );
  private followed?: MaskSession;
  private stops: (() => void)[] = [];

  private shownBusy = false;

  override disconnectedCallback(): void {
    this.unfollow();
    super.disconnectedCallback();
  }

  private get mask(): MaskSession | undefined {
    return this.session.value as unknown as MaskSession | undefined;
  }

  private unfollow(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.followed = undefined;
  }

  /** Previews arrive with every move of the pointer; they matter only when a gesture begins or ends. */
  private follow(aspect: WatchedAspect): void {
    if (aspect !== 'preview' || this.isBusy !== this.shownBusy) this.requestUpdate();
  }

  private get isBusy(): boolean {
    const { mask } = this;
    return (
      mask !== undefined && endsByButton.has(mask.tool.id) && mask.tool.isBusy && mask.store.openStep !== undefined
    );
  }

  protected override willUpdate(): void {
    const { mask } = this;
    if (mask === this.followed || !mask || !this.isConnected) return;
    this.unfollow();
    this.followed = mask;
    this.stops = [
      mask.options.changed.subscribe(() => this.requestUpdate()),
      // Strokes change pixels with every event; the share is counted when they end.
      mask.pixels.changed.subscribe((bounds) => {
        if (!bounds) this.requestUpdate();
      }),
    ];
  }

  private change(part: Partial<MaskSettings>): void {
    this.mask?.options.change(part);
  }

  private handleOver(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value === 'everything' || value === 'unlabelled') this.change({ over: value satisfies PaintOver });
    else this.change({ over: 'inside', insideId: value });
  }

  private renderRange(
    name: 'tolerance' | 'patchSize' | 'opacity' | 'detail',
    title: string,
    range: { min: number; max: number; step: number; text: string },
  ): TemplateResult {
    const value = this.mask?.options.value[name] ?? range.min;
    return html`
      <label class="oce-option" data-option=${name} title=${title}>
        <span>${title}</span>
        <input
          type="range"
          min=${range.min}
          max=${range.max}
          step=${range.step}
          aria-label=${title}
          aria-valuetext=${range.text}
          .value=${String(value)}
          @input=${(event: Event) => this.change({ [name]: Number((event.target as HTMLInputElement).value) })}
        />
        <output>${range.text}</output>
      </label>
    `;
  }

  /** Fine steps for small brushes: the slider runs over the square root of the size. */
  private renderBrush(settings: MaskSettings): TemplateResult {
    const { brushSize, brushShape } = settings;
    const change = (event: Event) => {
      const root = Number((event.target as HTMLInputElement).value);
      this.change({ brushSize: Math.min(MOST_BRUSH, Math.max(1, Math.round(root * root))) });
    };
    return html`
      <label class="oce-option" title=${t.brushSize()}>
        <span class="visually-hidden">${t.brushSize()}</span>
        <input
          type="range"
          min="1"
          max="16"
          step="0.1"
          .value=${String(Math.sqrt(brushSize))}
          aria-valuetext=${t.pixels(brushSize)}
          @input=${change}
        />
        <output>${t.pixels(brushSize)}</output>
      </label>
      <span class="oce-option">
        ${(['round', 'square'] as const).map(
          (shape) => html`
            <button
              class="oce-icon-button"
              type="button"
              aria-label=${shape === 'round' ? t.round() : t.square()}
              title=${shape === 'round' ? t.round() : t.square()}
              aria-pressed=${shape === brushShape ? 'true' : 'false'}
              @click=${() => this.change({ brushShape: shape })}
            >
              <span class="oce-brush-shape" data-shape=${shape}></span>
            </button>
          `,
        )}
      </span>
    `;
  }

  private renderOver(session: MaskSession, settings: MaskSettings): TemplateResult {
    const records = session.store.snapshot.annotations.filter((record) => session.isShown(record));
    const isInside = (id: string) => settings.over === 'inside' && settings.insideId === id;
    return html`
      <label class="oce-option">
        <span class="visually-hidden">${t.paintOver()}</span>
        <select title=${t.paintOver()} @change=${this.handleOver}>
          <option value="everything" ?selected=${settings.over === 'everything'}>${t.overEverything()}</option>
          <option value="unlabelled" ?selected=${settings.over === 'unlabelled'}>${t.overUnlabelled()}</option>
          ${records.map((record, i) => {
            const label = session.labelNamed(record.label);
            const name = label ? displayNameOf(label) : record.label;
            const text = session.mode === 'instance' ? `${name} ${i + 1}` : name;
            return html`<option value=${record.id} ?selected=${isInside(record.id)}>${t.overInside(text)}</option>`;
          })}
        </select>
      </label>
    `;
  }

  private renderTool(tool: MaskTool, settings: MaskSettings): unknown {
    if (tool.brushes) return this.renderBrush(settings);
    switch (tool.id) {
      case 'fill':
        return html`${this.renderRange('tolerance', t.tolerance(), {
            min: 0,
            max: 128,
            step: 1,
            text: String(settings.tolerance),
          })}<label class="oce-option"
            ><input
              type="checkbox"
              .checked=${settings.isContiguous}
              @change=${(event: Event) => this.change({ isContiguous: (event.target as HTMLInputElement).checked })}
            />${t.contiguous()}</label
          >`;
      case 'patch':
        return this.renderRange('patchSize', t.patchSize(), {
          min: 6,
          max: 60,
          step: 1,
          text: t.pixels(settings.patchSize),
        });
      case 'reshape':
        return this.renderRange('detail', t.detail(), {
          min: 0.5,
          max: 12,
          step: 0.5,
          text: t.pixels(settings.detail),
        });
      case 'pick':
        return html`<label class="oce-option">
          <span class="visually-hidden">${t.pickMode()}</span>
          <select
            title=${t.pickMode()}
            @change=${(event: Event) => this.change({ pickGives: (event.target as HTMLSelectElement).value === 'give' })}
          >
            <option value="choose" ?selected=${!settings.pickGives}>${t.clickChooses()}</option>
            <option value="give" ?selected=${settings.pickGives}>${t.clickGives()}</option>
          </select>
        </label>`;
      case 'window':
        return html`<oce-window></oce-window>`;
      default:
        return nothing;
    }
  }

  private renderDone(session: MaskSession): TemplateResult {
    const finish = session.commands.find(({ id }) => id === 'finish');
    return html`<button class="oce-button" type="button" @click=${() => finish?.run()}>
      ${icon('check')}${finish?.title()}
    </button>`;
  }

  private renderUnlabelled(share: number, isOn: boolean): TemplateResult {
    return html`
      <button
        class="oce-unlabelled"
        type="button"
        title=${t.showUnlabelled()}
        aria-pressed=${isOn ? 'true' : 'false'}
        @click=${() => this.change({ showUnlabelled: !isOn })}
      >
        <span class="oce-progress" aria-hidden="true"
          ><span ${cssProps({ width: `${((1 - share) * 100).toFixed(2)}%` })}></span
        ></span>
        ${t.unlabelled(share)}
      </button>
    `;
  }

  override render(): TemplateResult | typeof nothing {
    const session = this.mask;
    if (!session) return nothing;
    const settings = session.options.value;
    const tool = session.tool as MaskTool;
    this.shownBusy = this.isBusy;
    const isLook = tool.looks === true;
    return html`
      <div class="oce-option-bar">
        ${this.renderTool(tool, settings)} ${this.shownBusy ? this.renderDone(session) : nothing}
        ${tellsNoRule.has(tool.id) ? nothing : this.renderOver(session, settings)}
        <oce-region-menu class="oce-option" ?hidden=${isLook}></oce-region-menu>
        ${
          isLook
            ? nothing
            : this.renderRange('opacity', t.opacity(), {
                min: 0,
                max: 1,
                step: 0.05,
                text: formatPercent(settings.opacity),
              })
        }
        ${isLook ? nothing : this.renderUnlabelled(session.pixels.unlabelledShare, settings.showUnlabelled)}
      </div>
    `;
  }
}

/** Registers the private elements of the mask annotators. */
export function defineMaskPieces(): void {
  definePiece('oce-mask-options', OceMaskOptions);
  definePiece('oce-region-menu', OceRegionMenu);
  definePiece('oce-mask-look', OceMaskLook);
}
