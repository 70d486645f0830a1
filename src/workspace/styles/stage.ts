import { css } from 'lit';

/** Toolbar, status line and what lies over the stage. */
export const stageStyles = css`
  oce-toolbar {
    display: block;
    flex: none;
    min-inline-size: 0;
    overflow: hidden;
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface);
  }
  .oce-bar {
    display: flex;
    align-items: center;
    gap: 13px;
    padding: 4px var(--oce-space-2);
  }
  .oce-group {
    position: relative;
    display: flex;
    flex: none;
    gap: 2px;
  }
  .oce-group + .oce-group::before {
    content: '';
    position: absolute;
    inset-block: 6px;
    inset-inline-start: -7px;
    border-inline-start: 1px solid var(--oce-color-border);
  }
  .oce-group[data-place='view'],
  .oce-group[data-place='zoom']:not([data-place='view'] + *) {
    margin-inline-start: auto;
  }
  .oce-group[data-place='view']::before,
  .oce-group[data-place='zoom']::before {
    display: none;
  }
  .oce-group[data-place='zoom'] {
    margin-inline-end: -6px;
  }
  [data-place='view'] + .oce-group[data-place='zoom'] {
    margin-inline-start: -11px;
  }
  .oce-zoom {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
    min-inline-size: 68px;
    min-block-size: var(--oce-control-height);
    padding: 0 4px;
    border: 0;
    border-radius: var(--oce-radius-m);
    background: transparent;
    font-size: var(--oce-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .oce-zoom .oce-icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .oce-zoom:hover:not(:disabled) {
    background: var(--oce-color-hover);
  }
  .oce-zoom:disabled {
    color: var(--oce-color-text-disabled);
  }
  .oce-menu {
    min-inline-size: 160px;
    padding: var(--oce-space-1);
  }
  .oce-menu-item {
    display: flex;
    align-items: center;
    gap: var(--oce-space-3);
    inline-size: 100%;
    min-block-size: max(34px, var(--oce-target));
    padding: 2px var(--oce-space-2);
    border: 0;
    border-radius: var(--oce-radius-m);
    background: transparent;
    text-align: start;
  }
  .oce-menu-item > span {
    flex: 1;
  }
  .oce-menu-item:hover:not(:disabled),
  .oce-menu-item:focus-visible {
    background: var(--oce-color-hover);
  }
  .oce-menu-item[aria-checked='true'] {
    color: var(--oce-color-primary);
    font-weight: var(--oce-font-weight-strong);
  }
  .oce-menu-item:is(:disabled, [aria-disabled='true']) {
    color: var(--oce-color-text-disabled);
  }

  /* One line high: what has no room beside a long message wraps out of sight. */
  oce-status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: flex-start;
    gap: 0 var(--oce-space-4);
    flex: none;
    block-size: 28px;
    padding-inline: var(--oce-space-3);
    border-block-start: 1px solid var(--oce-color-border);
    background: var(--oce-color-surface);
    color: var(--oce-color-text-muted);
    font-size: var(--oce-font-size-xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    overflow: hidden;
    contain: strict;
  }
  .oce-status-message {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1 0 auto;
    max-inline-size: 100%;
    block-size: 27px;
    color: var(--oce-color-text);
  }
  .oce-status-message span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .oce-status-message .oce-icon,
  .oce-badge .oce-icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .oce-status-message[data-tone='warning'] {
    color: var(--oce-color-warning);
  }
  .oce-status-place {
    inline-size: 84px;
    contain: strict;
    block-size: 1lh;
    unicode-bidi: plaintext;
    text-align: end;
  }
  .oce-badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 6px;
    border-radius: var(--oce-radius-pill);
    background: var(--oce-color-warning-subtle);
    color: var(--oce-color-warning);
  }

  oce-picture-state {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: var(--oce-space-4);
    background: var(--oce-color-canvas);
  }
  .oce-skeleton {
    inline-size: min(72%, 900px);
    block-size: 72%;
    border-radius: var(--oce-radius-l);
    background: var(--oce-color-border);
    animation: oce-breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes oce-breathe {
    from {
      opacity: 0.35;
    }
    to {
      opacity: 0.8;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .oce-skeleton {
      animation: none;
    }
  }
  .oce-picture-note {
    display: grid;
    justify-items: center;
    gap: var(--oce-space-3);
    max-inline-size: 460px;
    text-align: center;
  }
  .oce-note-icon .oce-icon {
    inline-size: 36px;
    block-size: 36px;
    stroke-width: 1.25;
    color: var(--oce-color-text-muted);
  }
  .oce-address {
    max-inline-size: 100%;
    padding: 4px var(--oce-space-2);
    border-radius: var(--oce-radius-s);
    background: var(--oce-color-surface);
    color: var(--oce-color-text-muted);
    font: var(--oce-font-size-xs) / 1.4 var(--oce-font-mono);
    overflow-wrap: anywhere;
    user-select: text;
  }

  .oce-banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--oce-space-1) var(--oce-space-2);
    padding: 6px var(--oce-space-3);
    border-block-end: 1px solid var(--oce-color-border);
    background: var(--oce-color-info-subtle);
  }
  .oce-banner > .oce-icon {
    color: var(--oce-color-info);
  }
  .oce-banner > span:first-of-type {
    flex: 1 1 200px;
  }
  .oce-banner-buttons {
    display: flex;
    gap: var(--oce-space-1);
  }
  .oce-banner .oce-button {
    min-block-size: max(28px, var(--oce-target));
    padding-inline: var(--oce-space-3);
  }

  @container oce-frame (max-width: 768px) {
    .oce-status-size,
    .oce-status-place {
      display: none;
    }
  }
  @container oce-frame (max-width: 480px) {
    .oce-status-zoom {
      display: none;
    }
  }
`;
