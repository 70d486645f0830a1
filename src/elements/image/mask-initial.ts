import { decodeInstances, decodeSemantic } from '../../answers/masks.js';
import type { MaskMode } from '../../canvas/mask/mask-session.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { Size } from '../../geometry/types.js';
import { annotatorTerms } from '../../locales/terms/annotator.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { IndexMask } from '../../mask/index-mask.js';
import { decodeInstanceMask } from '../../mask/mask-answer.js';
import { measureTiles } from '../../mask/measure.js';
import { PngError } from '../../mask/png-format.js';
import { readPngHeader } from '../../mask/png-read.js';
import { packing, type PackedMask } from '../../mask/rle.js';
import { Pacer } from '../../mask/slices.js';
import { decodeBase64 } from '../../mask/base64.js';
import type { Problem } from '../../parse/problem.js';

/** What is needed to read a mask that the task comes with. */
export interface InitialMaskRequest {
  readonly mode: MaskMode;
  /** The `initial-value`, or an answer, as data. */
  readonly data: unknown;
  /** Names on offer. */
  readonly labels: readonly string[];
  readonly size: Size;
  readonly signal: AbortSignal;
}

/** A mask with its records, and what there is to tell about it. */
export interface InitialMask {
  readonly mask?: IndexMask;
  /** The same pixels, when there is a mask. */
  readonly packed?: PackedMask;
  readonly records: readonly InstanceAnnotation[];
  readonly problems: readonly Problem[];
  /** A sentence for the worker. */
  readonly warning?: string;
}

/** Reads the mask that a task comes with: its legend, its file, its pixels. Never throws for bad data. */
export async function readInitialMask(request: InitialMaskRequest): Promise<InitialMask> {
  const { mode, data, labels, size, signal } = request;
  const reading = (mode === 'semantic' ? decodeSemantic : decodeInstances)(data, labels);
  const { src, labels: legend, foreign } = reading.value;
  const isPartial = reading.problems.some(({ severity }) => severity === 'error');
  const skipped = isPartial ? annotatorTerms.unreadableInitial() : undefined;
  if (src === undefined) return { records: [], problems: reading.problems, warning: skipped };
  const failed = (code: string, message: string, warning: string): InitialMask => ({
    records: [],
    problems: [...reading.problems, { code, severity: 'error', message }],
    warning,
  });
  const shown = src.length > 120 ? `${src.slice(0, 120)}…` : src;
  try {
    const file = await fetchMask(src, signal);
    const header = readPngHeader(file);
    if (header.width !== size.width || header.height !== size.height) {
      const [given, picture] = [header, size].map(({ width, height }) => `${width} × ${height}`) as [string, string];
      const message = `holds a mask of ${given} pixels for a picture of ${picture}. It was ignored.`;
      return failed('mask-size', message, t.initialSize(given, picture));
    }
    const decoded = await decodeInstanceMask(file, legend, { expected: size, foreign, signal });
    const packed = await new Pacer(signal).steps(packing(decoded.mask));
    const present = measureTiles(packed);
    const all = legend.map<InstanceAnnotation>(({ name, color }, i) => ({
      id: newId(),
      kind: 'instance',
      label: name,
      index: i + 1,
      color,
    }));
    // A label without a pixel was offered, not used; an object without one does not exist.
    const records = all.filter(({ index }) => present.has(index));
    const problems = [...reading.problems];
    if (decoded.nearest) {
      const message = `holds ${decoded.nearest} pixels of inexact colours. They were taken for the nearest label; was the mask saved as JPEG or scaled?`;
      problems.push({ code: 'inexact-colors', severity: 'warning', message });
    }
    return {
      mask: decoded.mask,
      packed,
      records,
      problems,
      warning: decoded.nearest ? t.initialNearest(decoded.nearest) : skipped,
    };
  } catch (error) {
    signal.throwIfAborted();
    const isKnown = error instanceof PngError || error instanceof MaskFetchError;
    const reason = isKnown ? error.message : 'The file could not be loaded: does its server send a CORS header?';
    return failed(
      'mask-unreadable',
      `names a mask that cannot be read: \`${shown}\`. ${reason}`,
      t.initialUnreadable(),
    );
  }
}

class MaskFetchError extends Error {}

async function fetchMask(src: string, signal: AbortSignal): Promise<Uint8Array> {
  // A strict policy would not let a data address be fetched.
  if (/^data:[^,]*;base64,/i.test(src)) return decodeBase64(src);
  const response = await fetch(src, { signal });
  if (!response.ok) throw new MaskFetchError(`The server answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
