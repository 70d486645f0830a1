import { define } from './define.js';
import { CrowdQuestionAnswerGeneration } from './text/crowd-question-answer-generation.js';

define('crowd-question-answer-generation', CrowdQuestionAnswerGeneration);

export { CrowdQuestionAnswerGeneration };
