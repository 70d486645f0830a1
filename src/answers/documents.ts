import { getOwn, isObject } from '../parse/json.js';
import type { Reading } from '../parse/problem.js';
import { DOCUMENT_KEY } from './answer-keys.js';
import { finiteNumber } from './decode.js';
import { Findings } from './findings.js';
import { sortKeys } from './sort-keys.js';
import type { AnswerPoint, DocumentAnswer, DocumentBlock } from './types.js';

/** Where a block stands on the page, in shares of its width and height. */
export type DocumentPlace = NonNullable<DocumentBlock['geometry']>;

/**
 * The answer of `crowd-textract-analyze-document`. As in the guide's example, detected geometry and confidence stay out
 * of it; `places` are those that a worker has corrected, by the id of their block.
 */
export function encodeDocument(
  blocks: readonly DocumentBlock[],
  places: ReadonlyMap<string, DocumentPlace> = new Map(),
): DocumentAnswer {
  return {
    [DOCUMENT_KEY]: {
      blocks: blocks.map(({ blockType, entityTypes, id, relationships, text }) =>
        sortKeys({ blockType, entityTypes, geometry: places.get(id), id, relationships, text }),
      ) as DocumentBlock[],
    },
  };
}

/**
 * Reads detected blocks from a list, or from an answer.
 *
 * Blocks of other types are left out; so is geometry that cannot be read. `weight`, a misprint of the developer guide,
 * counts as `height`.
 */
export function decodeDocument(value: unknown): Reading<readonly DocumentBlock[]> {
  const answer = isObject(value) ? getOwn(value, DOCUMENT_KEY) : undefined;
  const list = isObject(answer) ? getOwn(answer, 'blocks') : isObject(value) ? getOwn(value, 'blocks') : value;
  if (list === undefined || list === null || list === '') return { value: [], problems: [] };
  if (!Array.isArray(list)) {
    const message = 'should be a list of blocks. It was ignored.';
    return { value: [], problems: [{ code: 'not-a-list', severity: 'error', message }] };
  }
  const findings = new Findings();
  const ids = new Set<string>();
  const blocks: DocumentBlock[] = [];
  list.forEach((item: unknown, index) => {
    const leaveOut = (code: string, what: string) => {
      findings.note(index, { code, what, remedy: 'They were left out.', severity: 'error' });
    };
    if (!isObject(item)) return leaveOut('not-an-object', 'that are not objects');
    const id = getOwn(item, 'id');
    if (typeof id !== 'string' || !id) return leaveOut('no-id', 'without an `id`');
    if (ids.has(id)) return leaveOut('repeated-id', 'with an `id` that another entry has');
    if (getOwn(item, 'blockType') !== 'KEY_VALUE_SET') {
      return leaveOut('other-block-type', 'of a `blockType` other than `KEY_VALUE_SET`');
    }
    const entityTypes = texts(getOwn(item, 'entityTypes')).filter((type) => type === 'KEY' || type === 'VALUE');
    if (entityTypes.length === 0) return leaveOut('no-entity-type', 'that are neither `KEY` nor `VALUE`');
    ids.add(id);
    const confidence = finiteNumber(getOwn(item, 'confidence'));
    const geometry = readGeometry(getOwn(item, 'geometry'));
    if (getOwn(item, 'geometry') !== undefined && !geometry) {
      const remedy = 'They are listed, but not shown on the page.';
      findings.note(index, { code: 'bad-geometry', what: 'with unreadable `geometry`', remedy, severity: 'warning' });
    }
    const relationships = readRelationships(getOwn(item, 'relationships'));
    blocks.push({
      blockType: 'KEY_VALUE_SET',
      ...(confidence !== undefined && { confidence }),
      entityTypes,
      ...(geometry && { geometry }),
      id,
      ...(relationships && { relationships }),
      text: String(getOwn(item, 'text') ?? ''),
    });
  });
  return { value: blocks, problems: findings.problems };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readRelationships(value: unknown): DocumentBlock['relationships'] {
  if (!Array.isArray(value)) return undefined;
  return (value as readonly unknown[]).flatMap((item) => {
    const type = isObject(item) ? getOwn(item, 'type') : undefined;
    return isObject(item) && (type === 'CHILD' || type === 'VALUE') ? [{ ids: texts(getOwn(item, 'ids')), type }] : [];
  });
}

function readGeometry(value: unknown): DocumentBlock['geometry'] {
  if (!isObject(value)) return undefined;
  const box = getOwn(value, 'boundingBox');
  const corners = getOwn(value, 'polygon');
  const polygon: AnswerPoint[] = [];
  for (const corner of Array.isArray(corners) ? (corners as readonly unknown[]) : []) {
    const x = isObject(corner) ? fraction(getOwn(corner, 'x')) : undefined;
    const y = isObject(corner) ? fraction(getOwn(corner, 'y')) : undefined;
    if (x === undefined || y === undefined) return undefined;
    polygon.push({ x, y });
  }
  if (isObject(box)) {
    const left = fraction(getOwn(box, 'left'));
    const top = fraction(getOwn(box, 'top'));
    const width = fraction(getOwn(box, 'width'));
    const height = fraction(getOwn(box, 'height') ?? getOwn(box, 'weight'));
    if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined;
    return { boundingBox: { height, left, top, width }, polygon };
  }
  if (polygon.length < 3) return undefined;
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { boundingBox: { height: Math.max(...ys) - top, left, top, width: Math.max(...xs) - left }, polygon };
}

/** A share of the page, moved into 0..1. */
function fraction(value: unknown): number | undefined {
  const number = finiteNumber(value);
  return number === undefined ? undefined : Math.min(Math.max(number, 0), 1);
}

/** A key with the value that belongs to it. */
export interface KeyValuePair {
  readonly key: DocumentBlock;
  /** Absent when the field is empty. */
  readonly value?: DocumentBlock;
}

/** The keys of a document in their order, each with its value. */
export function keyValuePairs(blocks: readonly DocumentBlock[]): readonly KeyValuePair[] {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  return blocks
    .filter((block) => block.entityTypes.includes('KEY'))
    .map((key) => {
      const ids = key.relationships?.filter(({ type }) => type === 'VALUE').flatMap(({ ids }) => ids) ?? [];
      const value = ids.map((id) => byId.get(id)).find((block) => block?.entityTypes.includes('VALUE'));
      return value ? { key, value } : { key };
    });
}
