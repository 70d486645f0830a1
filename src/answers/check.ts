import { DOCUMENT_KEY, fixedKeyOf, MODERATION_KEY } from './answer-keys.js';
import { hexColorText, inside, list, number, object, oneOf, record, report, text, truth, wholeSize } from './schema.js';
import type { AnswerProblem, Check, CheckContext, ObjectOptions } from './schema.js';
import type { AnswerTag, Box, Entity, ImageProps, LabeledPath, Instance } from './types.js';

const imageSize = object({ height: wholeSize, width: wholeSize });
const point = object({ x: wholeSize, y: wholeSize });
const path = (least: number, most?: number) =>
  object(
    { label: text, vertices: list(point, least) },
    {
      also: (value, at) => {
        const { length } = value.vertices as readonly unknown[];
        if (most !== undefined && length > most) {
          report(inside(at, 'vertices'), 'too-many', `should have ${most} entries, but has ${length}.`);
        }
      },
    },
  );

/** A PNG begins with these bytes; in base64 they are always these signs. */
const pngStart = 'iVBORw0KGgo';

const labeledImage = object({
  pngImageData: (value, at) => {
    text(value, at);
    if (typeof value !== 'string') return;
    if (value.startsWith('data:')) report(at, 'data-address', 'should be bare base64, without the `data:` prefix.');
    else if (!value.startsWith(pngStart) || !/^[A-Za-z\d+/]*={0,2}$/.test(value)) {
      report(at, 'not-a-png', 'should be a PNG as base64.');
    }
  },
});

function imageAnswer(key: string, members: Readonly<Record<string, Check>>, also: ObjectOptions['also']): Check {
  return object(
    { inputImageProperties: imageSize, ...members },
    {
      optional: { initialValueModified: truth },
      also: (value, at) => also?.(value, key ? inside(at, key) : at),
    },
  );
}

/** A list of shapes, all of whose corners must lie within the picture. */
function shapes<S>(key: string, item: Check, corners: (shape: S) => readonly { x: number; y: number }[]): Check {
  return imageAnswer(key, { [key]: list(item) }, (value, at) => {
    const { width, height } = value.inputImageProperties as ImageProps;
    (value[key] as readonly S[]).forEach((shape, index) => {
      if (corners(shape).some(({ x, y }) => x > width || y > height)) {
        report(inside(at, index), 'outside-image', `lies outside the picture of ${width} x ${height} pixels.`);
      }
    });
  });
}

const vertices = (shape: LabeledPath) => shape.vertices;

const boxes = shapes<Box>(
  'boundingBoxes',
  object({ height: wholeSize, label: text, left: wholeSize, top: wholeSize, width: wholeSize }),
  ({ left, top, width, height }) => [{ x: left + width, y: top + height }],
);

const semantic = imageAnswer(
  '',
  { labelMappings: record(object({ color: hexColorText })), labeledImage },
  (value, at) => {
    const colors = Object.values(value.labelMappings as Record<string, { color: string }>).map(({ color }) => color);
    if (new Set(colors).size < colors.length) {
      report(inside(at, 'labelMappings'), 'repeated-color', 'gives one colour to several labels.');
    }
  },
);

const instances = imageAnswer(
  '',
  { instances: list(object({ color: hexColorText, label: text })), labeledImage },
  (value, at) => {
    const colors = (value.instances as readonly Instance[]).map(({ color }) => color);
    if (new Set(colors).size < colors.length) {
      report(inside(at, 'instances'), 'repeated-color', 'gives one colour to several objects.');
    }
  },
);

const entities = object(
  { entities: list(object({ endOffset: wholeSize, label: text, startOffset: wholeSize })) },
  {
    optional: { initialValueModified: truth },
    // Extra questions in the element's own form answer beside `entities`.
    open: true,
    also: (value, at) => {
      (value.entities as readonly Entity[]).forEach(({ startOffset, endOffset }, index) => {
        if (endOffset > startOffset) return;
        report(inside(inside(at, 'entities'), index), 'empty-span', 'ends before or where it starts.');
      });
    },
  },
);

const comment = { optional: { workerComment: text } };
const labels = list(text);
const choice = record(truth);

const moderation = object({
  [MODERATION_KEY]: object({
    moderationLabels: list((value, at) => {
      if (typeof value !== 'string') object({ name: text }, { optional: { parentName: text }, open: true })(value, at);
    }),
  }),
});

const block = object(
  {
    blockType: oneOf('KEY_VALUE_SET'),
    entityTypes: list(oneOf('KEY', 'VALUE'), 1),
    id: text,
    text,
  },
  {
    optional: {
      confidence: number,
      geometry: object({
        boundingBox: object({ height: number, left: number, top: number, width: number }),
        polygon: list(object({ x: number, y: number })),
      }),
      relationships: list(object({ ids: list(text), type: oneOf('CHILD', 'VALUE') })),
    },
  },
);

const checks: Readonly<Record<AnswerTag, Check>> = {
  'crowd-bounding-box': boxes,
  'crowd-checkbox': choice,
  'crowd-classifier': object({ label: text }),
  'crowd-classifier-multi-select': object({ labels }),
  'crowd-entity-annotation': entities,
  'crowd-image-classifier': object({ label: text }, comment),
  'crowd-image-classifier-multi-select': object({ labels }, comment),
  'crowd-input': text,
  'crowd-instance-segmentation': instances,
  'crowd-keypoint': shapes<{ x: number; y: number }>(
    'keypoints',
    object({ label: text, x: wholeSize, y: wholeSize }, { optional: { visibility: wholeSize } }),
    (shape) => [shape],
  ),
  'crowd-line': shapes('lines', path(2, 2), vertices),
  'crowd-polygon': shapes('polygons', path(3), vertices),
  'crowd-polyline': shapes('polylines', path(2), vertices),
  'crowd-question-answer-generation': object({
    questionAnswers: list(object({ answer: text, question: text, tags: list(text) })),
  }),
  'crowd-radio-button': choice,
  'crowd-rekognition-detect-moderation-labels': moderation,
  'crowd-semantic-segmentation': semantic,
  'crowd-slider': number,
  'crowd-text-area': text,
  'crowd-text-ranking': object({ rankings: list(object({ name: text, ranks: list(wholeSize) })) }),
  'crowd-textract-analyze-document': object({ [DOCUMENT_KEY]: object({ blocks: list(block) }) }),
  'crowd-toggle-button': choice,
};

/** True when the tag is one that answers. */
export function isAnswerTag(tag: string): tag is AnswerTag {
  return Object.hasOwn(checks, tag);
}

/** What is wrong with the answer of one element; nothing when it is as the element would write it. */
export function checkAnswer(tag: AnswerTag, value: unknown): readonly AnswerProblem[] {
  const at: CheckContext = { path: '', problems: [] };
  if (isAnswerTag(tag)) checks[tag](value, at);
  else report(at, 'unknown-tag', `comes from <${String(tag)}>, which is no element that answers.`);
  return at.problems;
}

/** What is wrong with the answers of a form, given the tags of its controls by name. Other names are left alone. */
export function checkAnswers(
  answers: Readonly<Record<string, unknown>>,
  tags: Readonly<Record<string, AnswerTag>>,
): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const [name, tag] of Object.entries(tags)) {
    if (!Object.hasOwn(answers, name)) continue;
    const at: CheckContext = { path: '', problems };
    // What answers under a fixed name has it in its schema.
    if (fixedKeyOf(tag) === name) checks[tag]({ [name]: answers[name] }, at);
    else checks[tag](answers[name], inside(at, name));
  }
  return problems;
}
