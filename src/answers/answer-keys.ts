/** The moderation service expects the answer under this name, whatever the element is called. */
export const MODERATION_KEY = 'AWS/Rekognition/DetectModerationLabels/Image/V3';
/** The same of document analysis. */
export const DOCUMENT_KEY = 'AWS/Textract/AnalyzeDocument/Forms/V1';

const fixedKeys: Readonly<Record<string, string>> = {
  'crowd-rekognition-detect-moderation-labels': MODERATION_KEY,
  'crowd-textract-analyze-document': DOCUMENT_KEY,
};

/**
 * Name under which an element's answer stands among those of its form: fixed for two elements, else its `name`; texts
 * with entities answer under their tag when they have none. Undefined when the element does not answer.
 */
export function answerKeyOf(tag: string, name: string | null | undefined): string | undefined {
  return (
    fixedKeyOf(tag) ??
    (name || undefined) ??
    (tag === 'crowd-entity-annotation' ? 'crowd-entity-annotation' : undefined)
  );
}

/** Name under which all elements of a tag answer; undefined for those that answer under their own. */
export function fixedKeyOf(tag: string): string | undefined {
  return Object.hasOwn(fixedKeys, tag) ? fixedKeys[tag] : undefined;
}
