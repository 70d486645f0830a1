import { css } from 'lit';

/** Css of `crowd-button`. */
export const buttonStyles = css`
  :host {
    display: inline-block;
    margin-block: 2px;
    vertical-align: middle;
  }
  form {
    display: contents;
  }
  .image {
    display: inline-flex;
  }
  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--oce-space-2);
    inline-size: 100%;
    min-block-size: var(--oce-control-height);
    min-inline-size: var(--oce-target);
    margin: 0;
    padding: 0 var(--oce-space-4);
    border: 1px solid transparent;
    border-radius: var(--oce-radius-m);
    font: inherit;
    font-weight: var(--oce-font-weight-medium);
    text-decoration: none;
    color: inherit;
    background: transparent;
    cursor: pointer;
    user-select: none;
    transition: background-color var(--oce-duration);
  }
  .label {
    min-inline-size: 0;
  }

  .normal {
    border-color: var(--oce-color-border-strong);
    color: var(--oce-color-text);
    background: var(--oce-color-surface-raised);
  }
  .button:hover {
    background: var(--oce-color-hover);
  }
  .button:active {
    background: var(--oce-color-pressed);
  }
  .primary {
    color: var(--oce-color-on-primary);
    background: var(--oce-color-primary);
  }
  .primary:hover {
    background: var(--oce-color-primary-hover);
  }
  .primary:active {
    background: var(--oce-color-primary-pressed);
  }
  .link {
    padding-inline: var(--oce-space-2);
    color: var(--oce-color-link);
  }
  .link .label {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .icon-only {
    padding-inline: calc((var(--oce-control-height) - 1.25em) / 2);
    color: var(--oce-color-text);
  }

  .button:disabled,
  .button[aria-disabled='true']:not([aria-busy='true']) {
    border-color: transparent;
    color: var(--oce-color-text-disabled);
    background: var(--oce-color-hover);
    cursor: not-allowed;
  }
  :is(.link, .icon-only):is(:disabled, [aria-disabled='true']) {
    background: transparent;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }

  .spinner {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }
    /* The colours are the system's own already; the plate behind text would cover them. */
    .primary {
      forced-color-adjust: none;
    }
    .button:disabled,
    .button[aria-disabled='true']:not([aria-busy='true']) {
      border-color: GrayText;
      color: GrayText;
      background: Canvas;
    }
  }
`;
