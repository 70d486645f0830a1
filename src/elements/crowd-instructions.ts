import { define } from './define.js';
import { CrowdInstructions } from './display/crowd-instructions.js';

define('crowd-instructions', CrowdInstructions);

export { CrowdInstructions };
