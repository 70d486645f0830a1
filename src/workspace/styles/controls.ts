import { css } from 'lit';

/** Buttons, links, fields, keys: what all pieces share. */
export const controlStyles = css`
  [hidden] {
    display: none !important;
  }
  awsui-button,
  paper-icon-button {
    display: contents;
  }
  .oce-icon {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [data-icon^='chevron-r']:dir(rtl),
  [data-icon^='chevron-l']:dir(rtl),
  [data-icon='book']:dir(rtl) {
    transform: scaleX(-1);
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .oce-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--oce-control-height);
    padding: 0 var(--oce-space-3);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    font-weight: var(--oce-font-weight-medium);
    white-space: nowrap;
    transition: background-color var(--oce-duration);
  }
  .oce-button:hover:not(:disabled) {
    background: var(--oce-color-hover);
  }
  .oce-button:active:not(:disabled) {
    background: var(--oce-color-pressed);
  }
  .oce-quiet {
    border-color: transparent;
    background: transparent;
  }
  .oce-quiet[aria-expanded='true'] {
    background: var(--oce-color-hover);
  }
  .oce-primary {
    padding-inline: var(--oce-space-5);
    border-color: var(--oce-color-primary);
    background: var(--oce-color-primary);
    color: var(--oce-color-on-primary);
    font-weight: var(--oce-font-weight-strong);
  }
  .oce-primary:hover:not(:disabled) {
    border-color: var(--oce-color-primary-hover);
    background: var(--oce-color-primary-hover);
  }
  .oce-primary:active:not(:disabled) {
    border-color: var(--oce-color-primary-pressed);
    background: var(--oce-color-primary-pressed);
  }
  .oce-button:disabled {
    border-color: var(--oce-color-border);
    background: var(--oce-color-surface-sunken);
    color: var(--oce-color-text-disabled);
  }
  .oce-icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--oce-control-height);
    block-size: var(--oce-control-height);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--oce-radius-m);
    background: transparent;
    color: var(--oce-color-text);
    transition: background-color var(--oce-duration);
  }
  .oce-icon-button:hover:not(:disabled) {
    background: var(--oce-color-hover);
  }
  .oce-icon-button:active:not(:disabled) {
    background: var(--oce-color-pressed);
  }
  .oce-icon-button[aria-pressed='true'] {
    background: var(--oce-color-selected);
    color: var(--oce-color-primary);
    box-shadow: inset 0 0 0 1px currentcolor;
  }
  .oce-icon-button:is(:disabled, [aria-disabled='true']) {
    color: var(--oce-color-text-disabled);
  }
  .oce-link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--oce-color-link);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    min-block-size: var(--oce-target);
  }
  .oce-link:hover {
    text-decoration-thickness: 2px;
  }
  .oce-input {
    inline-size: 100%;
    min-block-size: var(--oce-control-height);
    padding: 0 var(--oce-space-2);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    color: var(--oce-color-text);
    font: inherit;
  }
  .oce-input::placeholder {
    color: var(--oce-color-text-muted);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='range'] {
    accent-color: var(--oce-color-primary);
    margin: 0;
  }
  .oce-check {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    min-block-size: var(--oce-control-height);
    cursor: pointer;
  }
  .oce-check input {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
  }
  .oce-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--oce-space-2);
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-size: var(--oce-font-size-m);
    font-weight: var(--oce-font-weight-strong);
    line-height: 1.3;
  }
  ul {
    list-style: none;
  }
  kbd {
    display: inline-block;
    min-inline-size: 22px;
    padding: 1px 5px;
    border: 1px solid var(--oce-color-border);
    border-block-end-width: 2px;
    border-radius: var(--oce-radius-s);
    background: var(--oce-color-surface);
    color: var(--oce-color-text-muted);
    font: 500 var(--oce-font-size-xs) / 1.4 var(--oce-font);
    text-align: center;
    white-space: nowrap;
  }
  .oce-hint {
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
  }
  /* Our words stay in order on pages that run the other way. */
  :is(
    .oce-hint,
    .oce-empty,
    .oce-confidential,
    .oce-status-message span,
    .oce-object-place,
    .oce-status-size,
    .oce-status-count,
    .oce-banner > span
  ) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  @media (pointer: coarse) {
    .oce-menu-item kbd {
      display: none;
    }
  }
`;
