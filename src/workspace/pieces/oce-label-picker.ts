import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { displayNameOf } from '../../labels/labels.js';
import type { Label } from '../../labels/label.js';
import { matchLabels } from '../../labels/search.js';
import { frameTerms } from '../../locales/terms/frame.js';
import { panelTerms as t } from '../../locales/terms/panels.js';
import { cssProps } from '../css-props.js';
import { FramePiece } from '../frame-piece.js';

/** A picker that is searched needs no longer list. */
const MOST_SHOWN = 60;

/**
 * Lets a worker pick another label for an object, by typing or with the arrows. A popover.
 *
 * @element oce-label-picker
 * @fires close - The picker was closed, with or without a choice.
 */
export class OceLabelPicker extends FramePiece {
  @query('input') private field!: HTMLInputElement;
  @state() private filter = '';
  @state() private cursor = 0;

  @property({ attribute: false }) labels: readonly Label[] = [];
  /** Name of the label that the object has now. */
  @property({ attribute: false }) current = '';
  /** Called with the label that the worker picked. */
  @property({ attribute: false }) choose: (label: Label) => void = () => undefined;

  constructor() {
    super();
    this.addEventListener('toggle', (event) => this.handleToggle((event as ToggleEvent).newState === 'open'));
  }

  private handleToggle(isOpen: boolean): void {
    if (isOpen) {
      this.filter = '';
      this.cursor = Math.max(
        0,
        this.labels.findIndex(({ name }) => name === this.current),
      );
      void this.updateComplete.then(() => this.field.focus());
    } else this.dispatchEvent(new Event('close'));
  }

  private get offered(): readonly Label[] {
    return matchLabels(this.labels, this.filter).slice(0, MOST_SHOWN);
  }

  private pick(label: Label | undefined): void {
    if (label) this.choose(label);
    this.hidePopover();
  }

  private handleInput(): void {
    this.filter = this.field.value;
    this.cursor = 0;
  }

  private handleClick(event: Event): void {
    const option = (event.target as Element).closest<HTMLElement>('.oce-pick');
    if (option) this.pick(this.offered[Number(option.dataset.index)]);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = this.offered.length - 1;
    if (event.key === 'ArrowDown') this.cursor = Math.min(last, this.cursor + 1);
    else if (event.key === 'ArrowUp') this.cursor = Math.max(0, this.cursor - 1);
    else if (event.key === 'Enter') this.pick(this.offered[this.cursor]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    void this.updateComplete.then(() => this.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' }));
  }

  override render(): TemplateResult {
    const { offered } = this;
    return html`
      <input
        class="oce-input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="oce-picker-list"
        aria-autocomplete="list"
        aria-activedescendant=${offered.length ? `oce-pick-${this.cursor}` : nothing}
        aria-label=${t.changeLabel()}
        placeholder=${frameTerms.searchLabels()}
        autocomplete="off"
        .value=${this.filter}
        @input=${this.handleInput}
        @keydown=${this.handleKey}
      />
      <div
        class="oce-picks"
        id="oce-picker-list"
        role="listbox"
        aria-label=${t.labels()}
        @click=${this.handleClick}
        @keydown=${this.handleKey}
      >
        ${offered.map(
          (label, index) => html`
            <div
              class="oce-pick"
              role="option"
              id="oce-pick-${index}"
              aria-selected=${label.name === this.current ? 'true' : 'false'}
              data-cursor=${index === this.cursor ? 'true' : nothing}
              data-index=${index}
            >
              <span class="oce-swatch" ${cssProps({ '--oce-swatch': label.color })}></span>
              <span class="oce-label-name" dir="auto">${displayNameOf(label)}</span>
            </div>
          `,
        )}
      </div>
    `;
  }
}
