import { CrowdClassifierMultiSelect } from './classify/crowd-classifier-multi-select.js';
import { CrowdClassifier } from './classify/crowd-classifier.js';
import { CrowdImageClassifierMultiSelect } from './classify/crowd-image-classifier-multi-select.js';
import { CrowdImageClassifier } from './classify/crowd-image-classifier.js';
import { define } from './define.js';
import { CrowdAlert } from './display/crowd-alert.js';
import { CrowdBadge } from './display/crowd-badge.js';
import { CrowdCard } from './display/crowd-card.js';
import { CrowdFab } from './display/crowd-fab.js';
import { CrowdIconButton } from './display/crowd-icon-button.js';
import { CrowdInstructions } from './display/crowd-instructions.js';
import { CrowdModal } from './display/crowd-modal.js';
import { CrowdTab } from './display/crowd-tab.js';
import { CrowdTabs } from './display/crowd-tabs.js';
import { addIronIcons } from './display/iron-icon-set.js';
import { CrowdToast } from './display/crowd-toast.js';
import { IronIcon } from './display/iron-icon.js';
import { CrowdButton } from './form/crowd-button.js';
import { CrowdCheckbox } from './form/crowd-checkbox.js';
import { CrowdForm } from './form/crowd-form.js';
import { CrowdInput } from './form/crowd-input.js';
import { CrowdRadioButton } from './form/crowd-radio-button.js';
import { CrowdRadioGroup } from './form/crowd-radio-group.js';
import { CrowdSliderLabel } from './form/crowd-slider-label.js';
import { CrowdSlider } from './form/crowd-slider.js';
import { CrowdTextArea } from './form/crowd-text-area.js';
import { CrowdToggleButton } from './form/crowd-toggle-button.js';
import { CrowdBoundingBox } from './image/crowd-bounding-box.js';
import { CrowdInstanceSegmentation } from './image/crowd-instance-segmentation.js';
import { CrowdSemanticSegmentation } from './image/crowd-semantic-segmentation.js';
import { CrowdKeypoint } from './image/crowd-keypoint.js';
import { CrowdLine } from './image/crowd-line.js';
import { CrowdPolygon } from './image/crowd-polygon.js';
import { CrowdPolyline } from './image/crowd-polyline.js';
import { CrowdRekognitionDetectModerationLabels } from './review/crowd-rekognition-detect-moderation-labels.js';
import { CrowdEntityAnnotation } from './text/crowd-entity-annotation.js';
import { CrowdTextractAnalyzeDocument } from './review/crowd-textract-analyze-document.js';
import { CrowdTextRanking } from './text/crowd-text-ranking.js';
import { CrowdQuestionAnswerGeneration } from './text/crowd-question-answer-generation.js';

/**
 * Every public tag and its class. `crowd-form` comes last: when it is upgraded, the widgets inside it have to be what
 * they are, since they decide whether the form adds a Submit button.
 */
export const elementClasses: ReadonlyMap<string, CustomElementConstructor> = new Map<string, CustomElementConstructor>([
  ['crowd-alert', CrowdAlert],
  ['crowd-badge', CrowdBadge],
  ['crowd-card', CrowdCard],
  ['crowd-fab', CrowdFab],
  ['crowd-icon-button', CrowdIconButton],
  ['crowd-instructions', CrowdInstructions],
  ['crowd-modal', CrowdModal],
  ['crowd-tab', CrowdTab],
  ['crowd-tabs', CrowdTabs],
  ['crowd-toast', CrowdToast],
  ['iron-icon', IronIcon],
  ['crowd-input', CrowdInput],
  ['crowd-text-area', CrowdTextArea],
  ['crowd-checkbox', CrowdCheckbox],
  ['crowd-radio-button', CrowdRadioButton],
  ['crowd-radio-group', CrowdRadioGroup],
  ['crowd-toggle-button', CrowdToggleButton],
  ['crowd-slider-label', CrowdSliderLabel],
  ['crowd-slider', CrowdSlider],
  ['crowd-button', CrowdButton],
  ['crowd-bounding-box', CrowdBoundingBox],
  ['crowd-keypoint', CrowdKeypoint],
  ['crowd-line', CrowdLine],
  ['crowd-polygon', CrowdPolygon],
  ['crowd-polyline', CrowdPolyline],
  ['crowd-classifier', CrowdClassifier],
  ['crowd-classifier-multi-select', CrowdClassifierMultiSelect],
  ['crowd-image-classifier', CrowdImageClassifier],
  ['crowd-image-classifier-multi-select', CrowdImageClassifierMultiSelect],
  ['crowd-rekognition-detect-moderation-labels', CrowdRekognitionDetectModerationLabels],
  ['crowd-semantic-segmentation', CrowdSemanticSegmentation],
  ['crowd-instance-segmentation', CrowdInstanceSegmentation],
  ['crowd-entity-annotation', CrowdEntityAnnotation],
  ['crowd-textract-analyze-document', CrowdTextractAnalyzeDocument],
  ['crowd-text-ranking', CrowdTextRanking],
  ['crowd-question-answer-generation', CrowdQuestionAnswerGeneration],
  ['crowd-form', CrowdForm],
]);

/** Registers all of them. A tag that cannot be registered does not keep the others from it. */
export function defineAll(): void {
  addIronIcons();
  for (const [tag, elementClass] of elementClasses) {
    try {
      define(tag, elementClass);
    } catch (error) {
      console.error(`<${tag}> could not be registered.`, error);
    }
  }
}
