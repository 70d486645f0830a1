import { define } from './define.js';
import { CrowdForm } from './form/crowd-form.js';
import { CrowdEntityAnnotation } from './text/crowd-entity-annotation.js';

// The element holds a form in its shadow root.
define('crowd-entity-annotation', CrowdEntityAnnotation);
define('crowd-form', CrowdForm);

export { CrowdEntityAnnotation };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-entity-annotation': CrowdEntityAnnotation;
  }
}
