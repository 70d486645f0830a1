import { define } from './define.js';
import { addIronIcons } from './display/iron-icon-set.js';
import { CrowdBadge } from './display/crowd-badge.js';

addIronIcons();
define('crowd-badge', CrowdBadge);

export { CrowdBadge };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-badge': CrowdBadge;
  }
}
