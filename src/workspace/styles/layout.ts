import { css } from 'lit';

/** The grid of header, panes, stage and footer, and how it folds when there is little room. */
export const layoutStyles = css`
  :host {
    display: block;
    block-size: var(--crowd-task-height, 100dvh);
    min-block-size: 320px;
    overflow: hidden;
    background: var(--oce-color-surface);
    text-align: start;
  }
  .oce-frame {
    container: oce-frame / size;
    position: relative;
    block-size: 100%;
    background: var(--oce-color-surface);
  }
  .oce-layout {
    position: relative;
    display: grid;
    block-size: 100%;
    grid-template:
      'header header header' auto
      'start main side' minmax(0, 1fr)
      'footer footer footer' auto / auto minmax(0, 1fr) auto;
  }

  .headerContainer {
    grid-area: header;
    display: flex;
    align-items: center;
    gap: var(--oce-space-3);
    min-block-size: 48px;
    padding: 6px var(--oce-space-3);
    border-block-end: 1px solid var(--oce-color-border);
  }
  .headerButtonsContainer {
    display: flex;
    flex: none;
    gap: var(--oce-space-1);
  }
  .headerContainer > paper-icon-button > button {
    margin-inline-start: auto;
  }
  .oce-title {
    flex: 1;
    min-inline-size: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .awsui-app-layout__navigation {
    grid-area: start;
    display: none;
    width: var(--crowd-instructions-width, 280px);
    max-width: 60cqi;
    min-block-size: 0;
    border-inline-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface-sunken);
  }
  .awsui-app-layout__navigation[data-open] {
    display: block;
  }
  .oce-instructions-box {
    block-size: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--oce-space-3) var(--oce-space-4) var(--oce-space-5);
  }
  .oce-instructions-box > .oce-row {
    margin-inline-end: -8px;
  }
  .oce-instruction-links {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--oce-space-1);
    margin-block: var(--oce-space-1) var(--oce-space-3);
  }
  .oce-region-title {
    margin-block-end: var(--oce-space-2);
    font-size: var(--oce-font-size-l);
  }
  /* Requesters colour their text for white paper, so they keep paper in the dark as well. */
  .oce-paper {
    display: flow-root;
    margin: 0 -10px;
    padding: 0 10px;
    border-radius: var(--oce-radius-m);
    background: light-dark(transparent, #e4e8eb);
  }
  .oce-region {
    color-scheme: light;
    color: var(--oce-color-text);
  }
  ::slotted(short-instructions),
  ::slotted(full-instructions) {
    display: block;
    overflow-wrap: break-word;
  }

  .oce-main {
    grid-area: main;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .oce-stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
    background: var(--oce-color-canvas);
  }
  .oce-minimap {
    position: absolute;
    inset-block-end: var(--oce-space-3);
    inset-inline-end: var(--oce-space-3);
  }
  .oce-extra {
    flex: none;
    max-block-size: 40%;
    overflow: auto;
  }

  .oce-side {
    grid-area: side;
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: var(--crowd-labels-width, 264px);
    min-block-size: 0;
    border-inline-start: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface);
  }

  .oce-footer {
    grid-area: footer;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--oce-space-4);
    min-block-size: 52px;
    padding: var(--oce-space-2) var(--oce-space-4);
    border-block-start: 1px solid var(--oce-color-border);
  }
  .oce-confidential {
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
  }

  :host([compact]) :is(.headerContainer, .awsui-app-layout__navigation, .oce-footer) {
    display: none;
  }

  @container oce-frame (max-width: 1024px) {
    .awsui-app-layout__navigation {
      position: absolute;
      z-index: 3;
      inset-block: 0;
      inset-inline-start: 0;
      grid-area: 2 / 1 / 3 / 4;
      max-width: 88cqi;
      box-shadow: var(--oce-shadow-3);
    }
  }
  @container oce-frame (max-width: 768px) {
    .oce-layout {
      grid-template:
        'header' auto
        'main' minmax(0, 1fr)
        'side' auto
        'footer' auto / minmax(0, 1fr);
    }
    .awsui-app-layout__navigation {
      grid-area: 2 / 1 / 4 / 2;
    }
    .oce-side {
      inline-size: auto;
      border-inline-start: 0;
      border-block-start: 1px solid var(--oce-color-border);
    }
    .headerContainer {
      padding-inline: var(--oce-space-2);
      gap: var(--oce-space-2);
    }
    /* A finger gets no tooltip with the rest of the question. */
    .oce-title {
      -webkit-line-clamp: 8;
    }
  }
  @container oce-frame (max-width: 560px) {
    .headerButtonsContainer span {
      display: none;
    }
    .headerButtonsContainer .oce-button {
      inline-size: var(--oce-control-height);
      padding: 0;
    }
    .oce-confidential {
      font-size: var(--oce-font-size-xs);
    }
  }
`;
