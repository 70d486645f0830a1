import { css } from 'lit';

/** Instructions beside and over an element that flows in its page. */
export const instructionsStyles = css`
  .bar,
  .pane,
  dialog header {
    font: var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
    color: var(--oce-color-text);
  }
  [hidden] {
    display: none !important;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--oce-space-2);
    padding: var(--oce-space-2) var(--oce-space-4);
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface-sunken);
  }
  .bar button,
  #close-instructions {
    min-block-size: var(--oce-control-height);
    padding: 0 var(--oce-space-3);
    border: 1px solid transparent;
    border-radius: var(--oce-radius-m);
    font: inherit;
    font-weight: var(--oce-font-weight-medium);
    color: inherit;
    background: transparent;
    cursor: pointer;
  }
  #close-instructions {
    border-color: var(--oce-color-border-strong);
  }
  .bar button:hover,
  #close-instructions:hover,
  .bar button[aria-expanded='true'] {
    background: var(--oce-color-hover);
  }
  .bar .moreInstructionsLink {
    color: var(--oce-color-link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .with-pane {
    display: grid;
    grid-template-columns: minmax(240px, 22%) minmax(0, 1fr);
    align-items: start;
  }
  .pane {
    position: sticky;
    inset-block-start: 0;
    /* As tall as a short form, and in sight beside a long one. */
    block-size: min(100%, 100vh);
    overflow: auto;
    padding: var(--oce-space-4);
    border-inline-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface-sunken);
    overflow-wrap: anywhere;
  }
  .pane h2 {
    margin: 0 0 var(--oce-space-3);
    font-size: var(--oce-font-size-l);
    font-weight: var(--oce-font-weight-medium);
  }
  @media (max-width: 768px) {
    .with-pane {
      grid-template-columns: minmax(0, 1fr);
    }
    .pane {
      position: static;
      block-size: auto;
      max-block-size: 40vh;
      border-inline-end: 0;
      border-block-end: 1px solid var(--oce-color-border);
    }
  }

  dialog {
    inline-size: min(760px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 64px);
    padding: 0;
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-l);
    color: var(--oce-color-text);
    background: var(--oce-color-surface-raised);
    box-shadow: var(--oce-shadow-3);
  }
  dialog::backdrop {
    background: var(--oce-color-scrim, rgb(8 12 16 / 48%));
  }
  dialog header {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    align-items: center;
    gap: var(--oce-space-4);
    padding: var(--oce-space-3) var(--oce-space-4);
    border-block-end: 1px solid var(--oce-color-border);
    background: inherit;
  }
  dialog h2 {
    flex: 1;
    margin: 0;
    font-size: var(--oce-font-size-l);
  }
  .dialog-body {
    padding: var(--oce-space-4);
    overflow-wrap: anywhere;
  }
`;
