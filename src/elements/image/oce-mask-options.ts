import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { MOST_BRUSH, type MaskSettings, type PaintOver } from '../../canvas/mask/mask-settings.js';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { MaskTool } from '../../canvas/mask/mask-tool.js';
import { displayNameOf } from '../../labels/labels.js';
import { formatPercent } from '../../locales/index.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { cssProps, definePiece, FramePiece, icon, SessionController } from '../../workspace/index.js';
import { chordName } from '../../workspace/keys.js';
import { handleMenuKey } from '../../workspace/menu.js';
import { showPopover } from '../../workspace/popover.js';

/** Commands in the menu of regions, in its order. */
const regionCommands = ['fill-holes', 'remove-islands', 'grow', 'shrink', 'close-gaps'];

/**
 * Options of the chosen painting tool, what may be painted over, the look of the mask, and how much is unlabelled.
 *
 * @element oce-mask-options
 */
export class OceMaskOptions extends FramePiece {
  private readonly session = new SessionController(
    this,
    ['tool', 'store', 'labels', 'label', 'selection', 'mode'],
    () => this.follow(),
  );
  private followed?: MaskSession;
  private stops: (() => void)[] = [];

  @query('.oce-region-menu') private menu!: HTMLElement;

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

  private follow(): void {
    this.requestUpdate();
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
    name: 'tolerance' | 'patchSize' | 'opacity',
    title: string,
    range: { min: number; max: number; step: number; text: string },
  ): TemplateResult {
    const value = this.mask?.options.value[name] ?? range.min;
    return html`
      <label class="oce-option">
        <span>${title}</span>
        <input
          type="range"
          min=${range.min}
          max=${range.max}
          step=${range.step}
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

  private renderRegionMenu(session: MaskSession): TemplateResult {
    const commands = regionCommands.flatMap((id) => session.commands.filter((command) => command.id === id));
    const isEnabled = commands.some((command) => command.isEnabled());
    return html`
      <span class="oce-option">
        <button
          class="oce-button oce-quiet"
          type="button"
          aria-haspopup="menu"
          ?disabled=${!isEnabled}
          @click=${(event: Event) => {
            showPopover(this.menu, event.currentTarget as HTMLElement);
            this.menu.querySelector<HTMLElement>('button')?.focus();
          }}
        >
          ${t.region()} ${icon('chevron-down')}
        </button>
      </span>
      <div
        class="oce-popover oce-menu oce-region-menu"
        popover
        role="menu"
        aria-label=${t.region()}
        @keydown=${handleMenuKey}
      >
        ${commands.map(
          (command) => html`
            <button
              class="oce-menu-item"
              type="button"
              role="menuitem"
              id=${command.id}
              @click=${() => {
                this.menu.hidePopover();
                if (command.isEnabled()) command.run();
              }}
            >
              <span>${command.title()}</span><kbd aria-hidden="true">${chordName(command.keys[0] ?? '')}</kbd>
            </button>
          `,
        )}
      </div>
    `;
  }

  override render(): TemplateResult | typeof nothing {
    const session = this.mask;
    if (!session) return nothing;
    const settings = session.options.value;
    const tool = session.tool as MaskTool;
    const share = session.pixels.unlabelledShare;
    return html`
      ${tool.brushes ? this.renderBrush(settings) : nothing}
      ${
        tool.id === 'fill'
          ? this.renderRange('tolerance', t.tolerance(), {
              min: 0,
              max: 128,
              step: 1,
              text: String(settings.tolerance),
            })
          : nothing
      }
      ${
        tool.id === 'patch'
          ? this.renderRange('patchSize', t.patchSize(), {
              min: 6,
              max: 60,
              step: 1,
              text: t.pixels(settings.patchSize),
            })
          : nothing
      }
      ${this.renderOver(session, settings)} ${this.renderRegionMenu(session)}
      ${this.renderRange('opacity', t.opacity(), { min: 0, max: 1, step: 0.05, text: formatPercent(settings.opacity) })}
      <button
        class="oce-unlabelled"
        type="button"
        title=${t.showUnlabelled()}
        aria-pressed=${settings.showUnlabelled ? 'true' : 'false'}
        @click=${() => this.change({ showUnlabelled: !settings.showUnlabelled })}
      >
        <span class="oce-progress" aria-hidden="true"
          ><span ${cssProps({ width: `${((1 - share) * 100).toFixed(2)}%` })}></span
        ></span>
        ${t.unlabelled(share)}
      </button>
    `;
  }
}

/** Registers the private elements of the mask annotators. */
export function defineMaskPieces(): void {
  definePiece('oce-mask-options', OceMaskOptions);
}
