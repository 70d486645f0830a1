import { defineAll } from './elements/registry.js';

defineAll();

export * from './classes.js';
export { CrowdElement } from './elements/crowd-element.js';
export { define } from './elements/define.js';
