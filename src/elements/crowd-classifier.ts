import { CrowdClassifier } from './classify/crowd-classifier.js';
import { define } from './define.js';

define('crowd-classifier', CrowdClassifier);

export { CrowdClassifier };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-classifier': CrowdClassifier;
  }
}
