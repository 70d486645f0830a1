import { css } from 'lit';

/** The list of problems beneath the objects. */
export const rulesStyles = css`
  .rule-problems {
    max-block-size: 30%;
    overflow: auto;
    flex: none;
    border-block-start: 1px solid var(--oce-color-border, #d5d9e0);
  }
  .rule-problems ul {
    list-style: none;
    margin: 0;
    padding: 0 8px 8px;
  }
  .rule-problems button {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    inline-size: 100%;
    min-block-size: 28px;
    padding: 4px 6px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .rule-problems button:hover {
    background: var(--oce-color-hover, rgb(127 127 127 / 12%));
  }
  .rule-problems button:focus-visible {
    outline: 2px solid var(--oce-color-focus, #4c8dff);
    outline-offset: -2px;
  }
  .rule-problems .oce-icon {
    flex: none;
    color: var(--oce-color-warning, #b45309);
  }
  .rule-good {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 0;
    padding: 0 14px 10px;
  }
  .rule-good[hidden] {
    display: none;
  }
  .rule-good .oce-icon {
    color: var(--oce-color-success, #15803d);
  }
`;
