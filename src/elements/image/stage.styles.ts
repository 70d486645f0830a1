import { css } from 'lit';

/** The drawing area: picture, canvases, crosshair, keyboard cursor, minimap. */
export const stageStyles = css`
  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    outline: none;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    background: var(--oce-color-canvas, #1c1f24);
    direction: ltr;
    contain: strict;
  }
  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    box-shadow: inset 0 0 0 2px var(--oce-color-focus, #4c8dff);
    pointer-events: none;
  }
  .stage[data-cursor='crosshair'] {
    cursor: crosshair;
  }
  .stage[data-cursor='grab'] {
    cursor: grab !important;
  }
  .stage[data-cursor='grabbing'] {
    cursor: grabbing !important;
  }
  .picture,
  .picture img,
  .upper-canvas {
    position: absolute;
    left: 0;
    top: 0;
    max-width: none;
    transform-origin: 0 0;
    pointer-events: none;
  }
  .picture.is-pixelated img {
    image-rendering: pixelated;
  }
  .shapes {
    position: absolute;
    pointer-events: none;
  }
  .crosshair {
    position: absolute;
    pointer-events: none;
    background: #fff;
    /* Light and dark side by side show on any picture; a blend mode would repaint the whole stage at every move. */
    box-shadow: 1px 1px 0 rgb(0 0 0 / 60%);
    opacity: 0.8;
  }
  .crosshair-x {
    inset-block: 0;
    left: 0;
    width: 1px;
  }
  .crosshair-y {
    left: 0;
    right: 0;
    top: 0;
    height: 1px;
  }
  .keyboard-cursor {
    position: absolute;
    left: -12px;
    top: -12px;
    width: 24px;
    height: 24px;
    pointer-events: none;
    border-radius: 50%;
    box-shadow:
      0 0 0 2px #fff,
      0 0 0 4px #000,
      inset 0 0 0 1px #000;
  }
  .keyboard-cursor::before,
  .keyboard-cursor::after {
    content: '';
    position: absolute;
    background: #fff;
    outline: 1px solid #000;
  }
  .keyboard-cursor::before {
    left: 11.5px;
    top: 4px;
    width: 1px;
    height: 16px;
  }
  .keyboard-cursor::after {
    top: 11.5px;
    left: 4px;
    height: 1px;
    width: 16px;
  }
  .oce-minimap {
    pointer-events: none;
  }
  .minimap {
    position: relative;
    pointer-events: auto;
    overflow: hidden;
    direction: ltr;
    cursor: pointer;
    touch-action: none;
    border-radius: 4px;
    background: #000;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 50%),
      0 2px 8px rgb(0 0 0 / 40%);
  }
  .minimap.is-aside {
    opacity: 0.2;
    pointer-events: none;
  }
  .minimap img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0.85;
  }
  .minimap-frame {
    position: absolute;
    left: 0;
    top: 0;
    box-sizing: border-box;
    border: 2px solid #fff;
    outline: 1px solid #000;
  }
  [hidden] {
    display: none !important;
  }
`;
