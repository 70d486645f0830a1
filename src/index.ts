import { defineAll } from './elements/registry.js';

defineAll();

export * from './classes.js';
export { CrowdElement } from './elements/crowd-element.js';
export { define } from './elements/define.js';

// Tells TypeScript which class belongs to which tag.
export type * from './elements/crowd-alert.js';
export type * from './elements/crowd-badge.js';
export type * from './elements/crowd-bounding-box.js';
export type * from './elements/crowd-button.js';
export type * from './elements/crowd-card.js';
export type * from './elements/crowd-checkbox.js';
export type * from './elements/crowd-classifier-multi-select.js';
export type * from './elements/crowd-classifier.js';
export type * from './elements/crowd-entity-annotation.js';
export type * from './elements/crowd-fab.js';
export type * from './elements/crowd-form.js';
export type * from './elements/crowd-icon-button.js';
export type * from './elements/crowd-image-classifier-multi-select.js';
export type * from './elements/crowd-image-classifier.js';
export type * from './elements/crowd-input.js';
export type * from './elements/crowd-instance-segmentation.js';
export type * from './elements/crowd-instructions.js';
export type * from './elements/crowd-keypoint.js';
export type * from './elements/crowd-line.js';
export type * from './elements/crowd-modal.js';
export type * from './elements/crowd-polygon.js';
export type * from './elements/crowd-polyline.js';
export type * from './elements/crowd-question-answer-generation.js';
export type * from './elements/crowd-radio-button.js';
export type * from './elements/crowd-radio-group.js';
export type * from './elements/crowd-rekognition-detect-moderation-labels.js';
export type * from './elements/crowd-semantic-segmentation.js';
export type * from './elements/crowd-slider-label.js';
export type * from './elements/crowd-slider.js';
export type * from './elements/crowd-tab.js';
export type * from './elements/crowd-tabs.js';
export type * from './elements/crowd-text-area.js';
export type * from './elements/crowd-text-ranking.js';
export type * from './elements/crowd-textract-analyze-document.js';
export type * from './elements/crowd-toast.js';
export type * from './elements/crowd-toggle-button.js';
export type * from './elements/iron-icon.js';
