import { define } from './define.js';
import { CrowdTextractAnalyzeDocument } from './review/crowd-textract-analyze-document.js';

define('crowd-textract-analyze-document', CrowdTextractAnalyzeDocument);

export { CrowdTextractAnalyzeDocument };

declare global {
  interface HTMLElementTagNameMap {
    'crowd-textract-analyze-document': CrowdTextractAnalyzeDocument;
  }
}
