import { define } from './define.js';
import { CrowdInstructions } from './display/crowd-instructions.js';

define('crowd-instructions', CrowdInstructions);

export { CrowdInstructions };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-instructions': CrowdInstructions;
  }
}
