import { define } from './define.js';
import { CrowdBoundingBox } from './image/crowd-bounding-box.js';

define('crowd-bounding-box', CrowdBoundingBox);

export { CrowdBoundingBox };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-bounding-box': CrowdBoundingBox;
  }
}
