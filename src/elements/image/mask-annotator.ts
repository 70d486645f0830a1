import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
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
import { removeRecords } from '../../canvas/mask/record-edits.js';
import type { PictureState } from '../../canvas/picture.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { DraftBuffer } from '../../document/draft-keeper.js';
import type { Size } from '../../geometry/types.js';
import type { Label } from '../../labels/label.js';
import { displayNameOf } from '../../labels/labels.js';
import { annotatorTerms } from '../../locales/terms/annotator.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { createMask } from '../../mask/index-mask.js';
import { readData } from '../../parse/attributes.js';
import { frameStyles } from '../../workspace/index.js';
import { addToolIcons } from '../../workspace/tool-icons.js';
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
import { SegmenterController } from './segmenter-controller.js';
import { stageStyles } from './stage.styles.js';
import { PictureAnnotator } from './picture-annotator.js';

addToolIcons();

/**
 * What both mask annotators have in common: mask, tools, lists, initial mask, drafts and answer.
 *
 * @prop {string[]} labelColors - Colours of the labels, in their order, as `#rrggbb`.
 */
export abstract class MaskAnnotator extends PictureAnnotator<InstanceAnnotation, MaskSession, MaskStage> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, maskStyles];

  protected abstract readonly mode: MaskMode;
  private taskEncoder?: MaskEncoder;
  private taskDrafts?: MaskDrafts;
  private given?: { readonly data: unknown; readonly attribute: string };
  private opening?: AbortController;
  private opened: Promise<void> = Promise.resolve();
  private readonly segmenters = new SegmenterController(
    this,
    () => this.session,
    () => this.refreshCommands(),
  );

  private readonly looks = new MaskLookController(this, this.internals.states as Set<string>, () => this.session);
  private readonly removed = new RemovedLabels(this, () => this.session);

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

  override get greyWindow(): unknown {
    return super.greyWindow;
  }
  override set greyWindow(source: unknown) {
    super.greyWindow = source;
    // Every mask task has the tool; without a scale it speaks of grey levels.
    this.session.windowScale ??= plainScale;
  }

  get labelColors(): string[] {
    return this.session.labels.map((label) => label.color);
  }

  /** Finishes the encoding of the mask, so that the next answer is small and at hand. Called by `crowd-form`. */
  async prepareAnswer(): Promise<void> {
    const { work } = this.session;
    if (!work.isBusy) this.session.endGesture();
    if (!work.isBusy) this.store.openStep?.commit();
    await work.idle();
    this.store.openStep?.commit();
    await this.opened;
    await this.encoder.prepare();
  }

  override setPicture(state: PictureState, image?: HTMLImageElement): void {
    const isReadable = state.type === 'ready' && state.readable && image;
    this.session.picturePixels = isReadable ? new PicturePixels(image, state.size, state.url, state.file) : undefined;
    super.setPicture(state, image);
  }

  protected override openPicture({ size }: { readonly size: Size }): Promise<void> {
    // A moved element, or one whose address was signed anew, shows its picture again; the mask is there already.
    const { mask } = this.session.pixels;
    if (mask?.width !== size.width || mask.height !== size.height) this.openMask();
    return this.opened;
  }

  private get encoder(): MaskEncoder {
    return (this.taskEncoder ??= new MaskEncoder(this.session));
  }

  private get drafts(): MaskDrafts {
    return (this.taskDrafts ??= new MaskDrafts(this.session.pixels));
  }

  protected override get draftBuffer(): DraftBuffer {
    return this.drafts;
  }

  protected override showLabels(labels: readonly Label[]): void {
    super.showLabels(labels);
    const lost = this.removed.check();
    if (lost) this.warn(lost);
  }

  /** The answer's other parts, besides the mask picture. */
  protected abstract encodeWith(
    records: readonly InstanceAnnotation[],
    mask: { readonly size: Size; readonly pngImageData: string },
  ): object;

  protected override currentAnswer(): Record<string, unknown> {
    // What is being written is written now: no answer holds the half of a region.
    if (this.session.work.isBusy) this.store.openStep?.commit();
    return super.currentAnswer();
  }

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
      this.drafts.began(blank());
      return;
    }
    const labels = session.labels.map(({ name }) => name);
    const read = await readInitialMask({ mode: this.mode, data: given.data, labels, size, signal });
    signal.throwIfAborted();
    this.report(given.attribute, read.problems);
    const isTakenUp = this.drafts.began(read.mask ?? blank(), read.packed);
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

  protected override createSession(): MaskSession {
    defineMaskPieces();
    const session = new MaskSession(this.mode, createMaskTools);
    session.windowScale = plainScale;
    session.commands = maskCommands({ session, view: () => this.view });
    return session;
  }

  protected override createView(stage: HTMLElement): MaskStage {
    return new MaskStage(stage, this.session);
  }

  protected override readonly frameOptions = {
    guide: () => maskGuide(this.session.segmenter !== undefined),
    drawingSettings: () => html`<oce-mask-look></oce-mask-look>`,
  };

  /** Which tools there are depends on the segmenter. */
  private refreshCommands(): void {
    const { session } = this;
    session.commands = maskCommands({ session, view: () => this.view });
    session.changed.notify('tool');
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
    return this.renderTask({
      toolbar: html`<oce-toolbar></oce-toolbar><oce-mask-options></oce-mask-options>`,
      side: html`
        <oce-label-pane
          class=${isInstance ? 'is-colorless' : nothing}
          .action=${isInstance ? this.addAction : undefined}
        ></oce-label-pane>
        <oce-object-list
          class=${isInstance ? nothing : 'is-numberless'}
          .describe=${(record: InstanceAnnotation) => this.describe(record)}
          .deleteObjects=${(ids: readonly string[]) => removeRecords(this.session, ids)}
          .hasLabelColors=${!isInstance}
          .patternOf=${(record: InstanceAnnotation) => patternOf(this.session, record)}
        ></oce-object-list>
      `,
      notice: html`${this.renderOffer()}${this.removed.render()}`,
    });
  }
}
