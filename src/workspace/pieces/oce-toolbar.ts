import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Command } from '../../canvas/command.js';
import { followResize } from '../../canvas/follow-resize.js';
import { formatPercent } from '../../locales/index.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { imageTerms } from '../../locales/terms/image.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { chordName } from '../keys.js';
import { handleMenuKey } from '../menu.js';
import { showPopover } from '../popover.js';
import { SessionController, type WatchedAspect } from '../session-context.js';

/** Places in the order of the bar; `view` stands at its end. */
const places = ['tools', 'history', 'edit', 'options', 'view'] as const;
/** Places in the order in which they give up their room: what has a key or another way goes first, tools last. */
const yielding = ['options', 'edit', 'view', 'history', 'tools'] as const;
/** Zoom steps of the menu besides fitting. */
const zoomSteps = [0.5, 1, 2, 4];
/** CSS pixels between buttons and between groups; the same numbers are in the css. */
const GAP = 2;
const GROUP_GAP = 13;
const READOUT_WIDTH = 68;

type Place = (typeof places)[number];

/**
 * Buttons of all commands that have an icon, in groups; what does not fit is in a menu at the end.
 *
 * @element oce-toolbar
 */
export class OceToolbar extends FramePiece {
  private readonly session = new SessionController(
    this,
    ['store', 'preview', 'selection', 'tool', 'settings', 'picture', 'mode', 'viewport'],
    (aspect) => this.follow(aspect),
  );
  private stopMeasuring?: () => void;
  private shownStates = '';
  private shownZoom = '';

  @query('.oce-more-menu') private moreMenu!: HTMLElement;
  @query('.oce-zoom-menu') private zoomMenu!: HTMLElement;
  @state() private room = Infinity;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopMeasuring = followResize(this, () => this.measure());
  }

  override disconnectedCallback(): void {
    this.stopMeasuring?.();
    super.disconnectedCallback();
  }

  private measure(): void {
    if (this.clientWidth && this.clientWidth !== this.room) this.room = this.clientWidth;
  }

  /** Pointer moves arrive here many times a second; nothing is rendered unless a button or the zoom looks different. */
  private follow(aspect: WatchedAspect): void {
    if (aspect === 'viewport' ? this.zoomText !== this.shownZoom : this.statesText !== this.shownStates) {
      this.requestUpdate();
    }
  }

  private get buttons(): readonly Command[] {
    return (this.frame?.commands ?? this.session.value?.commands ?? []).filter(
      ({ icon: name, place }) => name && place,
    );
  }

  private get statesText(): string {
    return this.buttons.map((each) => `${each.isEnabled()}${each.isActive?.() ?? ''}${each.problem?.() ?? ''}`).join();
  }

  private get zoomText(): string {
    const { pictured } = this.session;
    return pictured ? formatPercent(pictured.viewport.scale) : '';
  }

  /** How many buttons the bar can hold; the rest goes into the menu, from the end of the list. */
  private split(groups: ReadonlyMap<Place, readonly Command[]>): {
    bar: ReadonlySet<Command>;
    rest: readonly Command[];
  } {
    const size = matchMedia('(pointer: coarse)').matches ? 44 : 32;
    const all = places.flatMap((place) => groups.get(place) ?? []);
    const widthOf = (commands: readonly Command[]) =>
      commands.length * (size + GAP) + new Set(commands.map(({ place }) => place)).size * GROUP_GAP;
    const free = this.room - 16 - (this.session.pictured ? READOUT_WIDTH : 0);
    if (widthOf(all) <= free) return { bar: new Set(all), rest: [] };
    const kept = new Set(all);
    for (const command of yielding.flatMap((place) => [...(groups.get(place) ?? [])].reverse())) {
      if (widthOf([...kept]) + size + GAP + GROUP_GAP <= free) break;
      kept.delete(command);
    }
    return { bar: kept, rest: all.filter((command) => !kept.has(command)) };
  }

  private handleKey(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('.oce-bar button:not(:disabled)')];
    const items = buttons.filter((button) => button.checkVisibility());
    const at = items.findIndex((item) => item.matches(':focus'));
    const forward = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const moves: Record<string, number> = { [forward]: at + 1, [back]: at - 1, Home: 0, End: -1 };
    const move = moves[event.key];
    if (move === undefined || at < 0) return;
    items.at(move % items.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  private run(command: Command): void {
    if (command.isEnabled()) command.run();
    if (this.moreMenu.matches(':popover-open')) this.moreMenu.hidePopover();
  }

  private openMenu(menu: HTMLElement, event: Event): void {
    showPopover(menu, event.currentTarget as HTMLElement);
    menu.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)')?.focus();
  }

  private zoomTo(scale: number | 'fit'): void {
    const viewport = this.session.pictured?.viewport;
    if (scale === 'fit') viewport?.fit();
    else viewport?.zoomTo(scale);
    this.zoomMenu.hidePopover();
  }

  private renderButton(command: Command): TemplateResult {
    const title = command.title();
    const [key] = command.keys;
    const problem = command.problem?.();
    return html`
      <button
        class="oce-icon-button"
        type="button"
        id=${command.id}
        part="tool"
        aria-label=${title}
        title=${problem ? `${title} – ${problem}` : key ? `${title}  (${chordName(key)})` : title}
        aria-disabled=${problem ? 'true' : nothing}
        aria-pressed=${command.isActive ? (command.isActive() ? 'true' : 'false') : nothing}
        ?disabled=${!command.isEnabled()}
        @click=${() => this.run(command)}
      >
        ${icon(command.icon ?? '')}
      </button>
    `;
  }

  private renderItem(command: Command): TemplateResult {
    const isSwitch = command.isActive !== undefined;
    return html`
      <button
        class="oce-menu-item"
        type="button"
        id=${command.id}
        role=${isSwitch ? 'menuitemcheckbox' : 'menuitem'}
        aria-checked=${isSwitch ? (command.isActive?.() ? 'true' : 'false') : nothing}
        aria-disabled=${command.problem?.() ? 'true' : nothing}
        ?disabled=${!command.isEnabled()}
        @click=${() => this.run(command)}
      >
        ${icon(command.icon ?? '')}<span>${command.title()}</span>
        ${command.keys[0] ? html`<kbd aria-hidden="true">${chordName(command.keys[0])}</kbd>` : nothing}
      </button>
    `;
  }

  private renderZoom(): TemplateResult {
    const scale = this.session.pictured?.viewport.scale ?? 1;
    const isReady = this.session.pictured?.picture.type === 'ready';
    return html`
      <button
        class="oce-zoom"
        type="button"
        aria-haspopup="menu"
        aria-label=${t.zoom(scale)}
        title=${t.zoom(scale)}
        ?disabled=${!isReady}
        @click=${(event: Event) => this.openMenu(this.zoomMenu, event)}
      >
        ${this.zoomText}${icon('chevron-down')}
      </button>
    `;
  }

  override render(): TemplateResult {
    this.shownStates = this.statesText;
    this.shownZoom = this.zoomText;
    const groups = new Map<Place, Command[]>();
    for (const command of this.buttons) {
      const place = command.place as Place;
      groups.set(place, [...(groups.get(place) ?? []), command]);
    }
    const { bar, rest } = this.split(groups);
    return html`
      <div class="oce-bar" part="toolbar" role="toolbar" aria-label=${t.toolbar()} @keydown=${this.handleKey}>
        ${places.map((place) => {
          const commands = (groups.get(place) ?? []).filter((command) => bar.has(command));
          if (!commands.length) return nothing;
          return html`<div class="oce-group" data-place=${place}>
            ${commands.map((command) => this.renderButton(command))}
          </div>`;
        })}
        <div class="oce-group" data-place="zoom" ?hidden=${!this.session.pictured}>
          ${this.session.pictured ? this.renderZoom() : nothing}
        </div>
        <div class="oce-group" ?hidden=${!rest.length}>
          <button
            class="oce-icon-button"
            type="button"
            aria-haspopup="menu"
            aria-label=${t.moreTools()}
            title=${t.moreTools()}
            @click=${(event: Event) => this.openMenu(this.moreMenu, event)}
          >
            ${icon('menu')}
          </button>
        </div>
      </div>
      <div
        class="oce-popover oce-menu oce-more-menu"
        popover
        role="menu"
        aria-label=${t.moreTools()}
        @keydown=${handleMenuKey}
      >
        ${rest.map((command) => this.renderItem(command))}
      </div>
      <div
        class="oce-popover oce-menu oce-zoom-menu"
        popover
        role="menu"
        aria-label=${t.zoomMenu()}
        @keydown=${handleMenuKey}
      >
        <button class="oce-menu-item" type="button" role="menuitem" @click=${() => this.zoomTo('fit')}>
          <span>${imageTerms.fit()}</span>
        </button>
        ${zoomSteps.map(
          (scale) => html`
            <button class="oce-menu-item" type="button" role="menuitem" @click=${() => this.zoomTo(scale)}>
              <span>${formatPercent(scale)}</span>
            </button>
          `,
        )}
      </div>
    `;
  }
}
