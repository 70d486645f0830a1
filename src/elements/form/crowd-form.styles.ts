import { css } from 'lit';

/** Css of `crowd-form`. */
export const formStyles = css`
  /* The content is the page's own and keeps its type; what the form adds has ours. */
  :host {
    display: block;
    font: inherit;
    color: inherit;
  }
  .end {
    font: var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
    color: var(--oce-color-text);
  }
  .with-pane > .content {
    padding: var(--oce-space-4);
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
    position: var(--oce-message-position, fixed);
    inset-block-end: var(--oce-message-end, 72px);
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
`;
