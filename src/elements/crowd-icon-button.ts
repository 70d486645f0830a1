import { define } from './define.js';
import { addIronIcons } from './display/iron-icon-set.js';
import { CrowdIconButton } from './display/crowd-icon-button.js';

addIronIcons();
define('crowd-icon-button', CrowdIconButton);

export { CrowdIconButton };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-icon-button': CrowdIconButton;
  }
}
