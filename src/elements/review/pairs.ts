import { keyValuePairs, type DocumentPlace } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { foldText } from '../../labels/search.js';
import { getOwn, isObject, type JsonValue } from '../../parse/json.js';

/** What the worker said about a pair. */
export type Judgement = 'valid' | 'not-a-pair' | 'key-not-found' | 'value-blank';

/** The four judgements in the order in which they are offered. */
export const judgements: readonly Judgement[] = ['valid', 'not-a-pair', 'key-not-found', 'value-blank'];

/** A key with its value as the worker sees it now. The label is the judgement, empty until there is one. */
export interface PairRecord extends AnnotationBase {
  readonly kind: 'pair';
  readonly label: Judgement | '';
  readonly key: string;
  readonly value: string;
  /** Asked for by the task or added by the worker; there are no detected blocks. */
  readonly origin: 'detected' | 'asked' | 'added';
  /** Where the worker says that key and value stand; absent where nothing was said. */
  readonly keyPlace?: DocumentPlace;
  readonly valuePlace?: DocumentPlace;
}

/** One half of a pair. */
export type PairPart = 'key' | 'value';

/** A key that the requester needs, with the spellings that count as it. */
export interface WantedKey {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Reads `{importantFormKey, importantFormKeyAliases}` entries; bare texts count as keys without aliases. */
export function readWantedKeys(list: readonly JsonValue[]): readonly WantedKey[] {
  return list.flatMap((item) => {
    const name = isObject(item) ? getOwn(item, 'importantFormKey') : item;
    const aliases = isObject(item) ? getOwn(item, 'importantFormKeyAliases') : [];
    if (typeof name !== 'string' || !name) return [];
    return [{ name, aliases: Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [] }];
  });
}

const spelling = (text: string) => foldText(text).replace(/[\s:：.*]+/g, '');

/** The wanted key that a text spells, if any. */
export function wantedKeyOf(text: string, wanted: readonly WantedKey[]): WantedKey | undefined {
  const spelled = spelling(text);
  return wanted.find(({ name, aliases }) => [name, ...aliases].some((alias) => spelling(alias) === spelled));
}

/**
 * The pairs to review: those that were detected, then wanted keys that none of them spells.
 *
 * In an earlier answer (`isAnswer`) places were corrected by somebody, and stay a part of it.
 */
export function pairsToReview(
  blocks: readonly DocumentBlock[],
  wanted: readonly WantedKey[],
  { isAnswer = false } = {},
): readonly PairRecord[] {
  const pairs = keyValuePairs(blocks).map(({ key, value }): PairRecord => ({
    id: key.id,
    kind: 'pair',
    label: '',
    key: key.text,
    value: value?.text ?? '',
    origin: 'detected',
    ...(isAnswer && key.geometry && { keyPlace: key.geometry }),
    ...(isAnswer && value?.geometry && { valuePlace: value.geometry }),
  }));
  const found = new Set(pairs.map(({ key }) => wantedKeyOf(key, wanted)?.name));
  const missing = wanted
    .filter(({ name }) => !found.has(name))
    .map(({ name }): PairRecord => ({
      id: `asked ${name}`,
      kind: 'pair',
      label: '',
      key: name,
      value: '',
      origin: 'asked',
    }));
  return [...pairs, ...missing];
}

/**
 * The blocks that the answer holds: pairs judged valid with their corrected texts, blank ones with an empty value.
 *
 * What is no pair, or whose key is not there, is left out. Pairs nobody has judged stay as they were detected.
 */
export function blocksOf(pairs: readonly PairRecord[], blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const detected = new Map(keyValuePairs(blocks).map((pair) => [pair.key.id, pair]));
  return pairs.flatMap((pair): DocumentBlock[] => {
    if (pair.label === 'not-a-pair' || pair.label === 'key-not-found') return [];
    if (pair.origin !== 'detected' && !pair.label) return [];
    const { key, value } = detected.get(pair.id) ?? {};
    const text = pair.label === 'value-blank' ? '' : pair.value;
    const valueId = valueIdOf(pair, value);
    const others = key?.relationships?.filter(({ type }) => type !== 'VALUE') ?? [];
    const relation = { ids: [valueId], type: 'VALUE' as const };
    const hasValue = value !== undefined || pair.label !== '';
    const relationships = hasValue ? [...others, relation] : others;
    const keyBlock: DocumentBlock = {
      blockType: 'KEY_VALUE_SET',
      entityTypes: ['KEY'],
      id: pair.id,
      ...(relationships.length > 0 && { relationships }),
      text: pair.key,
    };
    if (!hasValue) return [keyBlock];
    const valueBlock: DocumentBlock = {
      blockType: 'KEY_VALUE_SET',
      entityTypes: ['VALUE'],
      id: valueId,
      ...(value?.relationships && { relationships: value.relationships }),
      text,
    };
    return [keyBlock, valueBlock];
  });
}

/** Places that the worker has corrected, by the id of their block. */
export function placesOf(
  pairs: readonly PairRecord[],
  blocks: readonly DocumentBlock[],
): ReadonlyMap<string, DocumentPlace> {
  const detected = new Map(keyValuePairs(blocks).map(({ key, value }) => [key.id, value]));
  return new Map(
    pairs.flatMap((pair): [string, DocumentPlace][] => [
      ...(pair.keyPlace ? [[pair.id, pair.keyPlace] as [string, DocumentPlace]] : []),
      ...(pair.valuePlace
        ? [[valueIdOf(pair, detected.get(pair.id)), pair.valuePlace] as [string, DocumentPlace]]
        : []),
    ]),
  );
}

function valueIdOf(pair: PairRecord, value: DocumentBlock | undefined): string {
  return value?.id ?? `${pair.id} value`;
}
