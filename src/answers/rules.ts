import type { PathAnnotation, ShapeAnnotation } from '../document/annotation.js';
import { allInside, overlapShare } from '../geometry/overlap.js';
import { pathBounds, pathLength, type Path } from '../geometry/path.js';
import type { Size } from '../geometry/types.js';
import { readObject } from '../parse/attributes.js';
import { isObject, type JsonValue } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { finiteNumber } from './decode.js';

/** How often a label may be used; without a label, how many shapes there may be. */
export interface CountRule {
  readonly label?: string;
  readonly min: number;
  readonly max: number;
}

/** What a requester demands of an answer beyond its form. */
export interface Rules {
  readonly counts: readonly CountRule[];
  /** Least width and height in pixels; lines must be as long as the larger of both. */
  readonly minSize?: Size;
  /** Two shapes may have at most this intersection over union. */
  readonly maxOverlap?: number;
  /** Shapes of a label must lie inside a shape of one of the others. */
  readonly inside: readonly { readonly label: string; readonly within: readonly string[] }[];
}

/** One thing that keeps an answer from being sent. `ids` name the shapes to look at. */
export type RuleProblem =
  | { readonly code: 'too-few'; readonly rule: CountRule; readonly count: number; readonly ids: readonly string[] }
  | { readonly code: 'too-many'; readonly rule: CountRule; readonly count: number; readonly ids: readonly string[] }
  | { readonly code: 'too-small'; readonly label: string; readonly least: Size; readonly ids: readonly string[] }
  | { readonly code: 'overlap'; readonly share: number; readonly most: number; readonly ids: readonly string[] }
  | {
      readonly code: 'not-inside';
      readonly label: string;
      readonly within: readonly string[];
      readonly ids: readonly string[];
    };

/** More problems than this are not listed: nobody reads on. */
const MOST_PROBLEMS = 200;
/** A shape may stick out of the one around it this far, in pixels: both were drawn by hand. */
const INSIDE_TOLERANCE = 1;

const known = ['count', 'counts', 'required', 'once', 'minSize', 'maxOverlap', 'inside'];

/**
 * Reads the attribute `rules`: an object such as `{counts: {Car: {min: 1, max: 9}}, minSize: 8, maxOverlap: 0.9}`.
 *
 * Members: `count` (all shapes) and `counts` (by label), each a number or `{min, max}`; `required` and `once`, lists of
 * labels or `true` for all; `minSize`, pixels or `{width, height}`; `maxOverlap`, 0 to 1; `inside`, `{Plate: 'Car'}`.
 * Nothing gives undefined: no rules.
 */
export function readRules(source: unknown, labels: readonly string[]): Reading<Rules | undefined> {
  const { value, problems } = readObject(source);
  if (!value) return { value: undefined, problems };
  const found: Problem[] = [...problems];
  const warn = (code: string, message: string) => found.push({ code, severity: 'warning', message });
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) warn('unknown-rule', `has no rule \`${key}\`. It knows ${known.join(', ')}.`);
  }
  const names = (member: 'once' | 'required'): readonly string[] => {
    const given = value[member];
    if (given === true) return labels;
    return textsOf(given);
  };
  const counts: CountRule[] = [];
  const addCount = (given: JsonValue | undefined, label?: string) => {
    const range = rangeOf(given);
    if (range) counts.push({ ...(label !== undefined && { label }), ...range });
    else if (given !== undefined && given !== null) {
      warn('bad-count', 'should give counts as a number or as `{min: 1, max: 3}`. One was ignored.');
    }
  };
  addCount(value['count']);
  if (isObject(value['counts'])) {
    for (const [label, given] of Object.entries(value['counts'])) addCount(given as JsonValue, label);
  }
  for (const label of names('required')) counts.push({ label, min: 1, max: Infinity });
  for (const label of names('once')) counts.push({ label, min: 1, max: 1 });
  const maxOverlap = finiteNumber(value['maxOverlap']);
  const inside = Object.entries(isObject(value['inside']) ? value['inside'] : {}).map(([label, within]) => ({
    label,
    within: textsOf(within),
  }));
  const mentioned = [...counts.map(({ label }) => label), ...inside.flatMap(({ label, within }) => [label, ...within])];
  const strange = new Set(mentioned.filter((label) => label !== undefined && labels.length && !labels.includes(label)));
  for (const label of strange) warn('unknown-label', `names \`${label}\`, which is not in \`labels\`.`);
  const rules: Rules = {
    counts: counts.filter(({ label }) => label === undefined || !strange.has(label)),
    minSize: sizeOf(value['minSize']),
    maxOverlap: maxOverlap === undefined ? undefined : Math.min(1, Math.max(0, maxOverlap)),
    inside: inside.filter(({ label }) => !strange.has(label)),
  };
  return { value: rules, problems: found };
}

/** What is wrong with the shapes, in the order of the rules; at most some hundred problems. */
export function checkRules(
  rules: Rules,
  shapes: readonly ShapeAnnotation[],
  { nothingToLabel = false } = {},
): readonly RuleProblem[] {
  const problems = [
    ...checkCounts(rules.counts, shapes, nothingToLabel),
    ...checkSizes(rules.minSize, shapes),
    ...checkOverlaps(rules.maxOverlap, shapes),
    ...checkInside(rules.inside, shapes),
  ];
  return problems.slice(0, MOST_PROBLEMS);
}

function checkCounts(
  rules: readonly CountRule[],
  shapes: readonly ShapeAnnotation[],
  nothingToLabel: boolean,
): RuleProblem[] {
  if (!rules.length) return [];
  const byLabel = new Map<string, string[]>();
  for (const { label, id } of shapes) {
    const ids = byLabel.get(label);
    if (ids) ids.push(id);
    else byLabel.set(label, [id]);
  }
  return rules.flatMap((rule): RuleProblem[] => {
    const ids = rule.label === undefined ? shapes.map(({ id }) => id) : (byLabel.get(rule.label) ?? []);
    const count = ids.length;
    if (count < rule.min && !nothingToLabel) return [{ code: 'too-few', rule, count, ids: [] }];
    if (count > rule.max) return [{ code: 'too-many', rule, count, ids: ids.slice(rule.max) }];
    return [];
  });
}

function checkSizes(least: Size | undefined, shapes: readonly ShapeAnnotation[]): RuleProblem[] {
  if (!least) return [];
  return shapes
    .filter((shape) => isTooSmall(shape, least))
    .map(({ id, label }) => ({ code: 'too-small', label, least, ids: [id] }));
}

function isTooSmall(shape: ShapeAnnotation, least: Size): boolean {
  if (shape.kind === 'box') return shape.width < least.width || shape.height < least.height;
  if (!isPath(shape)) return false;
  if (shape.kind !== 'polygon') return pathLength(shape.vertices, false) < Math.max(least.width, least.height);
  const { left, top, right, bottom } = pathBounds(shape.vertices);
  return right - left < least.width || bottom - top < least.height;
}

/** Pairs are sought from left to right, so that ten thousand shapes side by side cost little. */
function checkOverlaps(most: number | undefined, shapes: readonly ShapeAnnotation[]): RuleProblem[] {
  if (most === undefined) return [];
  const areas = shapes
    .map((shape) => ({ id: shape.id, path: areaPath(shape) }))
    .filter((entry): entry is { id: string; path: Path } => entry.path !== undefined)
    .sort((a, b) => pathBounds(a.path).left - pathBounds(b.path).left);
  const problems: RuleProblem[] = [];
  areas.forEach(({ id, path }, at) => {
    const { right, top, bottom } = pathBounds(path);
    for (let next = at + 1; next < areas.length && problems.length < MOST_PROBLEMS; next++) {
      const other = areas[next]!;
      const bounds = pathBounds(other.path);
      if (bounds.left >= right) break;
      if (bounds.top >= bottom || bounds.bottom <= top) continue;
      const share = overlapShare(path, other.path);
      if (share > most) problems.push({ code: 'overlap', share, most, ids: [id, other.id] });
    }
  });
  return problems;
}

function checkInside(rules: Rules['inside'], shapes: readonly ShapeAnnotation[]): RuleProblem[] {
  return rules.flatMap(({ label, within }) => {
    const hosts = shapes
      .filter((shape) => within.includes(shape.label))
      .map(areaPath)
      .filter((path) => path !== undefined);
    return shapes
      .filter((shape) => shape.label === label)
      .filter((shape) => !hosts.some((path) => allInside(pointsOf(shape), path, INSIDE_TOLERANCE)))
      .map(({ id }): RuleProblem => ({ code: 'not-inside', label, within, ids: [id] }));
  });
}

function pointsOf(shape: ShapeAnnotation): Path {
  if (shape.kind === 'keypoint') return [{ x: shape.x, y: shape.y }];
  if (isPath(shape)) return shape.vertices;
  if (shape.kind !== 'box') return [];
  const { left, top, width, height } = shape;
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

function isPath(shape: ShapeAnnotation): shape is PathAnnotation {
  return 'vertices' in shape;
}

const boxPaths = new WeakMap<ShapeAnnotation, Path>();

/** The outline of a shape with an area. */
function areaPath(shape: ShapeAnnotation): Path | undefined {
  if (shape.kind === 'polygon') return shape.vertices;
  if (shape.kind !== 'box') return undefined;
  let path = boxPaths.get(shape);
  if (!path) boxPaths.set(shape, (path = pointsOf(shape)));
  return path;
}

function textsOf(given: unknown): readonly string[] {
  const list = Array.isArray(given) ? (given as unknown[]) : [given];
  return list
    .filter((item): item is string | number => typeof item === 'string' || typeof item === 'number')
    .map(String);
}

function rangeOf(given: unknown): { min: number; max: number } | undefined {
  const exact = finiteNumber(given);
  if (exact !== undefined) return { min: exact, max: exact };
  if (!isObject(given)) return undefined;
  const min = finiteNumber(given['min']);
  const max = finiteNumber(given['max']);
  return min === undefined && max === undefined ? undefined : { min: min ?? 0, max: max ?? Infinity };
}

function sizeOf(given: unknown): Size | undefined {
  const side = finiteNumber(given);
  if (side !== undefined) return { width: side, height: side };
  if (!isObject(given)) return undefined;
  return { width: finiteNumber(given['width']) ?? 0, height: finiteNumber(given['height']) ?? 0 };
}
