import { define } from './define.js';
import { CrowdLine } from './image/crowd-line.js';

define('crowd-line', CrowdLine);

export { CrowdLine };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-line': CrowdLine;
  }
}
