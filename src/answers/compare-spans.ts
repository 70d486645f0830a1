import type { SpanAnnotation } from '../document/annotation.js';
import type { Difference } from './compare-shapes.js';

/** A span to be shown and how the answers differ about it. */
export interface ComparedSpan {
  readonly span: SpanAnnotation;
  readonly difference: Difference;
  /** What the second answer calls it, where the labels differ. */
  readonly otherLabel?: string;
}

/**
 * What differs between two answers about one text, in the order of the text.
 *
 * Partners cover exactly the same characters: a border that is off by one is a difference that matters, so spans that
 * only overlap are shown both. Each span has at most one partner, of the same label where there is one.
 */
export function compareSpans(
  first: readonly SpanAnnotation[],
  second: readonly SpanAnnotation[],
): readonly ComparedSpan[] {
  const free = new Map<string, SpanAnnotation[]>();
  for (const span of second) {
    const there = free.get(placeOf(span));
    if (there) there.push(span);
    else free.set(placeOf(span), [span]);
  }
  const take = (span: SpanAnnotation, fits: (candidate: SpanAnnotation) => boolean) => {
    const there = free.get(placeOf(span)) ?? [];
    const at = there.findIndex(fits);
    return at < 0 ? undefined : there.splice(at, 1)[0];
  };
  // Equal ones find each other first, whatever the order of the lists.
  const equal = new Set(first.filter((span) => take(span, ({ label }) => label === span.label)));
  const compared = first.map((span): ComparedSpan => {
    if (equal.has(span)) return { span, difference: 'same' };
    const partner = take(span, () => true);
    return partner
      ? { span, difference: 'other-label', otherLabel: partner.label }
      : { span, difference: 'only-first' };
  });
  const rest = [...free.values()].flat().map((span): ComparedSpan => ({ span, difference: 'only-second' }));
  return [...compared, ...rest].sort(
    ({ span: a }, { span: b }) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
  );
}

function placeOf({ startOffset, endOffset }: SpanAnnotation): string {
  return `${startOffset} ${endOffset}`;
}
