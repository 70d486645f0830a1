import { define } from './define.js';
import { CrowdRadioButton } from './form/crowd-radio-button.js';

define('crowd-radio-button', CrowdRadioButton);

export { CrowdRadioButton };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-radio-button': CrowdRadioButton;
  }
}
