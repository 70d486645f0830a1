import { css } from 'lit';

/** Document and list of keys and values. */
export const documentStyles = css`
  .viewer {
    position: absolute;
    inset: 0;
  }
  .draw-hint {
    position: absolute;
    inset-block-start: var(--oce-space-3);
    inset-inline: var(--oce-space-3);
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--oce-space-3));
    margin: 0 auto;
    padding: var(--oce-space-2) var(--oce-space-3);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    font-weight: var(--oce-font-weight-medium);
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .draw-hint:empty {
    position: absolute;
    inline-size: 0;
    padding: 0;
    border: 0;
  }
  .oce-side {
    inline-size: var(--crowd-labels-width, 380px);
  }
  .pairs-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--oce-space-2);
    padding: var(--oce-space-3) var(--oce-space-3) var(--oce-space-2);
  }
  .pairs-head h2 {
    flex: 1;
  }
  .picker-problem {
    inline-size: 100%;
    color: var(--oce-color-danger);
    font-size: var(--oce-font-size-s);
    font-weight: var(--oce-font-weight-medium);
  }
  .picker-problem:empty {
    display: none;
  }
  .pairs-empty {
    padding: 0 var(--oce-space-3) var(--oce-space-3);
  }
  .pairs {
    flex: 1;
    min-block-size: 0;
    margin: 0;
    padding: 2px var(--oce-space-3) var(--oce-space-3);
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    list-style: none;
  }
  .pair {
    display: grid;
    gap: 4px;
    margin-block-end: var(--oce-space-2);
    padding: var(--oce-space-2);
    border: 1px solid var(--oce-color-border);
    border-inline-start: 4px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    scroll-margin: var(--oce-space-3);
  }
  .pair.is-judged {
    border-inline-start-color: var(--oce-color-success);
  }
  .pair.is-out {
    border-inline-start-color: var(--oce-color-text-disabled);
  }
  .pair.is-current {
    border-color: var(--oce-color-primary);
    background: var(--oce-color-selected);
  }
  .pair-line {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
  }
  .pair-line .pair-value {
    flex: 1;
    min-inline-size: 0;
  }
  .pair-key {
    flex: 1;
    min-inline-size: 0;
    font-weight: var(--oce-font-weight-strong);
  }
  .pair-key:read-only {
    border-color: transparent;
    background: transparent;
  }
  .is-out :is(.pair-key, .pair-value) {
    text-decoration: line-through;
  }
  .pair-value.is-off {
    background: var(--oce-color-surface-sunken);
    color: var(--oce-color-text-muted);
  }
  .judgements {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--oce-space-3);
  }
  .judgement {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: max(28px, var(--oce-target));
    font-size: var(--oce-font-size-s);
    cursor: pointer;
  }
  .judgement input {
    margin: 0;
    accent-color: var(--oce-color-primary);
  }
  .pairs-foot {
    flex: none;
    padding: var(--oce-space-2) var(--oce-space-3);
    border-block-start: 1px solid var(--oce-color-border);
  }
  @container oce-frame (max-width: 768px) {
    .oce-side {
      inline-size: auto;
      block-size: 50cqb;
    }
    .pairs-head {
      padding-inline-end: 52px;
    }
  }
`;
