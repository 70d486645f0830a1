import { css } from 'lit';

/** Dialogs and popovers. */
export const dialogStyles = css`
  .oce-dialog {
    inline-size: calc(100% - 32px);
    max-width: 720px;
    max-block-size: min(86dvh, 900px);
    padding: 0;
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-l);
    background: var(--oce-color-surface-raised);
    color: var(--oce-color-text);
    box-shadow: var(--oce-shadow-3);
    overflow: hidden;
  }
  .oce-dialog::backdrop {
    background: rgb(8 12 16 / 48%);
  }
  .oce-dialog-box {
    display: flex;
    flex-direction: column;
    max-block-size: inherit;
  }
  .oce-dialog header {
    display: flex;
    align-items: center;
    gap: var(--oce-space-3);
    padding: var(--oce-space-3) var(--oce-space-3) var(--oce-space-3) var(--oce-space-5);
    border-block-end: 1px solid var(--oce-color-border);
  }
  .oce-dialog header h2 {
    flex: 1;
    font-size: var(--oce-font-size-l);
    overflow-wrap: anywhere;
  }
  .oce-dialog header .oce-input {
    inline-size: 220px;
    min-inline-size: 0;
  }
  .oce-dialog-content {
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--oce-space-4) var(--oce-space-5) var(--oce-space-5);
  }
  .oce-dialog-content:focus-visible {
    outline-offset: -2px;
  }

  .oce-shortcuts {
    columns: 2 260px;
    column-gap: var(--oce-space-6);
  }
  .oce-shortcuts section {
    break-inside: avoid-column;
    margin-block-end: var(--oce-space-4);
  }
  .oce-shortcuts h3 {
    margin-block-end: var(--oce-space-1);
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
  }
  .oce-shortcuts dl > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--oce-space-3);
    min-block-size: 30px;
    border-block-end: 1px solid var(--oce-color-border);
  }
  .oce-shortcuts dl > div:last-child {
    border-block-end: 0;
  }
  .oce-shortcuts dd {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 2px var(--oce-space-2);
  }
  .oce-chord {
    display: inline-flex;
    gap: 2px;
  }
  .oce-guide {
    display: grid;
    gap: var(--oce-space-4);
    margin-block-end: var(--oce-space-4);
  }
  .oce-guide li {
    display: flex;
    gap: var(--oce-space-3);
  }
  .oce-guide-icon {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-selected);
    color: var(--oce-color-primary);
  }

  .oce-popover {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--oce-space-3);
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-l);
    background: var(--oce-color-surface-raised);
    color: var(--oce-color-text);
    box-shadow: var(--oce-shadow-2);
    overflow: auto;
  }
  .oce-settings {
    inline-size: 280px;
  }
  .oce-settings:popover-open {
    display: grid;
    gap: var(--oce-space-1);
  }
  .oce-settings h2 {
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
  }
  .oce-field {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    min-block-size: var(--oce-control-height);
  }
  .oce-field output {
    color: var(--oce-color-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .oce-field select {
    inline-size: 130px;
  }
  .oce-field input {
    grid-column: 1 / -1;
    inline-size: 100%;
    min-block-size: var(--oce-target);
  }
`;
