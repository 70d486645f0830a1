import type { Size } from '../geometry/types.js';
import { hexColor } from '../labels/palette.js';
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
  /** Labels in the order written; colours as `#rrggbb`, all different. */
  readonly labels: readonly ColoredLabel[];
}

/**
 * Reads `{labelMappings, src}`, or an answer of `crowd-semantic-segmentation`.
 *
 * Pixels whose colour is not in the result are background. A `BACKGROUND` entry is such a one and is dropped quietly.
 */
export function decodeSemantic(value: unknown, offered?: readonly string[]): Reading<InitialMask> {
  const mappings = isObject(value) ? getOwn(value, 'labelMappings') : undefined;
  const entries = isObject(mappings)
    ? Object.entries(mappings).map(([label, entry]) => ({
        label,
        color: isObject(entry) ? getOwn(entry, 'color') : entry,
      }))
    : undefined;
  return decodeMask(value, { entries, expected: '{labelMappings: {...}, src: ...}', offered });
}

/** Reads `{instances, src}`, or an answer of `crowd-instance-segmentation`. Labels repeat; colours tell objects apart. */
export function decodeInstances(value: unknown, offered?: readonly string[]): Reading<InitialMask> {
  const instances = isObject(value) ? getOwn(value, 'instances') : undefined;
  const entries = Array.isArray(instances)
    ? (instances as readonly unknown[]).map((entry) =>
        isObject(entry) ? { label: getOwn(entry, 'label'), color: getOwn(entry, 'color') } : {},
      )
    : undefined;
  return decodeMask(value, { entries, expected: '{instances: [...], src: ...}', offered });
}

interface MaskEntries {
  readonly entries: readonly { readonly label?: unknown; readonly color?: unknown }[] | undefined;
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
  const colors = new Set<string>();
  const leaveOut = (index: number, code: string, what: string) => {
    findings.note(index, { code, what, remedy: 'Their pixels count as background.', severity: 'error' });
  };
  entries.forEach(({ label, color }, index) => {
    const name = typeof label === 'string' ? label : undefined;
    const hex = hexColor(color);
    if (name === undefined) leaveOut(index, 'no-label', 'without a label');
    else if (offered && !offered.includes(name)) {
      if (name !== 'BACKGROUND') {
        leaveOut(index, 'unknown-label', `with the label \`${name}\`, which is not in \`labels\``);
      }
    } else if (hex === undefined) leaveOut(index, 'bad-color', 'without a colour such as `#2ca02c`');
    else if (colors.has(hex)) leaveOut(index, 'repeated-color', 'whose colour another entry has');
    else {
      colors.add(hex);
      labels.push({ name, color: hex });
    }
  });
  const src = sourceOf(value);
  if (src === undefined) {
    const { problems } = failed('no-source', 'has no `src`, the address of the mask. Nothing is shown.');
    return { value: { labels }, problems: [...findings.problems, ...problems] };
  }
  return { value: { src, labels }, problems: findings.problems };
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
