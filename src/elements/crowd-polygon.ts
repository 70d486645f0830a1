import { define } from './define.js';
import { CrowdPolygon } from './image/crowd-polygon.js';

define('crowd-polygon', CrowdPolygon);

export { CrowdPolygon };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-polygon': CrowdPolygon;
  }
}
