import { readObject } from '../parse/attributes.js';
import { isObject } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';

/** The points of a body, a hand or a thing, the order in which they are set, and which of them are joined. */
export interface Skeleton {
  /** Labels in the order in which the worker is asked for them. */
  readonly labels: readonly string[];
  /** Pairs of labels that a line joins. */
  readonly edges: readonly (readonly [string, string])[];
  /** Whether the answer says of each point if it can be seen. */
  readonly visibility: boolean;
}

/**
 * Reads the attribute `skeleton`: `{labels: ['hip', 'knee'], edges: [['hip', 'knee']], visibility: true}`.
 *
 * `labels` may be left out: all are asked for, in their order. Edges name labels, or count them from 0.
 */
export function readSkeleton(source: unknown, labels: readonly string[]): Reading<Skeleton | undefined> {
  const { value, problems } = readObject(source);
  if (!value) return { value: undefined, problems };
  const found: Problem[] = [...problems];
  const own = Array.isArray(value['labels']) ? (value['labels'] as unknown[]).map(String) : labels;
  const asked = [...new Set(own)].filter((label) => !labels.length || labels.includes(label));
  const strange = own.filter((label) => labels.length > 0 && !labels.includes(label));
  const edges: [string, string][] = [];
  for (const edge of Array.isArray(value['edges']) ? (value['edges'] as unknown[]) : []) {
    const [from, to] = endsOf(edge).map((end) => (typeof end === 'number' ? asked[end] : end));
    if (from !== undefined && to !== undefined && asked.includes(from) && asked.includes(to)) edges.push([from, to]);
    else strange.push(JSON.stringify(edge) ?? 'an edge');
  }
  if (strange.length) {
    const message = `names what is not in \`labels\`: ${[...new Set(strange)].slice(0, 5).join(', ')}. It was left out.`;
    found.push({ code: 'unknown-label', severity: 'warning', message });
  }
  return { value: { labels: asked, edges, visibility: value['visibility'] === true }, problems: found };
}

function endsOf(edge: unknown): (string | number | undefined)[] {
  const ends = Array.isArray(edge) ? (edge as unknown[]) : isObject(edge) ? [edge['from'], edge['to']] : [];
  return ends.slice(0, 2).map((end) => (typeof end === 'string' || typeof end === 'number' ? end : undefined));
}
