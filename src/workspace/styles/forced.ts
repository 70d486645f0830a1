import { css } from 'lit';

/** Where the system paints: what is chosen or pressed must still differ. After all other styles. */
export const forcedStyles = css`
  @media (forced-colors: active) {
    .oce-primary:not(:disabled),
    .oce-icon-button[aria-pressed='true'],
    .label-button.selected,
    .oce-object[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .label-button.selected > :is(kbd, .oce-count),
    .oce-object[aria-selected='true'] :is(button, span) {
      color: inherit;
      background-color: transparent;
    }
    .oce-swatch {
      background: var(--oce-swatch) !important;
    }
  }
`;
