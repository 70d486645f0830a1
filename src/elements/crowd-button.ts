import { define } from './define.js';
import { CrowdButton } from './form/crowd-button.js';

define('crowd-button', CrowdButton);

export { CrowdButton };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-button': CrowdButton;
  }
}
