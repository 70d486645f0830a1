import { define } from './define.js';
import { CrowdQuestionAnswerGeneration } from './text/crowd-question-answer-generation.js';

define('crowd-question-answer-generation', CrowdQuestionAnswerGeneration);

export { CrowdQuestionAnswerGeneration };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-question-answer-generation': CrowdQuestionAnswerGeneration;
  }
}
