import { define } from './define.js';
import { CrowdBadge } from './display/crowd-badge.js';

define('crowd-badge', CrowdBadge);

export { CrowdBadge };
