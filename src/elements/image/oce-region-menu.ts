import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { MOST_DISTANCE } from '../../canvas/mask/mask-settings.js';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import { previewRegions, type RegionEdit } from '../../canvas/mask/region-edits.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { FramePiece, icon, SessionController } from '../../workspace/index.js';
import { chordName } from '../../workspace/keys.js';
import { handleMenuKey } from '../../workspace/menu.js';
import { showPopover } from '../../workspace/popover.js';

/** Commands in the menu, in its order, and what each does to a region. */
const entries: readonly (readonly [id: string, edit: RegionEdit])[] = [
  ['fill-holes', 'fillHoles'],
  ['close-gaps', 'closeGaps'],
  ['remove-islands', 'removeIslands'],
  ['grow', 'grow'],
  ['shrink', 'shrink'],
];

/** Long enough to pass over an entry without computing what it would do. */
const PREVIEW_DELAY_MS = 120;

/**
 * Alterations of the chosen regions, with their distance, and a preview on the canvas of the one that is pointed at.
 *
 * @element oce-region-menu
 */
export class OceRegionMenu extends FramePiece {
  private readonly session = new SessionController(this, ['store', 'label', 'selection', 'mode']);
  private timer?: ReturnType<typeof setTimeout>;

  @query('.oce-region-menu') private menu!: HTMLElement;

  private get mask(): MaskSession | undefined {
    return this.session.value as unknown as MaskSession | undefined;
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  private preview(edit: RegionEdit | undefined): void {
    clearTimeout(this.timer);
    const { mask } = this;
    if (!mask) return;
    if (edit) this.timer = setTimeout(() => previewRegions(mask, edit), PREVIEW_DELAY_MS);
    else previewRegions(mask, undefined);
  }

  private open(event: Event): void {
    showPopover(this.menu, event.currentTarget as HTMLElement);
    this.menu.querySelector<HTMLElement>('button')?.focus();
  }

  private handleDistance(event: Event): void {
    const distance = Math.round(Number((event.target as HTMLInputElement).value));
    if (distance >= 1) this.mask?.options.change({ distance: Math.min(MOST_DISTANCE, distance) });
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { mask } = this;
    if (!mask) return nothing;
    const commands = entries.flatMap(([id, edit]) =>
      mask.commands.filter((command) => command.id === id).map((command) => ({ command, edit })),
    );
    return html`
      <button
        class="oce-button oce-quiet"
        type="button"
        aria-haspopup="menu"
        ?disabled=${!commands.some(({ command }) => command.isEnabled())}
        @click=${this.open}
      >
        ${t.region()} ${icon('chevron-down')}
      </button>
      <div
        class="oce-popover oce-region-menu"
        popover
        @toggle=${(event: ToggleEvent) => event.newState === 'closed' && this.preview(undefined)}
      >
        <div class="oce-menu" role="menu" aria-label=${t.region()} @keydown=${handleMenuKey}>
          ${commands.map(
            ({ command, edit }) => html`
              <button
                class="oce-menu-item"
                type="button"
                role="menuitem"
                id=${command.id}
                @pointerenter=${() => this.preview(edit)}
                @pointerleave=${() => this.preview(undefined)}
                @focus=${() => this.preview(edit)}
                @blur=${() => this.preview(undefined)}
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
        <label class="oce-field oce-distance">
          <span>${t.distance()}</span>
          <input
            class="oce-input"
            type="number"
            min="1"
            max=${MOST_DISTANCE}
            .value=${String(mask.options.value.distance)}
            @input=${this.handleDistance}
          />
        </label>
      </div>
    `;
  }
}
