import { wholeWindow, windowFilter, type GreyWindow } from './grey-window.js';

/** How a worker likes to see and draw. Never part of the answer. */
export interface CanvasSettings {
  /** New points jump to picture borders and to edges of other shapes. */
  readonly snap: boolean;
  /** An area with a hole becomes one polygon with a bridge to the hole; otherwise it is refused. */
  readonly bridgeHoles: boolean;
  /** Neighbours that share a vertex follow when it is moved. */
  readonly sharedBoundaries: boolean;
  /** Full-width lines through the pointer. */
  readonly crosshair: boolean;
  /** Label names beside the shapes. */
  readonly showNames: boolean;
  /** Alpha of fills, 0..1. */
  readonly fillAlpha: number;
  /** 1 leaves the picture as it is; 0.2..3. */
  readonly brightness: number;
  /** 1 leaves the picture as it is; 0.2..3. */
  readonly contrast: number;
  /** Grey levels that are shown, for pictures such as those of computed tomography. */
  readonly window: GreyWindow;
}

export const defaultSettings: CanvasSettings = {
  snap: false,
  sharedBoundaries: true,
  bridgeHoles: false,
  crosshair: true,
  showNames: false,
  fillAlpha: 0.2,
  brightness: 1,
  contrast: 1,
  window: wholeWindow,
};

/** How the picture looks, as a CSS filter on the image element: the answer never sees it. Empty for no change. */
export function pictureFilter({ brightness, contrast, window }: CanvasSettings): string {
  const parts = [windowFilter(window)];
  if (brightness !== 1) parts.push(`brightness(${brightness})`);
  if (contrast !== 1) parts.push(`contrast(${contrast})`);
  return parts.filter(Boolean).join(' ');
}
