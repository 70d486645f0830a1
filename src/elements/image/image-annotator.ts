import { html, type PropertyDeclaration, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Decoded } from '../../answers/decode.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import { shapeCommands } from '../../canvas/commands.js';
import { offerWindows } from '../../canvas/window-presets.js';
import type { PictureState } from '../../canvas/picture.js';
import { ShapeClipboard } from '../../canvas/shape-clipboard.js';
import { StageView } from '../../canvas/stage-view.js';
import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { labelsFromNames } from '../../labels/labels.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import { readStrings } from '../../parse/attributes.js';
import { frameStyles, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { AnnotatorElement, type LabelReading } from '../annotator-element.js';
import { fillStyles } from '../fill-controller.js';
import { runWhenIdle } from '../idle.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { announcement } from './announce.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { ClipboardController } from './clipboard-controller.js';
import { isSamePicture, PictureController } from './picture-controller.js';
import { RulesController } from './rules-controller.js';
import { rulesStyles } from './rules.styles.js';
import { ReadyPromise } from './ready-promise.js';
import { stageStyles } from './stage.styles.js';

/** Stands in for the picture's size until it is known: nothing is clamped. */
const UNKNOWN_SIZE = { width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER };

/**
 * What all annotators of shapes on a picture have in common: picture, canvas, tools, lists and clipboard.
 *
 * A subclass gives its `AnnotatorDefinition` and nothing else.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @attr {string} rules - What the answer must hold, e.g. `"{counts: {Car: {min: 1}}, minSize: 8}"`; nothing without it.
 * @attr {string} label-colors - Colours of the labels by position, e.g. `"['#ff0000']"`; others have the default.
 * @prop {string[]} labelColors - Colours of the labels, in their order, as `#rrggbb`.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown.
 * @fires {CustomEvent} picture-ready - The picture is shown and can be drawn on.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart stage - The drawing area.
 * @csspart problems - The list of what keeps the answer from being sent, when there are rules.
 * @csspart problem - One entry of it.
 */
export abstract class ImageAnnotator<A extends ShapeAnnotation> extends AnnotatorElement<A> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, rulesStyles];

  protected abstract readonly definition: AnnotatorDefinition<A>;
  private readonly pictures = new PictureController(this);
  private taskSession?: AnnotatorSession<A>;
  private frame?: TaskFrame;
  private view?: StageView<A>;
  private ruleBook!: RulesController<A>;
  private colorSource?: unknown;
  private readonly ready = new ReadyPromise();

  private givenWindow?: unknown;

  @query('.stage') private stage!: HTMLElement;
  @property() src: string | null = null;

  constructor() {
    super();
    this.addController(this.pictures);
  }

  /** Colours of the labels, in their order. Assign colours by position to change them. */
  @property({ attribute: 'label-colors' })
  get labelColors(): string[] {
    return this.session.labels.map((label) => label.color);
  }
  set labelColors(colors: unknown) {
    this.colorSource = colors ?? undefined;
    // An attribute may come before or after the labels that it colours.
    if (this.session.labels.length) this.labels = [...this.labels];
  }

  /** What the answer must hold, e.g. `{counts: {Car: {min: 1}}, minSize: 8}`; as text or as data. */
  @property({ attribute: 'rules' })
  get rules(): unknown {
    return this.session && this.ruleBook.given;
  }
  set rules(source: unknown) {
    if (this.session) this.ruleBook.set(source);
    this.refreshValidity();
    this.session.changed.notify('decorations');
  }

  /**
   * What grey levels stand for, and windows to choose from, for pictures such as those of computed tomography:
   * `{black: -1000, white: 1000, unit: 'HU', presets: {Lung: [-600, 1500]}}` with level and width of each.
   */
  @property({ attribute: 'grey-window' })
  get greyWindow(): unknown {
    return this.givenWindow;
  }
  set greyWindow(source: unknown) {
    this.givenWindow = source ?? undefined;
    this.report('grey-window', offerWindows(this.session, source));
  }

  get pictureReady(): Promise<void> {
    return this.ready.promise;
  }

  // A script may await the new picture in the same breath as it sets the address.
  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    if (name === 'src' && before !== this.src) this.ready?.renew();
    super.requestUpdate(name, before, options);
  }

  override focus(options?: FocusOptions): void {
    this.stage?.focus(options);
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.adjustLoaded((shape) => this.session.kindOf(shape).settle(shape, state.size));
      this.ready.announce();
      this.emit('picture-ready');
    } else if (state.type === 'failed') {
      this.emit('picture-failed', { url: state.url, reason: state.reason });
      const message = `names a picture that cannot be shown (${state.reason}): \`${state.url}\`. Check that the address opens in a browser.`;
      this.report('src', [{ code: `picture-${state.reason}`, severity: 'error', message }]);
    }
    this.requestUpdate();
  }

  protected get session(): AnnotatorSession<A> {
    return (this.taskSession ??= this.openSession());
  }

  protected override get store(): AnnotationStore<A> {
    return this.session.store;
  }

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override refreshValidity(): void {
    super.refreshValidity();
    const { annotations, facts } = this.store.snapshot;
    const isAnswered = facts.nothingToLabel || annotations.some((shape) => this.isShown(shape));
    const problem = isAnswered && !this.readonly ? this.ruleBook.sentence : undefined;
    if (problem) this.updateValidity({ customError: true }, problem, this.validityAnchor);
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.stage ?? undefined;
  }

  protected override readLabels(source: unknown): LabelReading {
    const names = readStrings(source);
    const colors = readStrings(this.colorSource ?? this.getAttribute('label-colors'));
    this.report('label-colors', colors.problems);
    const labels = labelsFromNames(names.value, colors.value);
    return {
      value: labels.value,
      source: labels.value.map((label) => label.name),
      problems: [...names.problems, ...labels.problems],
    };
  }

  protected override showLabels(labels: readonly Label[]): void {
    this.session.setLabels(labels);
  }

  protected override isShown(shape: A): boolean {
    return this.session.isShown(shape);
  }

  protected override encodeAnswer(shapes: readonly A[]): object {
    const { picture } = this.session;
    if (picture.type === 'ready') return this.definition.encode(shapes, picture.size);
    return { ...this.definition.encode(shapes, UNKNOWN_SIZE), inputImageProperties: undefined };
  }

  protected override fingerprint(shapes: readonly A[]): string {
    return JSON.stringify(this.definition.encode(shapes, UNKNOWN_SIZE));
  }

  protected override decodeAnswer(data: unknown): Decoded<A> {
    const { picture } = this.session;
    const size = picture.type === 'ready' ? picture.size : undefined;
    const decoded = this.definition.decode(data, { size, quick: true });
    this.inspectSoon(decoded.annotations);
    return decoded;
  }

  protected override announcement(event: StoreEvent<A>): string | undefined {
    const said = announcement(this.session, event, (shape) => this.definition.describe(shape));
    const remark = this.definition.remark?.();
    return said && remark ? `${said.replace(/[^.。]$/, '$&.')} ${remark}` : (said ?? remark);
  }

  protected override say(text: string, tone?: 'info' | 'warning'): void {
    this.session.say(text, tone);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) {
      if (this.hasUpdated && !isSamePicture(changed.get('src'), this.src)) this.openTask();
      this.pictures.show(this.src);
    }
    this.session.setReadOnly(this.isDisabled || this.readonly);
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
    this.view?.relabel();
  }

  /** Looks through given shapes when nobody waits, and tells the author of the page what is odd about them. */
  private inspectSoon(shapes: readonly A[]): void {
    const { inspect } = this.definition;
    if (!inspect || !shapes.length) return;
    runWhenIdle(inspect(shapes), (problems) => {
      if (this.isConnected) this.report('initial-value', problems);
    });
  }

  private openSession(): AnnotatorSession<A> {
    const { definition } = this;
    const session = new AnnotatorSession<A>({
      kinds: definition.kinds,
      tools: definition.createTools(() => this.session),
      parts: definition.parts,
    });
    this.taskSession = session;
    const clipboard = new ShapeClipboard(session);
    this.ruleBook = new RulesController(session, (problems) => this.report('rules', problems));
    const targets = { session, clipboard, view: () => this.view };
    session.commands = [
      ...shapeCommands(targets, definition.toolCommands, definition.commands?.(targets)),
      this.ruleBook.command,
    ];
    session.decorations = [...(definition.decorations?.(session) ?? []), this.ruleBook.paint];
    this.frame = new TaskFrame(this, {
      session: session as unknown as WorkSession,
      guide: () => definition.guide(),
    });
    this.addController(new ClipboardController(this, session, clipboard));
    this.connectStore();
    return session;
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.pictures.hostConnected();
    this.requestUpdate();
  }

  override render() {
    return this.frame?.render({
      header: this.header,
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      stage: html`
        <div class="stage" part="stage" tabindex="0" role="application" aria-label=${t.stage()}></div>
        <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
      `,
      side: html`
        <oce-label-pane></oce-label-pane>
        <oce-object-list .describe=${(shape: A) => this.definition.describe(shape)}></oce-object-list>
        ${this.ruleBook.render()}
      `,
      status: html`<oce-status></oce-status>`,
      minimap: this.view?.minimap.element,
      notice: this.renderOffer(),
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
    });
  }
}
