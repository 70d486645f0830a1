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
    background: color-mix(in srgb, var(--oce-mark) calc(var(--oce-mark-share, 0.2) * 100%), transparent);
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
    .fill {
      border-color: Highlight;
    }
    .chip {
      border: 1px solid ButtonText;
    }
  }
`;
