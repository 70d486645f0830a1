import type { PathAnnotation } from '../document/annotation.js';
import { crossesItself, seekCrossing } from '../geometry/self-crossing.js';
import type { Point, Size } from '../geometry/types.js';
import { getOwn, isObject } from '../parse/json.js';
import type { Problem } from '../parse/problem.js';
import { decodeList, encodePoint, finiteNumber, imageProps, leaveOut, modifiedPart, noteBadNumber } from './decode.js';
import type { Decoded, DecodeOptions, Entry } from './decode.js';
import { Findings } from './findings.js';
import type { LabeledPath, LineAnswer, PolygonAnswer, PolylineAnswer } from './types.js';

type PathKind = PathAnnotation['kind'];

/** The answer of `crowd-polygon`. Pass `modified` only when the element had an initial value; so below. */
export function encodePolygons(paths: readonly PathAnnotation[], size: Size, modified?: boolean): PolygonAnswer {
  return { ...modifiedPart(modified), inputImageProperties: imageProps(size), polygons: encodePaths(paths, size) };
}

/** The answer of `crowd-line`. */
export function encodeLines(paths: readonly PathAnnotation[], size: Size, modified?: boolean): LineAnswer {
  return { ...modifiedPart(modified), inputImageProperties: imageProps(size), lines: encodePaths(paths, size) };
}

/** The answer of `crowd-polyline`. */
export function encodePolylines(paths: readonly PathAnnotation[], size: Size, modified?: boolean): PolylineAnswer {
  return { ...modifiedPart(modified), inputImageProperties: imageProps(size), polylines: encodePaths(paths, size) };
}

function encodePaths(paths: readonly PathAnnotation[], size: Size): readonly LabeledPath[] {
  return paths.map(({ label, vertices }) => ({ label, vertices: vertices.map((vertex) => encodePoint(vertex, size)) }));
}

/** Reads polygons from a list, or from an answer of `crowd-polygon`. A first vertex repeated at the end is dropped. */
export function decodePolygons(value: unknown, options: DecodeOptions = {}): Decoded<PathAnnotation> {
  return decodePaths(value, 'polygons', 'polygon', options);
}

/** Reads lines from a list, or from an answer of `crowd-line`. */
export function decodeLines(value: unknown, options: DecodeOptions = {}): Decoded<PathAnnotation> {
  return decodePaths(value, 'lines', 'line', options);
}

/** Reads polylines from a list, or from an answer of `crowd-polyline`. */
export function decodePolylines(value: unknown, options: DecodeOptions = {}): Decoded<PathAnnotation> {
  return decodePaths(value, 'polylines', 'polyline', options);
}

function decodePaths(value: unknown, key: string, kind: PathKind, options: DecodeOptions): Decoded<PathAnnotation> {
  const seen = new Map<string, PathAnnotation['vertices'][]>();
  return decodeList(value, key, options, (entry) => {
    const vertices = readVertices(entry);
    if (!vertices) return noteBadNumber(entry, '`x` and `y` of all `vertices`');
    const [first] = vertices;
    const last = vertices.at(-1);
    if (kind === 'polygon' && first && last && vertices.length > 1 && first.x === last.x && first.y === last.y) {
      vertices.pop();
    }
    const least = kind === 'polygon' ? 3 : 2;
    if (vertices.length < least) return leaveOut(entry, 'too-few-vertices', `with fewer than ${least} vertices`);
    if (kind === 'line' && vertices.length > 2) {
      entry.note('too-many-vertices', 'with more than 2 vertices', 'Only the first two were kept.');
      vertices.length = 2;
    }
    if (!options.quick) {
      if (kind === 'polygon' && crossesItself(vertices, true)) noteSelfCrossing(entry.note);
      if (isRepeated(seen, entry.label, vertices)) noteRepeated(entry.note);
    }
    return { id: entry.id, label: entry.label, kind, vertices };
  });
}

/**
 * What is odd about paths but changes nothing, for those that were read quickly.
 *
 * Pauses now and then: among ten thousand paths there is time for somebody else.
 */
export function* inspectPaths(paths: readonly PathAnnotation[]): Generator<void, readonly Problem[]> {
  const findings = new Findings();
  const seen = new Map<string, PathAnnotation['vertices'][]>();
  for (const [index, path] of paths.entries()) {
    const note: Entry['note'] = (code, what, remedy) =>
      findings.note(index, { code, what, remedy, severity: 'warning' });
    if (path.kind === 'polygon' && (yield* seekCrossing(path.vertices, true))) noteSelfCrossing(note);
    if (isRepeated(seen, path.label, path.vertices)) noteRepeated(note);
    yield;
  }
  return findings.problems;
}

const asTheyAre = 'They are shown and answered as they are.';

function noteSelfCrossing(note: Entry['note']): void {
  note('self-crossing', 'that cross themselves', asTheyAre);
}

function noteRepeated(note: Entry['note']): void {
  note('repeated-shape', 'that repeat an earlier one', asTheyAre);
}

/** Whether the same label has the same vertices already. Only shapes that begin and end alike are compared. */
function isRepeated(
  seen: Map<string, PathAnnotation['vertices'][]>,
  label: string,
  vertices: PathAnnotation['vertices'],
): boolean {
  const [first, last] = [vertices[0], vertices.at(-1)];
  const key = `${label}\n${vertices.length},${first?.x},${first?.y},${last?.x},${last?.y}`;
  const alike = seen.get(key);
  if (!alike) {
    seen.set(key, [vertices]);
    return false;
  }
  const same = (other: PathAnnotation['vertices']) =>
    other.every(({ x, y }, i) => x === vertices[i]?.x && y === vertices[i]?.y);
  if (alike.some(same)) return true;
  alike.push(vertices);
  return false;
}

function readVertices(entry: Entry): Point[] | undefined {
  const list = getOwn(entry.data, 'vertices');
  if (!Array.isArray(list)) return undefined;
  const vertices: Point[] = [];
  for (const item of list as readonly unknown[]) {
    const x = isObject(item) ? finiteNumber(getOwn(item, 'x')) : undefined;
    const y = isObject(item) ? finiteNumber(getOwn(item, 'y')) : undefined;
    if (x === undefined || y === undefined) {
      entry.note('bad-vertex', 'with vertices that lack a number', 'These vertices were left out.');
      continue;
    }
    vertices.push({ x: entry.clamp(x, 'width'), y: entry.clamp(y, 'height') });
  }
  return vertices;
}
