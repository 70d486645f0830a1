import { define } from './define.js';
import { CrowdToast } from './display/crowd-toast.js';

define('crowd-toast', CrowdToast);

export { CrowdToast };
