import { define } from './define.js';
import { CrowdModal } from './display/crowd-modal.js';

define('crowd-modal', CrowdModal);

export { CrowdModal };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-modal': CrowdModal;
  }
}
