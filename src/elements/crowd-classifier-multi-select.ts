import { CrowdClassifierMultiSelect } from './classify/crowd-classifier-multi-select.js';
import { define } from './define.js';

define('crowd-classifier-multi-select', CrowdClassifierMultiSelect);

export { CrowdClassifierMultiSelect };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-classifier-multi-select': CrowdClassifierMultiSelect;
  }
}
