import { css } from 'lit';

/** Css shared by the controls that a worker types into. */
export const fieldStyles = css`
  :host {
    display: block;
    margin-block: var(--oce-space-2);
  }
  :host([type='hidden']) {
    display: none;
  }
  .field {
    position: relative;
    display: flex;
    min-block-size: max(36px, var(--oce-control-height));
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    transition: border-color var(--oce-duration);
  }
  .field:focus-within {
    border-color: var(--oce-color-primary);
    outline: var(--oce-focus-outline);
    outline-offset: 0;
  }
  .control {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    margin: 0;
    padding: var(--oce-space-1) var(--oce-space-3);
    border: 0;
    border-radius: inherit;
    outline: 0;
    font: inherit;
    color: inherit;
    background: none;
  }
  .control::placeholder {
    color: var(--oce-color-text-muted);
    opacity: 1;
  }
  .control[type='color'] {
    min-block-size: 36px;
  }
  .control[type='file'] {
    align-self: center;
  }

  .labelled {
    min-block-size: 52px;
  }
  .labelled .control {
    padding-block-start: 22px;
  }
  label {
    position: absolute;
    inset-block-start: 15px;
    inset-inline: var(--oce-space-3);
    overflow: hidden;
    color: var(--oce-color-text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
    transition:
      inset-block-start var(--oce-duration),
      font-size var(--oce-duration);
  }
  .raised label,
  .field:focus-within label {
    inset-block-start: 5px;
    font-size: var(--oce-font-size-xs);
  }
  .field:focus-within label {
    color: var(--oce-color-primary);
  }
  /* Until the label has risen it stands where the hint would be. */
  .labelled:not(.raised, :focus-within) .control::placeholder {
    color: transparent;
  }

  .below {
    display: flex;
    gap: var(--oce-space-3);
    margin-block-start: var(--oce-space-1);
    font-size: var(--oce-font-size-xs);
    color: var(--oce-color-text-muted);
  }
  .below:empty {
    display: none;
  }
  .error {
    flex: 1;
    color: var(--oce-color-danger);
  }
  .error::before {
    content: '⚠ ' / '';
  }
  .counter {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .invalid {
    border-color: var(--oce-color-danger);
    box-shadow: 0 0 0 1px var(--oce-color-danger);
  }
  .invalid label {
    color: var(--oce-color-danger);
  }
  .disabled {
    border-color: var(--oce-color-border);
    color: var(--oce-color-text-disabled);
    background: var(--oce-color-surface-sunken);
  }
  .disabled label,
  .disabled .control {
    color: var(--oce-color-text-disabled);
    -webkit-text-fill-color: currentcolor;
    cursor: not-allowed;
  }
`;
