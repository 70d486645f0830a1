import { css } from 'lit';

/** The text at work: cursor and grips, and the form below. */
export const textStyles = css`
  .text-scroller {
    position: absolute;
    inset: 0;
    overflow: auto;
    overscroll-behavior: contain;
    /* Nothing in here concerns the layout of anything around it: an edit lays out the text alone. */
    contain: size layout paint;
    background: var(--oce-color-surface);
  }
  .text-sheet {
    cursor: text;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  /* Asking the sheet by :has() would look through everything at each mark that comes and goes. */
  .text-ring {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .text:focus-visible ~ .text-ring {
    box-shadow: inset 0 0 0 2px var(--oce-color-focus);
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
  /* Another span may begin or end right there: then only the knob below the line is taken hold of. */
  :host([allow-overlap]) .grip {
    pointer-events: none;
  }
  :host([allow-overlap]) .grip::after {
    pointer-events: auto;
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
  /* What is to be answered must not lie below what is told about it. */
  .questions:has(form > :not(oce-entity-answer)) {
    --oce-message-position: sticky;
    --oce-message-end: var(--oce-space-2);
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
  @media (forced-colors: active) {
    .text-caret,
    .grip::before {
      background: CanvasText;
    }
  }
`;
