/** The task types of Ground Truth. Adjustment and verification are modes of them. */
export type TaskType =
  | 'image-classification'
  | 'image-classification-multi-label'
  | 'text-classification'
  | 'text-classification-multi-label'
  | 'video-classification'
  | 'bounding-box'
  | 'semantic-segmentation'
  | 'named-entity-recognition'
  | 'video-object-detection'
  | 'video-object-tracking'
  | 'point-cloud-detection'
  | 'point-cloud-tracking'
  | 'point-cloud-segmentation'
  | 'point-cloud-linking'
  | 'custom';

/** What a worker does in a job: labels anew, corrects earlier labels, or judges them. */
export type TaskMode = 'label' | 'adjust' | 'verify';

/** Facts about a task type, from the Ground Truth developer guide. */
export interface TaskFacts {
  /** The key of a manifest line that holds the data. Absent where either will do. */
  readonly sourceKey?: 'source' | 'source-ref';
  /** Endings of the files it takes, in lower case. Empty when any will do. */
  readonly extensions: readonly string[];
  /** `type` in the metadata of the output manifest. */
  readonly outputType: string;
  /** True when labels are files, so that the label attribute name ends with `-ref`. */
  readonly labelsAreFiles: boolean;
}

const images = ['.jpg', '.jpeg', '.png'];
const sequences = ['.json'];
const clouds = ['.bin', '.txt'];

function facts(
  sourceKey: TaskFacts['sourceKey'],
  extensions: readonly string[],
  outputType: string,
  labelsAreFiles = false,
): TaskFacts {
  return { ...(sourceKey && { sourceKey }), extensions, outputType: `groundtruth/${outputType}`, labelsAreFiles };
}

/** Facts by task type. */
export const taskFacts: Readonly<Record<TaskType, TaskFacts>> = {
  'image-classification': facts('source-ref', images, 'image-classification'),
  'image-classification-multi-label': facts('source-ref', images, 'image-classification-multilabel'),
  // Text may also be named by a `.txt` file, as one example of the guide does.
  'text-classification': facts('source', ['.txt'], 'text-classification'),
  'text-classification-multi-label': facts('source', ['.txt'], 'text-classification-multilabel'),
  'video-classification': facts('source-ref', ['.mp4', '.ogg', '.webm'], 'video-classification'),
  'bounding-box': facts('source-ref', images, 'object-detection'),
  'semantic-segmentation': facts('source-ref', images, 'semantic-segmentation', true),
  'named-entity-recognition': facts('source', ['.txt'], 'text-span'),
  'video-object-detection': facts('source-ref', sequences, 'video-object-detection', true),
  'video-object-tracking': facts('source-ref', sequences, 'video-object-tracking', true),
  'point-cloud-detection': facts('source-ref', clouds, 'point_cloud_object_detection'),
  'point-cloud-tracking': facts('source-ref', sequences, 'point_cloud_object_tracking', true),
  'point-cloud-segmentation': facts('source-ref', clouds, 'point_cloud_single_frame_semantic_segmentation', true),
  'point-cloud-linking': facts('source-ref', sequences, 'point_cloud_object_tracking', true),
  custom: facts(undefined, [], 'custom'),
};
