import { CrowdImageClassifierMultiSelect } from './classify/crowd-image-classifier-multi-select.js';
import { define } from './define.js';

define('crowd-image-classifier-multi-select', CrowdImageClassifierMultiSelect);

export { CrowdImageClassifierMultiSelect };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-image-classifier-multi-select': CrowdImageClassifierMultiSelect;
  }
}
