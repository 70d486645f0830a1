import { define } from './define.js';
import { CrowdSemanticSegmentation } from './image/crowd-semantic-segmentation.js';

define('crowd-semantic-segmentation', CrowdSemanticSegmentation);

export { CrowdSemanticSegmentation };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-semantic-segmentation': CrowdSemanticSegmentation;
  }
}
