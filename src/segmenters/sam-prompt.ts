import type { Point } from '../geometry/types.js';
import type { Field } from '../mask/field.js';
import type { SegmentPrompt } from '../mask/segment/segmenter.js';
import { extremesOf } from '../mask/segment/shape-prior.js';
import type { OnnxTensor } from './onnx-runtime.js';

/** Labels of points in models of the Segment Anything family. */
const OUTSIDE = 0;
const INSIDE = 1;
const TOP_LEFT = 2;
const BOTTOM_RIGHT = 3;

/** A prompt as points with labels: two corners of the box that the extreme points span, then the corrections. */
export function promptPoints({ extremes, box, include, exclude }: SegmentPrompt): (Point & { label: number })[] {
  const found = box ?? (extremes.length >= 2 ? extremesOf(extremes).box : undefined);
  const corners = found
    ? [
        { x: found.left, y: found.top, label: TOP_LEFT },
        { x: found.right, y: found.bottom, label: BOTTOM_RIGHT },
      ]
    : [];
  return [
    ...corners,
    ...include.map(({ x, y }) => ({ x, y, label: INSIDE })),
    ...exclude.map(({ x, y }) => ({ x, y, label: OUTSIDE })),
  ];
}

/** A mask of a model: above zero lies the object. */
export interface ModelMask {
  readonly field: Field;
  /** The same, small, as the decoder takes it back. */
  readonly low?: Field;
}

/** The mask that the model is surest of; nothing when its outputs hold none. */
export function bestMask(outputs: Readonly<Record<string, OnnxTensor>>): ModelMask | undefined {
  const isImage = ({ dims }: OnnxTensor) => dims.length >= 3 && (dims.at(-1) as number) > 1;
  const lowName = Object.keys(outputs).find((name) => /low_?res/i.test(name));
  const named = outputs['masks'];
  const masks =
    named ??
    Object.entries(outputs).find(([name, tensor]) => name !== lowName && isImage(tensor))?.[1] ??
    outputs[lowName ?? ''];
  if (!masks || !isImage(masks)) return undefined;
  const scores = Object.entries(outputs).find(([name]) => /iou|score/i.test(name))?.[1];
  const best = scores ? indexOfMost(scores.data as ArrayLike<number>) : 0;
  const low = lowName === undefined ? undefined : outputs[lowName];
  return { field: layerOf(masks, best), low: low && layerOf(low, best) };
}

/** A copy of one of the pictures in a tensor, since tensors may be freed. */
function layerOf({ dims, data }: OnnxTensor, layer: number): Field {
  const [height, width] = dims.slice(-2) as [number, number];
  const values = data as Float32Array;
  const count = Math.max(1, Math.floor(values.length / (width * height)));
  const from = Math.min(layer, count - 1) * width * height;
  return { width, height, data: Float32Array.from(values.subarray(from, from + width * height)) };
}

function indexOfMost(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
