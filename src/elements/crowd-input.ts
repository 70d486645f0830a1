import { define } from './define.js';
import { CrowdInput } from './form/crowd-input.js';

define('crowd-input', CrowdInput);

export { CrowdInput };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-input': CrowdInput;
  }
}
