import { css } from 'lit';

/** A task that flows in its page: a text, and cards below it. */
export const sheetStyles = css`
  :host {
    display: block;
    block-size: auto;
    min-block-size: 0;
    overflow: visible;
    background: transparent;
  }
  .sheet {
    outline: none;
    display: grid;
    gap: var(--oce-space-4);
    max-inline-size: 1200px;
    margin-inline: auto;
    padding: var(--oce-space-4);
  }
  .sheet-header {
    font-size: var(--oce-font-size-l);
  }
  .sheet-text {
    max-block-size: 50vh;
    overflow: auto;
    padding: var(--oce-space-4);
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-l);
    background: var(--oce-color-surface-sunken);
    font-size: var(--oce-font-size-l);
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .sheet-problem {
    color: var(--oce-color-danger);
    font-weight: var(--oce-font-weight-medium);
  }
  .sheet-problem:empty {
    display: none;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--oce-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cards.is-wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--oce-space-3);
    padding: var(--oce-space-4);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-l);
    background: var(--oce-color-surface-raised);
  }
  .card-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--oce-space-2);
  }
  .card-text {
    flex: 1;
    line-height: 1.55;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .ranks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin: 0;
    padding: var(--oce-space-2) 0 0;
    border: 0;
    border-block-start: 1px solid var(--oce-color-border);
    min-inline-size: 0;
  }
  .ranks legend {
    float: inline-start;
    flex: 1 0 100%;
    padding: 0;
    font-weight: var(--oce-font-weight-medium);
  }
  .ranks.is-missing legend {
    color: var(--oce-color-danger);
    text-decoration: underline wavy 1px;
    text-underline-offset: 4px;
  }
  .rank {
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: max(36px, var(--oce-target));
    min-block-size: max(32px, var(--oce-target));
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .rank input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .rank:hover {
    background: var(--oce-color-hover);
  }
  .rank:has(:checked) {
    border-color: var(--oce-color-primary);
    background: var(--oce-color-primary);
    color: var(--oce-color-on-primary);
    font-weight: var(--oce-font-weight-strong);
  }
  .rank:has(:focus-visible) {
    outline: var(--oce-focus-outline);
    outline-offset: var(--oce-focus-offset);
  }
  .rank:has(:disabled) {
    color: var(--oce-color-text-disabled);
    cursor: default;
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field-head {
    display: flex;
    justify-content: space-between;
    gap: var(--oce-space-2);
    font-weight: var(--oce-font-weight-medium);
  }
  .field-head .oce-hint {
    font-weight: 400;
  }
  .field-head .is-wrong {
    color: var(--oce-color-danger);
  }
  .field textarea {
    min-block-size: 60px;
    padding: var(--oce-space-2);
    resize: vertical;
    line-height: 1.5;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .tags legend {
    padding: 0;
    font-weight: var(--oce-font-weight-medium);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: max(28px, var(--oce-target));
    padding: 0 10px;
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-pill);
    font-size: var(--oce-font-size-s);
    cursor: pointer;
  }
  .tag:has(:checked) {
    border-color: var(--oce-color-primary);
    background: var(--oce-color-selected);
  }
  .own-tag {
    inline-size: 180px;
  }
  @media (forced-colors: active) {
    .rank:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
