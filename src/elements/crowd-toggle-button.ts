import { define } from './define.js';
import { CrowdToggleButton } from './form/crowd-toggle-button.js';

define('crowd-toggle-button', CrowdToggleButton);

export { CrowdToggleButton };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-toggle-button': CrowdToggleButton;
  }
}
