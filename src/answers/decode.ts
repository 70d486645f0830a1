import { newId } from '../document/ids.js';
import type { Point, Size } from '../geometry/types.js';
import { getOwn, isObject } from '../parse/json.js';
import type { Problem } from '../parse/problem.js';
import { Findings } from './findings.js';

/** What is known when an answer, or an `initial-value`, is read. */
export interface DecodeOptions {
  /** Names on offer. Annotations with other labels are left out; without this, every label is taken. */
  readonly labels?: readonly string[];
  /** Size of the picture. What lies outside is clamped to it. */
  readonly size?: Size;
  /** Leaves out what is only told about shapes and takes long, such as whether they cross themselves. */
  readonly quick?: boolean;
}

/** Annotations read from data, and what was odd about it. */
export interface Decoded<A> {
  readonly annotations: readonly A[];
  readonly problems: readonly Problem[];
}

/** One entry of a list while it is read. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Reads a finite number; texts such as `"12"` count. */
  number(key: string): number | undefined;
  /** Rounds a coordinate and moves it into the picture. */
  clamp(value: number, edge: keyof Size): number;
  /** Notes a problem of this entry. */
  note(code: string, what: string, remedy: string): void;
}

/** Reads an entry that is exactly as it should be, and leaves all others to the careful way. */
export type ReadPlain<A> = (data: Readonly<Record<string, unknown>>, id: string, size?: Size) => A | undefined;

const leftOut = 'They were left out.';

/** Said of entries that reach beyond the picture, when they are read or when the picture's size is known. */
export const outsidePicture = {
  code: 'outside-image',
  what: 'outside the picture',
  remedy: 'They were moved to its edge.',
  severity: 'warning',
} as const;

/**
 * Reads a list of labelled entries: a bare list, an answer object that holds it under `key`, or that object in a list
 * of one, as previews print it. `read` gives `undefined` for an entry that cannot be used, after noting why.
 */
export function decodeList<A extends { readonly label: string }>(
  value: unknown,
  key: string,
  options: DecodeOptions & { readonly plain?: ReadPlain<A> },
  read: (entry: Entry) => A | undefined,
): Decoded<A> {
  const list = listIn(value, key);
  if (!list) {
    const message = `should be a list, or an object with a list \`${key}\`. It was ignored.`;
    return { annotations: [], problems: [{ code: 'not-a-list', severity: 'error', message }] };
  }
  const findings = new Findings();
  const offered = options.labels && new Set(options.labels);
  const annotations: A[] = [];
  list.forEach((data: unknown, index) => {
    const plain = options.plain && isObject(data) ? options.plain(data, newId(), options.size) : undefined;
    if (plain && (!offered || offered.has(plain.label))) {
      annotations.push(plain);
      return;
    }
    const note: Entry['note'] = (code, what, remedy) => {
      findings.note(index, { code, what, remedy, severity: remedy === leftOut ? 'error' : 'warning' });
    };
    if (!isObject(data)) return note('not-an-object', 'that are not objects', leftOut);
    const label = getOwn(data, 'label');
    if (typeof label !== 'string' && typeof label !== 'number') return note('no-label', 'without a label', leftOut);
    const name = String(label);
    if (offered && !offered.has(name)) {
      return note('unknown-label', `with the label \`${name}\`, which is not in \`labels\``, leftOut);
    }
    const annotation = read({
      id: newId(),
      label: name,
      data,
      note,
      number: (member) => finiteNumber(getOwn(data, member)),
      clamp: (position, edge) => {
        const inside = clampRound(position, options.size?.[edge]);
        if (inside !== wholeNumber(position)) findings.note(index, outsidePicture);
        return inside;
      },
    });
    if (annotation) annotations.push(annotation);
  });
  return { annotations, problems: findings.problems };
}

/** Notes that a number is missing or is none. */
export function noteBadNumber(entry: Entry, members: string): undefined {
  entry.note('bad-number', `without numbers for ${members}`, leftOut);
}

/** Notes that a shape has no extent. */
export function noteEmptyShape(entry: Entry): undefined {
  entry.note('empty-shape', 'without width or height inside the picture', leftOut);
}

/** Notes any other reason to leave an entry out. */
export function leaveOut(entry: Entry, code: string, what: string): undefined {
  entry.note(code, what, leftOut);
}

function listIn(value: unknown, key: string): readonly unknown[] | undefined {
  if (value === undefined || value === null || value === '') return [];
  const [only] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : [];
  const holder = isObject(value) ? value : isObject(only) && Array.isArray(getOwn(only, key)) ? only : undefined;
  const list = holder ? getOwn(holder, key) : value;
  return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
}

/** The number a value stands for, if it is finite. */
export function finiteNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The nearest integer; never minus zero, which JSON would not keep. */
export function wholeNumber(value: number): number {
  return Math.round(value) + 0;
}

/** Rounds to whole pixels within 0..limit. Edges count as inside: a box may touch `width` exactly. */
export function clampRound(value: number, limit = Infinity): number {
  return Math.min(Math.max(wholeNumber(value), 0), limit);
}

/** A point in whole pixels inside the picture, as answers write it. */
export function encodePoint({ x, y }: Point, size: Size): { x: number; y: number } {
  return { x: clampRound(x, size.width), y: clampRound(y, size.height) };
}

/** The common end of image answers. Keys in the order in which answers are written. */
export function imageProps({ width, height }: Size): { height: number; width: number } {
  return { height, width };
}

/** `initialValueModified`, present only when there was an initial value. */
export function modifiedPart(modified: boolean | undefined): { initialValueModified?: boolean } {
  return modified === undefined ? {} : { initialValueModified: modified };
}
