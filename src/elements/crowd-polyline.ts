import { define } from './define.js';
import { CrowdPolyline } from './image/crowd-polyline.js';

define('crowd-polyline', CrowdPolyline);

export { CrowdPolyline };
