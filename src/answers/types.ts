/**
 * The answers of all elements, as `crowd-form` submits them under the element's name.
 *
 * Facts from the Ground Truth developer guide unless said otherwise. Members are listed in the order in which they are
 * written: ascending by code unit.
 */

/** Size of the picture as stored, in pixels. */
export interface ImageProps {
  readonly height: number;
  readonly width: number;
}

/** A position in whole image pixels. */
export interface AnswerPoint {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in whole image pixels, from its top left corner. */
export interface Box {
  readonly height: number;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** `crowd-bounding-box`. `initialValueModified` is there only when an initial value was given; so in all annotators. */
export interface BoundingBoxAnswer {
  readonly boundingBoxes: readonly Box[];
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
}

export interface Keypoint {
  readonly label: string;
  /** 2 when it can be seen, 1 when something hides it; only where a skeleton asks for it. */
  readonly visibility?: number;
  readonly x: number;
  readonly y: number;
}

/** `crowd-keypoint`. */
export interface KeypointAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly keypoints: readonly Keypoint[];
}

/** A labelled chain of vertices. The first vertex of a polygon is not repeated at its end. */
export interface LabeledPath {
  readonly label: string;
  readonly vertices: readonly AnswerPoint[];
}

/** `crowd-polygon`. */
export interface PolygonAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly polygons: readonly LabeledPath[];
}

/** `crowd-line`; each line has two vertices. */
export interface LineAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly lines: readonly LabeledPath[];
}

/** `crowd-polyline`. */
export interface PolylineAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly polylines: readonly LabeledPath[];
}

/** Colour of each label in a mask, as `#rrggbb`. */
export type LabelMappings = Readonly<Record<string, { readonly color: string }>>;

/** A PNG as base64, without the `data:` prefix. */
export interface LabeledImage {
  readonly pngImageData: string;
}

/** `crowd-semantic-segmentation`. */
export interface SemanticAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly labelMappings: LabelMappings;
  readonly labeledImage: LabeledImage;
}

/** One object in an instance mask. The colour identifies it; labels repeat. */
export interface Instance {
  readonly color: string;
  readonly label: string;
}

/** `crowd-instance-segmentation`. */
export interface InstanceAnswer {
  readonly initialValueModified?: boolean;
  readonly inputImageProperties: ImageProps;
  readonly instances: readonly Instance[];
  readonly labeledImage: LabeledImage;
}

/** `crowd-classifier`. */
export interface ClassifierAnswer {
  readonly label: string;
}

/** `crowd-classifier-multi-select`. Empty when the exclusion category is chosen. */
export interface MultiSelectAnswer {
  readonly labels: readonly string[];
}

/** `crowd-image-classifier`. The comment is absent when empty. */
export interface ImageClassifierAnswer extends ClassifierAnswer {
  readonly workerComment?: string;
}

/** `crowd-image-classifier-multi-select`. */
export interface ImageMultiSelectAnswer extends MultiSelectAnswer {
  readonly workerComment?: string;
}

/** A labelled run of text; the end is exclusive. */
export interface Entity {
  readonly endOffset: number;
  readonly label: string;
  readonly startOffset: number;
}

/** `crowd-entity-annotation`. Answers of extra questions in its form stand beside `entities`. */
export interface EntityAnswer {
  readonly entities: readonly Entity[];
  readonly initialValueModified?: boolean;
}

/** A category of the moderation element as an object; further members are passed through. */
export interface ModerationLabel {
  readonly name: string;
  readonly parentName?: string;
}

/** `crowd-rekognition-detect-moderation-labels`. */
export interface ModerationAnswer {
  readonly 'AWS/Rekognition/DetectModerationLabels/Image/V3': {
    readonly moderationLabels: readonly (string | ModerationLabel)[];
  };
}

/** A part of a document: a key or a value. Coordinates are fractions of the page, 0..1. */
export interface DocumentBlock {
  readonly blockType: 'KEY_VALUE_SET';
  readonly confidence?: number;
  readonly entityTypes: readonly ('KEY' | 'VALUE')[];
  readonly geometry?: {
    readonly boundingBox: {
      readonly height: number;
      readonly left: number;
      readonly top: number;
      readonly width: number;
    };
    readonly polygon: readonly AnswerPoint[];
  };
  readonly id: string;
  readonly relationships?: readonly { readonly ids: readonly string[]; readonly type: 'CHILD' | 'VALUE' }[];
  readonly text: string;
}

/** `crowd-textract-analyze-document`. */
export interface DocumentAnswer {
  readonly 'AWS/Textract/AnalyzeDocument/Forms/V1': { readonly blocks: readonly DocumentBlock[] };
}

/** `crowd-text-ranking`. Its output is not documented; this is ours: ranks from 1, one per response, in their order. */
export interface TextRankingAnswer {
  readonly rankings: readonly { readonly name: string; readonly ranks: readonly number[] }[];
}

/** `crowd-question-answer-generation`. Its output is not documented; this is ours. */
export interface QuestionAnswerAnswer {
  readonly questionAnswers: readonly {
    readonly answer: string;
    readonly question: string;
    readonly tags: readonly string[];
  }[];
}

/** `crowd-checkbox`, `crowd-radio-button`, `crowd-toggle-button`, native radio buttons and checkboxes. */
export type ChoiceAnswer = Readonly<Record<string, boolean>>;

/** Answers by tag name. */
export interface AnswerByTag {
  'crowd-bounding-box': BoundingBoxAnswer;
  'crowd-checkbox': ChoiceAnswer;
  'crowd-classifier': ClassifierAnswer;
  'crowd-classifier-multi-select': MultiSelectAnswer;
  'crowd-entity-annotation': EntityAnswer;
  'crowd-image-classifier': ImageClassifierAnswer;
  'crowd-image-classifier-multi-select': ImageMultiSelectAnswer;
  'crowd-input': string;
  'crowd-instance-segmentation': InstanceAnswer;
  'crowd-keypoint': KeypointAnswer;
  'crowd-line': LineAnswer;
  'crowd-polygon': PolygonAnswer;
  'crowd-polyline': PolylineAnswer;
  'crowd-question-answer-generation': QuestionAnswerAnswer;
  'crowd-radio-button': ChoiceAnswer;
  'crowd-rekognition-detect-moderation-labels': ModerationAnswer;
  'crowd-semantic-segmentation': SemanticAnswer;
  'crowd-slider': number;
  'crowd-text-area': string;
  'crowd-text-ranking': TextRankingAnswer;
  'crowd-textract-analyze-document': DocumentAnswer;
  'crowd-toggle-button': ChoiceAnswer;
}

/** A tag that answers. */
export type AnswerTag = keyof AnswerByTag;

/** The `overlay` of `crowd-image-classifier`: an earlier job's result, shown for verification. */
export type Overlay =
  | { readonly boundingBox: { readonly labels: readonly string[]; readonly value: readonly Box[] } }
  | {
      readonly semanticSegmentation: {
        readonly labelMappings: LabelMappings;
        readonly labels: readonly string[];
        readonly src: string;
      };
    }
  | {
      readonly instanceSegmentation: {
        readonly instances: readonly Instance[];
        readonly labels: readonly string[];
        readonly src: string;
      };
    };

/** All answers of one form by control name. */
export type Answers = Readonly<Record<string, unknown>>;
