import { define } from './define.js';
import { CrowdInstanceSegmentation } from './image/crowd-instance-segmentation.js';

define('crowd-instance-segmentation', CrowdInstanceSegmentation);

export { CrowdInstanceSegmentation };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-instance-segmentation': CrowdInstanceSegmentation;
  }
}
