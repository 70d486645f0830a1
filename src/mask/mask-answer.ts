import type { Size } from '../geometry/types.js';
import { decodeBase64, encodeBase64 } from './base64.js';
import type { IndexMask } from './index-mask.js';
import { decodeMaskPng } from './mask-png.js';
import type { DecodedMask, MaskMapping } from './mask-png.js';
import { PngError, parseHexColor } from './png-format.js';
import { readPngHeader } from './png-read.js';
import { encodePng } from './png-write.js';

/** A label and the colour its pixels have in the answer; its place in the list is its index minus one. */
export interface MaskLabel {
  readonly label: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** The answer of semantic segmentation, as in the Ground Truth developer guide, without `initialValueModified`. */
export interface SemanticMaskAnswer {
  readonly inputImageProperties: Size;
  readonly labelMappings: Readonly<Record<string, { readonly color: string }>>;
  readonly labeledImage: { readonly pngImageData: string };
}

/** The answer of instance segmentation, as in the Ground Truth developer guide. A label may repeat; the colour is the identity. */
export interface InstanceMaskAnswer {
  readonly inputImageProperties: Size;
  readonly instances: readonly MaskLabel[];
  readonly labeledImage: { readonly pngImageData: string };
}

/** Writes a mask as base64 PNG without a `data:` prefix. */
export async function encodeMaskImage(
  mask: IndexMask,
  colors: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  return encodeBase64(await encodePng(mask, colors.map(parseHexColor), signal));
}

/**
 * Builds the semantic answer. Index i + 1 of the mask is `labels[i]`; every label is listed, sorted by name.
 *
 * Key order and palette are no part of the contract: readers match colours.
 */
export async function encodeSemanticAnswer(
  mask: IndexMask,
  labels: readonly MaskLabel[],
  signal?: AbortSignal,
): Promise<SemanticMaskAnswer> {
  const pngImageData = await encodeMaskImage(
    mask,
    labels.map(({ color }) => color),
    signal,
  );
  const sorted = [...labels].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return {
    inputImageProperties: { height: mask.height, width: mask.width },
    labelMappings: Object.fromEntries(sorted.map(({ label, color }) => [label, { color }])),
    labeledImage: { pngImageData },
  };
}

/** Builds the instance answer. Index i + 1 of the mask is `instances[i]`. */
export async function encodeInstanceAnswer(
  mask: IndexMask,
  instances: readonly MaskLabel[],
  signal?: AbortSignal,
): Promise<InstanceMaskAnswer> {
  const pngImageData = await encodeMaskImage(
    mask,
    instances.map(({ color }) => color),
    signal,
  );
  return {
    inputImageProperties: { height: mask.height, width: mask.width },
    instances: instances.map(({ color, label }) => ({ color, label })),
    labeledImage: { pngImageData },
  };
}

/** What `decodeSemanticMask` and `decodeInstanceMask` need to know. */
export interface DecodeMaskOptions {
  /** Size of the picture; a mask of another size is refused. */
  readonly expected?: Size;
  /** Colours that are background, however near to one of the others. */
  readonly foreign?: readonly string[];
  readonly signal?: AbortSignal;
}

/** A mask read back, and the labels of the file that are not on offer (their pixels are background). */
export interface DecodedSemanticMask extends DecodedMask {
  readonly unknownLabels: readonly string[];
}

/**
 * Reads a semantic mask, such as an `initial-value`: colours are looked up in `labelMappings`, labels in `labels`.
 *
 * Index i + 1 of the result is `labels[i]`, whatever order and colours the file has.
 */
export async function decodeSemanticMask(
  png: Uint8Array | string,
  labelMappings: Readonly<Record<string, { readonly color: string }>>,
  labels: readonly string[],
  options: DecodeMaskOptions = {},
): Promise<DecodedSemanticMask> {
  const entries = Object.entries(labelMappings);
  const mapping = mappingOf(
    entries.map(([, entry]) => entry),
    options.foreign,
  );
  const decoded = await decodeBy(png, mapping, options);
  const indexOfEntry = entries.map(([label]) => labels.indexOf(label) + 1);
  const unknownLabels = entries.filter((_, i) => indexOfEntry[i] === 0).map(([label]) => label);
  return { ...decoded, mask: remap(decoded.mask, [0, ...indexOfEntry]), unknownLabels };
}

/** How a pixel of a mask is known: by its colour, or by grey level or palette index where there is one. */
export interface MaskKey {
  readonly color: string;
  readonly index?: number;
}

/** The mapping of a legend whose entry i is index i + 1: by numbers when they have some, else by colours. */
export function mappingOf(legend: readonly MaskKey[], foreign: readonly string[] = []): MaskMapping {
  if (legend[0]?.index !== undefined) {
    return { by: 'value', indices: new Map(legend.map(({ index = -1 }, i) => [index, i + 1])) };
  }
  return {
    by: 'color',
    colors: legend.map(({ color }) => parseHexColor(color)),
    foreign: foreign.map(parseHexColor),
  };
}

/** Reads an instance mask: index i + 1 of the result is `instances[i]`. */
export async function decodeInstanceMask(
  png: Uint8Array | string,
  instances: readonly MaskKey[],
  options: DecodeMaskOptions = {},
): Promise<DecodedMask> {
  return decodeBy(png, mappingOf(instances, options.foreign), options);
}

async function decodeBy(png: Uint8Array | string, mapping: MaskMapping, options: DecodeMaskOptions) {
  const file = typeof png === 'string' ? decodeBase64(png) : png;
  const { expected, signal } = options;
  const { width, height } = readPngHeader(file);
  if (expected && (expected.width !== width || expected.height !== height)) {
    throw new PngError(
      `The mask is ${width} x ${height} pixels, but the picture is ${expected.width} x ${expected.height}.`,
    );
  }
  return decodeMaskPng(file, mapping, signal);
}

function remap(mask: IndexMask, indices: readonly number[]): IndexMask {
  if (indices.every((index, i) => index === i)) return mask;
  const { data } = mask;
  const fits = Math.max(...indices) <= 255 || data.BYTES_PER_ELEMENT === 2;
  const target = fits ? data : new Uint16Array(data.length);
  for (let i = 0; i < data.length; i++) target[i] = indices[data[i]];
  return { ...mask, data: target };
}
