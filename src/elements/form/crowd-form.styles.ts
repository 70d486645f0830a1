import { css } from 'lit';

/** Css of `crowd-form`. */
export const formStyles = css`
  /* The content is the page's own and keeps its type; what the form adds has ours. */
  :host {
    display: block;
    font: inherit;
    color: inherit;
  }
  .bar,
  .pane,
  .end,
  dialog header {
    font: var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
    color: var(--oce-color-text);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--oce-space-2);
    padding: var(--oce-space-2) var(--oce-space-4);
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface-sunken);
  }
  .bar button {
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
  .bar button:hover,
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
  .with-pane > .content {
    padding: var(--oce-space-4);
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
  [hidden] {
    display: none !important;
  }

  .end {
    position: sticky;
    inset-block-end: 0;
    z-index: 10;
    color: var(--oce-color-text);
    background: var(--oce-color-surface);
  }
  /* A widget fills the window and has its own footer: messages float above that. */
  .end.over-widget {
    position: fixed;
    inset-block-end: 72px;
    inset-inline: var(--oce-space-4);
    inline-size: fit-content;
    max-inline-size: min(760px, calc(100vw - 32px));
    margin-inline: auto;
    border-radius: var(--oce-radius-m);
    overflow: hidden;
    box-shadow: var(--oce-shadow-3);
    /* A message must not keep the worker from drawing below it. */
    pointer-events: none;
  }
  .over-widget #answers-box {
    pointer-events: auto;
  }
  .over-widget .message {
    border-width: 1px;
    border-radius: var(--oce-radius-m);
  }
  #footerContainer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--oce-space-2) var(--oce-space-4);
    padding: var(--oce-space-2) var(--oce-space-4);
    border-block-start: 1px solid var(--oce-color-border);
  }
  #footerContainer p {
    flex: 1;
    margin: 0;
    font-size: var(--oce-font-size-s);
    color: var(--oce-color-text-muted);
  }
  .message {
    margin: 0;
    padding: var(--oce-space-2) var(--oce-space-4);
    border: 0 solid var(--oce-color-danger);
    border-block-start-width: 1px;
    color: var(--oce-color-text);
    background: var(--oce-color-danger-subtle);
    overflow-wrap: anywhere;
  }
  .message.calm {
    border-color: var(--oce-color-info);
    background: var(--oce-color-info-subtle);
  }

  #answers-box {
    padding: var(--oce-space-3) var(--oce-space-4);
    border-block-start: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface-raised);
    box-shadow: var(--oce-shadow-3);
  }
  #answers-box header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--oce-space-2);
    margin-block-end: var(--oce-space-2);
  }
  #answers-box h2 {
    margin: 0;
    font-size: var(--oce-font-size-l);
  }
  #answers-box header p {
    flex: 1;
    margin: 0;
    color: var(--oce-color-text-muted);
  }
  .answer {
    max-block-size: 40vh;
    padding: var(--oce-space-2);
    overflow: auto;
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface-sunken);
  }
  .answer code {
    display: block;
    font-family: var(--oce-font-mono);
    font-size: var(--oce-font-size-s);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    direction: ltr;
    text-align: start;
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
