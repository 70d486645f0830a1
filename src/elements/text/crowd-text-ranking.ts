import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { writingTerms as t } from '../../locales/terms/writing.js';
import { readData, readList, readStrings } from '../../parse/attributes.js';
import { getOwn, isObject, type JsonValue } from '../../parse/json.js';
import { formatNumber } from '../../locales/index.js';
import { SheetElement } from './sheet-element.js';

/** The rank of one response in one dimension; the label is the dimension. */
interface Rank extends AnnotationBase {
  readonly kind: 'rank';
  readonly response: number;
  readonly rank: number;
}

interface Dimension {
  readonly name: string;
  readonly allowTie: boolean;
}

/**
 * Lets a worker rank responses to a text, in one dimension or several.
 *
 * @element crowd-text-ranking
 * @attr {string} responses - Texts to rank, e.g. `"['First answer', 'Second answer']"`.
 * @attr {string} ordinal-ranking-dimensions - `[{name: 'Helpful', allowTie: false}]`.
 * @attr {string} initial-value - An earlier answer to begin with.
 * @prop {object} value - The answer as it stands now; ranks not given yet are 0.
 * @csspart card - One response.
 */
export class CrowdTextRanking extends SheetElement<Rank> {
  private responseTexts: readonly string[] = [];
  private dimensions: readonly Dimension[] = [];
  private dimensionSource: readonly JsonValue[] = [];
  private initialSource: unknown;

  /** Texts to rank. */
  @property({ attribute: 'responses' })
  get responses(): string[] {
    return [...this.responseTexts];
  }
  set responses(source: unknown) {
    const { value, problems } = readStrings(source);
    this.report('responses', problems);
    this.responseTexts = value;
    this.loadInitial();
  }

  /** What the responses are ranked by. */
  @property({ attribute: 'ordinal-ranking-dimensions' })
  get ordinalRankingDimensions(): JsonValue[] {
    return structuredClone(this.dimensionSource) as JsonValue[];
  }
  set ordinalRankingDimensions(source: unknown) {
    const { value, problems } = readList(source);
    this.report('ordinal-ranking-dimensions', problems);
    this.dimensionSource = value;
    const byName = new Map<string, Dimension>();
    for (const item of value) {
      const name = isObject(item) ? getOwn(item, 'name') : item;
      if (typeof name !== 'string' || !name) {
        const message =
          "has an entry without a name. Write it as `{name: 'Helpful', allowTie: false}`; it was left out.";
        this.report('ordinal-ranking-dimensions', [{ code: 'no-name', severity: 'error', message }]);
      } else byName.set(name, { name, allowTie: isObject(item) && getOwn(item, 'allowTie') === true });
    }
    this.dimensions = [...byName.values()];
    this.loadInitial();
  }

  /** An earlier answer to begin with, as text or as data. */
  @property({ attribute: 'initial-value' })
  get initialValue(): unknown {
    return this.initialSource;
  }
  set initialValue(source: unknown) {
    this.initialSource = source ?? undefined;
    this.loadInitial();
  }

  get value(): Record<string, unknown> {
    return this.currentAnswer();
  }
  set value(source: unknown) {
    this.load(source);
  }

  protected override currentAnswer(): Record<string, unknown> {
    const rankings = this.dimensions.map(({ name }) => ({
      name,
      ranks: this.responseTexts.map((_text, response) => this.rankOf(name, response) ?? 0),
    }));
    return { rankings };
  }

  protected override missingText(): string | undefined {
    if (!this.responseTexts.length || !this.dimensions.length) return t.nothingToRank();
    const ranks = this.dimensions.flatMap(({ name }) =>
      this.responseTexts.map((_text, response) => this.rankOf(name, response)),
    );
    const missing = ranks.filter((rank) => rank === undefined).length;
    return missing ? t.needsRanks(missing) : undefined;
  }

  protected override get draftLabels(): readonly string[] {
    return [...this.dimensions.map(({ name }) => name), ...this.responseTexts];
  }

  protected override loadInitial(): void {
    this.load(this.initialSource);
  }

  private load(source: unknown): void {
    const { value, problems } = readData(source);
    this.report('initial-value', problems);
    const list = isObject(value) ? getOwn(value, 'rankings') : value;
    const annotations: Rank[] = [];
    for (const item of Array.isArray(list) ? (list as readonly unknown[]) : []) {
      const name = isObject(item) ? getOwn(item, 'name') : undefined;
      const ranks = isObject(item) ? getOwn(item, 'ranks') : undefined;
      if (typeof name !== 'string' || !Array.isArray(ranks)) continue;
      ranks.forEach((rank: unknown, response) => {
        const isRank = Number.isInteger(rank) && (rank as number) >= 1 && (rank as number) <= this.responseTexts.length;
        if (isRank)
          annotations.push({ id: idOf(name, response), kind: 'rank', label: name, response, rank: rank as number });
      });
    }
    this.store.load({ annotations, facts: { nothingToLabel: false } });
  }

  private rankOf(dimension: string, response: number): number | undefined {
    return this.store.get(idOf(dimension, response))?.rank;
  }

  private give({ name, allowTie }: Dimension, response: number, rank: number): void {
    if (!this.canEdit) return;
    const id = idOf(name, response);
    const before = this.store.get(id);
    const holder = allowTie
      ? undefined
      : this.store.snapshot.annotations.find((r) => r.label === name && r.rank === rank && r.id !== id);
    this.store.change('rank', (tx) => {
      // Two cannot share a rank: who had it takes the one that becomes free, or waits for another.
      if (holder && before) tx.update(holder.id, { ...holder, rank: before.rank });
      else if (holder) tx.remove(holder.id);
      if (before) tx.update(id, { ...before, rank });
      else tx.insert({ id, kind: 'rank', label: name, response, rank });
    });
    const letter = letterOf(response);
    this.say(holder && !before ? t.swapped(letter, rank, letterOf(holder.response)) : t.ranked(letter, rank));
  }

  /** A digit gives the rank in the group that has the focus, and leads on to the next one without. */
  private handleDigit(event: KeyboardEvent, dimension: Dimension, response: number): void {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const rank = Number(digit);
    if (!digit || rank > this.responseTexts.length || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.give(dimension, response, rank);
    const groups = [...this.renderRoot.querySelectorAll('fieldset')];
    const at = groups.indexOf(event.currentTarget as HTMLFieldSetElement);
    void this.updateComplete.then(() => {
      const rest = [...groups.slice(at + 1), ...groups.slice(0, at)];
      const open = rest.find((group) => !group.querySelector(':checked'));
      const [group, place] = open ? [open, 0] : [groups[at], rank - 1];
      group?.querySelectorAll('input')[place]?.focus();
    });
  }

  protected override renderBody(): TemplateResult {
    const { responseTexts, dimensions } = this;
    if (!responseTexts.length || !dimensions.length) return html`<p class="oce-hint">${t.nothingToRank()}</p>`;
    return html`
      <p class="oce-hint">${t.rankHint(1, responseTexts.length)}</p>
      <ol class="cards">
        ${responseTexts.map(
          (text, response) => html`
            <li class="card" part="card">
              <h3 aria-level=${this.cardLevel}>${t.response(letterOf(response))}</h3>
              <div class="card-text" dir="auto" .textContent=${text}></div>
              ${dimensions.map((dimension) => this.renderRanks(dimension, response))}
            </li>
          `,
        )}
      </ol>
    `;
  }

  protected override get firstMissing(): HTMLElement | undefined {
    const groups = [...this.renderRoot.querySelectorAll('fieldset')];
    return groups.find((group) => !group.querySelector(':checked'))?.querySelector('input') ?? undefined;
  }

  private renderRanks(dimension: Dimension, response: number): TemplateResult {
    const given = this.rankOf(dimension.name, response);
    return html`
      <fieldset
        class="ranks ${this.shownProblem && given === undefined ? 'is-missing' : ''}"
        aria-label=${t.rankOf(dimension.name, letterOf(response))}
        @keydown=${(event: KeyboardEvent) => this.handleDigit(event, dimension, response)}
      >
        <legend dir="auto">
          ${dimension.name}${dimension.allowTie ? html` <span class="oce-hint">${t.tieAllowed()}</span>` : ''}
        </legend>
        ${this.responseTexts.map(
          (_text, index) => html`
            <label class="rank">
              <input
                type="radio"
                name=${`oce-${idOf(dimension.name, response)}`}
                .checked=${given === index + 1}
                ?disabled=${!this.canEdit}
                @change=${() => this.give(dimension, response, index + 1)}
              />
              <span>${formatNumber(index + 1)}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}

function idOf(dimension: string, response: number): string {
  return `${response} ${dimension}`;
}

/** A, B, C … Z, AA, AB … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
