import { define } from './define.js';
import { CrowdIconButton } from './display/crowd-icon-button.js';

define('crowd-icon-button', CrowdIconButton);

export { CrowdIconButton };
