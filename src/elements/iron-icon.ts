import { define } from './define.js';
import { addIronIcons } from './display/iron-icon-set.js';
import { IronIcon } from './display/iron-icon.js';

addIronIcons();
define('iron-icon', IronIcon);

export { IronIcon };

declare global {
  interface HTMLElementTagNameMap {
    'iron-icon': IronIcon;
  }
}
