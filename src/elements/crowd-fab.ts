import { define } from './define.js';
import { addIronIcons } from './display/iron-icon-set.js';
import { CrowdFab } from './display/crowd-fab.js';

addIronIcons();
define('crowd-fab', CrowdFab);

export { CrowdFab };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-fab': CrowdFab;
  }
}
