export type { AnswerContributor, CrowdSubmitDetail } from './elements/form/answer-protocol.js';
export { CrowdButton } from './elements/form/crowd-button.js';
export type { ButtonVariant } from './elements/form/crowd-button.js';
export { CrowdForm } from './elements/form/crowd-form.js';
export { FormAssociated } from './elements/form-associated.js';
export type { FormAssociatedElement, FormValue } from './elements/form-associated.js';
export { CrowdBoundingBox } from './elements/image/crowd-bounding-box.js';
export { ImageAnnotator } from './elements/image/image-annotator.js';
