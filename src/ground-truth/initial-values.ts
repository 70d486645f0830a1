import { decodeBoxes } from '../answers/boxes.js';
import { finiteNumber } from '../answers/decode.js';
import { Findings } from '../answers/findings.js';
import { sortKeys } from '../answers/sort-keys.js';
import type { Box, Entity, LabelMappings, Overlay } from '../answers/types.js';
import { hexColor } from '../labels/palette.js';
import { getOwn, isObject, setOwn } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { metadataKey } from './label-attribute-name.js';

/** A line of an output manifest and the name of the labels in it. Problems continue a sentence that begins with it. */
export interface EarlierLabels {
  readonly line: Readonly<Record<string, unknown>>;
  readonly name: string;
}

type Data = Readonly<Record<string, unknown>>;

function labelsOf({ line, name }: EarlierLabels): unknown {
  return getOwn(line, name);
}

function metadataOf({ line, name }: EarlierLabels): Data {
  const metadata = getOwn(line, metadataKey(name));
  return isObject(metadata) ? metadata : {};
}

function member(value: unknown, ...keys: readonly string[]): unknown {
  if (!isObject(value)) return undefined;
  return keys.map((key) => getOwn(value, key)).find((found) => found !== undefined);
}

function failed<T>(value: T, code: string, message: string): Reading<T> {
  return { value, problems: [{ code, severity: 'error', message }] };
}

/** Class names by index. Both spellings of the key occur. */
function classMap(metadata: Data): ReadonlyMap<string, string> {
  const map = member(metadata, 'class-map', 'class_map');
  return new Map(Object.entries(isObject(map) ? map : {}).map(([index, label]) => [index, String(label)]));
}

/**
 * `initial-value` of `crowd-bounding-box` from a bounding box job. A worker's own answer under the same name is taken
 * too, since documents call that the output as well.
 */
export function initialBoxes(earlier: EarlierLabels): Reading<readonly Box[]> {
  const labels = labelsOf(earlier);
  const annotations = member(labels, 'annotations');
  if (!Array.isArray(annotations)) {
    if (!Array.isArray(member(labels, 'boundingBoxes'))) {
      return failed([], 'no-boxes', 'holds no list of `annotations`.');
    }
    return boxesOf(decodeBoxes(labels));
  }
  const names = classMap(metadataOf(earlier));
  const findings = new Findings();
  const labeled = (annotations as readonly unknown[]).map((annotation, index) => {
    const id = member(annotation, 'class_id', 'class-id');
    const label = names.get(String(id));
    if (isObject(annotation) && label === undefined) {
      const what = `of the class ${String(id)}, which is not in \`class-map\``;
      findings.note(index, { code: 'unknown-class', what, remedy: 'They were left out.', severity: 'error' });
    }
    return isObject(annotation) ? { ...annotation, label } : annotation;
  });
  const known = labeled.filter((annotation) => !isObject(annotation) || annotation.label !== undefined);
  const { value, problems } = boxesOf(decodeBoxes(known, sizeOf(labels)));
  return { value, problems: [...findings.problems, ...problems] };
}

function sizeOf(labels: unknown): { size?: { width: number; height: number } } {
  const sizes = member(labels, 'image_size');
  const [first] = Array.isArray(sizes) ? (sizes as readonly unknown[]) : [];
  const width = finiteNumber(member(first, 'width'));
  const height = finiteNumber(member(first, 'height'));
  return width && height ? { size: { width, height } } : {};
}

function boxesOf({ annotations, problems }: ReturnType<typeof decodeBoxes>): Reading<readonly Box[]> {
  return {
    value: annotations.map(({ height, label, left, top, width }) => ({ height, label, left, top, width })),
    problems,
  };
}

/** `initial-value` of `crowd-semantic-segmentation`. */
export interface InitialSemanticValue {
  readonly labelMappings: LabelMappings;
  /** The S3 URI of the mask; whoever serves the template turns it into an address that browsers can load. */
  readonly src: string;
}

/**
 * `initial-value` of `crowd-semantic-segmentation` from a segmentation job, without the `BACKGROUND` entry.
 *
 * Jobs of the first years wrote no colours; their masks cannot be shown.
 */
export function initialSemantic(earlier: EarlierLabels): Reading<InitialSemanticValue | undefined> {
  const src = labelsOf(earlier);
  if (typeof src !== 'string' || !src) return failed(undefined, 'no-mask', 'holds no address of a mask.');
  const map = member(metadataOf(earlier), 'internal-color-map', 'color-map');
  if (!isObject(map)) return failed(undefined, 'no-color-map', 'has no `internal-color-map` in its metadata.');
  const problems: Problem[] = [];
  const mappings: Record<string, { color: string }> = {};
  for (const [index, entry] of Object.entries(map)) {
    const label = member(entry, 'class-name');
    const color = hexColor(member(entry, 'hex-color'));
    if (typeof label === 'string' && color !== undefined) {
      if (!isBackground(index, label)) setOwn(mappings, label, { color });
    } else {
      const message = `has no name or colour for class ${index}; its pixels count as background.`;
      problems.push({ code: 'no-color', severity: 'error', message });
    }
  }
  if (Object.keys(mappings).length === 0 && problems.length > 0) return { value: undefined, problems };
  return { value: { labelMappings: sortKeys(mappings) as LabelMappings, src }, problems };
}

function isBackground(index: string, label: string): boolean {
  return index === '0' && label.toUpperCase() === 'BACKGROUND';
}

/** The category of a single-choice classification, or a verification. */
export function initialChoice(earlier: EarlierLabels): Reading<string | undefined> {
  const name = member(metadataOf(earlier), 'class-name');
  if (typeof name === 'string') return { value: name, problems: [] };
  const answer = member(labelsOf(earlier), 'label');
  if (typeof answer === 'string') return { value: answer, problems: [] };
  return failed(undefined, 'no-class', 'has no `class-name` in its metadata.');
}

/**
 * The categories of a multi-label classification.
 *
 * The output joins what any worker chose; `threshold` keeps those of at least this confidence, 0..1.
 */
export function initialChoices(earlier: EarlierLabels, threshold = 0): Reading<readonly string[]> {
  const indices = labelsOf(earlier);
  if (!Array.isArray(indices)) return failed([], 'no-classes', 'holds no list of classes.');
  const metadata = metadataOf(earlier);
  const names = classMap(metadata);
  const confidences = member(metadata, 'confidence-map');
  const findings = new Findings();
  const labels = (indices as readonly unknown[]).flatMap((index, at) => {
    const label = names.get(String(index));
    if (label === undefined) {
      const what = `of the class ${String(index)}, which is not in \`class-map\``;
      findings.note(at, { code: 'unknown-class', what, remedy: 'They were left out.', severity: 'error' });
      return [];
    }
    const confidence = finiteNumber(member(confidences, String(index))) ?? 1;
    return confidence >= threshold ? [label] : [];
  });
  return { value: labels, problems: findings.problems };
}

/** `initial-value` of `crowd-entity-annotation`, offsets as written. */
export function initialEntities(earlier: EarlierLabels): Reading<readonly Entity[]> {
  const labels = labelsOf(earlier);
  const list = member(member(labels, 'annotations') ?? labels, 'entities');
  if (!Array.isArray(list)) return failed([], 'no-entities', 'holds no list of `entities`.');
  const findings = new Findings();
  const entities = (list as readonly unknown[]).flatMap((entry, index) => {
    const label = member(entry, 'label');
    const startOffset = finiteNumber(member(entry, 'startOffset'));
    const endOffset = finiteNumber(member(entry, 'endOffset'));
    if (typeof label === 'string' && startOffset !== undefined && endOffset !== undefined) {
      return [{ endOffset, label, startOffset }];
    }
    const what = 'without label, `startOffset` or `endOffset`';
    findings.note(index, { code: 'bad-entity', what, remedy: 'They were left out.', severity: 'error' });
    return [];
  });
  return { value: entities, problems: findings.problems };
}

/**
 * `overlay` of `crowd-image-classifier` for the verification of boxes or masks.
 *
 * `labels` are those of the audited job; without them, the ones that occur.
 */
export function verificationOverlay(earlier: EarlierLabels, labels?: readonly string[]): Reading<Overlay | undefined> {
  if (typeof labelsOf(earlier) === 'string') {
    const { value, problems } = initialSemantic(earlier);
    if (!value) return { value, problems };
    const { labelMappings, src } = value;
    const semanticSegmentation = { labelMappings, labels: labels ?? Object.keys(labelMappings), src };
    return { value: { semanticSegmentation }, problems };
  }
  const { value, problems } = initialBoxes(earlier);
  if (problems.some(({ code }) => code === 'no-boxes')) return { value: undefined, problems };
  const used = [...new Set(value.map(({ label }) => label))].sort();
  return { value: { boundingBox: { labels: labels ?? used, value } }, problems };
}
