import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Tool } from '../tool.js';

/** A tool of a mask, and what the stage has to know to show and to serve it. */
export interface MaskTool extends Tool<InstanceAnnotation> {
  /** The gesture runs from press to release. */
  readonly drags?: boolean;
  /** Another Enter of the keyboard cursor, where it has just pressed, ends the gesture. */
  readonly canFinish?: boolean;
  /** The worker has just chosen the tool. */
  begin?(): void;
  /** Removes the part of the gesture that is under the pointer. Returns false when Delete means something else. */
  removeAt?(): boolean;
  /** Keeps what is worth keeping before another label or tool is chosen; without it the gesture is dropped. */
  settle?(): void;
  /** Keeps what is worth keeping before another tool is chosen or the answer is sent, and ends. A label may come before its end. */
  leave?(): void;
  /** Has a width; the stage shows its outline. */
  readonly brushes?: boolean;
  /** Means the region under the pointer; the stage lights it up. */
  readonly picks?: boolean;
}
