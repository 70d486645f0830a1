import { css } from 'lit';

/** The text, its marks, cursor and grips, and the form below. */
export const textStyles = css`
  .text-scroller {
    position: absolute;
    inset: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--oce-color-surface);
  }
  .text-sheet {
    position: relative;
    isolation: isolate;
    min-block-size: 100%;
    max-inline-size: var(--crowd-text-width, 60rem);
    margin-inline: auto;
    padding: calc(var(--oce-lanes-room, 9px) + 6px) var(--oce-space-5) var(--oce-space-6);
    cursor: text;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .text {
    position: relative;
    min-block-size: 4em;
    outline: none;
    font-size: var(--oce-text-size, 16px);
    line-height: var(--oce-text-line, 42px);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 4;
  }
  .text-sheet:has(.text:focus-visible) {
    box-shadow: inset 0 0 0 2px var(--oce-color-focus);
  }
  .text-block {
    /* Every line has its own direction, found by its first letter; names are read in the order they are written. */
    unicode-bidi: plaintext;
    text-align: start;
    content-visibility: auto;
  }
  .layer {
    position: absolute;
    inset-block-start: calc(var(--oce-lanes-room, 9px) + 6px);
    left: var(--oce-space-5);
    right: var(--oce-space-5);
    height: 0;
    direction: ltr;
  }
  .layer,
  .marks-section,
  .fill {
    pointer-events: none;
  }
  .marks-section {
    position: absolute;
    left: 0;
    top: 0;
    width: 100%;
  }
  .fill {
    position: absolute;
    border-block-end: 2px solid var(--oce-mark);
    background: color-mix(in srgb, var(--oce-mark) 20%, transparent);
  }
  .fill.begins {
    border-start-start-radius: 3px;
  }
  .fill.ends {
    border-start-end-radius: 3px;
  }
  .fill.hovered {
    background: color-mix(in srgb, var(--oce-mark) 34%, transparent);
  }
  .fill.selected {
    background: color-mix(in srgb, var(--oce-mark) 40%, transparent);
    box-shadow: 0 0 0 1.5px var(--oce-color-text);
  }
  .chip {
    position: absolute;
    z-index: 1;
    display: flex;
    align-items: stretch;
    width: max-content;
    height: calc(var(--oce-lane, 18px) - 2px);
    overflow: hidden;
    border-radius: 4px 4px 4px 0;
    background: var(--oce-mark);
    color: var(--oce-on-mark);
    font-size: 11px;
    line-height: calc(var(--oce-lane, 18px) - 2px);
    font-weight: var(--oce-font-weight-strong);
    pointer-events: auto;
    white-space: nowrap;
    cursor: pointer;
  }
  .chip.backward {
    translate: -100% 0;
    flex-direction: row-reverse;
    border-radius: 4px 4px 0 4px;
  }
  .chip:hover,
  .chip.selected,
  .chip.hovered {
    z-index: 2;
    max-width: none !important;
    box-shadow: 0 0 0 1.5px var(--oce-color-text);
  }
  .chip button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .chip-name {
    min-width: 0;
    max-width: 16em;
    padding: 0 0 0 5px;
    overflow: hidden;
    text-overflow: clip;
  }
  .chip.backward .chip-name,
  .chip-name:last-child {
    padding-inline: 5px;
  }
  .chip-remove {
    flex: none;
    width: 16px;
    padding: 0;
    font-size: 13px !important;
    text-align: center;
  }
  .chip-remove:hover {
    background: rgb(0 0 0 / 25%) !important;
  }
  .pending-run {
    position: absolute;
    left: 0;
    top: 0;
    background: color-mix(in srgb, var(--oce-color-focus) 24%, transparent);
    border-block: 2px solid var(--oce-color-focus);
  }
  .text-caret {
    position: absolute;
    left: 0;
    top: 0;
    width: 2px;
    background: var(--oce-color-text);
    box-shadow: 0 0 0 1px var(--oce-color-surface);
    animation: oce-caret 1.1s steps(1) infinite;
  }
  @keyframes oce-caret {
    60% {
      opacity: 0;
    }
  }
  .grip {
    position: absolute;
    z-index: 3;
    left: -5px;
    top: 0;
    width: 10px;
    pointer-events: auto;
    cursor: ew-resize;
    touch-action: none;
  }
  .grip::before {
    content: '';
    position: absolute;
    inset: -2px 4px;
    background: var(--oce-color-text);
  }
  .grip::after {
    content: '';
    position: absolute;
    left: 0;
    top: 100%;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--oce-color-surface);
    border: 2px solid var(--oce-color-text);
  }
  @media (pointer: coarse) {
    .grip {
      left: -12px;
      width: 24px;
    }
    .grip::before {
      inset-inline: 11px;
    }
    .grip::after {
      left: 0;
      width: 24px;
      height: 24px;
    }
    .chip-remove {
      width: 26px;
      font-size: 16px !important;
    }
    .chip {
      font-size: 13px;
    }
  }
  .no-text {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    color: var(--oce-color-text-muted);
    pointer-events: none;
  }
  .questions {
    flex: none;
    max-block-size: 45%;
    overflow: auto;
    border-block-start: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface);
  }
  .questions:not(:has(form > :not(oce-entity-answer))) {
    border-block-start: 0;
  }
  oce-entity-answer {
    display: none;
  }
  .questions form {
    margin: 0;
  }
  .questions form > :not(oce-entity-answer) {
    padding: var(--oce-space-3) var(--oce-space-5);
  }
  @media (prefers-reduced-motion: reduce) {
    .text-caret {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .fill {
      border-color: Highlight;
    }
    .chip {
      border: 1px solid ButtonText;
    }
    .text-caret,
    .grip::before {
      background: CanvasText;
    }
  }
`;
