import type { SpanAnnotation } from '../document/annotation.js';
import { decodeList, leaveOut, modifiedPart, noteBadNumber, wholeNumber } from './decode.js';
import type { Decoded } from './decode.js';
import { OffsetConverter } from './offsets.js';
import type { EntityAnswer } from './types.js';

/** How offsets in answers are counted: as browsers do, or in code points. */
export type OffsetUnit = 'utf-16' | 'code-point';

/** The text that is annotated and the unit of the answer's offsets. */
export interface EntityText {
  /** Needed for code points, and to keep spans inside. */
  readonly text?: string;
  /** Default `utf-16`. */
  readonly unit?: OffsetUnit;
}

/**
 * The answer of `crowd-entity-annotation`, spans in their order.
 *
 * Pass `modified` only when the element had an initial value.
 */
export function encodeEntities(
  spans: readonly SpanAnnotation[],
  { text = '', unit = 'utf-16' }: EntityText = {},
  modified?: boolean,
): EntityAnswer {
  const offsets = unit === 'code-point' ? new OffsetConverter(text) : undefined;
  const count = (offset: number) => offsets?.toCodePoint(offset) ?? offset;
  return {
    entities: spans.map(({ label, startOffset, endOffset }) => ({
      endOffset: count(endOffset),
      label,
      startOffset: count(startOffset),
    })),
    ...modifiedPart(modified),
  };
}

/** Reads spans from a list, or from an answer of `crowd-entity-annotation`. Offsets become UTF-16 units. */
export function decodeEntities(
  value: unknown,
  { labels, text, unit = 'utf-16' }: EntityText & { readonly labels?: readonly string[] } = {},
): Decoded<SpanAnnotation> {
  const offsets = unit === 'code-point' && text !== undefined ? new OffsetConverter(text) : undefined;
  return decodeList(value, 'entities', labels ? { labels } : {}, (entry) => {
    const written = [entry.number('startOffset'), entry.number('endOffset')] as const;
    if (written[0] === undefined || written[1] === undefined) {
      return noteBadNumber(entry, '`startOffset` and `endOffset`');
    }
    const given = [written[0], written[1]].map((offset) => {
      const whole = wholeNumber(offset);
      return offsets?.toUtf16(whole) ?? whole;
    }) as [number, number];
    const [startOffset, endOffset] = given.map((offset) => Math.min(Math.max(offset, 0), text?.length ?? Infinity)) as [
      number,
      number,
    ];
    if (given[0] >= given[1]) return leaveOut(entry, 'empty-span', 'whose end is not behind their start');
    if (startOffset >= endOffset) return leaveOut(entry, 'beyond-text', 'that lie wholly outside the text');
    if (startOffset !== given[0] || endOffset !== given[1]) {
      entry.note('outside-text', 'outside the text', 'They were cut at its ends.');
    }
    return { id: entry.id, label: entry.label, kind: 'span', startOffset, endOffset };
  });
}
