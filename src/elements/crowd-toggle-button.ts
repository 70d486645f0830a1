import { define } from './define.js';
import { CrowdToggleButton } from './form/crowd-toggle-button.js';

define('crowd-toggle-button', CrowdToggleButton);

export { CrowdToggleButton };
