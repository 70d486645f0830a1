import { css } from 'lit';

/** Canvases of a mask, and the bar of painting options. */
export const maskStyles = css`
  .mask-canvas,
  .mask-overlay {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .stage[data-cursor='none'] {
    cursor: none;
  }
  oce-mask-options {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 40px;
    padding: 2px 0 2px var(--oce-space-3);
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: thin;
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface);
    font-size: var(--oce-font-size-s);
    white-space: nowrap;
  }
  .oce-option {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 8px;
  }
  .oce-option > span {
    color: var(--oce-color-text-muted);
  }
  .oce-option input[type='range'] {
    inline-size: 84px;
    min-block-size: var(--oce-target);
    margin: 0;
    accent-color: var(--oce-color-primary);
  }
  .oce-option output {
    min-inline-size: 40px;
    font-variant-numeric: tabular-nums;
  }
  .oce-option select {
    min-block-size: max(28px, var(--oce-target));
    max-inline-size: 168px;
    padding-inline: 6px;
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    color: inherit;
    font: inherit;
  }
  .oce-option .oce-icon-button {
    inline-size: max(30px, var(--oce-target));
    block-size: max(30px, var(--oce-target));
  }
  .oce-brush-shape {
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid currentcolor;
  }
  .oce-brush-shape[data-shape='round'] {
    border-radius: 50%;
  }
  .oce-unlabelled {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    position: sticky;
    inset-inline-end: 0;
    flex: none;
    margin-inline-start: auto;
    margin-inline-end: var(--oce-space-2);
    min-block-size: max(28px, var(--oce-target));
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    font-variant-numeric: tabular-nums;
  }
  .oce-unlabelled:hover {
    background: var(--oce-color-hover);
  }
  .oce-unlabelled[aria-pressed='true'] {
    border-color: currentcolor;
    background: var(--oce-color-selected);
    color: var(--oce-color-primary);
  }
  .oce-progress {
    position: relative;
    inline-size: 40px;
    block-size: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--oce-color-border);
  }
  .oce-progress > span {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--oce-color-primary);
  }
  .oce-row-action {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: max(24px, var(--oce-target));
    block-size: max(24px, var(--oce-target));
    border-radius: var(--oce-radius-s);
    color: var(--oce-color-text-muted);
  }
  .oce-row-action .oce-icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .oce-row-action:hover {
    background: var(--oce-color-pressed);
    color: var(--oce-color-text);
  }
`;
