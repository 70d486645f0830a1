import { define } from './define.js';
import { CrowdSliderLabel } from './form/crowd-slider-label.js';

define('crowd-slider-label', CrowdSliderLabel);

export { CrowdSliderLabel };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-slider-label': CrowdSliderLabel;
  }
}
