import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { displayNameOf } from '../../labels/labels.js';
import type { Label } from '../../labels/label.js';
import { patternAt } from '../../labels/palette.js';
import { matchLabels } from '../../labels/search.js';
import { formatNumber } from '../../locales/index.js';
import { frameTerms } from '../../locales/terms/frame.js';
import { panelTerms as t } from '../../locales/terms/panels.js';
import { cssProps } from '../css-props.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { hotkeyName } from '../keys.js';
import { RowWindow } from '../row-window.js';
import { SessionController, type WatchedAspect } from '../session-context.js';
import { countByLabel, type LabelCount } from '../tally.js';

/** From this many labels on there is a search field. */
const SEARCH_FROM = 8;
/** Longer lists render only the rows that are seen. */
const RENDER_ALL_UP_TO = 100;

const NONE: LabelCount = { total: 0, hidden: 0 };

/** Something that can be done with a label, offered by a small button in its row. */
export interface LabelAction {
  readonly icon: string;
  title(label: Label): string;
  run(label: Label): void;
}

/**
 * The labels on offer: choose one by pointer, keys, hotkey or search; see how often it is used; hide its shapes.
 *
 * @element oce-label-pane
 */
export class OceLabelPane extends FramePiece {
  private readonly session = new SessionController(this, ['labels', 'label', 'store', 'mode'], (aspect) =>
    this.follow(aspect),
  );
  private readonly rows = new RowWindow(this, { fine: 40, coarse: 48 }, () =>
    this.querySelector<HTMLElement>('.label-pane-content'),
  );

  /** Besides choosing: adding an object of the label, for instance. */
  @property({ attribute: false, hasChanged: (_, before) => !before }) action?: LabelAction;

  @query('.label-pane-content') private list!: HTMLElement;
  @state() private filter = '';
  @state() private cursor = 0;

  private follow(aspect: WatchedAspect): void {
    if (aspect === 'labels') this.filter = '';
    if (aspect === 'label' || aspect === 'labels') this.showChosen();
    this.requestUpdate();
  }

  /** The keyboard goes on from the chosen label. */
  private showChosen(): void {
    const chosen = this.session.value?.activeLabel;
    const index = chosen ? this.offered.findIndex(({ name }) => name === chosen.name) : -1;
    if (index < 0) return;
    this.cursor = index;
    void this.updateComplete.then(() => this.reveal(index));
  }

  private reveal(index: number): void {
    if (this.isWindowed) this.rows.reveal(index);
    else this.querySelectorAll('.label-button')[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private get offered(): readonly Label[] {
    return matchLabels(this.session.value?.labels ?? [], this.filter);
  }

  private get isWindowed(): boolean {
    return this.offered.length > RENDER_ALL_UP_TO;
  }

  private choose(label: Label | undefined): void {
    if (label && !this.session.value?.readOnly) this.session.value?.chooseLabel(label);
  }

  private toggleShapes(label: Label): void {
    const session = this.session.value;
    if (!session || session.readOnly) return;
    const shapes = session.store.snapshot.annotations.filter((shape) => shape.label === label.name);
    const hide = shapes.some((shape) => !shape.hidden);
    session.store.change('hide', (tx) => {
      for (const shape of shapes) tx.update(shape.id, { ...shape, hidden: hide || undefined });
    });
  }

  private handleListClick(event: Event): void {
    const target = event.target as Element;
    const index = Number(target.closest<HTMLElement>('.label-button')?.dataset.index);
    const label = this.offered[index];
    if (!label) return;
    this.cursor = index;
    if (target.closest('.oce-row-action')) {
      if (!this.session.value?.readOnly) this.action?.run(label);
    } else if (target.closest('.oce-row-eye')) this.toggleShapes(label);
    else this.choose(label);
  }

  private handleFilter(event: Event): void {
    this.filter = (event.target as HTMLInputElement).value;
    this.cursor = 0;
  }

  private handleFilterKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      this.choose(this.offered[this.cursor]);
      this.filter = '';
    } else if (event.key === 'ArrowDown') this.list.focus();
    else if (event.key === 'Escape' && this.filter) this.filter = '';
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private handleListKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { offered } = this;
    const last = offered.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.cursor + 1,
      ArrowRight: this.cursor + 1,
      ArrowUp: this.cursor - 1,
      ArrowLeft: this.cursor - 1,
      Home: 0,
      End: last,
      PageDown: this.cursor + this.rows.pageSize,
      PageUp: this.cursor - this.rows.pageSize,
    };
    const move = moves[event.key];
    const current = offered[this.cursor];
    if (move !== undefined) {
      this.cursor = Math.max(0, Math.min(last, move));
      this.reveal(this.cursor);
    } else if (event.key === 'Enter' || (event.key === ' ' && !event.shiftKey)) this.choose(current);
    else if (event.key === ' ' && current) this.toggleShapes(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private handleNothing(event: Event): void {
    const isNothing = (event.target as HTMLInputElement).checked;
    this.session.value?.store.change('nothingToLabel', (tx) => tx.setFact('nothingToLabel', isNothing));
  }

  private renderRow(label: Label, index: number, count: LabelCount, top?: number): TemplateResult {
    const isChosen = this.session.value?.activeLabel?.name === label.name;
    const name = displayNameOf(label);
    const isHidden = count.total > 0 && count.hidden === count.total;
    return html`
      <div
        class="label-button ${isChosen ? 'selected' : ''}"
        part="label ${isChosen ? 'label-current' : ''}"
        role="option"
        id="oce-label-${index}"
        data-label=${label.name}
        data-cursor=${index === this.cursor ? 'true' : nothing}
        aria-selected=${isChosen ? 'true' : 'false'}
        aria-keyshortcuts=${label.hotkey ? hotkeyName(label.hotkey) : nothing}
        title=${name}
        data-index=${index}
        ${cssProps(top === undefined ? {} : { transform: `translateY(${top}px)` })}
      >
        <span
          class="oce-swatch"
          data-pattern=${patternAt(label.index)}
          ${cssProps({ '--oce-swatch': label.color })}
        ></span>
        <span class="oce-label-name" dir="auto">${name}</span>
        ${count.total ? html`<span class="oce-count" aria-hidden="true">${formatNumber(count.total)}</span>` : nothing}
        <span class="visually-hidden">${count.total ? t.labelUse(count.total, isHidden) : nothing}</span>
        ${
          this.action
            ? html`<span class="oce-row-action" aria-hidden="true" title=${this.action.title(label)}
                >${icon(this.action.icon)}</span
              >`
            : nothing
        }
        ${
          count.total
            ? html`<span
                class="oce-row-eye"
                aria-hidden="true"
                title=${isHidden ? t.showLabel(name) : t.hideLabel(name)}
                data-on=${isHidden ? 'true' : nothing}
                >${icon(isHidden ? 'eye-off' : 'eye')}</span
              >`
            : nothing
        }
        ${label.hotkey ? html`<kbd aria-hidden="true">${hotkeyName(label.hotkey)}</kbd>` : nothing}
      </div>
    `;
  }

  private renderRows(offered: readonly Label[]): unknown {
    const counts = countByLabel(this.session.value?.store.snapshot.annotations ?? []);
    const countOf = ({ name }: Label) => counts.get(name) ?? NONE;
    if (!this.isWindowed) return offered.map((label, index) => this.renderRow(label, index, countOf(label)));
    const { start, end } = this.rows.range(offered.length);
    const height = this.rows.rowHeight;
    const shown = offered.slice(start, end).map((label, index) => ({ label, index: start + index }));
    const name = this.session.value?.activeLabel?.name;
    const chosen = offered.findIndex((label) => label.name === name);
    const label = offered[chosen];
    // A pane that is folded to a strip has room for the first labels only.
    if (label && (chosen < start || chosen >= end)) shown.push({ label, index: chosen });
    return html`
      ${shown.map((row) => this.renderRow(row.label, row.index, countOf(row.label), row.index * height))}
      <div role="none" class="oce-spacer" ${cssProps({ height: `${offered.length * height}px` })}></div>
    `;
  }

  override render(): TemplateResult {
    const session = this.session.value;
    const all = session?.labels ?? [];
    const { offered } = this;
    const isNothing = session?.store.snapshot.facts.nothingToLabel ?? false;
    // Both at once would be an answer that says two things.
    const isUsed = session?.store.snapshot.annotations.some((annotation) => session.isShown(annotation));
    return html`
      <div class="oce-pane-head">
        <h2 id="oce-labels-title">${t.labels()}</h2>
        <span class="oce-pane-count">${all.length ? formatNumber(all.length) : ''}</span>
      </div>
      <div class="oce-search" ?hidden=${all.length < SEARCH_FROM}>
        ${icon('search')}
        <input
          class="oce-input"
          type="search"
          aria-label=${frameTerms.searchLabels()}
          placeholder=${frameTerms.searchLabels()}
          aria-controls="oce-labels"
          .value=${this.filter}
          @input=${this.handleFilter}
          @keydown=${this.handleFilterKey}
        />
      </div>
      ${all.length === 0 ? html`<p class="oce-empty">${icon('tag')}${t.noLabels()}</p>` : nothing}
      ${all.length && !offered.length ? html`<p class="oce-empty">${t.noLabelFits(this.filter)}</p>` : nothing}
      <div
        class="label-pane-content ${this.isWindowed ? 'oce-windowed' : ''}"
        part="labels"
        id="oce-labels"
        role="listbox"
        tabindex="0"
        ?hidden=${!offered.length}
        aria-labelledby="oce-labels-title"
        aria-disabled=${session?.readOnly ? 'true' : 'false'}
        aria-activedescendant=${offered.length ? `oce-label-${this.cursor}` : nothing}
        @click=${this.handleListClick}
        @keydown=${this.handleListKey}
      >
        ${this.renderRows(offered)}
      </div>
      <div id="nothing-to-annotate">
        <label class="oce-check">
          <input
            type="checkbox"
            .checked=${isNothing}
            ?disabled=${!session || session.readOnly || (!isNothing && isUsed)}
            @change=${this.handleNothing}
          />
          <span class="awsui-checkbox-label">${t.nothingToLabel()}</span>
        </label>
      </div>
    `;
  }
}
