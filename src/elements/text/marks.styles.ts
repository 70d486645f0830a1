import { css } from 'lit';

/** A text with marks under and names over it, in the annotator and where its work is looked at. */
export const marksStyles = css`
  .text-sheet {
    position: relative;
    isolation: isolate;
    min-block-size: 100%;
    max-inline-size: var(--crowd-text-width, 60rem);
    margin-inline: auto;
    padding: calc(var(--oce-lanes-room, 9px) + 6px) var(--oce-space-5) var(--oce-space-6);
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
  .marks-section {
    pointer-events: none;
  }
  .marks-section {
    position: absolute;
  }
  /* All chips are in the one cell, moved by their margins: positioned, each would be a layer of its own. */
  div.marks-section {
    display: grid;
    grid: 0 / 0;
    place-items: start;
  }
  svg.marks-section {
    width: 1px;
    height: 1px;
    overflow: visible;
  }
  .ground {
    fill-opacity: var(--oce-mark-share, 0.2);
  }
  .ground.hovered {
    fill-opacity: 0.34;
  }
  .ground.selected {
    fill-opacity: 0.4;
  }
  .ring {
    fill: none;
    stroke: var(--oce-color-text);
    stroke-width: 1.5px;
  }
  .chip {
    grid-area: 1 / 1;
    display: flex;
    align-items: stretch;
    width: max-content;
    height: calc(var(--oce-lane, 18px) - 2px);
    border-radius: 4px 4px 4px 0;
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
    padding: 0 0 0 5px;
  }
  /* Few names are cut off. Each that could be would be a layer of its own to the browser. */
  .chip.narrow,
  .chip.narrow .chip-name {
    overflow: clip;
  }
  .chip.backward .chip-name,
  .chip-name:last-child {
    padding-inline: 5px;
  }
  .chip-remove {
    flex: none;
    width: 16px;
    padding: 0;
    border-radius: 0 4px 4px 0;
    font-size: 13px !important;
    text-align: center;
  }
  .chip.backward .chip-remove {
    border-radius: 4px 0 0 4px;
  }
  .chip-remove:hover {
    background: rgb(0 0 0 / 25%) !important;
  }
  @media (pointer: coarse) {
    .chip-remove {
      width: 26px;
      font-size: 16px !important;
    }
    .chip {
      font-size: 13px;
    }
  }
  @media (forced-colors: active) {
    .ground {
      fill: none !important;
    }
    .line {
      fill: Highlight !important;
    }
    .ring {
      stroke: Highlight;
    }
    .chip {
      border: 1px solid ButtonText;
    }
  }
`;
