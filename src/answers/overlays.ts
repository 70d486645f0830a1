import type { SpanAnnotation } from '../document/annotation.js';
import type { Size } from '../geometry/types.js';
import { getOwn, isObject } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { decodeBoxes } from './boxes.js';
import type { Decoded, DecodeOptions } from './decode.js';
import type { OverlayShape } from './compare-shapes.js';
import { decodeEntities } from './entities.js';
import { decodeKeypoints } from './keypoints.js';
import { decodeInstances, decodeSemantic, type InitialMask } from './masks.js';
import { decodeLines, decodePolygons, decodePolylines } from './paths.js';

/** An earlier result, read for showing it: shapes, a mask, or spans of a text. */
export type DecodedOverlay =
  | { readonly type: 'shapes'; readonly labels: readonly unknown[]; readonly shapes: readonly OverlayShape[] }
  | { readonly type: 'mask'; readonly labels: readonly unknown[]; readonly mask: InitialMask }
  | {
      readonly type: 'spans';
      readonly labels: readonly unknown[];
      readonly spans: readonly SpanAnnotation[];
      readonly text?: string;
    };

type ShapeReader = (value: unknown, options: DecodeOptions) => Decoded<OverlayShape>;

/** Task types in camelCase, as the developer guide names the keys of `overlay`; and the keys of answers. */
const shapeReaders: Readonly<Record<string, ShapeReader>> = {
  boundingBox: decodeBoxes,
  boundingBoxes: decodeBoxes,
  polygon: decodePolygons,
  polygons: decodePolygons,
  polyline: decodePolylines,
  polylines: decodePolylines,
  line: decodeLines,
  lines: decodeLines,
  keypoint: decodeKeypoints,
  keypoints: decodeKeypoints,
};
const answerKeys = new Set(['boundingBoxes', 'polygons', 'polylines', 'lines', 'keypoints', 'entities']);
const spanKeys = ['entityAnnotation', 'namedEntityRecognition', 'entities'];

/**
 * Reads the `overlay` of a verification task: `{boundingBox: {labels: [...], value: [...]}}` and the like.
 *
 * An answer as an annotator gave it is an overlay too. With `size`, shapes outside the picture are moved to its edge;
 * with `ownText`, spans that bring no text of their own are cut at the ends of that one.
 */
export function decodeOverlay(value: unknown, size?: Size, ownText?: string): Reading<DecodedOverlay | undefined> {
  if (value === undefined || value === null || value === '') return { value: undefined, problems: [] };
  if (!isObject(value)) return unusable('should be an object such as `{boundingBox: {labels: [...], value: [...]}}`.');
  const part = (key: string) => {
    const found = getOwn(value, key);
    return found === undefined || !answerKeys.has(key) ? found : value;
  };
  for (const key of ['semanticSegmentation', 'labelMappings']) {
    if (getOwn(value, key) !== undefined) return maskOf(key === 'labelMappings' ? value : part(key), decodeSemantic);
  }
  for (const key of ['instanceSegmentation', 'instances']) {
    if (getOwn(value, key) !== undefined) return maskOf(key === 'instances' ? value : part(key), decodeInstances);
  }
  for (const key of spanKeys) if (getOwn(value, key) !== undefined) return spansOf(part(key), ownText);
  const keys = Object.keys(shapeReaders).filter((key) => getOwn(value, key) !== undefined);
  if (!keys.length) return unusable(`has none of the keys \`boundingBox\`, \`polygon\`, \`semanticSegmentation\` …`);
  const problems: Problem[] = [];
  const shapes: OverlayShape[] = [];
  const labels: unknown[] = [];
  for (const key of keys) {
    const holder = part(key);
    const read = shapeReaders[key] as ShapeReader;
    const decoded = read(valueIn(holder), size ? { size } : {});
    shapes.push(...decoded.annotations);
    problems.push(...decoded.problems);
    labels.push(...labelsIn(holder));
  }
  return { value: { type: 'shapes', labels, shapes }, problems };
}

function valueIn(holder: unknown): unknown {
  return (isObject(holder) && getOwn(holder, 'value')) || holder;
}

function labelsIn(holder: unknown): readonly unknown[] {
  const labels = isObject(holder) ? getOwn(holder, 'labels') : undefined;
  return Array.isArray(labels) ? (labels as readonly unknown[]) : [];
}

function maskOf(holder: unknown, read: (value: unknown) => Reading<InitialMask>): Reading<DecodedOverlay | undefined> {
  const reading = read(holder);
  return { value: { type: 'mask', labels: labelsIn(holder), mask: reading.value }, problems: reading.problems };
}

function spansOf(holder: unknown, ownText?: string): Reading<DecodedOverlay | undefined> {
  const written = isObject(holder) ? getOwn(holder, 'text') : undefined;
  const text = typeof written === 'string' ? written : undefined;
  const limit = text ?? ownText;
  const { annotations, problems } = decodeEntities(valueIn(holder), limit === undefined ? {} : { text: limit });
  return {
    value: { type: 'spans', labels: labelsIn(holder), spans: annotations, ...(text !== undefined && { text }) },
    problems,
  };
}

function unusable(what: string): Reading<undefined> {
  return {
    value: undefined,
    problems: [{ code: 'bad-overlay', severity: 'error', message: `${what} Nothing is shown.` }],
  };
}
