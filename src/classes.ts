export { CrowdElement } from './elements/crowd-element.js';
export { define } from './elements/define.js';
