import { define } from './define.js';
import { CrowdPolyline } from './image/crowd-polyline.js';

define('crowd-polyline', CrowdPolyline);

export { CrowdPolyline };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-polyline': CrowdPolyline;
  }
}
