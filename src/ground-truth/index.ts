/** Ground Truth files: manifests, worker responses and what an earlier job hands to the next. */

export { checkLabelAttributeName, labelAttributeNameFor, metadataKey, needsRefEnding } from './label-attribute-name.js';
export type { LabelAttributeUse } from './label-attribute-name.js';
export {
  initialBoxes,
  initialChoice,
  initialChoices,
  initialEntities,
  initialSemantic,
  verificationOverlay,
} from './initial-values.js';
export type { EarlierLabels, InitialSemanticValue } from './initial-values.js';
export { augmentLine, needsLabels, parseManifest } from './manifest.js';
export type { Manifest, ManifestLine, ManifestOptions, ManifestProblem } from './manifest.js';
export { extensionOf, formatS3Uri, isS3Uri, joinUri, parseS3Uri } from './s3-uri.js';
export type { S3Location } from './s3-uri.js';
export { findJsonFault } from './strict-json.js';
export type { JsonFault } from './strict-json.js';
export { taskFacts } from './tasks.js';
export type { TaskFacts, TaskMode, TaskType } from './tasks.js';
export {
  buildWorkerAnswer,
  checkWorkerResponse,
  readWorkerResponse,
  workerResponsePath,
  writeWorkerResponse,
} from './worker-response.js';
export type { Submission, WorkerAnswer, WorkerIdentity, WorkerResponseFile } from './worker-response.js';
