import { define } from './define.js';
import { CrowdFab } from './display/crowd-fab.js';

define('crowd-fab', CrowdFab);

export { CrowdFab };
