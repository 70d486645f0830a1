import { define } from './define.js';
import { CrowdKeypoint } from './image/crowd-keypoint.js';

define('crowd-keypoint', CrowdKeypoint);

export { CrowdKeypoint };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-keypoint': CrowdKeypoint;
  }
}
