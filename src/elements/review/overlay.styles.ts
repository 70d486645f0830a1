import { css } from 'lit';

/** Legend and mask of a verification overlay. */
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
`;
