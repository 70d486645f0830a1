import { define } from './define.js';
import { IronIcon } from './display/iron-icon.js';

define('iron-icon', IronIcon);

export { IronIcon };
