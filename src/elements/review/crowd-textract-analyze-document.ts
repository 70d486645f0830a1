import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Contribution } from '../../answers/collect.js';
import { decodeDocument, encodeDocument } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { PictureState } from '../../canvas/picture.js';
import { StageView } from '../../canvas/stage-view.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { Point } from '../../geometry/types.js';
import { classifyTerms } from '../../locales/terms/classify.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { readData, readList, readStrings } from '../../parse/attributes.js';
import type { JsonValue } from '../../parse/json.js';
import { frameStyles, icon, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { FillController, fillStyles } from '../fill-controller.js';
import { PictureController } from '../image/picture-controller.js';
import { stageStyles } from '../image/stage.styles.js';
import { TaskElement } from '../task-element.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { documentStyles } from './document.styles.js';
import { lookCommands } from './look-commands.js';
import { createLookTool } from './look-tool.js';
import { overlayKinds } from './overlay-kinds.js';
import {
  blocksOf,
  judgements,
  pairsToReview,
  readWantedKeys,
  type Judgement,
  type PairRecord,
  type WantedKey,
} from './pairs.js';
import { highlightsOf, ownerOf } from './page-highlights.js';
import { renderPair } from './render-pair.js';

/** The service expects the answer under this name, whatever the element is called. */
const ANSWER_KEY = 'AWS/Textract/AnalyzeDocument/Forms/V1';

/**
 * Lets a worker check what was read from a form: the document at one side, keys and values at the other.
 *
 * @element crowd-textract-analyze-document
 * @attr {string} src - Address of the picture of the document.
 * @attr {string} initial-value - Detected blocks, as Amazon Textract gives them.
 * @attr {string} keys - Keys to look for: `[{importantFormKey: 'Name', importantFormKeyAliases: ['Full name']}]`.
 * @attr {string} block-types - Only `['KEY_VALUE_SET']` is known.
 * @attr {boolean} no-key-edit - Keys that were detected cannot be changed.
 * @attr {boolean} no-geometry-edit - Accepted; places on the page are never a part of the answer.
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

  private readonly session: AnnotatorSession;
  private readonly frame: TaskFrame;
  private readonly pictures = new PictureController(this);
  private view?: StageView<ShapeAnnotation>;
  private blocks: readonly DocumentBlock[] = [];
  private wanted: readonly WantedKey[] = [];
  private initialSource: unknown;
  private keySource: readonly JsonValue[] = [];
  private blockTypeSource: readonly string[] = [];
  private announcePicture!: () => void;
  private isPictureShown = false;

  @query('.stage') private stage!: HTMLElement;
  @query('.pairs') private list!: HTMLElement | null;
  @state() private current?: string;

  @property() src: string | null = null;
  @property({ type: Boolean, attribute: 'no-key-edit' }) noKeyEdit = false;
  @property({ type: Boolean, attribute: 'no-geometry-edit' }) noGeometryEdit = false;

  pictureReady = new Promise<void>((resolve) => (this.announcePicture = resolve));

  constructor() {
    super();
    this.session = new AnnotatorSession<ShapeAnnotation>({
      kinds: overlayKinds,
      tools: [
        createLookTool(
          () => this.session.viewport,
          (point) => this.chooseAt(point),
        ),
      ],
    });
    this.session.changeSettings({ crosshair: false, fillAlpha: 0.15 });
    this.addController(new FillController(this, this.internals.states));
    this.addController(this.pictures);
    this.frame = new TaskFrame(this, {
      session: this.session as unknown as WorkSession,
      commands: () => this.allCommands(),
      choices: () => this.judgementKeys(),
      guide: () => [
        { icon: 'check', title: t.pairs(), text: t.guidePairs() },
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
    this.load(source);
  }

  override answerContribution(): Contribution | undefined {
    if (this.isDisabled) return undefined;
    return { name: ANSWER_KEY, type: 'value', value: this.currentAnswer()[ANSWER_KEY] };
  }

  override focus(): void {
    this.list?.querySelector<HTMLElement>('.pair-value')?.focus();
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.highlight();
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
    return ANSWER_KEY;
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
    return { ...encodeDocument(blocksOf(this.pairs, this.blocks)) };
  }

  protected override missingText(): string | undefined {
    const open = this.pairs.filter(({ label }) => !label).length;
    return open ? t.openPairs(open) : undefined;
  }

  protected override loadInitial(): void {
    this.load(this.initialSource);
  }

  private load(source: unknown): void {
    const data = readData(source);
    const { value, problems } = decodeDocument(data.value);
    const found = [...data.problems, ...problems];
    this.report('initial-value', found);
    this.blocks = value;
    this.current = undefined;
    this.store.load({ annotations: pairsToReview(value, this.wanted), facts: { nothingToLabel: false } });
    if (found.some(({ severity }) => severity === 'error')) this.warn(t.unreadablePairs());
    this.highlight();
  }

  private get pairs(): readonly PairRecord[] {
    return this.store.snapshot.annotations;
  }

  protected override announcement(event: StoreEvent<PairRecord>): string | undefined {
    if (event.type === 'undo') return classifyTerms.undone();
    if (event.type === 'redo') return classifyTerms.redone();
    if (event.type !== 'commit' || event.step.name !== 'judge') return undefined;
    const last = event.changes.at(-1);
    const open = this.pairs.filter(({ label }) => !label).length;
    return last?.type === 'replace' && last.after.label ? t.judged(t.judgement(last.after.label), open) : undefined;
  }

  private alter(pair: PairRecord, step: string, part: Partial<PairRecord>): void {
    const before = this.store.get(pair.id);
    if (!before || !this.canEdit) return;
    const after = { ...before, ...part };
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    this.store.change(step, (tx) => tx.update(pair.id, after));
  }

  private judge(pair: PairRecord, label: Judgement): void {
    this.commitTyping();
    this.alter(pair, 'judge', { label });
    this.highlight();
  }

  /** What is being typed belongs to the answer before anything else happens. */
  private commitTyping(): void {
    const field = this.shadowRoot?.activeElement;
    if (!(field instanceof HTMLInputElement) || field.type !== 'text') return;
    const pair = this.store.get(field.closest<HTMLElement>('.pair')?.dataset['id'] ?? '');
    if (pair) this.keepText(pair, field);
  }

  private keepText(pair: PairRecord, field: HTMLInputElement): void {
    const isKey = field.classList.contains('pair-key');
    this.alter(pair, 'edit', isKey ? { key: field.value } : { value: field.value });
  }

  private choose(id: string | undefined, focus = false): void {
    this.current = id;
    this.highlight();
    const shapes = this.session.store.snapshot.annotations.filter((shape) => ownerOf(shape.id) === id);
    for (const shape of shapes) this.session.viewport.reveal(this.session.kindOf(shape).bounds(shape));
    void this.updateComplete.then(() => {
      const card = this.list?.querySelector<HTMLElement>('.pair.is-current');
      card?.scrollIntoView({ block: 'nearest' });
      if (focus) card?.querySelector<HTMLInputElement>('.pair-value')?.select();
      if (focus) card?.querySelector<HTMLElement>('.pair-value')?.focus();
    });
  }

  private step(by: 1 | -1): void {
    this.commitTyping();
    const { pairs } = this;
    const at = pairs.findIndex(({ id }) => id === this.current);
    const next = at < 0 ? (by > 0 ? 0 : pairs.length - 1) : Math.min(pairs.length - 1, Math.max(0, at + by));
    this.choose(pairs[next]?.id, true);
  }

  /** A click on the page chooses the smallest highlight under it. */
  private chooseAt(point: Point): void {
    const { session } = this;
    const hits = session.store.snapshot.annotations.filter((shape) => session.kindOf(shape).hit(shape, point, 3));
    const [best] = hits.sort((a, b) => session.kindOf(a).area(a) - session.kindOf(b).area(b));
    if (best) this.choose(ownerOf(best.id), true);
  }

  /** Draws keys and values where they were found on the page. */
  private highlight(): void {
    const { picture } = this.session;
    if (picture.type !== 'ready') return;
    const { labels, shapes } = highlightsOf({
      blocks: this.blocks,
      size: picture.size,
      current: this.current,
      isOut: (id) => /^(?:not-a-pair|key-not-found)$/.test(this.store.get(id)?.label ?? ''),
    });
    this.session.setLabels(labels);
    this.session.store.load({ annotations: shapes, facts: { nothingToLabel: false } });
  }

  private addPair(): void {
    if (!this.canEdit) return;
    const id = `added ${newId()}`;
    this.store.change('add', (tx) => tx.insert({ id, kind: 'pair', label: '', key: '', value: '', origin: 'added' }));
    this.choose(id);
    void this.updateComplete.then(() => this.list?.querySelector<HTMLElement>('.is-current .pair-key')?.focus());
  }

  private removePair(pair: PairRecord): void {
    if (this.canEdit) this.store.change('remove', (tx) => tx.remove(pair.id));
  }

  private allCommands(): Command[] {
    const isEnabled = () => this.pairs.length > 0;
    return [
      ...this.historyCommands().filter(({ id }) => id !== 'submit'),
      { ...this.historyCommands().find(({ id }) => id === 'submit')!, keys: ['Mod+Enter'] },
      {
        id: 'next-pair',
        group: 'labels',
        title: t.nextPair,
        keys: ['Enter', 'KeyJ'],
        isEnabled,
        run: () => this.step(1),
      },
      {
        id: 'previous-pair',
        group: 'labels',
        title: t.previousPair,
        keys: ['KeyK'],
        isEnabled,
        run: () => this.step(-1),
      },
      ...lookCommands(this.session),
    ];
  }

  private judgementKeys() {
    const pair = this.store.get(this.current ?? '');
    if (!pair) return [];
    return judgements.map((label, index) => ({
      hotkey: String(index + 1),
      title: t.judgement(label),
      choose: () => this.judge(pair, label),
    }));
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    const pair = this.store.get(this.current ?? '');
    if (!pair || event.isComposing) return;
    const digit = event.altKey ? /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1] : undefined;
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (digit) this.judge(pair, judgements[Number(digit) - 1] as Judgement);
    else if (event.key === 'Enter' && isField && !event.ctrlKey && !event.metaKey) {
      // Who confirms the text says that the pair is valid, unless it has been judged already.
      this.commitTyping();
      if (!pair.label) this.judge(pair, (event.target as HTMLInputElement).value ? 'valid' : 'value-blank');
      this.step(1);
    } else if (event.key === 'ArrowDown' && isField) this.step(1);
    else if (event.key === 'ArrowUp' && isField) this.step(-1);
    else if (event.key === 'Enter' && isField) {
      this.commitTyping();
      this.handleSubmit();
    } else return;
    event.preventDefault();
    event.stopPropagation();
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

  protected override updated(): void {
    this.stage.removeAttribute('aria-label');
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.pictures.hostConnected();
    this.requestUpdate();
  }

  private renderPair(pair: PairRecord, number: number): TemplateResult {
    return renderPair({
      pair,
      number,
      isCurrent: pair.id === this.current,
      confidence: this.blocks.find(({ id }) => id === pair.id)?.confidence,
      isKeyFixed: pair.origin === 'asked' || (pair.origin === 'detected' && this.noKeyEdit),
      isFixed: !this.canEdit,
      enter: () => pair.id === this.current || this.choose(pair.id),
      keepText: (field) => this.keepText(pair, field),
      judge: (label) => this.judge(pair, label),
      remove: () => this.removePair(pair),
    });
  }

  override render(): TemplateResult {
    const { pairs } = this;
    const done = pairs.filter(({ label }) => label).length;
    return this.frame.render({
      header: this.header || t.reviewPairs(),
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      stage: html`
        <div class="viewer" part="target" tabindex="0" role="group" aria-label=${classifyTerms.picture()}>
          <div class="stage" part="stage"></div>
        </div>
        <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
      `,
      minimap: this.view?.minimap.element,
      notice: this.renderOffer(),
      side: html`
        <div class="pairs-head">
          <h2>${t.pairs()}</h2>
          <span class="oce-count" role="status">${t.progress(done, pairs.length)}</span>
          <p class="picker-problem" role="alert">${this.shownProblem}</p>
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
          <button class="oce-button" type="button" ?disabled=${!this.canEdit} @click=${this.addPair}>
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
