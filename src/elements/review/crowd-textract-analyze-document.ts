import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DOCUMENT_KEY } from '../../answers/answer-keys.js';
import type { Contribution } from '../../answers/collect.js';
import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { PictureState } from '../../canvas/picture.js';
import { StageView } from '../../canvas/stage-view.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { classifyTerms } from '../../locales/terms/classify.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { readList, readStrings } from '../../parse/attributes.js';
import type { JsonValue } from '../../parse/json.js';
import { frameStyles, icon, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { FillController, fillStyles } from '../fill-controller.js';
import { PictureController } from '../image/picture-controller.js';
import { stageStyles } from '../image/stage.styles.js';
import { TaskElement } from '../task-element.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { documentStyles } from './document.styles.js';
import { handlePairKey, pairCommands } from './pair-commands.js';
import { PairReview } from './pair-review.js';
import { judgements, readWantedKeys, type PairPart, type PairRecord, type WantedKey } from './pairs.js';
import { renderPair } from './render-pair.js';

/**
 * Lets a worker check what was read from a form: the document at one side, keys and values at the other.
 *
 * @element crowd-textract-analyze-document
 * @attr {string} src - Address of the picture of the document.
 * @attr {string} initial-value - Detected blocks, as Amazon Textract gives them.
 * @attr {string} keys - Keys to look for: `[{importantFormKey: 'Name', importantFormKeyAliases: ['Full name']}]`.
 * @attr {string} block-types - Only `['KEY_VALUE_SET']` is known.
 * @attr {boolean} no-key-edit - Keys that were detected cannot be changed.
 * @attr {boolean} no-geometry-edit - Places of keys and values on the page cannot be moved or drawn.
 * @attr {boolean} compact - Hides header, instructions and footer, for embedding.
 * @prop {object} value - The answer as it stands now; never null. Setting one replaces the pairs.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown.
 * @fires {CustomEvent} picture-ready - The picture is shown.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart pair - A key with its value. Also `pair-current`.
 */
export class CrowdTextractAnalyzeDocument extends TaskElement<PairRecord> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, documentStyles];

  /** Tells `crowd-form` that this widget fills the page and has a Submit button of its own. */
  readonly isFullPageWidget = true;

  private readonly review: PairReview;
  private readonly session: AnnotatorSession;
  private readonly frame: TaskFrame;
  private readonly pictures = new PictureController(this);
  private view?: StageView<ShapeAnnotation>;
  private wanted: readonly WantedKey[] = [];
  private initialSource: unknown;
  private keySource: readonly JsonValue[] = [];
  private blockTypeSource: readonly string[] = [];
  private announcePicture!: () => void;
  private isPictureShown = false;

  @query('.stage') private stage!: HTMLElement;
  @query('.pairs') private list!: HTMLElement | null;

  @property() src: string | null = null;
  @property({ type: Boolean, attribute: 'no-key-edit' }) noKeyEdit = false;
  @property({ type: Boolean, attribute: 'no-geometry-edit' }) noGeometryEdit = false;

  pictureReady = new Promise<void>((resolve) => (this.announcePicture = resolve));

  constructor() {
    super();
    const asked = () => this.canEdit;
    const canMove = () => this.canEdit && !this.noGeometryEdit;
    this.review = new PairReview(this.store, {
      get canEdit() {
        return asked();
      },
      get canMovePlaces() {
        return canMove();
      },
      commitTyping: () => this.commitTyping(),
      showCurrent: (focus) => this.showCurrent(focus),
      focusPage: () => this.stage.focus(),
      submit: () => this.handleSubmit(),
      requestUpdate: () => this.requestUpdate(),
    });
    this.session = this.review.places.session;
    this.addController(new FillController(this, this.internals.states));
    this.addController(this.pictures);
    this.frame = new TaskFrame(this, {
      session: this.session as unknown as WorkSession,
      commands: () => [...this.historyOfPairs(), ...pairCommands(this.review, this.session)],
      choices: () => this.judgementKeys(),
      guide: () => [
        { icon: 'check', title: t.pairs(), text: t.guidePairs() },
        ...(this.noGeometryEdit ? [] : [{ icon: 'box', title: t.places(), text: t.guidePlaces() }]),
        { icon: 'zoom-in', title: classifyTerms.moveAndZoom(), text: classifyTerms.guideZoom() },
      ],
    });
  }

  /** Detected blocks, as text or as data. Setting them starts the task anew. */
  @property({ attribute: 'initial-value' })
  get initialValue(): unknown {
    return this.initialSource;
  }
  set initialValue(source: unknown) {
    this.initialSource = source ?? undefined;
    this.loadInitial();
  }

  /** Keys to look for, with accepted spellings. */
  @property({ attribute: 'keys' })
  get keys(): JsonValue[] {
    return structuredClone(this.keySource) as JsonValue[];
  }
  set keys(source: unknown) {
    const { value, problems } = readList(source);
    this.report('keys', problems);
    this.keySource = value;
    this.wanted = readWantedKeys(value);
    this.loadInitial();
  }

  /** Types of blocks that are reviewed. */
  @property({ attribute: 'block-types' })
  get blockTypes(): string[] {
    return [...this.blockTypeSource];
  }
  set blockTypes(source: unknown) {
    const { value, problems } = readStrings(source);
    this.report('block-types', problems);
    this.blockTypeSource = value;
    const others = value.filter((type) => type !== 'KEY_VALUE_SET');
    if (!others.length) return;
    const message = `names \`${others.join('`, `')}\`; only \`KEY_VALUE_SET\` can be reviewed.`;
    this.report('block-types', [{ code: 'other-block-type', severity: 'warning', message }]);
  }

  get value(): Record<string, unknown> {
    return this.currentAnswer();
  }
  set value(source: unknown) {
    this.load(source, true);
  }

  override answerContribution(): Contribution | undefined {
    if (this.isDisabled) return undefined;
    return { name: DOCUMENT_KEY, type: 'value', value: this.currentAnswer()[DOCUMENT_KEY] };
  }

  /** Moves focus to the first pair that nobody has judged, or to the first of all. */
  override focus(options?: FocusOptions): void {
    (this.validityAnchor ?? this.list?.querySelector<HTMLElement>('.pair-value'))?.focus(options);
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.list?.querySelector<HTMLElement>('.pair:not(.is-judged) .pair-value') ?? undefined;
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.review.places.refresh();
      this.isPictureShown = true;
      this.announcePicture();
      this.emit('picture-ready');
    } else if (state.type === 'failed') {
      this.emit('picture-failed', { url: state.url, reason: state.reason });
      const message = `names a picture that cannot be shown (${state.reason}): \`${state.url}\`. Check that the address opens in a browser.`;
      this.report('src', [{ code: `picture-${state.reason}`, severity: 'error', message }]);
    }
    this.requestUpdate();
  }

  protected override get answerName(): string {
    return DOCUMENT_KEY;
  }

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override get draftLabels(): readonly string[] {
    return this.wanted.map(({ name }) => name);
  }

  protected override say(text: string, tone: 'info' | 'warning' = 'info'): void {
    this.session.say(text, tone);
  }

  protected override currentAnswer(): Record<string, unknown> {
    return this.review.answer();
  }

  protected override missingText(): string | undefined {
    const { openCount } = this.review;
    return openCount ? t.openPairs(openCount) : undefined;
  }

  protected override loadInitial(): void {
    this.load(this.initialSource);
  }

  private load(source: unknown, isValue = false): void {
    const problems = this.review.load(source, this.wanted, isValue);
    this.report('initial-value', problems);
    if (problems.some(({ severity }) => severity === 'error')) this.warn(t.unreadablePairs());
  }

  protected override announcement(event: StoreEvent<PairRecord>): string | undefined {
    return this.review.announcement(event);
  }

  private commitTyping(): void {
    const field = this.shadowRoot?.activeElement;
    if (field instanceof HTMLInputElement && field.type === 'text') this.keepText(field);
  }

  private keepText(field: HTMLInputElement): void {
    const id = field.closest<HTMLElement>('.pair')?.dataset['id'];
    if (id !== undefined) this.review.keepText(id, field.classList.contains('pair-key') ? 'key' : 'value', field.value);
  }

  private showCurrent(focus: PairPart | undefined): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const card = this.list?.querySelector<HTMLElement>('.pair.is-current');
      card?.scrollIntoView({ block: 'nearest' });
      const field = focus && card?.querySelector<HTMLInputElement>(`.pair-${focus}`);
      field?.select();
      field?.focus();
    });
  }

  /** Enter goes on to the next pair, so submitting takes one key more. */
  private historyOfPairs(): Command[] {
    return this.historyCommands().map((command) =>
      command.id === 'submit' ? { ...command, keys: ['Mod+Enter'] } : command,
    );
  }

  private judgementKeys() {
    if (this.review.current === undefined) return [];
    return judgements.map((label, index) => ({
      hotkey: String(index + 1),
      title: t.judgement(label),
      choose: () => this.review.judge(label),
    }));
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (this.review.current !== undefined) handlePairKey(event, this.review);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.refreshValidity();
    if (!changed.has('src')) return;
    if (this.hasUpdated) this.openTask();
    // Who waits since before the first picture waits for this one.
    if (this.isPictureShown) this.pictureReady = new Promise((resolve) => (this.announcePicture = resolve));
    this.isPictureShown = false;
    this.pictures.show(this.src);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.openView();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
  }

  protected override firstUpdated(): void {
    this.openView();
    super.firstUpdated();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const mayFix = ['noGeometryEdit', 'readonly', 'disabled', 'isSubmitting'] as const;
    if (mayFix.some((name) => (changed as ReadonlyMap<unknown, unknown>).has(name))) this.review.places.refresh();
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.view.setImage(this.pictures.image);
    this.requestUpdate();
  }

  /** What is to be drawn on the page now. */
  private get drawHint(): string {
    const { places, pairs, current } = this.review;
    const key = pairs.find(({ id }) => id === current)?.key ?? '';
    return places.drawing ? t.drawPlace(places.drawing === 'key', key) : '';
  }

  private renderPair(pair: PairRecord, number: number): TemplateResult {
    const { review } = this;
    return renderPair({
      pair,
      number,
      isCurrent: pair.id === review.current,
      confidence: review.blocks.find(({ id }) => id === pair.id)?.confidence,
      isKeyFixed: pair.origin === 'asked' || (pair.origin === 'detected' && this.noKeyEdit),
      isFixed: !this.canEdit,
      enter: () => pair.id === review.current || review.choose(pair.id),
      keepText: (field) => this.keepText(field),
      judge: (label) => review.judge(label, pair.id),
      remove: () => review.remove(pair.id),
      place: review.canMovePlaces ? (part) => review.place(part, { anew: true }) : undefined,
    });
  }

  override render(): TemplateResult {
    const { pairs, openCount, canMovePlaces } = this.review;
    return this.frame.render({
      header: this.header || t.reviewPairs(),
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      stage: html`
        <div class="viewer" part="target" role="group" aria-label=${classifyTerms.picture()}>
          <div
            class="stage"
            part="stage"
            tabindex="0"
            role=${canMovePlaces ? 'application' : 'group'}
            aria-label=${canMovePlaces ? t.placesHelp() : classifyTerms.picture()}
          ></div>
        </div>
        <p class="draw-hint" role="status">${this.drawHint}</p>
        <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
      `,
      minimap: this.view?.minimap.element,
      notice: this.renderOffer(),
      side: html`
        <div class="pairs-head">
          <h2>${t.pairs()}</h2>
          <span class="oce-count" role="status">${t.progress(pairs.length - openCount, pairs.length)}</span>
          <p class="picker-problem">${this.shownProblem}</p>
        </div>
        <p class="oce-hint pairs-empty" ?hidden=${pairs.length > 0}>${t.noPairs()}</p>
        <ol class="pairs" @keydown=${this.handleKey}>
          ${repeat(
            pairs,
            ({ id }) => id,
            (pair, index) => this.renderPair(pair, index + 1),
          )}
        </ol>
        <div class="pairs-foot" ?hidden=${this.noKeyEdit && this.wanted.length === 0}>
          <button class="oce-button" type="button" ?disabled=${!this.canEdit} @click=${() => this.review.add()}>
            ${icon('plus')}${t.addPair()}
          </button>
        </div>
      `,
      sideTitle: t.pairs(),
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
    });
  }
}
