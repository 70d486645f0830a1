import { define } from './define.js';
import { CrowdCheckbox } from './form/crowd-checkbox.js';

define('crowd-checkbox', CrowdCheckbox);

export { CrowdCheckbox };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-checkbox': CrowdCheckbox;
  }
}
