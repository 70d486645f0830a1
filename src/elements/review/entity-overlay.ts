import { html, type TemplateResult } from 'lit';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { textColorOn } from '../../labels/palette.js';
import { cssProps } from '../../workspace/index.js';

/** What is shown of a labelled text. */
export interface EntityView {
  readonly text: string;
  readonly spans: readonly SpanAnnotation[];
  readonly labels: readonly Label[];
  readonly hidden: ReadonlySet<string>;
}

/**
 * A text with its spans marked, read-only. Overlapping spans are cut where they begin and end; the innermost one colours
 * the piece, and each names itself at its end.
 */
export function renderEntities({ text, spans, labels, hidden }: EntityView): TemplateResult {
  const byName = new Map(labels.map((label) => [label.name, label]));
  const shown = spans.filter(({ label }) => byName.has(label) && !hidden.has(label));
  const cuts = new Set([0, text.length]);
  for (const { startOffset, endOffset } of shown) cuts.add(startOffset).add(endOffset);
  const edges = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  const starting = groupByStart(shown);
  let open: SpanAnnotation[] = [];
  const pieces = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    open = [...open.filter(({ endOffset }) => endOffset > start), ...(starting.get(start) ?? [])];
    const ending = open.filter(({ endOffset }) => endOffset === end);
    return renderPiece(text.slice(start, end), innermost(open), ending, byName);
  });
  return html`<div class="entity-text" dir="auto">${pieces}</div>`;
}

function groupByStart(spans: readonly SpanAnnotation[]): Map<number, SpanAnnotation[]> {
  const groups = new Map<number, SpanAnnotation[]>();
  for (const span of spans) groups.set(span.startOffset, [...(groups.get(span.startOffset) ?? []), span]);
  return groups;
}

function innermost(spans: readonly SpanAnnotation[]): SpanAnnotation | undefined {
  const length = ({ startOffset, endOffset }: SpanAnnotation) => endOffset - startOffset;
  return spans.reduce<SpanAnnotation | undefined>(
    (best, span) => (!best || length(span) <= length(best) ? span : best),
    undefined,
  );
}

function renderPiece(
  text: string,
  span: SpanAnnotation | undefined,
  ending: readonly SpanAnnotation[],
  labels: ReadonlyMap<string, Label>,
) {
  const label = span && labels.get(span.label);
  if (!label) return text;
  const chips = ending.map(({ label: name }) => {
    const { color = '#7f7f7f', shortName, displayName } = labels.get(name) ?? {};
    const look = cssProps({ '--oce-swatch': color, '--oce-chip-text': textColorOn(color) });
    return html`<span class="entity-chip" ${look}>${shortName ?? displayName ?? name}</span>`;
  });
  // No white space between the parts: the text keeps its own.
  return html`<mark class="entity" title=${label.displayName ?? label.name} ${cssProps({ '--oce-swatch': label.color })}
      >${text}</mark
    >${chips}`;
}
