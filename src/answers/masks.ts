import type { Size } from '../geometry/types.js';
import { hexColor, labelColors } from '../labels/palette.js';
import { distinctColor } from '../mask/distinct-color.js';
import { getOwn, isObject, setOwn } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { imageProps, modifiedPart } from './decode.js';
import { Findings } from './findings.js';
import { sortKeys } from './sort-keys.js';
import type { Instance, InstanceAnswer, LabelMappings, SemanticAnswer } from './types.js';

/** What a mask answer is made of. */
export interface MaskParts {
  readonly size: Size;
  /** The PNG as base64; a `data:` prefix is taken off. */
  readonly pngImageData: string;
  /** Only when the element had an initial value. */
  readonly initialValueModified?: boolean;
}

/** A label and its colour in a mask. */
export interface ColoredLabel {
  readonly name: string;
  readonly color: string;
  /** Grey level or palette index of its pixels, in masks that are read by numbers instead of colours; 0..65535. */
  readonly index?: number;
}

/** The answer of `crowd-semantic-segmentation`. */
export function encodeSemantic(labels: readonly ColoredLabel[], mask: MaskParts): SemanticAnswer {
  return {
    ...modifiedPart(mask.initialValueModified),
    inputImageProperties: imageProps(mask.size),
    labelMappings: encodeLabelMappings(labels),
    labeledImage: { pngImageData: bareBase64(mask.pngImageData) },
  };
}

/** Colours by label, keys sorted. */
export function encodeLabelMappings(labels: readonly ColoredLabel[]): LabelMappings {
  const mappings: Record<string, { color: string }> = {};
  for (const { name, color } of labels) setOwn(mappings, name, { color });
  return sortKeys(mappings) as LabelMappings;
}

/** The answer of `crowd-instance-segmentation`; instances in their order. */
export function encodeInstances(instances: readonly Instance[], mask: MaskParts): InstanceAnswer {
  return {
    ...modifiedPart(mask.initialValueModified),
    inputImageProperties: imageProps(mask.size),
    instances: instances.map(({ color, label }) => ({ color, label })),
    labeledImage: { pngImageData: bareBase64(mask.pngImageData) },
  };
}

function bareBase64(data: string): string {
  return data.startsWith('data:') ? data.slice(data.indexOf(',') + 1) : data;
}

/** An earlier mask as `initial-value` or `overlay` gives it. */
export interface InitialMask {
  /** Address of the picture, or a `data:` address made from `labeledImage`. */
  readonly src?: string;
  /** Labels in the order written; colours as `#rrggbb`, all different. Either all have an index, or none. */
  readonly labels: readonly ColoredLabel[];
  /** Colours of entries that were left out: background, however near to a label's they are. */
  readonly foreign?: readonly string[];
}

/**
 * Reads `{labelMappings, src}`, or an answer of `crowd-semantic-segmentation`.
 *
 * Entries are `{color: '#2ca02c'}`; or `{index: 1}` where pixels are grey levels or palette indices.
 * Pixels whose colour is not in the result are background. A `BACKGROUND` entry is such a one and is dropped quietly.
 */
export function decodeSemantic(value: unknown, offered?: readonly string[]): Reading<InitialMask> {
  const mappings = isObject(value) ? getOwn(value, 'labelMappings') : undefined;
  const entries = isObject(mappings)
    ? Object.entries(mappings).map(([label, entry]) => entryOf(label, isObject(entry) ? entry : { color: entry }))
    : undefined;
  return decodeMask(value, { entries, expected: '{labelMappings: {...}, src: ...}', offered });
}

/** Reads `{instances, src}`, or an answer of `crowd-instance-segmentation`. Labels repeat; colours tell objects apart. */
export function decodeInstances(value: unknown, offered?: readonly string[]): Reading<InitialMask> {
  const instances = isObject(value) ? getOwn(value, 'instances') : undefined;
  const entries = Array.isArray(instances)
    ? (instances as readonly unknown[]).map((entry) => (isObject(entry) ? entryOf(getOwn(entry, 'label'), entry) : {}))
    : undefined;
  return decodeMask(value, { entries, expected: '{instances: [...], src: ...}', offered });
}

interface MaskEntry {
  readonly label?: unknown;
  readonly color?: unknown;
  readonly index?: unknown;
}

function entryOf(label: unknown, entry: Readonly<Record<string, unknown>>): MaskEntry {
  return { label, color: getOwn(entry, 'color'), index: getOwn(entry, 'index') };
}

interface MaskEntries {
  readonly entries: readonly MaskEntry[] | undefined;
  readonly expected: string;
  readonly offered: readonly string[] | undefined;
}

function decodeMask(value: unknown, { entries, expected, offered }: MaskEntries): Reading<InitialMask> {
  if (value === undefined || value === null || value === '') return { value: { labels: [] }, problems: [] };
  if (!isObject(value) || !entries) {
    return failed('not-a-mask', `should be an object such as \`${expected}\`. It was ignored.`);
  }
  const findings = new Findings();
  const labels: ColoredLabel[] = [];
  const foreign: string[] = [];
  const leaveOut = (at: number, code: string, what: string) => {
    findings.note(at, { code, what, remedy: 'Their pixels count as background.', severity: 'error' });
  };
  const isNumbered = !entries.some(({ color }) => hexColor(color)) && entries.some(({ index }) => index !== undefined);
  const taken = new Set<string | number>();
  entries.forEach(({ label, color, index }, at) => {
    const name = typeof label === 'string' ? label : undefined;
    const hex = hexColor(color);
    const key = isNumbered ? readIndex(index) : hex;
    const isOffered = name !== undefined && (offered?.includes(name) ?? true);
    if (!isOffered && hex) foreign.push(hex);
    if (name === undefined) leaveOut(at, 'no-label', 'without a label');
    else if (!isOffered) {
      if (name !== 'BACKGROUND') {
        leaveOut(at, 'unknown-label', `with the label \`${name}\`, which is not in \`labels\``);
      }
    } else if (key === undefined) {
      if (isNumbered) leaveOut(at, 'bad-index', 'without an `index` from 0 to 65535');
      else leaveOut(at, 'bad-color', 'without a colour such as `#2ca02c`');
    } else if (taken.has(key)) {
      if (isNumbered) leaveOut(at, 'repeated-index', 'whose `index` another entry has');
      else leaveOut(at, 'repeated-color', 'whose colour another entry has');
    } else {
      taken.add(key);
      labels.push(typeof key === 'string' ? { name, color: key } : { name, color: colorFor(labels), index: key });
    }
  });
  const reading = { labels, ...(foreign.length > 0 && { foreign }) };
  const src = sourceOf(value);
  if (src === undefined) {
    const { problems } = failed('no-source', 'has no `src`, the address of the mask. Nothing is shown.');
    return { value: reading, problems: [...findings.problems, ...problems] };
  }
  return { value: { src, ...reading }, problems: findings.problems };
}

function readIndex(index: unknown): number | undefined {
  const value = typeof index === 'string' && index.trim() ? Number(index) : index;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535 ? value : undefined;
}

/** A colour of its own for a label that came with a number. */
function colorFor(others: readonly ColoredLabel[]): string {
  const next = labelColors[others.length];
  return next ?? distinctColor(others.length, new Set([...labelColors, ...others.map(({ color }) => color)]));
}

function sourceOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const src = getOwn(value, 'src');
  if (typeof src === 'string' && src) return src;
  const image = getOwn(value, 'labeledImage');
  const data = isObject(image) ? getOwn(image, 'pngImageData') : undefined;
  return typeof data === 'string' && data ? `data:image/png;base64,${bareBase64(data)}` : undefined;
}

function failed(code: string, message: string): Reading<InitialMask> {
  const problem: Problem = { code, severity: 'error', message };
  return { value: { labels: [] }, problems: [problem] };
}
