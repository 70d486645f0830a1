import { define } from './define.js';
import { CrowdTextArea } from './form/crowd-text-area.js';

define('crowd-text-area', CrowdTextArea);

export { CrowdTextArea };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-text-area': CrowdTextArea;
  }
}
