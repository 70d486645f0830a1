import { define } from './define.js';
import { CrowdToast } from './display/crowd-toast.js';

define('crowd-toast', CrowdToast);

export { CrowdToast };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-toast': CrowdToast;
  }
}
