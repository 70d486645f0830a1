import { compareSpans } from '../../answers/compare-spans.js';
import { decodeOverlay, type DecodedOverlay } from '../../answers/overlays.js';
import type { Command } from '../../canvas/command.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { displayNameOf, labelsFromObjects, shortNameOf } from '../../labels/labels.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { textTerms } from '../../locales/terms/text.js';
import { readData } from '../../parse/attributes.js';
import type { Problem } from '../../parse/problem.js';
import { TextSession } from '../text/text-session.js';
import { TextView } from '../text/text-view.js';
import {
  attributeOf,
  countLabels,
  differences,
  OverlaySwitches,
  withUnlisted,
  type LegendEntry,
  type OverlayHooks,
} from './overlay-switches.js';

interface Answer {
  readonly source: unknown;
  decoded?: DecodedOverlay;
  /** Spans without a text of their own: they are about the target's. */
  needsText?: boolean;
}

type Spans = Extract<DecodedOverlay, { type: 'spans' }>;

const spansOf = (answer: Answer | undefined): Spans | undefined =>
  answer?.decoded?.type === 'spans' ? answer.decoded : undefined;

/** Earlier entities of a text, one answer or two, painted as the annotator paints them and never changed. */
export class EntityOverlay extends OverlaySwitches<Answer> {
  /** Share of the colour in the ground of a mark, 0..1. */
  opacity = 0.2;
  private readonly session = new TextSession();
  private view?: TextView;
  private targetText = '';

  constructor(hooks: OverlayHooks) {
    super(hooks);
    this.session.setReadOnly(true);
    // A text that is read through and not written in can stand larger.
    this.session.resizeText(1);
  }

  /** Takes an answer as an attribute or a script gives it. */
  set(which: 'first' | 'second', source: unknown): void {
    this.answers[which] = source === undefined || source === null || source === '' ? undefined : { source };
    this.read(which);
  }

  /** What the target says: the text of answers that bring none. */
  setTargetText(text: string): void {
    // Templates write the text on a line of its own; that line break is no part of it.
    const own = text.replace(/^\s*\n\s*/, '').replace(/\s*\n\s*$/, '');
    if (own === this.targetText) return;
    this.targetText = own;
    for (const which of ['first', 'second'] as const) {
      if (this.answers[which]?.needsText) this.read(which);
    }
  }

  /** Whether there are spans to show, rather than something else or nothing. */
  get hasText(): boolean {
    return spansOf(this.answers.first) !== undefined || spansOf(this.answers.second) !== undefined;
  }

  /** Shows the text in nodes of the element, once they are there. */
  attach(scroller: HTMLElement): void {
    if (this.view) return;
    const find = (selector: string) => scroller.querySelector<HTMLElement>(selector) as HTMLElement;
    const parts = { sheet: find('.text-sheet'), text: find('.text'), fills: find('.fills'), chips: find('.chips') };
    this.view = new TextView(this.session, { scroller, ...parts });
  }

  detach(): void {
    this.view?.destroy();
    this.view = undefined;
  }

  /** The size of the text. No letter is used alone: letters find categories by name. */
  commands(): Command[] {
    const resize = (id: string, title: () => string, keys: string[], by: 1 | -1): Command => ({
      id,
      group: 'view',
      title,
      keys,
      isEnabled: () => this.session.canResizeText(by),
      run: () => this.session.resizeText(by),
    });
    return [
      {
        id: 'overlay',
        group: 'view',
        title: t.toggle,
        keys: ['Shift+KeyO'],
        isEnabled: () => this.entries.length > 0,
        run: () => this.toggleAll(),
      },
      resize('larger', textTerms.larger, ['Equal', 'NumpadAdd'], 1),
      resize('smaller', textTerms.smaller, ['Minus', 'NumpadSubtract'], -1),
    ];
  }

  override apply(): void {
    const { session } = this;
    const shown = this.mode === 'difference' ? this.difference() : this.single(spansOf(this.answers[this.mode]));
    if (session.text !== shown.text) session.setText(shown.text);
    this.entries = shown.entries;
    this.amounts = countLabels(shown.spans.map(({ entry }) => entry));
    session.setLabels(shown.labels);
    const annotations = shown.spans.map(({ span, entry }) => ({
      ...span,
      locked: true,
      hidden: this.hidden.has(entry) || undefined,
    }));
    session.store.load({ annotations, facts: { nothingToLabel: false } });
    this.hooks.changed();
  }

  protected override canCompare(first: Answer, second: Answer): boolean {
    const [one, other] = [spansOf(first), spansOf(second)];
    return one !== undefined && other !== undefined && this.textOf(one) === this.textOf(other);
  }

  private textOf(spans: Spans | undefined): string {
    return spans?.text ?? this.targetText;
  }

  private read(which: 'first' | 'second'): void {
    const answer = this.answers[which];
    if (answer) {
      const data = readData(answer.source);
      const { value, problems } = decodeOverlay(data.value, undefined, this.targetText);
      answer.needsText = value?.type === 'spans' && value.text === undefined;
      // Offsets mean nothing before there is a text: the page may still be on its way.
      const isEarly = answer.needsText && !this.targetText;
      answer.decoded = isEarly ? undefined : value;
      if (!isEarly) this.tell(which, value, [...data.problems, ...problems]);
    }
    this.apply();
  }

  private tell(which: 'first' | 'second', value: DecodedOverlay | undefined, found: readonly Problem[]): void {
    const isOther = value !== undefined && value.type !== 'spans';
    const message = 'holds shapes or a mask, which need a picture. Show them with a `crowd-image-classifier`.';
    const all = isOther ? [...found, { code: 'other-overlay', severity: 'error' as const, message }] : found;
    this.hooks.report(attributeOf(which), all);
    if (all.some(({ severity }) => severity === 'error')) this.hooks.warn(t.unreadable());
    else if (all.some(({ code }) => code === 'outside-text' || code === 'beyond-text'))
      this.hooks.warn(t.outsideText());
  }

  private single(answer: Spans | undefined): Shown {
    const spans = answer?.spans ?? [];
    const names = spans.map(({ label }) => label);
    const labels = labelsFromObjects(withUnlisted(answer?.labels ?? [], names)).value;
    return {
      text: this.textOf(answer),
      labels,
      entries: labels.map(({ name, displayName, color }) => ({ name, title: displayName ?? name, color })),
      spans: spans.map((span) => ({ span, entry: span.label })),
    };
  }

  /** Every mark keeps the name of its label and has the colour of the difference. */
  private difference(): Shown {
    const [first, second] = [spansOf(this.answers.first), spansOf(this.answers.second)];
    if (!first || !second) return this.single(first);
    const names = [...first.spans, ...second.spans].map(({ label }) => label);
    const known = labelsFromObjects(withUnlisted([...first.labels, ...second.labels], names)).value;
    const labelled = (name: string, of: (label: Label) => string) => {
      const label = known.find((one) => one.name === name);
      return label ? of(label) : name;
    };
    const labels = new Map<string, Label>();
    const spans = compareSpans(first.spans, second.spans).map(({ span, difference, otherLabel }) => {
      const name = `${difference}\n${span.label}\n${otherLabel ?? ''}`;
      const kind = differences.find((one) => one.name === difference) as (typeof differences)[number];
      const shown = (of: (label: Label) => string) =>
        [span.label, ...(otherLabel === undefined ? [] : [otherLabel])].map((one) => labelled(one, of)).join(' / ');
      labels.set(name, {
        name,
        displayName: `${kind.title()}: ${shown(displayNameOf)}`,
        shortName: shown(shortNameOf),
        color: kind.color,
        hotkey: '',
        index: labels.size,
      });
      return { span: { ...span, id: `${difference} ${span.id}`, label: name }, entry: difference };
    });
    return {
      text: this.textOf(first),
      labels: [...labels.values()],
      entries: differences.map(({ name, title, color }) => ({ name, title: title(), color })),
      spans,
    };
  }
}

interface Shown {
  readonly text: string;
  /** Labels as marks name them. */
  readonly labels: readonly Label[];
  readonly entries: readonly LegendEntry[];
  /** Spans with the entry of the legend that each belongs to. */
  readonly spans: readonly { readonly span: SpanAnnotation; readonly entry: string }[];
}
