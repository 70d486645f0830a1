/** The pure parts of the library: answers, labels, lenient JSON and Ground Truth files. Runs without a DOM. */

export type * from './types.js';
export { answerKeyOf } from './answer-keys.js';
export { checkAnswer, checkAnswers, isAnswerTag } from './check.js';
export type { AnswerProblem } from './schema.js';
export { decimalText, flattenAnswer, mergeAnswers, toFlatFields, toNestedFields } from './collect.js';
export type { Contribution, ContributionProblem, MergedAnswers, NestedFields } from './collect.js';
export { sortKeys, toSortedJson } from './sort-keys.js';
export type { Decoded, DecodeOptions } from './decode.js';
export { decodeBoxes, encodeBoxes } from './boxes.js';
export { decodeKeypoints, encodeKeypoints } from './keypoints.js';
export { decodeLines, decodePolygons, decodePolylines, encodeLines, encodePolygons, encodePolylines } from './paths.js';
export { decodeEntities, encodeEntities } from './entities.js';
export type { EntityText, OffsetUnit } from './entities.js';
export { OffsetConverter } from './offsets.js';
export { decodeInstances, decodeSemantic, encodeInstances, encodeLabelMappings, encodeSemantic } from './masks.js';
export type { ColoredLabel, InitialMask, MaskParts } from './masks.js';
export { decodeModerationCategories, encodeChoice, encodeChoices, encodeModeration } from './choices.js';
export type { ModerationCategory } from './choices.js';
export { decodeDocument, encodeDocument, keyValuePairs } from './documents.js';
export type { KeyValuePair } from './documents.js';

export type { Point, Size, Bounds } from '../geometry/types.js';
export type {
  Annotation,
  AnnotationBase,
  BoxAnnotation,
  InstanceAnnotation,
  KeypointAnnotation,
  PathAnnotation,
  ShapeAnnotation,
  SpanAnnotation,
} from '../document/annotation.js';

export { isObject, toCompactJson } from '../parse/json.js';
export type { JsonObject, JsonValue } from '../parse/json.js';
export { parseLenient } from '../parse/lenient-json.js';
export type { LenientResult, ReadProblem, ReadProblemCode } from '../parse/lenient-json.js';
export type { Problem, Reading } from '../parse/problem.js';

export type { Label } from '../labels/label.js';
export { labelsFromNames, labelsFromObjects } from '../labels/labels.js';
export { colorAt, labelColors } from '../labels/palette.js';
export { hotkeysFor } from '../labels/hotkeys.js';

export * from '../ground-truth/index.js';
