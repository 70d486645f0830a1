import './crowd-slider-label.js';
import { define } from './define.js';
import { CrowdSlider } from './form/crowd-slider.js';

define('crowd-slider', CrowdSlider);

export { CrowdSlider };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-slider': CrowdSlider;
  }
}
