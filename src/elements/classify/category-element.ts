import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { encodeChoice, encodeChoices } from '../../answers/choices.js';
import type { Command } from '../../canvas/command.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import { categoryKeys } from '../../labels/category-keys.js';
import type { Label } from '../../labels/label.js';
import { labelsFromNames } from '../../labels/labels.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { readObject, readStrings } from '../../parse/attributes.js';
import { getOwn, toCompactJson, type JsonValue } from '../../parse/json.js';
import type { Problem } from '../../parse/problem.js';
import { definePiece, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { FillController } from '../fill-controller.js';
import { TaskElement } from '../task-element.js';
import { AdvanceController } from './advance-controller.js';
import { categoryCommands, categoryKeyChoices, exclusionKey, type CategoryChoices } from './category-commands.js';
import { choiceId, commentId, exclusionId, type Choice } from './choice.js';
import { readInitialChoice } from './initial-choice.js';
import { OceCategoryPicker, SEARCH_FROM } from './oce-category-picker.js';
import { OceComment } from './oce-comment.js';
import { TypeToSelect } from './type-to-select.js';

/** Categories as an element reads them: what scripts get back, and what is shown. */
export interface CategoryReading {
  /** What the attribute then says, as compact JSON. */
  readonly source: readonly JsonValue[];
  readonly labels: readonly Label[];
  readonly problems: readonly Problem[];
}

/**
 * What all classifiers have in common: categories, keys, search, exclusion, comment, history.
 *
 * @attr {string} categories - Categories as written in templates, e.g. `"['Cat', 'Dog']"`; reflected as compact JSON.
 * @attr {string} initial-value - The category, or list of categories, chosen at the start.
 * @attr {boolean} compact - Hides header, instructions and footer, for embedding.
 * @prop {unknown[]} categories - Categories on offer; a copy. Takes a list or its text.
 * @slot worker-comment - Gets the region `<worker-comment>`.
 * @csspart category - A button of one category. Also `category-current`.
 * @csspart exclusion - The button that says that no category applies.
 */
export abstract class CategoryElement extends TaskElement<Choice> {
  /** Tells `crowd-form` that this widget fills the page and has a Submit button of its own. */
  readonly isFullPageWidget = true;

  protected frame!: TaskFrame;
  protected readonly advance = new AdvanceController(this, {
    submit: () => this.handleSubmit(),
    isSubmitting: () => this.isSubmitting,
    answer: () => this.currentAnswer(),
    say: (text, tone) => this.say(text, tone),
    takeBack: () => this.store.undo(),
  });
  private source: readonly JsonValue[] = [];
  private labelList: readonly Label[] = [];
  private names: ReadonlySet<string> = new Set();
  private reflected?: string;
  private initialSource: unknown;

  @query('oce-category-picker') private picker!: OceCategoryPicker | null;
  @query('oce-comment') private commentPiece!: OceComment | null;
  @state() private exclusionText = '';

  constructor() {
    super();
    definePiece('oce-category-picker', OceCategoryPicker);
    definePiece('oce-comment', OceComment);
    this.addController(new FillController(this, this.internals.states));
    new TypeToSelect(this, () => this.canEdit && (this.picker?.startSearch() ?? false));
  }

  /** Categories on offer, in the order the requester wrote them. A copy; assign to change them. */
  @property({ attribute: 'categories' })
  get categories(): JsonValue[] {
    return structuredClone(this.source) as JsonValue[];
  }
  set categories(value: unknown) {
    if (typeof value === 'string' && value === this.reflected) return;
    const reading = this.readCategories(value);
    this.report('categories', reading.problems);
    const hadNone = this.names.size === 0;
    this.source = reading.source;
    const keys = categoryKeys(reading.labels.length);
    this.labelList = reading.labels.map((label, index) => ({ ...label, hotkey: keys[index] ?? '' }));
    this.names = new Set(this.labelList.map(({ name }) => name));
    if (hadNone && !this.store.canUndo) this.loadInitial();
    this.refreshValidity();
    // Templates read the attribute back and take it apart as strict JSON.
    if (reading.problems.some(({ severity }) => severity === 'error')) return;
    this.reflected = toCompactJson(reading.source);
    if (this.getAttribute('categories') !== this.reflected) this.setAttribute('categories', this.reflected);
  }

  /** What is chosen at the start, as text or as data. Setting it starts the task anew. */
  @property({ attribute: 'initial-value' })
  get initialValue(): unknown {
    return this.initialSource;
  }
  set initialValue(source: unknown) {
    this.initialSource = source ?? undefined;
    this.loadInitial();
  }

  /** What is chosen: one category, empty when there is none, or a list where several can be chosen. */
  get value(): string | string[] {
    const chosen = this.chosenNames();
    return this.isMultiple ? chosen : (chosen[0] ?? '');
  }
  set value(source: unknown) {
    this.load(source);
  }

  override get _submittableValue(): Record<string, unknown> {
    return this.currentAnswer() ?? (this.isMultiple ? { labels: [] } : {});
  }

  /** What the worker remarked. */
  get workerComment(): string {
    return this.store.get(commentId)?.text ?? '';
  }

  override answerSubmitted(): void {
    super.answerSubmitted();
    this.advance.arrived();
  }

  override submitStateChanged(busy: boolean): void {
    super.submitStateChanged(busy);
    if (!busy) this.advance.ended();
  }

  /** Moves focus to what is classified, where the keys work; to the categories once an answer was refused. */
  override focus(options?: FocusOptions): void {
    (this.shownProblem ? this.picker : this.targetArea)?.focus(options);
  }

  /** What the keyboard is in while the worker looks and chooses. */
  protected abstract readonly targetArea: HTMLElement | null;

  /** Whether several categories can be chosen. */
  protected abstract get isMultiple(): boolean;

  /** The work itself: what is classified. */
  protected abstract renderTarget(): TemplateResult;

  /** Commands of the kind of target: zoom, playback. */
  protected abstract targetCommands(): Command[];

  protected renderToolbar(): unknown {
    return undefined;
  }

  protected renderMinimap(): unknown {
    return undefined;
  }

  /** More below the categories. */
  protected renderAside(): unknown {
    return nothing;
  }

  protected readCategories(value: unknown): CategoryReading {
    const names = readStrings(value);
    const named = names.value.filter((name) => name.trim());
    const { value: labels, problems } = labelsFromNames(named);
    const message = 'has entries without a text; they were left out.';
    const nameless: Problem[] =
      named.length < names.value.length ? [{ code: 'nameless-category', severity: 'warning', message }] : [];
    const all = [...names.problems, ...nameless, ...problems];
    return { source: labels.map(({ name }) => name), labels, problems: all };
  }

  protected readExclusion(source: unknown): void {
    const text = typeof source === 'string' && !/^\s*[{[]/.test(source) ? source : undefined;
    const reading = text === undefined ? readObject(source) : { value: { text }, problems: [] };
    this.report('exclusion-category', reading.problems);
    const given = reading.value && getOwn(reading.value, 'text');
    if (reading.value && typeof given !== 'string') {
      const message = "has no text. Write it as `{text: 'None of the above'}`; it was ignored.";
      this.report('exclusion-category', [{ code: 'no-text', severity: 'error', message }]);
    }
    this.exclusionText = typeof given === 'string' ? given : '';
  }

  /** Names chosen and on offer, in the order of the categories. */
  protected chosenNames(): string[] {
    const chosen = new Set(this.store.snapshot.annotations.filter(({ kind }) => kind === 'choice').map((c) => c.label));
    return this.labelList.map(({ name }) => name).filter((name) => chosen.has(name));
  }

  protected get isExcluded(): boolean {
    return this.exclusionText !== '' && this.store.get(exclusionId) !== undefined;
  }

  /** Whether the answer may carry a comment. */
  protected get takesComment(): boolean {
    return false;
  }

  protected override currentAnswer(): Record<string, unknown> | undefined {
    const chosen = this.chosenNames();
    const comment = this.takesComment ? this.workerComment : '';
    if (this.isMultiple) {
      if (!chosen.length && !this.isExcluded) return undefined;
      return { ...encodeChoices(chosen, chosen, comment) };
    }
    return chosen[0] === undefined ? undefined : { ...encodeChoice(chosen[0], comment) };
  }

  protected override missingText(): string | undefined {
    if (this.currentAnswer()) return undefined;
    if (!this.names.size && !this.exclusionText) return t.noCategories();
    return this.isMultiple ? t.needsSome() : t.needsOne();
  }

  protected override loadInitial(): void {
    this.load(this.initialSource);
  }

  private load(source: unknown): void {
    const { labels, comment, problems } = readInitialChoice(source);
    this.report('initial-value', problems);
    const wanted = this.isMultiple ? labels : labels.slice(0, 1);
    const unknown = this.names.size ? wanted.filter((name) => !this.names.has(name)) : [];
    for (const name of unknown) {
      const message = `names \`${name}\`, which is not in \`categories\`. It was ignored.`;
      this.report('initial-value', [{ code: 'unknown-category', severity: 'warning', message }]);
    }
    const annotations: Choice[] = wanted
      .filter((name) => !unknown.includes(name))
      .map((label) => ({ id: choiceId(label, this.isMultiple), kind: 'choice', label }));
    if (comment && this.takesComment) annotations.push({ id: commentId, kind: 'comment', label: '', text: comment });
    this.store.load({ annotations, facts: { nothingToLabel: false } });
    if (unknown[0] !== undefined) this.warn(t.unknownInitial(unknown[0]));
  }

  /** The worker chooses a category, or takes the choice back where several can be chosen. */
  protected readonly pick = (category: string): void => {
    if (!this.canEdit || this.isExcluded || !this.names.has(category)) return;
    const { isMultiple, store } = this;
    const id = choiceId(category, isMultiple);
    const before = store.get(id);
    const choice: Choice = { id, kind: 'choice', label: category };
    if (isMultiple && before) store.change('unchoose', (tx) => tx.remove(id));
    else if (before?.label !== category) {
      store.change('choose', (tx) => (before ? tx.update(id, choice) : tx.insert(choice)));
    }
    this.picker?.reveal(category);
    if (!isMultiple) this.advance.chosen(category);
  };

  private readonly toggleExclusion = (): void => {
    const { store } = this;
    if (!this.canEdit || !this.exclusionText) return;
    if (this.isExcluded) store.change('include', (tx) => tx.remove(exclusionId));
    else {
      store.change('exclude', (tx) => {
        for (const { id, kind } of store.snapshot.annotations) if (kind === 'choice') tx.remove(id);
        tx.insert({ id: exclusionId, kind: 'exclusion', label: this.exclusionText });
      });
    }
  };

  private readonly saveComment = (text: string): void => {
    const { store } = this;
    const before = store.get(commentId);
    if (!this.canEdit || (before?.text ?? '') === text) return;
    store.change('comment', (tx) => {
      if (!text) tx.remove(commentId);
      else if (before) tx.update(commentId, { ...before, text });
      else tx.insert({ id: commentId, kind: 'comment', label: '', text });
    });
  };

  protected override announcement(event: StoreEvent<Choice>): string | undefined {
    if (event.type === 'undo') return t.undone();
    if (event.type === 'redo') return t.redone();
    if (event.type !== 'commit') return undefined;
    const last = event.changes.at(-1);
    const record = last?.type === 'replace' ? last.after : last && 'annotation' in last ? last.annotation : undefined;
    const label = record?.label ?? '';
    switch (event.step.name) {
      case 'choose':
        // What becomes of it is told instead.
        return !this.isMultiple && this.hasAttribute('auto-advance') ? undefined : t.chosen(label);
      case 'unchoose':
        return t.unchosen(label);
      case 'exclude':
        return t.excluded(this.exclusionText);
      case 'include':
        return t.included(this.exclusionText);
      default:
        return last?.type === 'remove' ? t.commentRemoved() : t.commentSaved();
    }
  }

  protected override get draftLabels(): readonly string[] {
    return this.labelList.map(({ name }) => name);
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.picker?.list ?? undefined;
  }

  /** Opens the frame; subclasses call it once, with the session of their picture if they have one. */
  protected openFrame(session?: WorkSession): void {
    this.frame = new TaskFrame(this, {
      session,
      commands: () => this.allCommands(),
      choices: () => categoryKeyChoices(this.choices),
      regions: ['classification-target', 'worker-comment'],
      guide: () => [
        { icon: 'check', title: t.categories(), text: this.isMultiple ? t.guideMany() : t.guideOne() },
        ...(this.labelList.length >= SEARCH_FROM
          ? [{ icon: 'search', title: t.findCategory(), text: t.guideSearch() }]
          : []),
        ...(session ? [{ icon: 'zoom-in', title: t.moveAndZoom(), text: t.guideZoom() }] : []),
      ],
    });
  }

  private allCommands(): Command[] {
    const history = this.historyCommands().map((command) =>
      command.id === 'undo' ? this.advance.wrapUndo(command, () => this.canEdit) : command,
    );
    return [...history, ...this.targetCommands(), ...categoryCommands(this.choices)];
  }

  private get choices(): CategoryChoices {
    return {
      labels: this.labelList,
      exclusion: this.exclusionText,
      hasComment: this.takesComment && this.querySelector(':scope > worker-comment') !== null,
      canEdit: () => this.canEdit,
      pick: this.pick,
      toggleExclusion: this.toggleExclusion,
      startSearch: () => void this.picker?.startSearch(),
      openComment: () => void this.commentPiece?.open(),
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.refreshValidity();
  }

  override render(): TemplateResult {
    return this.frame.render({
      header: this.header,
      toolbar: this.renderToolbar(),
      stage: this.renderTarget(),
      minimap: this.renderMinimap(),
      notice: html`${this.renderOffer() ?? nothing}${this.advance.render()}`,
      side: html`
        <div class="annotation-area picker-area">
          <div class="category-picker-wrapper">
            <oce-category-picker
              .categories=${this.labelList}
              .chosen=${new Set(this.chosenNames())}
              .isMultiple=${this.isMultiple}
              .isLocked=${this.isDisabled || this.readonly}
              .exclusion=${
                this.exclusionText
                  ? {
                      text: this.exclusionText,
                      hotkey: exclusionKey(this.labelList),
                      isActive: this.isExcluded,
                    }
                  : undefined
              }
              .problem=${this.shownProblem}
              .firstKey=${this.frame.firstKey}
              .pick=${this.pick}
              .toggleExclusion=${this.toggleExclusion}
              .leave=${() => this.targetArea?.focus()}
            ></oce-category-picker>
            ${
              this.takesComment
                ? html`<oce-comment
                    .comment=${this.workerComment}
                    .isLocked=${this.isDisabled || this.readonly}
                    .save=${this.saveComment}
                  ></oce-comment>`
                : nothing
            }
          </div>
          ${this.renderAside()}
        </div>
        ${this.renderVoice()}
      `,
      sideTitle: t.categories(),
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
    });
  }
}
