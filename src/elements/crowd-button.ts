import { define } from './define.js';
import { CrowdButton } from './form/crowd-button.js';

define('crowd-button', CrowdButton);

export { CrowdButton };
