import { CrowdImageClassifier } from './classify/crowd-image-classifier.js';
import { define } from './define.js';

define('crowd-image-classifier', CrowdImageClassifier);

export { CrowdImageClassifier };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-image-classifier': CrowdImageClassifier;
  }
}
