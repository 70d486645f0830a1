import { define } from './define.js';
import { CrowdCard } from './display/crowd-card.js';

define('crowd-card', CrowdCard);

export { CrowdCard };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-card': CrowdCard;
  }
}
