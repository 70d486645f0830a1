import { define } from './define.js';
import { CrowdTab } from './display/crowd-tab.js';

define('crowd-tab', CrowdTab);

export { CrowdTab };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-tab': CrowdTab;
  }
}
