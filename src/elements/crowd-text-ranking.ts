import { define } from './define.js';
import { CrowdTextRanking } from './text/crowd-text-ranking.js';

define('crowd-text-ranking', CrowdTextRanking);

export { CrowdTextRanking };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-text-ranking': CrowdTextRanking;
  }
}
