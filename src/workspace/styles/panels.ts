import { css } from 'lit';

/** Label pane, object list and the pickers over them. */
export const panelStyles = css`
  oce-label-pane {
    display: flex;
    flex-direction: column;
    flex: 0 1 auto;
    min-block-size: 130px;
    max-block-size: 58%;
  }
  oce-object-list {
    display: flex;
    flex-direction: column;
    flex: 1 1 0;
    min-block-size: 120px;
    border-block-start: 1px solid var(--oce-color-border);
  }
  .oce-pane-head {
    display: flex;
    align-items: baseline;
    gap: var(--oce-space-2);
    flex: none;
    padding: var(--oce-space-2) var(--oce-space-3) var(--oce-space-1);
  }
  .oce-pane-count,
  .oce-count {
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .oce-search {
    position: relative;
    flex: none;
    padding: 2px var(--oce-space-3) var(--oce-space-2);
  }
  .oce-search .oce-icon {
    position: absolute;
    inset-inline-start: 20px;
    inset-block-start: calc(2px + (var(--oce-control-height) - 16px) / 2);
    inline-size: 16px;
    block-size: 16px;
    color: var(--oce-color-text-muted);
    pointer-events: none;
  }
  .oce-search .oce-input {
    padding-inline-start: 30px;
  }
  .oce-empty {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    padding: var(--oce-space-2) var(--oce-space-3) var(--oce-space-3);
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-s);
    overflow-wrap: anywhere;
  }

  .label-pane-content,
  .oce-objects {
    position: relative;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .label-pane-content {
    min-block-size: 0;
    padding: 0 var(--oce-space-2) var(--oce-space-1);
  }
  .label-pane-content:focus-visible,
  .oce-objects:focus-visible {
    outline: none;
  }
  :is(.label-pane-content, .oce-objects):focus-visible [data-cursor] {
    outline: var(--oce-focus-outline);
    outline-offset: -2px;
  }
  .label-button {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    min-block-size: max(34px, var(--oce-target));
    padding: 3px 6px;
    border-radius: var(--oce-radius-m);
    cursor: pointer;
    user-select: none;
  }
  .oce-windowed .label-button {
    position: absolute;
    inset-inline: var(--oce-space-2);
    block-size: 40px;
    contain: strict;
  }
  .label-button:hover {
    background: var(--oce-color-hover);
  }
  .label-button.selected {
    background: var(--oce-color-selected);
    box-shadow: inset 3px 0 0 var(--oce-color-primary);
    font-weight: var(--oce-font-weight-strong);
  }
  .label-button.selected:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--oce-color-primary);
  }
  [aria-disabled='true'] .label-button {
    cursor: default;
  }
  .oce-swatch {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 4px;
    background: var(--oce-swatch);
    box-shadow: inset 0 0 0 1px rgb(0 0 0 / 20%);
    forced-color-adjust: none;
  }
  .oce-label-name {
    flex: 1;
    min-inline-size: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.25;
    /* The side of the pane, whatever the direction of the name. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .oce-row-eye,
  .oce-row-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--oce-radius-s);
    background: transparent;
    color: var(--oce-color-text-muted);
    opacity: 0;
  }
  :is(.oce-row-eye, .oce-row-button) .oce-icon {
    inline-size: 16px;
    block-size: 16px;
  }
  :is(.oce-row-eye, .oce-row-button):hover {
    background: var(--oce-color-pressed);
    color: var(--oce-color-text);
  }
  /* Takes the place of the key while the pointer is on the row. */
  .oce-row-eye:not([data-on]) {
    display: none;
  }
  .oce-row-eye[data-on],
  .label-button:hover .oce-row-eye {
    display: grid;
    opacity: 1;
  }
  .label-button:hover .oce-row-eye ~ kbd {
    display: none;
  }
  .oce-spacer {
    inline-size: 1px;
    pointer-events: none;
  }
  #nothing-to-annotate {
    flex: none;
    padding: 0 var(--oce-space-3);
    border-block-start: 1px solid var(--oce-color-border);
  }
  #nothing-to-annotate .oce-check {
    min-block-size: max(38px, var(--oce-control-height));
  }

  .oce-objects {
    flex: 1;
    min-block-size: 0;
  }
  .oce-object {
    position: absolute;
    inset-inline: var(--oce-space-2);
    inset-block-start: 0;
    display: grid;
    grid-template: 24px 16px / minmax(0, 1fr) auto;
    align-content: center;
    block-size: 40px;
    padding-inline: 6px 2px;
    border-radius: var(--oce-radius-m);
    contain: strict;
    cursor: pointer;
    user-select: none;
  }
  .oce-object.oce-hovered,
  .oce-object:hover {
    background: var(--oce-color-hover);
  }
  .oce-object[aria-selected='true'] {
    background: var(--oce-color-selected);
  }
  .oce-object-text {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
  }
  .oce-object-name,
  .oce-object-place {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .oce-object-number,
  .oce-object-place {
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .oce-object-place {
    grid-area: 2 / 1 / 3 / 3;
    padding-inline-start: 22px;
    line-height: 1.25;
  }
  .oce-object[data-hidden] .oce-object-name {
    color: var(--oce-color-text-muted);
  }
  .oce-object[data-hidden] .oce-swatch {
    opacity: 0.4;
  }
  .oce-object-actions {
    display: flex;
    flex: none;
  }
  .oce-object .oce-row-button:not([data-on]) {
    display: none;
  }
  .oce-row-button[data-on],
  .oce-object:is(:hover, [aria-selected='true']) .oce-row-button {
    display: grid;
    opacity: 1;
  }
  @media (pointer: coarse) {
    .label-button kbd {
      display: none;
    }
    .label-button,
    .oce-windowed .label-button {
      block-size: auto;
      min-block-size: 48px;
    }
    .oce-object {
      grid-template-rows: 40px 16px;
      block-size: 56px;
    }
    .oce-object:hover:not([aria-selected='true']) .oce-row-button:not([data-on]) {
      display: none;
    }
    .oce-row-button,
    .oce-row-eye {
      inline-size: 38px;
      block-size: 40px;
    }
    .oce-row-eye:not([data-on]) {
      display: grid;
      opacity: 1;
    }
  }

  oce-label-picker {
    inline-size: 240px;
    padding: var(--oce-space-2);
  }
  .oce-picks {
    max-block-size: 280px;
    margin-block-start: var(--oce-space-1);
    overflow: auto;
  }
  .oce-pick {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    min-block-size: max(32px, var(--oce-target));
    padding: 2px 6px;
    border-radius: var(--oce-radius-m);
    cursor: pointer;
  }
  .oce-pick:hover,
  .oce-pick[data-cursor] {
    background: var(--oce-color-hover);
  }
  .oce-pick[aria-selected='true'] {
    font-weight: var(--oce-font-weight-strong);
  }

  .oce-side-toggle {
    position: absolute;
    z-index: 1;
    inset-inline-end: var(--oce-space-1);
    inset-block-start: 2px;
    background: var(--oce-color-surface);
    color: var(--oce-color-text-muted);
  }
  /* As high as the button in its corner, which is larger for fingers. */
  oce-label-pane > .oce-pane-head {
    align-items: center;
    min-block-size: calc(var(--oce-control-height) + 4px);
    padding-block: 0;
  }
  .oce-side:not(:has(oce-label-pane)) .oce-side-toggle {
    display: none;
  }
  @container oce-frame (min-width: 769px) {
    .oce-side:has(oce-label-pane):not([data-open]) {
      inline-size: calc(var(--oce-control-height) + 8px);
      > :not(.oce-side-toggle) {
        display: none;
      }
    }
  }
  @container oce-frame (max-width: 768px) {
    .oce-side {
      max-block-size: 62cqb;
    }
    .oce-side-toggle {
      inset-block-start: 4px;
    }
    .oce-side[data-open] {
      block-size: min(62cqb, 440px);
      &:has(.oce-objects[hidden]) oce-label-pane {
        max-block-size: 80%;
      }
      oce-object-list:has(.oce-objects[hidden]) {
        flex: none;
        min-block-size: 0;
      }
      oce-label-pane > .oce-pane-head {
        align-items: center;
        min-block-size: calc(var(--oce-control-height) + 8px);
      }
    }
    .oce-side:not([data-open]) {
      oce-object-list,
      .oce-pane-head,
      .oce-search {
        display: none;
      }
      oce-label-pane {
        flex-direction: row;
        align-items: center;
        min-block-size: 0;
        max-block-size: none;
        margin-inline-end: 48px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .label-pane-content {
        display: flex;
        flex: none;
        gap: 6px;
        padding: 6px var(--oce-space-2);
        overflow: visible;
      }
      .label-button {
        flex: none;
        block-size: auto;
        min-block-size: var(--oce-control-height);
        max-inline-size: 180px;
        padding-inline: var(--oce-space-2);
        border: 1px solid var(--oce-color-border);
      }
      .label-button.selected {
        border-color: var(--oce-color-primary);
        box-shadow: none;
      }
      .oce-label-name {
        -webkit-line-clamp: 1;
      }
      :is(.oce-row-eye, .oce-count, .oce-spacer) {
        display: none;
      }
      .oce-windowed .label-button {
        position: static;
        contain: none;
        transform: none !important;
      }
      /* Of many labels only the first are here, and the one that is chosen. */
      .oce-windowed .selected {
        order: -1;
      }
      #nothing-to-annotate {
        flex: none;
        border: 0;
      }
    }
  }
`;
