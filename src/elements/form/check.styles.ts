import { css } from 'lit';

/** Css shared by checkbox, radio button and switch. */
export const checkStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  label {
    display: inline-flex;
    align-items: flex-start;
    gap: var(--oce-space-2);
    min-block-size: max(var(--oce-target), 1.5em);
    padding-block: calc((max(var(--oce-target), 1.5em) - 1.45em) / 2);
    cursor: pointer;
  }
  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: calc((1.45em - 18px) / 2) 0 0;
    accent-color: var(--oce-color-primary);
    cursor: inherit;
  }
  .text:empty {
    display: none;
  }
  .text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .disabled {
    color: var(--oce-color-text-disabled);
    cursor: not-allowed;
  }
  .invalid input {
    outline: 2px solid var(--oce-color-danger);
    outline-offset: 1px;
    border-radius: var(--oce-radius-s);
  }
  .invalid input:focus-visible {
    outline: var(--oce-focus-outline);
  }
  .error {
    display: block;
    font-size: var(--oce-font-size-xs);
    color: var(--oce-color-danger);
  }
  .error::before {
    content: '⚠ ' / '';
  }
`;
