import { define } from './define.js';
import { CrowdRekognitionDetectModerationLabels } from './review/crowd-rekognition-detect-moderation-labels.js';

define('crowd-rekognition-detect-moderation-labels', CrowdRekognitionDetectModerationLabels);

export { CrowdRekognitionDetectModerationLabels };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-rekognition-detect-moderation-labels': CrowdRekognitionDetectModerationLabels;
  }
}
