import { css } from 'lit';

/** Css of `crowd-slider`. */
export const sliderStyles = css`
  :host {
    display: block;
    min-inline-size: 120px;
  }
  .row {
    display: flex;
    align-items: flex-start;
    gap: var(--oce-space-3);
  }
  .scale {
    flex: 1;
    min-inline-size: 0;
  }
  .line {
    position: relative;
    min-inline-size: 0;
    min-block-size: var(--oce-control-height);
    display: flex;
    align-items: center;
  }
  input[type='range'] {
    --done: var(--oce-color-primary);
    --later: var(--crowd-slider-secondary-color, var(--crowd-color-slider-secondary, var(--oce-color-text-disabled)));
    --rest: var(--oce-color-pressed);
    appearance: none;
    inline-size: 100%;
    block-size: max(var(--oce-target), 24px);
    margin: 0;
    border-radius: var(--oce-radius-s);
    background: transparent;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to var(--end, right),
      var(--done) 0 var(--value),
      var(--later) var(--value) max(var(--value), var(--secondary, 0%)),
      var(--rest) 0
    );
  }
  input[type='range']::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to var(--end, right),
      var(--done) 0 var(--value),
      var(--later) var(--value) max(var(--value), var(--secondary, 0%)),
      var(--rest) 0
    );
  }
  input[type='range']:dir(rtl) {
    --end: left;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: -7px;
    border: 2px solid var(--oce-color-surface);
    border-radius: 50%;
    background: var(--done);
    box-shadow: 0 0 0 1px var(--done);
  }
  input[type='range']::-moz-range-thumb {
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid var(--oce-color-surface);
    border-radius: 50%;
    background: var(--done);
    box-shadow: 0 0 0 1px var(--done);
  }
  input[type='range']:disabled {
    --done: var(--oce-color-text-disabled);
    cursor: not-allowed;
  }
  .invalid input[type='range'] {
    --rest: var(--oce-color-danger);
  }
  .pin {
    position: absolute;
    inset-block-end: calc(100% - 2px);
    inset-inline-start: calc(9px + (100% - 18px) * var(--share));
    padding: 2px var(--oce-space-2);
    border-radius: var(--oce-radius-s);
    color: var(--oce-color-surface);
    background: var(--oce-color-text);
    font-size: var(--oce-font-size-xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    pointer-events: none;
    translate: -50% 0;
    opacity: 0;
    transition: opacity var(--oce-duration);
  }
  .pin:dir(rtl) {
    translate: 50% 0;
  }
  input[type='range']:active ~ .pin,
  input[type='range']:focus-visible ~ .pin {
    opacity: 1;
  }
  .number {
    inline-size: 6.5em;
    min-block-size: var(--oce-control-height);
    padding: 0 var(--oce-space-2);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    font: inherit;
    color: inherit;
    background: var(--oce-color-surface);
  }
  .number:disabled {
    color: var(--oce-color-text-disabled);
    border-color: var(--oce-color-border);
  }
  .labels {
    position: relative;
    margin-inline: 9px;
    font-size: var(--oce-font-size-xs);
    color: var(--oce-color-text-muted);
  }
  .has-labels {
    min-block-size: 1.6em;
  }
  .error {
    display: block;
    font-size: var(--oce-font-size-xs);
    color: var(--oce-color-danger);
  }
  .error::before {
    content: '⚠ ' / '';
  }
  @media (forced-colors: active) {
    input[type='range'] {
      appearance: auto;
    }
  }
`;
