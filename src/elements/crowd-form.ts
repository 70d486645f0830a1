import './crowd-button.js';
import { define } from './define.js';
import { CrowdForm } from './form/crowd-form.js';

define('crowd-form', CrowdForm);

export { CrowdForm };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-form': CrowdForm;
  }
}
