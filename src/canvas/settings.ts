/** How a worker likes to see and draw. Never part of the answer; remembered by the browser for the next task. */
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
};
