import { define } from './define.js';
import { CrowdAlert } from './display/crowd-alert.js';

define('crowd-alert', CrowdAlert);

export { CrowdAlert };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-alert': CrowdAlert;
  }
}
