import { css } from 'lit';

/** Legend and mask of a verification overlay, and the spans of a text. */
export const overlayStyles = css`
  .mask-overlay {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  oce-overlay-legend {
    display: block;
    margin: var(--oce-space-4) var(--oce-space-3) 0;
    padding-block-start: var(--oce-space-3);
    border-block-start: 1px solid var(--oce-color-border);
  }
  .legend-head {
    margin-block-end: var(--oce-space-1);
  }
  .legend-row {
    display: flex;
    align-items: center;
    gap: var(--oce-space-2);
    min-block-size: max(30px, var(--oce-target));
    cursor: pointer;
  }
  .legend-name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  .legend-modes {
    display: flex;
    margin-block-end: var(--oce-space-2);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    overflow: hidden;
  }
  .legend-mode {
    position: relative;
    flex: 1;
    display: grid;
    place-items: center;
    min-block-size: max(30px, var(--oce-target));
    padding: 2px var(--oce-space-1);
    font-size: var(--oce-font-size-s);
    text-align: center;
    cursor: pointer;
  }
  .legend-mode + .legend-mode {
    border-inline-start: 1px solid var(--oce-color-border-strong);
  }
  .legend-mode input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .legend-mode:has(:checked) {
    background: var(--oce-color-selected);
    color: var(--oce-color-primary);
    font-weight: var(--oce-font-weight-strong);
    box-shadow: inset 0 -2px 0 var(--oce-color-primary);
  }
  .legend-mode:has(:focus-visible) {
    outline: var(--oce-focus-outline);
    outline-offset: -3px;
  }
  .entity-text {
    max-inline-size: 44em;
    margin-inline: auto;
    line-height: 2;
    white-space: pre-wrap;
  }
  .entity {
    padding-block: 2px;
    border-block-end: 2px solid var(--oce-swatch);
    border-radius: 3px 3px 0 0;
    background: color-mix(in srgb, var(--oce-swatch) 26%, transparent);
    color: inherit;
  }
  .entity-chip {
    margin-inline-start: 3px;
    padding: 0 4px;
    border-radius: 3px;
    background: var(--oce-swatch);
    color: var(--oce-chip-text);
    font-size: 0.6em;
    font-weight: 600;
    vertical-align: super;
    line-height: 1;
    user-select: none;
  }
`;
