import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { OpenStep } from '../../document/open-step.js';
import { writingTerms as t } from '../../locales/terms/writing.js';
import { readData, readNumber, readStrings } from '../../parse/attributes.js';
import { getOwn, isObject } from '../../parse/json.js';
import { countWords } from '../../text/word-count.js';
import { icon } from '../../workspace/index.js';
import { SheetElement } from './sheet-element.js';

/** A question with its answer. */
interface QuestionAnswer extends AnnotationBase {
  readonly kind: 'question-answer';
  readonly question: string;
  readonly answer: string;
  readonly tags: readonly string[];
}

type Part = 'question' | 'answer';

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Numbers may be written with quotes in templates; nonsense counts as not given. */
const count = { fromAttribute: (text: string | null) => readNumber(text).value ?? null };

/**
 * Lets a worker write questions about a text, with their answers.
 *
 * @element crowd-question-answer-generation
 * @attr {number} min-questions - Fewest questions. Default 1.
 * @attr {number} max-questions - Most questions; without it there is no limit.
 * @attr {number} question-min-words - Fewest words of a question. Default 1.
 * @attr {number} question-max-words - Most words of a question.
 * @attr {number} answer-min-words - Fewest words of an answer. Default 1.
 * @attr {number} answer-max-words - Most words of an answer.
 * @attr {string} question-tags - Tags on offer, e.g. `"['Fact', 'Opinion']"`; an empty list shows none.
 * @attr {boolean} allow-custom-question-tags - Workers may write tags of their own.
 * @attr {string} initial-value - An earlier answer to begin with.
 * @prop {object} value - The answer as it stands now; questions left empty are not in it.
 * @csspart card - One question with its answer.
 */
export class CrowdQuestionAnswerGeneration extends SheetElement<QuestionAnswer> {
  private tagsOnOffer: readonly string[] = [];
  private initialSource: unknown;
  private typing?: { readonly field: string; readonly step: OpenStep<QuestionAnswer> };

  @property({ attribute: 'min-questions', converter: count }) minQuestions: number | null = null;
  @property({ attribute: 'max-questions', converter: count }) maxQuestions: number | null = null;
  @property({ attribute: 'question-min-words', converter: count }) questionMinWords: number | null = null;
  @property({ attribute: 'question-max-words', converter: count }) questionMaxWords: number | null = null;
  @property({ attribute: 'answer-min-words', converter: count }) answerMinWords: number | null = null;
  @property({ attribute: 'answer-max-words', converter: count }) answerMaxWords: number | null = null;
  @property({ type: Boolean, attribute: 'allow-custom-question-tags' }) allowCustomQuestionTags = false;

  /** Tags on offer. */
  @property({ attribute: 'question-tags' })
  get questionTags(): string[] {
    return [...this.tagsOnOffer];
  }
  set questionTags(source: unknown) {
    const { value, problems } = readStrings(source);
    this.report('question-tags', problems);
    this.tagsOnOffer = [...new Set(value)];
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

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.store.snapshot.annotations.length && !this.store.canUndo) this.loadInitial();
  }

  /** All records with what is being typed. */
  private get cards(): readonly QuestionAnswer[] {
    return this.store.snapshot.annotations.map((card) => this.store.seen(card.id) ?? card);
  }

  private limitsOf(part: Part): Limits {
    const least = part === 'question' ? this.questionMinWords : this.answerMinWords;
    const most = part === 'question' ? this.questionMaxWords : this.answerMaxWords;
    return { least: least ?? 1, most: most ?? Infinity };
  }

  private get least(): number {
    return Math.max(0, this.minQuestions ?? 1);
  }

  private get most(): number {
    return Math.max(this.least, this.maxQuestions ?? Infinity);
  }

  protected override currentAnswer(): Record<string, unknown> {
    const questionAnswers = this.cards
      .map(({ question, answer, tags }) => ({ answer: answer.trim(), question: question.trim(), tags: [...tags] }))
      .filter(({ question, answer }) => question || answer);
    return { questionAnswers };
  }

  protected override missingText(): string | undefined {
    const { cards } = this;
    const written = cards.filter(({ question, answer }) => question.trim() || answer.trim());
    if (written.length < this.least) return t.needsQuestions(this.least);
    for (const card of written) {
      const number = cards.indexOf(card) + 1;
      if (!fits(card.question, this.limitsOf('question'))) return t.badQuestion(number);
      if (!fits(card.answer, this.limitsOf('answer'))) return t.badAnswer(number);
    }
    return undefined;
  }

  protected override get draftLabels(): readonly string[] {
    return this.tagsOnOffer;
  }

  protected override loadInitial(): void {
    this.load(this.initialSource);
  }

  private load(source: unknown): void {
    this.typing = undefined;
    const { value, problems } = readData(source);
    this.report('initial-value', problems);
    const list = isObject(value) ? getOwn(value, 'questionAnswers') : value;
    const annotations = (Array.isArray(list) ? (list as readonly unknown[]) : []).filter(isObject).map((item) => ({
      ...emptyCard(),
      question: textOf(getOwn(item, 'question')),
      answer: textOf(getOwn(item, 'answer')),
      tags: readStrings(getOwn(item, 'tags')).value,
    }));
    while (annotations.length < Math.max(1, this.least)) annotations.push(emptyCard());
    this.store.load({ annotations, facts: { nothingToLabel: false } });
  }

  private handleType(card: QuestionAnswer, part: Part, event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    const field = `${part} ${card.id}`;
    if (this.typing?.field !== field || !this.typing.step.isOpen) {
      this.typing = { field, step: this.store.begin('write') };
    }
    this.typing.step.preview((tx) => {
      const before = tx.get(card.id);
      if (before) tx.update(card.id, { ...before, [part]: text });
    });
    this.refreshValidity();
    this.requestUpdate();
  }

  private readonly handleTyped = (): void => {
    this.typing?.step.commit();
    this.typing = undefined;
  };

  protected override get firstMissing(): HTMLElement | undefined {
    const parts = ['question', 'answer'] as const;
    const fields = this.cards.flatMap((card) => parts.map((part) => fits(card[part], this.limitsOf(part))));
    return this.renderRoot.querySelectorAll('textarea')[fields.indexOf(false)];
  }

  private addCard(): void {
    if (!this.canEdit || this.cards.length >= this.most) return;
    const card = emptyCard();
    this.store.change('add', (tx) => tx.insert(card));
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${card.id}"] textarea`)?.focus(),
    );
  }

  private removeCard(card: QuestionAnswer): void {
    if (!this.canEdit) return;
    const index = this.cards.indexOf(card);
    this.store.change('remove', (tx) => tx.remove(card.id));
    void this.updateComplete.then(() => {
      const cards = this.renderRoot.querySelectorAll('.card');
      (cards[index] ?? cards[cards.length - 1])?.querySelector('textarea')?.focus();
    });
  }

  private setTag(card: QuestionAnswer, tag: string, isOn: boolean): void {
    const before = this.store.get(card.id);
    if (!before || !this.canEdit || !tag || before.tags.includes(tag) === isOn) return;
    const tags = isOn ? [...before.tags, tag] : before.tags.filter((each) => each !== tag);
    this.store.change('tag', (tx) => tx.update(card.id, { ...before, tags }));
  }

  private handleOwnTag(card: QuestionAnswer, event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.setTag(card, field.value.trim(), true);
    field.value = '';
  }

  protected override renderBody(): TemplateResult {
    const { cards } = this;
    return html`
      <ol class="cards is-wide">
        ${repeat(
          cards,
          ({ id }) => id,
          (card, index) => this.renderCard(card, index + 1),
        )}
      </ol>
      <div>
        <button
          class="oce-button add-question"
          type="button"
          ?disabled=${!this.canEdit || cards.length >= this.most}
          @click=${this.addCard}
        >
          ${icon('plus')}${t.addQuestion()}
        </button>
      </div>
    `;
  }

  private renderCard(card: QuestionAnswer, number: number): TemplateResult {
    return html`
      <li class="card" part="card" data-id=${card.id}>
        <div class="card-head">
          <h3 aria-level=${this.cardLevel}>${t.pair(number)}</h3>
          <button
            class="oce-icon-button"
            type="button"
            aria-label=${t.removeQuestion(number)}
            title=${t.removeQuestion(number)}
            ?hidden=${this.cards.length <= Math.max(1, this.least)}
            ?disabled=${!this.canEdit}
            @click=${() => this.removeCard(card)}
          >
            ${icon('delete')}
          </button>
        </div>
        ${this.renderField(card, 'question', number)} ${this.renderField(card, 'answer', number)}
        ${this.tagsOnOffer.length || this.allowCustomQuestionTags ? this.renderTags(card) : nothing}
      </li>
    `;
  }

  private renderField(card: QuestionAnswer, part: Part, number: number): TemplateResult {
    const [title, name, id] =
      part === 'question'
        ? [t.question(), t.pair(number), `question-words-${number}`]
        : [t.answer(), t.answerNumber(number), `answer-words-${number}`];
    const limits = this.limitsOf(part);
    const text = card[part];
    const isWrong = text.trim() !== '' && !fits(text, limits);
    return html`
      <label class="field">
        <span class="field-head">
          <span>${title}</span>
          <span class="oce-hint ${isWrong ? 'is-wrong' : ''}" id=${id}
            >${t.words(countWords(text))} (${limitText(limits)})</span
          >
        </span>
        <textarea
          class="oce-input"
          rows=${part === 'question' ? 2 : 3}
          dir="auto"
          aria-label=${name}
          aria-describedby=${id}
          aria-invalid=${isWrong ? 'true' : nothing}
          .value=${text}
          ?readonly=${!this.canEdit}
          @input=${(event: Event) => this.handleType(card, part, event)}
          @change=${this.handleTyped}
          @blur=${this.handleTyped}
        ></textarea>
      </label>
    `;
  }

  private renderTags(card: QuestionAnswer): TemplateResult {
    const own = card.tags.filter((tag) => !this.tagsOnOffer.includes(tag));
    return html`
      <fieldset class="tags">
        <legend>${t.tags()}</legend>
        ${[...this.tagsOnOffer, ...own].map(
          (tag) => html`
            <label class="tag">
              <input
                type="checkbox"
                .checked=${card.tags.includes(tag)}
                ?disabled=${!this.canEdit}
                @change=${(event: Event) => this.setTag(card, tag, (event.target as HTMLInputElement).checked)}
              />
              <span dir="auto">${tag}</span>
            </label>
          `,
        )}
        ${
          this.allowCustomQuestionTags
            ? html`<input
                class="oce-input own-tag"
                type="text"
                dir="auto"
                aria-label=${t.ownTag()}
                placeholder=${t.ownTag()}
                ?disabled=${!this.canEdit}
                @keydown=${(event: KeyboardEvent) => this.handleOwnTag(card, event)}
              />`
            : nothing
        }
      </fieldset>
    `;
  }
}

function emptyCard(): QuestionAnswer {
  return { id: newId(), kind: 'question-answer', label: '', question: '', answer: '', tags: [] };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fits(text: string, { least, most }: Limits): boolean {
  const words = countWords(text);
  return words >= least && words <= most;
}

function limitText({ least, most }: Limits): string {
  if (most === Infinity) return t.atLeast(least);
  return least > 0 ? t.between(least, most) : t.atMost(most);
}
