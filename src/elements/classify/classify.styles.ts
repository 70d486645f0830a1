import { css, unsafeCSS } from 'lit';

/** Keys that may follow the first of two: a selector knows no equal attributes, but there are only ten digits. */
const nextKeys = unsafeCSS(
  [...'0123456789'].map((key) => `.categories[data-first-key='${key}'] [data-key='${key}']`).join(', '),
);

/** Target and categories of the classifiers. */
export const classifyStyles = css`
  .annotation-area.target {
    position: absolute;
    inset: 0;
    overflow: auto;
    background: light-dark(var(--oce-color-surface), #e4e8eb);
  }
  .annotation-area.target.is-marked,
  :host(:state(plain-text)) .annotation-area.target {
    background: var(--oce-color-surface);
  }
  .annotation-area.target:focus-visible {
    outline-offset: -2px;
  }
  .annotation-area.target.viewer {
    overflow: hidden;
    background: var(--oce-color-canvas);
  }
  /* Requesters colour their content for white paper, so it keeps paper in the dark as well. */
  .target-paper {
    min-block-size: 100%;
    padding: var(--oce-space-5);
    color-scheme: light;
    color: var(--oce-color-text);
    font-size: var(--crowd-target-font-size, var(--oce-font-size-l));
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  ::slotted(classification-target) {
    display: block;
  }
  :host(:state(plain-text)) .target-paper {
    color-scheme: inherit;
    font-size: var(--crowd-target-font-size, max(1.25rem, 20px));
  }
  :host(:state(plain-text)) ::slotted(classification-target) {
    max-inline-size: 44em;
    margin-block-start: calc(var(--oce-blank-lines, 0) * -1lh);
    margin-inline: auto;
    white-space: pre-line;
  }
  :host(:state(plain-text)) .target-paper slot {
    display: block;
    overflow: hidden;
  }

  .oce-side {
    inline-size: var(--crowd-labels-width, 300px);
  }
  .picker-area {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding-block-end: var(--oce-space-4);
  }
  oce-category-picker,
  oce-comment {
    display: block;
  }
  .picker-head {
    padding: var(--oce-space-3) var(--oce-space-3) var(--oce-space-2);
  }
  .picker-problem {
    display: flex;
    gap: 6px;
    color: var(--oce-color-danger);
    font-size: var(--oce-font-size-s);
    font-weight: var(--oce-font-weight-medium);
  }
  .picker-problem:empty {
    display: none;
  }
  .picker-problem .oce-icon {
    inline-size: 16px;
    block-size: 20px;
  }
  .picker-empty {
    display: flex;
    gap: var(--oce-space-2);
    padding: 0 var(--oce-space-3) var(--oce-space-3);
  }
  .category-search {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 2px var(--oce-space-3) var(--oce-space-2);
    background: var(--oce-color-surface);
  }
  .category-search .oce-icon {
    position: absolute;
    inset-inline-start: 20px;
    inset-block-start: calc(2px + (var(--oce-control-height) - 16px) / 2);
    inline-size: 16px;
    block-size: 16px;
    color: var(--oce-color-text-muted);
    pointer-events: none;
  }
  .category-search .oce-input {
    padding-inline-start: 30px;
  }
  .category-search .oce-hint {
    margin-block-start: var(--oce-space-1);
    min-block-size: 1.45em;
    font-size: var(--oce-font-size-xs);
  }
  /* Around all rows there is no room for a ring outside. */
  .categories:focus-visible {
    outline-offset: -2px;
    border-radius: var(--oce-radius-m);
  }
  .categories,
  .exclusion {
    display: grid;
    gap: 6px;
    padding: 2px var(--oce-space-3);
  }
  .exclusion {
    margin-block-start: var(--oce-space-3);
    padding-block-start: var(--oce-space-3);
    border-block-start: 1px solid var(--oce-color-border);
  }
  .categories.is-long {
    /* A grid would weigh a thousand rows anew whenever one of them changes. */
    display: block;
  }
  .category-button,
  .exclusion-button {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    inline-size: 100%;
    min-block-size: max(40px, var(--oce-target));
    padding: 6px 8px 6px 6px;
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    color: var(--oce-color-text);
    text-align: start;
    touch-action: manipulation;
  }
  .is-long .category-button {
    /* Rows out of sight cost nothing: a thousand categories scroll like ten. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 40px;
    margin-block-end: 4px;
  }
  :is(.category-button, .exclusion-button):hover:not(:disabled, .selected) {
    background: var(--oce-color-hover);
  }
  :is(.category-button, .exclusion-button):active:not(:disabled, .selected) {
    background: var(--oce-color-pressed);
  }
  :is(.category-button, .exclusion-button).selected {
    border-color: var(--oce-color-primary);
    background: var(--oce-color-primary);
    color: var(--oce-color-on-primary);
    font-weight: var(--oce-font-weight-strong);
  }
  .category-button.is-best {
    outline: 2px solid var(--oce-color-focus);
    outline-offset: 1px;
  }
  :is(.category-button, .exclusion-button):disabled:not(.selected) {
    border-color: var(--oce-color-border);
    color: var(--oce-color-text-disabled);
  }
  .category-mark {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    visibility: hidden;
  }
  .selected > .category-mark {
    visibility: visible;
  }
  .category-name {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .category-hotkey {
    flex: none;
  }
  .categories[data-first-key] .category-hotkey {
    opacity: 0.35;
  }
  ${nextKeys} {
    border-color: var(--oce-color-primary);
    background: var(--oce-color-primary);
    color: var(--oce-color-on-primary);
    opacity: 1;
  }
  .selected > .category-hotkey {
    border-color: currentcolor;
    background: transparent;
    color: inherit;
  }

  .comment-line {
    display: grid;
    justify-items: start;
    gap: var(--oce-space-1);
    padding: var(--oce-space-3) var(--oce-space-3) 0;
    overflow-wrap: anywhere;
  }
  .comment-text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .comment-dialog {
    max-inline-size: 520px;
  }
  .comment-instruction {
    margin-block-end: var(--oce-space-3);
  }
  .comment-dialog textarea {
    min-block-size: 120px;
    padding: var(--oce-space-2);
    resize: vertical;
  }
  .comment-buttons {
    display: flex;
    justify-content: flex-end;
    gap: var(--oce-space-2);
    margin-block-start: var(--oce-space-4);
  }
  .advance-note {
    display: flex;
    align-items: center;
    gap: var(--oce-space-3);
    padding: 4px var(--oce-space-4);
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-info-subtle);
  }

  @media (pointer: coarse) {
    .category-hotkey {
      display: none;
    }
  }
  @container oce-frame (max-width: 768px) {
    .oce-side {
      inline-size: auto;
      max-block-size: 46cqb;
    }
    .oce-side:not([data-expanded]) .picker-area {
      max-block-size: 30cqb;
    }
    .categories,
    .categories.is-long,
    .exclusion {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
    }
    .picker-head {
      padding-inline-end: 52px;
    }
  }
  @media (forced-colors: active) {
    :is(.category-button, .exclusion-button).selected {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
