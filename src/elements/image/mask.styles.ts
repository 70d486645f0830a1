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
    display: block;
    flex: none;
    container: mask-options / inline-size;
  }
  .oce-option-bar {
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 40px;
    padding-block: 2px;
    padding-inline: var(--oce-space-3) 0;
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
  [data-option='opacity']::before {
    inline-size: 12px;
    block-size: 12px;
    border: 1px solid;
    border-radius: 50%;
    background: linear-gradient(90deg, currentcolor 50%, transparent 0);
    content: '';
  }
  /* As on a screen of 1280 pixels with both panes: the sign says enough by itself. */
  @container mask-options (max-width: 960px) {
    [data-option='opacity'] > :is(span, output),
    .oce-progress,
    .oce-option-bar:has([data-option='tolerance']) [data-option='opacity'] {
      display: none;
    }
  }
  /* The settings have opacity too, and the number says what the bar shows. */
  @container mask-options (max-width: 720px) {
    [data-option='opacity'],
    .oce-progress {
      display: none;
    }
  }
  .oce-option > span {
    color: var(--oce-color-text-muted);
  }
  .oce-option input[type='range'] {
    inline-size: 76px;
    min-block-size: var(--oce-target);
    margin: 0;
    accent-color: var(--oce-color-primary);
  }
  @container mask-options (max-width: 960px) {
    [data-option='tolerance'] input[type='range'] {
      inline-size: 56px;
    }
  }
  .oce-option output {
    min-inline-size: 40px;
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .oce-option select {
    min-block-size: max(28px, var(--oce-target));
    max-inline-size: 156px;
    padding-inline: 6px 2px;
    text-overflow: ellipsis;
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-surface);
    color: inherit;
    font: inherit;
  }
  @container mask-options (max-width: 640px) {
    .oce-option-bar {
      gap: 4px 8px;
    }
    .oce-option select {
      max-inline-size: 140px;
    }
  }
  .oce-option .oce-icon-button {
    inline-size: max(30px, var(--oce-target));
    block-size: max(30px, var(--oce-target));
  }
  .oce-option-bar > .oce-button {
    flex: none;
  }
  .oce-option-bar oce-window {
    display: flex;
    gap: 12px;
  }
  .oce-option-bar .oce-field {
    display: flex;
    gap: 8px;
  }
  .oce-option-bar .oce-field > span {
    color: var(--oce-color-text-muted);
  }
  .oce-option-bar .oce-field > output {
    order: 1;
    min-inline-size: 64px;
  }
  .oce-option-bar .oce-field > input {
    inline-size: 96px;
  }
  .oce-option-bar .oce-field > select {
    inline-size: auto;
    max-inline-size: 148px;
    min-block-size: max(28px, var(--oce-target));
  }
  .oce-region-menu .oce-distance {
    display: flex;
    gap: var(--oce-space-3);
    justify-content: space-between;
    margin-block-start: var(--oce-space-1);
    padding: var(--oce-space-2) var(--oce-space-2) 0;
    border-block-start: 1px solid var(--oce-color-border);
  }
  .oce-region-menu .oce-distance input {
    inline-size: 72px;
  }
  .oce-marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--oce-space-3);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .oce-marks input {
    margin: 0;
  }
  .oce-marks legend {
    padding: 0;
  }
  /* The letters on the picture are these keys, also where there is no keyboard. */
  :host(:state(letters)) .label-button kbd {
    display: inline-flex;
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='1'] {
    background: repeating-linear-gradient(-45deg, rgb(0 0 0 / 65%) 0 2px, transparent 2px 5px) var(--oce-swatch);
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='2'] {
    background: radial-gradient(rgb(0 0 0 / 70%) 1.4px, transparent 1.6px) 0 0 / 5px 5px var(--oce-swatch);
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='3'] {
    background: repeating-linear-gradient(rgb(0 0 0 / 65%) 0 1.5px, transparent 1.5px 4px) var(--oce-swatch);
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='4'] {
    background: repeating-linear-gradient(45deg, rgb(0 0 0 / 65%) 0 2px, transparent 2px 5px) var(--oce-swatch);
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='5'] {
    background: repeating-linear-gradient(90deg, rgb(0 0 0 / 65%) 0 1.5px, transparent 1.5px 4px) var(--oce-swatch);
  }
  :host(:state(patterns)) .oce-swatch[data-pattern='6'] {
    background:
      repeating-linear-gradient(90deg, rgb(0 0 0 / 65%) 0 1.5px, transparent 1.5px 5px),
      repeating-linear-gradient(rgb(0 0 0 / 65%) 0 1.5px, transparent 1.5px 5px) var(--oce-swatch);
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
  /* Objects have colours of their own: those of labels would be taken for them. */
  .is-colorless .oce-swatch,
  /* A label has one region: a number would be taken for its key, which the letters on the picture show. */
  .is-numberless .oce-object-number {
    display: none;
  }
  .oce-figure {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: var(--oce-space-4);
    margin: 0 0 var(--oce-space-4);
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .oce-figure span::before {
    counter-increment: step;
    content: counter(step) '. ';
    font-weight: var(--oce-font-weight-strong);
  }
  .oce-figure svg {
    display: block;
    inline-size: 100%;
    margin-block-end: var(--oce-space-2);
    border-radius: var(--oce-radius-m);
    background: var(--oce-color-hover);
  }
  /* By id: what stands around them is not there where they are used once more. */
  #oce-back {
    fill: var(--oce-color-border-strong);
  }
  #oce-wheels {
    fill: var(--oce-color-text-muted);
  }
  #oce-window {
    fill: var(--oce-color-surface);
  }
  .oce-figure .found {
    fill: #2ca02c99;
    stroke: #2ca02c;
  }
  /* Lines without length, as wide as a point. */
  .oce-figure .click {
    stroke: #2ca02c;
    stroke-width: 14px;
    stroke-linecap: round;
  }
  .oce-figure .sign {
    stroke: #fff;
    stroke-width: 2px;
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
