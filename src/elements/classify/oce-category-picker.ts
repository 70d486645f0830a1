import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Label } from '../../labels/label.js';
import { matchLabels } from '../../labels/search.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { FramePiece, icon } from '../../workspace/index.js';

/** From this many categories on there is a search field. */
export const SEARCH_FROM = 11;

/** The button that says that none of the categories applies. */
export interface ExclusionView {
  readonly text: string;
  readonly hotkey: string;
  readonly isActive: boolean;
}

/**
 * The categories on offer: a button for each, a search field when there are many, and the exclusion category.
 *
 * It shows what it is given and tells what was pressed; the element decides.
 *
 * @element oce-category-picker
 */
export class OceCategoryPicker extends FramePiece {
  @property({ attribute: false }) categories: readonly Label[] = [];
  /** Names of the chosen categories. */
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();
  @property({ attribute: false }) isMultiple = false;
  @property({ attribute: false }) isLocked = false;
  @property({ attribute: false }) exclusion?: ExclusionView;
  /** What is wrong, once it is time to say so. */
  @property({ attribute: false }) problem = '';
  /** The first of two keys, once it is pressed. */
  @property({ attribute: false }) firstKey = '';
  @property({ attribute: false }) pick: (category: string) => void = () => {};
  @property({ attribute: false }) toggleExclusion: () => void = () => {};
  /** The worker is done with the keyboard here. */
  @property({ attribute: false }) leave: () => void = () => {};

  /** The categories as a whole, which can have the focus; null before the first rendering. */
  @query('.categories') readonly list!: HTMLElement | null;
  @query('.category-search input') private searchInput!: HTMLInputElement | null;
  @state() private filter = '';
  @state() private cursor = 0;
  private fitting: ReadonlySet<string> | undefined;
  private best: string | undefined;

  /** Whether there are so many categories that typing finds them. */
  get isSearchable(): boolean {
    return this.categories.length >= SEARCH_FROM;
  }

  /** Puts the keyboard into the search field; what is typed next narrows the list. */
  startSearch(): boolean {
    if (!this.isSearchable || this.isLocked || !this.searchInput) return false;
    this.searchInput.focus();
    return true;
  }

  /**
   * Moves focus to the categories as a whole, where something is missing. Not to one of them: Enter, pressed again to
   * submit, would choose it.
   */
  override focus(options?: FocusOptions): void {
    this.list?.focus(options);
  }

  /** Shows a category that was chosen elsewhere, by its hotkey for instance. */
  reveal(category: string): void {
    const index = this.categories.findIndex(({ name }) => name === category);
    if (index < 0) return;
    this.cursor = index;
    const show = () => this.list?.children[index]?.scrollIntoView({ block: 'nearest' });
    // A search that has just ended still hides the rows between. Without one the rows are laid out already.
    if (this.fitting) void this.updateComplete.then(show);
    else show();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('filter' as keyof OceCategoryPicker) && !changed.has('categories')) return;
    if (changed.has('categories')) this.cursor = Math.min(this.cursor, Math.max(0, this.categories.length - 1));
    if (!this.filter.trim()) {
      this.fitting = this.best = undefined;
      return;
    }
    const fitting = matchLabels(this.categories, this.filter).map(({ name }) => name);
    this.fitting = new Set(fitting);
    this.best = fitting[0];
    this.cursor = Math.max(
      0,
      this.categories.findIndex(({ name }) => name === this.best),
    );
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('filter' as keyof OceCategoryPicker) && this.best !== undefined) {
      this.list?.children[this.cursor]?.scrollIntoView({ block: 'nearest' });
    }
    if (changed.has('firstKey') && this.firstKey) this.revealKeys();
  }

  /** Shows what may follow the first key: all of it where there is room, else from the beginning. */
  private revealKeys(): void {
    const rows = this.categories.flatMap(({ hotkey }, index) =>
      hotkey.length > 1 && hotkey.startsWith(this.firstKey) ? [this.list?.children[index]] : [],
    );
    for (const row of [rows.at(-1), rows[0]]) row?.scrollIntoView({ block: 'nearest' });
  }

  private isFitting(index: number): boolean {
    const name = this.categories[index]?.name;
    return name !== undefined && (this.fitting?.has(name) ?? true);
  }

  private readonly handleFilter = (event: Event): void => {
    this.filter = (event.target as HTMLInputElement).value;
  };

  private readonly handleFilterKey = (event: KeyboardEvent): void => {
    // Safari sends the Enter that ends a composition after it; 229 tells.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') {
      const name = this.categories[this.cursor]?.name;
      if (!this.filter.trim()) this.leave();
      else if (name !== undefined && this.isFitting(this.cursor)) {
        this.filter = '';
        this.leave();
        this.pick(name);
      }
    } else if (event.key === 'Escape') {
      this.filter = '';
      this.leave();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.step(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly handleListKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.categories.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Home') this.moveTo(0, 1);
    else if (event.key === 'End') this.moveTo(last, -1);
    else return;
    this.list?.querySelectorAll<HTMLElement>('.category-button')[this.cursor]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  private step(by: 1 | -1): void {
    this.moveTo(this.cursor + by, by);
  }

  /** Goes to a row, and on in the same direction over those that the search has hidden. */
  private moveTo(start: number, by: 1 | -1): void {
    let index = start;
    while (index >= 0 && index < this.categories.length && !this.isFitting(index)) index += by;
    if (index < 0 || index >= this.categories.length) return;
    this.cursor = index;
    this.list?.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  private readonly handleListClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLButtonElement>('.category-button');
    const category = button && this.categories[Number(button.dataset['index'])];
    if (!category || button.disabled) return;
    this.cursor = Number(button.dataset['index']);
    this.pick(category.name);
  };

  /** A click must not take the keyboard: Space would then press the button again instead of playing the video. */
  private readonly keepFocus = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('button')) return;
    event.preventDefault();
    // In a frame, as portals show tasks, the keys would otherwise go on to the page around it.
    window.focus();
  };

  override render(): TemplateResult {
    const { categories, chosen, exclusion } = this;
    const title = this.isMultiple ? t.chooseMany() : t.chooseOne();
    const isOff = this.isLocked || (exclusion?.isActive ?? false);
    return html`
      <div class="picker-head">
        <h2 id="categories-title">${title}</h2>
        <p class="oce-hint" ?hidden=${!this.isMultiple || !categories.length}>
          ${t.chosenCount(chosen.size, categories.length)}
        </p>
        <p class="picker-problem" id="picker-problem">
          ${this.problem ? html`${icon('warning')}${this.problem}` : nothing}
        </p>
      </div>
      ${this.isSearchable ? this.renderSearch() : nothing}
      <p class="oce-hint picker-empty" ?hidden=${categories.length > 0 || this.problem !== ''}>
        ${icon('info')} ${t.noCategories()}
      </p>
      <!-- eslint-disable-next-line lit-a11y/click-events-have-key-events -->
      <div
        class="categories ${categories.length > 60 ? 'is-long' : ''}"
        role="group"
        part="categories"
        tabindex="-1"
        data-first-key=${this.firstKey || nothing}
        aria-labelledby="categories-title"
        aria-describedby="picker-problem"
        @click=${this.handleListClick}
        @keydown=${this.handleListKey}
        @mousedown=${this.keepFocus}
      >
        ${categories.map((category, index) => this.renderCategory(category, index, isOff))}
      </div>
      ${exclusion ? this.renderExclusion(exclusion) : nothing}
    `;
  }

  private renderSearch(): TemplateResult {
    const count = this.fitting?.size;
    return html`
      <div class="category-search">
        ${icon('search')}
        <input
          class="oce-input"
          type="search"
          autocomplete="off"
          aria-label=${t.search()}
          placeholder=${t.search()}
          .value=${this.filter}
          ?disabled=${this.isLocked}
          @input=${this.handleFilter}
          @keydown=${this.handleFilterKey}
        />
        <p class="oce-hint" role="status">
          ${count === undefined ? nothing : count ? t.matches(count) : t.noMatch(this.filter)}
        </p>
      </div>
    `;
  }

  private renderCategory(category: Label, index: number, isOff: boolean) {
    const isChosen = this.chosen.has(category.name);
    const isCursor = index === this.cursor;
    const isHidden = !this.isFitting(index);
    const isBest = isCursor && this.fitting !== undefined && !isHidden;
    // With a thousand categories only the rows that differ are rendered.
    return guard(
      [category, index, isChosen, isCursor, isHidden, isBest, isOff],
      () => html`
        <button
          class="category-button ${isChosen ? 'selected' : ''} ${isBest ? 'is-best' : ''}"
          part="category ${isChosen ? 'category-current' : ''}"
          type="button"
          data-index=${index}
          aria-pressed=${isChosen ? 'true' : 'false'}
          aria-keyshortcuts=${spokenKey(category.hotkey)}
          tabindex=${isCursor ? 0 : -1}
          ?hidden=${isHidden}
          ?disabled=${isOff}
        >
          <span class="category-mark">${icon('check')}</span>
          <span class="category-name" dir="auto">${category.displayName ?? category.name}</span>
          ${
            category.hotkey
              ? html`<kbd class="category-hotkey" data-key=${category.hotkey.slice(0, -1)} aria-hidden="true"
                  >${category.hotkey}</kbd
                >`
              : nothing
          }
        </button>
      `,
    );
  }

  private renderExclusion({ text, hotkey, isActive }: ExclusionView): TemplateResult {
    return html`
      <div class="exclusion">
        <button
          class="exclusion-button ${isActive ? 'selected' : ''}"
          part="exclusion"
          type="button"
          aria-pressed=${isActive ? 'true' : 'false'}
          aria-keyshortcuts=${spokenKey(hotkey)}
          ?disabled=${this.isLocked}
          @click=${this.toggleExclusion}
          @mousedown=${this.keepFocus}
        >
          <span class="category-mark">${icon('check')}</span>
          <span class="category-name" dir="auto">${text}</span>
          <kbd class="category-hotkey" aria-hidden="true">${hotkey}</kbd>
        </button>
      </div>
    `;
  }
}

/** The key as assistive technology is told it, which knows keys pressed together and alternatives, but no sequences. */
function spokenKey(hotkey: string): string | typeof nothing {
  return [...hotkey].length === 1 ? hotkey : nothing;
}
