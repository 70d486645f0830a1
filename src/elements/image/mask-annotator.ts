import { html, type PropertyDeclaration, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Decoded } from '../../answers/decode.js';
import { plainScale } from '../../canvas/grey-window.js';
import { patternOf } from '../../canvas/mask/color-table.js';
import { maskCommands } from '../../canvas/mask/mask-commands.js';
import { bufferChanges } from '../../canvas/mask/mask-document.js';
import { MaskEncoder } from '../../canvas/mask/mask-encoder.js';
import type { Marks } from '../../canvas/mask/mask-settings.js';
import { MaskSession, type MaskMode } from '../../canvas/mask/mask-session.js';
import { MaskStage } from '../../canvas/mask/mask-stage.js';
import type { HostSegmenter } from '../../canvas/mask/segment-service.js';
import { PicturePixels } from '../../canvas/mask/picture-pixels.js';
import type { PictureState } from '../../canvas/picture.js';
import { offerWindows } from '../../canvas/window-presets.js';
import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { DraftBuffer } from '../../document/draft-keeper.js';
import type { Size } from '../../geometry/types.js';
import type { Label } from '../../labels/label.js';
import { displayNameOf, labelsFromNames } from '../../labels/labels.js';
import { annotatorTerms } from '../../locales/terms/annotator.js';
import { imageTerms } from '../../locales/terms/image.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { createMask } from '../../mask/index-mask.js';
import { readData, readStrings } from '../../parse/attributes.js';
import { frameStyles, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { AnnotatorElement, type LabelReading } from '../annotator-element.js';
import { fillStyles } from '../fill-controller.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { announceMask } from './announce-mask.js';
import { MaskDrafts } from './mask-drafts.js';
import { maskGuide } from './mask-guide.js';
import { readInitialMask } from './mask-initial.js';
import { MaskLookController } from './mask-look-controller.js';
import { maskStyles } from './mask.styles.js';
import { createMaskTools } from './mask-tools.js';
import { defineMaskPieces } from './oce-mask-options.js';
import { RemovedLabels } from './removed-labels.js';
import { isSamePicture, PictureController } from './picture-controller.js';
import { ReadyPromise } from './ready-promise.js';
import { SegmenterController } from './segmenter-controller.js';
import { stageStyles } from './stage.styles.js';

/**
 * What both mask annotators have in common: picture, mask, tools, lists, initial mask, drafts and answer.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @prop {string[]} labelColors - Colours of the labels, in their order, as `#rrggbb`.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown and the mask can be painted.
 * @fires {CustomEvent} picture-ready - The picture is shown and the mask can be painted.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart stage - The drawing area.
 */
export abstract class MaskAnnotator extends AnnotatorElement<InstanceAnnotation> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, maskStyles];

  protected abstract readonly mode: MaskMode;
  private readonly pictures = new PictureController(this);
  private taskSession?: MaskSession;
  private taskEncoder?: MaskEncoder;
  private taskDrafts?: MaskDrafts;
  private frame?: TaskFrame;
  private view?: MaskStage;
  private given?: { readonly data: unknown; readonly attribute: string };
  private opening?: AbortController;
  private opened: Promise<void> = Promise.resolve();
  private readonly ready = new ReadyPromise();
  private readonly segmenters = new SegmenterController(
    this,
    () => this.session,
    () => this.refreshCommands(),
  );

  private readonly looks = new MaskLookController(this, this.internals.states as Set<string>, () => this.session);
  private readonly removed = new RemovedLabels(this, () => this.session);
  private givenWindow?: unknown;

  @query('.stage') private stage!: HTMLElement;
  @property() src: string | null = null;

  constructor() {
    super();
    this.addController(this.pictures);
  }

  /**
   * Turns extreme points and clicks into masks. The built-in one needs no download and no network; a model or a service
   * takes its place when it is assigned, and `null` switches the tool off.
   */
  @property({ attribute: false, noAccessor: true })
  get segmenter(): HostSegmenter | null | undefined {
    return this.segmenters.given;
  }
  set segmenter(segmenter: HostSegmenter | null | undefined) {
    this.segmenters.given = segmenter;
  }

  /**
   * What tells labels apart besides their colours: `patterns`, or `letters` (the keys of the labels; objects have their
   * number). Workers may choose otherwise. The answer keeps its colours.
   */
  @property()
  get marks(): Marks {
    return this.looks.marks;
  }
  set marks(marks: unknown) {
    this.report('marks', this.looks.propose(marks));
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
    // Every mask task has the tool; without a scale it speaks of grey levels.
    this.session.windowScale ??= plainScale;
  }

  get labelColors(): string[] {
    return this.session.labels.map((label) => label.color);
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

  /** Finishes the encoding of the mask, so that the next answer is small and at hand. Called by `crowd-form`. */
  async prepareAnswer(): Promise<void> {
    this.store.openStep?.commit();
    await this.opened;
    await this.encoder.prepare();
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    const { session } = this;
    session.setPicture(state);
    session.picturePixels =
      state.type === 'ready' && state.readable && image ? new PicturePixels(image, state.size, state.url, state.file) : undefined;
    this.view?.setImage(image);
    if (state.type === 'ready') {
      // A moved element, or one whose address was signed anew, shows its picture again; the mask is there already.
      const { mask } = session.pixels;
      if (mask?.width !== state.size.width || mask.height !== state.size.height) this.openMask();
      void this.opened.then(() => {
        this.ready.announce();
        this.emit('picture-ready');
      });
    } else if (state.type === 'failed') this.reportFailure(state.url, state.reason);
    this.requestUpdate();
  }

  private reportFailure(url: string, reason: string): void {
    this.emit('picture-failed', { url, reason });
    const message = `names a picture that cannot be shown (${reason}): \`${url}\`. Check that the address opens in a browser.`;
    this.report('src', [{ code: `picture-${reason}`, severity: 'error', message }]);
  }

  protected get session(): MaskSession {
    return (this.taskSession ??= this.openSession());
  }

  private get encoder(): MaskEncoder {
    return (this.taskEncoder ??= new MaskEncoder(this.session));
  }

  private get drafts(): MaskDrafts {
    return (this.taskDrafts ??= new MaskDrafts(this.session.pixels));
  }

  protected override get store(): AnnotationStore<InstanceAnnotation> {
    return this.session.store;
  }

  protected override get draftBuffer(): DraftBuffer {
    return this.drafts;
  }

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.stage ?? undefined;
  }

  protected override readLabels(source: unknown): LabelReading {
    const names = readStrings(source);
    const labels = labelsFromNames(names.value);
    return {
      value: labels.value,
      source: labels.value.map((label) => label.name),
      problems: [...names.problems, ...labels.problems],
    };
  }

  protected override showLabels(labels: readonly Label[]): void {
    this.session.setLabels(labels);
    const lost = this.removed.check();
    if (lost) this.warn(lost);
  }

  protected override isShown(record: InstanceAnnotation): boolean {
    return this.session.isShown(record);
  }

  /** The answer's other parts, besides the mask picture. */
  protected abstract encodeWith(
    records: readonly InstanceAnnotation[],
    mask: { readonly size: Size; readonly pngImageData: string },
  ): object;

  protected override encodeAnswer(records: readonly InstanceAnnotation[]): object {
    const { picture } = this.session;
    const size = picture.type === 'ready' ? picture.size : { width: 0, height: 0 };
    const answer = this.encodeWith(records, { size, pngImageData: this.encoder.now() });
    return picture.type === 'ready' ? answer : { ...answer, inputImageProperties: undefined };
  }

  /** The records; whether pixels differ is a matter of tiles, see `isModified`. */
  protected override fingerprint(records: readonly InstanceAnnotation[]): string {
    return JSON.stringify(records.map(({ label, index, color }) => [label, index, color]));
  }

  protected override isModified(initial: readonly InstanceAnnotation[]): boolean {
    const changes = this.store.history.flatMap((step) => bufferChanges(step.changes));
    return this.drafts.differs(changes) || super.isModified(initial);
  }

  protected override decodeAnswer(): Decoded<InstanceAnnotation> {
    // Masks arrive later, see `load`.
    return { annotations: [], problems: [] };
  }

  protected override loadInitial(): void {
    this.given = undefined;
    super.loadInitial();
    if (!this.given) this.openMask();
  }

  protected override load(source: unknown, attribute: string): void {
    const { value, problems } = readData(source);
    this.report(attribute, problems);
    this.given = value === undefined || value === null ? undefined : { data: value, attribute };
    this.store.load({ annotations: [], facts: { nothingToLabel: false } });
    this.openMask();
  }

  /** Opens the mask as soon as the size of the picture is known: blank, or as given. */
  private openMask(): void {
    this.opening?.abort();
    this.opening = new AbortController();
    const { picture } = this.session;
    this.drafts.close();
    // The picture of the task before may still be on show.
    if (picture.type !== 'ready' || picture.url !== this.src) return;
    this.opened = this.readMask(picture.size, this.opening.signal).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    });
  }

  private async readMask(size: Size, signal: AbortSignal): Promise<void> {
    const { given, session } = this;
    const blank = () => createMask(size.width, size.height);
    if (!given) {
      this.drafts.began(blank(), true);
      return;
    }
    const labels = session.labels.map(({ name }) => name);
    const read = await readInitialMask({ mode: this.mode, data: given.data, labels, size, signal });
    signal.throwIfAborted();
    this.report(given.attribute, read.problems);
    const isTakenUp = this.drafts.began(read.mask ?? blank(), !read.mask);
    if (!isTakenUp && read.records.length) {
      this.store.load({ annotations: read.records, facts: { nothingToLabel: false } });
      if (given.attribute === 'initial-value') this.rememberInitial();
    }
    if (read.warning) this.warn(read.warning);
  }

  protected override refreshValidity(): void {
    const { annotations, facts } = this.store.snapshot;
    const { pixels } = this.session;
    const isPainted = annotations.some((record) => this.isShown(record) && pixels.areaOf(record.index) > 0);
    if (facts.nothingToLabel || isPainted || this.readonly) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, annotatorTerms.needsAnnotation(), this.validityAnchor);
  }

  protected override announcement(event: StoreEvent<InstanceAnnotation>): string | undefined {
    return announceMask(this.session, event);
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

  private openSession(): MaskSession {
    defineMaskPieces();
    const session = new MaskSession(this.mode, createMaskTools);
    this.taskSession = session;
    session.windowScale = plainScale;
    session.commands = maskCommands({ session, view: () => this.view });
    this.frame = new TaskFrame(this, {
      session: session as unknown as WorkSession,
      guide: () => maskGuide(),
      drawingSettings: () => html`<oce-mask-look></oce-mask-look>`,
    });
    this.connectStore();
    return session;
  }

  /** Which tools there are depends on the segmenter. */
  private refreshCommands(): void {
    const { session } = this;
    session.commands = maskCommands({ session, view: () => this.view });
    session.changed.notify('tool');
  }

  private openView(): void {
    if (this.view) return;
    this.view = new MaskStage(this.stage, this.session);
    this.pictures.hostConnected();
    this.requestUpdate();
  }

  private describe(record: InstanceAnnotation): string {
    const { pixels } = this.session;
    const area = pixels.areaOf(record.index);
    const total = pixels.mask?.data.length ?? 0;
    return area && total ? t.area(area, area / total) : t.emptyRegion();
  }

  private readonly addAction = {
    icon: 'plus',
    title: (label: Label) => t.addInstanceOf(displayNameOf(label)),
    run: (label: Label) => this.session.addInstance(label),
  };

  override render() {
    const isInstance = this.mode === 'instance';
    return this.frame?.render({
      header: this.header,
      toolbar: html`<oce-toolbar></oce-toolbar><oce-mask-options></oce-mask-options>`,
      stage: html`
        <div class="stage" part="stage" tabindex="0" role="application" aria-label=${imageTerms.stage()}></div>
        <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
      `,
      side: html`
        <oce-label-pane .action=${isInstance ? this.addAction : undefined}></oce-label-pane>
        <oce-object-list
          .describe=${(record: InstanceAnnotation) => this.describe(record)}
          .deleteObjects=${(ids: readonly string[]) => this.session.remove(ids)}
          .hasLabelColors=${!isInstance}
          .patternOf=${(record: InstanceAnnotation) => patternOf(this.session, record)}
        ></oce-object-list>
      `,
      status: html`<oce-status></oce-status>`,
      minimap: this.view?.minimap.element,
      notice: html`${this.renderOffer()}${this.removed.render()}`,
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
    });
  }
}
