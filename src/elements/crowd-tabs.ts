import './crowd-tab.js';
import { define } from './define.js';
import { CrowdTabs } from './display/crowd-tabs.js';

define('crowd-tabs', CrowdTabs);

export { CrowdTabs };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-tabs': CrowdTabs;
  }
}
