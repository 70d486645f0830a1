import './crowd-radio-button.js';
import { define } from './define.js';
import { CrowdRadioGroup } from './form/crowd-radio-group.js';

define('crowd-radio-group', CrowdRadioGroup);

export { CrowdRadioGroup };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-radio-group': CrowdRadioGroup;
  }
}
