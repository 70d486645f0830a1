import type { InstanceAnnotation } from '../../document/annotation.js';
import { newId } from '../../document/ids.js';
import type { Label } from '../../labels/label.js';
import type { Point } from '../../geometry/types.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { indexAt } from '../../mask/index-mask.js';
import type { WriteRule } from '../../mask/mask-edit.js';
import type { Runs } from '../../mask/runs.js';
import type { ImageSource, SegmentPrompt } from '../../mask/segment/segmenter.js';
import { AnnotatorSession } from '../annotator-session.js';
import { EngineHost } from './engine-host.js';
import { freeColor, freeIndex } from './free-index.js';
import { createInstanceKind } from './instance-kind.js';
import { longEdit, type LongEdit, type Writing } from './long-edit.js';
import { MaskDocument } from './mask-document.js';
import type { AlongWith, MaskGesture, Stretch } from './mask-gesture.js';
import { MaskOptions } from './mask-settings.js';
import type { MaskTool } from './mask-tool.js';
import { unreadableImage, type SegmentService } from './segment-service.js';
import { ToolMarks } from './tool-marks.js';
import type { PicturePixels } from './picture-pixels.js';
import { waitingTool } from './waiting-tool.js';
import { WorkQueue } from './work-queue.js';

/** Semantic: one region for each label. Instance: any number of objects for each label, with colours of their own. */
export type MaskMode = 'semantic' | 'instance';

/** Where paint goes now: a record of the document, or one that comes into being with the first pixel. */
export interface PaintTarget {
  readonly record: InstanceAnnotation;
  readonly isNew: boolean;
}

/** Looks for the pixels that are meant; undefined when they cannot be known. */
export type PixelSearch = (signal: AbortSignal) => Promise<Runs | undefined> | Runs;

/** A gesture that paints one record. */
export interface Painting {
  readonly gesture: MaskGesture;
  readonly index: number;
  readonly id: string;
}

/**
 * An annotator at work on a mask: the session that all annotators have, the pixels, and how they are painted.
 *
 * Records stand for indices of the mask. In a semantic task there is one for each label that was painted.
 */
export class MaskSession extends AnnotatorSession<InstanceAnnotation> {
  readonly pixels: MaskDocument;
  readonly options = new MaskOptions();
  /** Long work on the pixels, and what waits for it. */
  readonly work: WorkQueue;
  /** What tools show that is not in the mask yet. */
  readonly marks = new ToolMarks();
  /** The picture's own pixels, for tools that look at it; undefined while there is none. */
  picturePixels?: PicturePixels;
  /** The record that the gesture under way will bring. */
  pending?: InstanceAnnotation;
  /** Heavy work on the picture, off the page where possible. */
  readonly engine = new EngineHost();
  /** Turns clicks into masks; undefined when the host wants no auto-segment tool. */
  segmenter?: SegmentService;
  private unreadable?: ImageSource;
  private isChoosing = false;
  private guidance = '';
  private paintedId?: string;

  constructor(
    readonly mode: MaskMode,
    createTools: (session: () => MaskSession) => readonly MaskTool[],
  ) {
    const pixels = new MaskDocument();
    const holder: { session?: MaskSession } = {};
    const tools = createTools(() => {
      if (!holder.session) throw new Error('A tool asked for its session before there was one.');
      return holder.session;
    });
    const work = new WorkQueue();
    const chosen = () => tools.find(({ id }) => id === holder.session?.tool.id) as MaskTool;
    super({ kinds: [createInstanceKind(pixels)], tools: tools.map((tool) => waitingTool(tool, work, chosen)) });
    this.work = work;
    holder.session = this;
    this.pixels = pixels;
    pixels.connect(this.store);
    this.selection.changed.subscribe(() => this.followSelection());
    this.store.changed.subscribe(({ type }) => {
      if (type === 'commit' || type === 'cancel') {
        this.pending = undefined;
        if (this.guidance && this.message?.text === this.guidance) this.say('');
        this.guidance = '';
      }
      // Another document has taken the place of the one that was worked on.
      if (type === 'load') this.work.clear();
    });
  }

  /** Says what can be done with the gesture under way; it is no longer said when the gesture has ended. */
  guide(text: string, tone?: 'info' | 'warning'): void {
    this.guidance = text;
    this.say(text, tone);
  }

  /** Some pixels of the picture, for a window that fits it. */
  readonly samplePicture = () =>
    this.picturePixels?.read(
      { left: 0, top: 0, right: this.picturePixels.width, bottom: this.picturePixels.height },
      256,
    ).data;

  /** Records of the document by index. */
  get byIndex(): ReadonlyMap<number, InstanceAnnotation> {
    return new Map(this.store.snapshot.annotations.map((record) => [record.index, record]));
  }

  /** The colour of a record on the screen and in the answer. */
  colorOf(record: InstanceAnnotation): string {
    return this.mode === 'semantic' ? (this.labelNamed(record.label)?.color ?? record.color) : record.color;
  }

  /** The record that would be painted now, when it exists or a label is chosen. */
  get paintRecord(): InstanceAnnotation | undefined {
    return this.currentTarget()?.record;
  }

  /** Regions that commands act on: the selected ones, or else the one that is painted. */
  get chosenRecords(): readonly InstanceAnnotation[] {
    if (this.selection.size) return this.recordsOf(this.selection.ids);
    const target = this.currentTarget();
    return target && !target.isNew ? [target.record] : [];
  }

  /** Name and colour of what would be painted now, for brush and sketches. */
  get paintLabel(): { readonly name: string; readonly color: string } | undefined {
    const target = this.currentTarget();
    return target && { name: target.record.label, color: this.colorOf(target.record) };
  }

  /** The record under a point; undefined on unlabelled ground. */
  recordAt({ x, y }: Point): InstanceAnnotation | undefined {
    const { mask } = this.pixels;
    const index = mask ? indexAt(mask, x, y) : 0;
    return index ? this.store.snapshot.annotations.find((record) => record.index === index) : undefined;
  }

  /** The record that gets the paint, with a calm word to the worker when there is none. */
  paintTarget(): PaintTarget | undefined {
    const target = this.currentTarget();
    if (!target) this.hint('choose-label');
    else if (target.record.locked) this.say(t.targetLocked(), 'warning');
    else if (target.record.hidden) this.say(t.targetHidden(), 'warning');
    else if (!this.pixels.isReady) this.say(t.maskLoading(), 'warning');
    else {
      this.pixels.makeRoomFor(target.record.index);
      return target;
    }
    return undefined;
  }

  private currentTarget(): PaintTarget | undefined {
    const label = this.activeLabel;
    const selected = this.selection.primary === undefined ? undefined : this.store.get(this.selection.primary);
    if (this.mode === 'instance' && selected && selected.label === label?.name)
      return { record: selected, isNew: false };
    return label && this.targetOf(label);
  }

  /** Where paint of a label goes that is not about a selected object. */
  private targetOf(label: Label): PaintTarget {
    const own = this.store.snapshot.annotations.filter((record) => record.label === label.name);
    const record = own.at(-1);
    if (record) return { record, isNew: false };
    return { record: this.newRecord(label), isNew: true };
  }

  /** Indices that nothing may write: locked and hidden regions, and labels no longer on offer. */
  get protectedIndices(): readonly number[] {
    return this.store.snapshot.annotations
      .filter((record) => record.locked || record.hidden || !this.isShown(record))
      .map(({ index }) => index);
  }

  /** Which pixels may be written now. */
  get writeRule(): WriteRule {
    const { over, insideId } = this.options.value;
    const locked = this.protectedIndices;
    const inside = over === 'inside' && insideId !== undefined ? this.store.get(insideId) : undefined;
    if (over === 'inside' && !inside) return { over: 'everything', locked };
    return { over, index: inside?.index, locked };
  }

  /** A target of a moment ago as it is now: its record may have come into being since, or have gone. */
  targetNow({ record, isNew }: PaintTarget): PaintTarget | undefined {
    const label = this.labelNamed(record.label);
    const now = isNew ? undefined : this.store.get(record.id);
    if (!label || this.readOnly || (!isNew && !now)) return undefined;
    const target = now ? { record: now, isNew } : this.targetOf(label);
    this.pixels.makeRoomFor(target.record.index);
    return target;
  }

  /** Begins to paint the current target. The gesture's record, when it is new, comes with the first pixel. */
  beginPaint(name: string, rule: WriteRule = this.writeRule, target = this.paintTarget()): Painting | undefined {
    if (!target) return undefined;
    const { record, isNew } = target;
    const gesture = this.pixels.begin(name, rule, (tx) => {
      if (isNew) tx.insert(record);
    });
    this.paintedId = record.id;
    if (isNew) {
      this.pending = record;
      this.options.changed.notify();
    }
    return gesture && { gesture, index: record.index, id: record.id };
  }

  /** Changes pixels as one step, in its turn, whatever their number. */
  changePixels<Found>(edit: LongEdit<Found>): void {
    this.work.start(longEdit(this, edit));
  }

  /** Opens a gesture that writes something known. */
  writing(
    name: string,
    stretches: readonly Stretch[],
    { rule = { over: 'everything' }, along }: { readonly rule?: WriteRule; readonly along?: AlongWith },
  ): Writing | undefined {
    const gesture = this.pixels.begin(name, rule, along);
    return gesture && { gesture, stretches };
  }

  /** Paints a region with what is chosen now, as one step. */
  paintRegion(
    name: string,
    find: PixelSearch,
    { rule = this.writeRule, status }: { readonly rule?: WriteRule; readonly status?: () => string } = {},
  ): void {
    const target = this.paintTarget();
    if (!target) return;
    this.changePixels({
      status,
      find,
      begin: (runs) => {
        const now = this.targetNow(target);
        const painting = now && this.beginPaint(name, rule, now);
        return painting && { gesture: painting.gesture, stretches: [{ index: painting.index, runs }] };
      },
    });
  }

  override select(ids: Iterable<string>): void {
    this.work.choose(() => super.select(ids));
  }

  /** Chooses the label that is painted. Selected regions keep theirs: it changes only on request. */
  override chooseLabel(label: Label): void {
    this.work.choose(() => this.takeLabel(label));
  }

  private takeLabel(label: Label): void {
    this.settleTool();
    if (this.recordsOf(this.selection.ids).some((record) => record.label !== label.name)) this.selection.clear();
    this.activate(label);
    if (this.mode !== 'instance' || this.selection.size) return;
    const last = this.store.snapshot.annotations.filter((record) => record.label === label.name).at(-1);
    if (last) this.selection.set([last.id]);
  }

  /** Ends the tool's gesture in a way that keeps finished work. */
  private settleTool(): void {
    (this.tool as MaskTool).settle?.();
  }

  /** The same before another tool is chosen or the answer is sent: nothing that could be kept stays unfinished. */
  endGesture(): void {
    this.settleTool();
    (this.tool as MaskTool).leave?.();
  }

  /** The record that was painted last: while a stroke is drawn another label may be chosen. */
  get paintedRecord(): InstanceAnnotation | undefined {
    return this.paintedId === undefined ? undefined : this.store.get(this.paintedId);
  }

  override chooseTool(id: string): void {
    this.work.choose(() => {
      if (id !== this.tool.id) this.endGesture();
      super.chooseTool(id);
    });
  }

  /** Long work has nothing to do with the tool that is chosen. */
  protected override dropGesture(): void {
    if (!this.work.isBusy) super.dropGesture();
  }

  /** Why auto-segment cannot be used, in words for the worker; undefined when it can. */
  get segmentProblem(): string | undefined {
    if (!this.picturePixels && this.segmenter?.needsPixels !== false) return t.needsPixels();
    return this.segmenter ? undefined : t.segmentFailed();
  }

  /** Lets the segmenter begin with the picture while the worker is still pointing. What fails now is tried again. */
  prepareSegmenter(): void {
    this.segmenter?.prepare(this.segmentImage).catch(() => {});
  }

  /** Asks the segmenter for the object that a prompt means. */
  async segment(prompt: SegmentPrompt, signal: AbortSignal): Promise<Runs> {
    if (!this.segmenter) throw new Error('There is no segmenter.');
    return this.segmenter.segment(prompt, this.segmentImage, signal);
  }

  private get segmentImage(): ImageSource {
    if (this.picturePixels) return this.picturePixels;
    const { picture } = this;
    if (picture.type !== 'ready') throw new Error('There is no picture.');
    if (this.unreadable?.src !== picture.url) this.unreadable = unreadableImage(picture.url, picture.size);
    return this.unreadable as ImageSource;
  }

  /** For shapes, choosing a label changes what is selected; here it says what comes next. */
  private activate(label: Label): void {
    this.isChoosing = true;
    super.chooseLabel(label);
    this.isChoosing = false;
  }

  /** Gives regions another label. In a semantic task their pixels join that label's region. */
  override relabel(ids: readonly string[], labelName: string): void {
    if (!this.isChoosing) this.work.edit(() => this.giveLabel(ids, labelName));
  }

  private giveLabel(ids: readonly string[], labelName: string): void {
    const label = this.labelNamed(labelName);
    const moved = this.recordsOf(ids).filter((record) => !record.locked && record.label !== labelName);
    if (!label || !moved.length) return;
    if (this.mode === 'instance') {
      super.relabel(ids, labelName);
      return;
    }
    const into = this.store.snapshot.annotations.find((record) => record.label === labelName);
    const [first, ...others] = into ? [into, ...moved] : moved;
    this.joinInto('changeLabel', first as InstanceAnnotation, others, labelName);
  }

  /** Adds an object of a label, with a colour of its own, and selects it: paint goes there. */
  addInstance(label: Label): void {
    if (!this.readOnly && this.mode === 'instance') this.work.edit(() => this.insertInstance(label));
  }

  private insertInstance(label: Label): void {
    this.settleTool();
    const empty = this.store.snapshot.annotations.find(
      (record) => record.label === label.name && this.pixels.areaOf(record.index) === 0,
    );
    const record = empty ?? this.newRecord(label);
    if (!empty) this.store.change('addInstance', (tx) => tx.insert(record));
    this.activate(label);
    this.selection.set([record.id]);
  }

  /** Records that are still there. */
  recordsOf(ids: Iterable<string>): readonly InstanceAnnotation[] {
    return [...ids].map((id) => this.store.get(id)).filter((record) => record !== undefined);
  }

  /** The pixels of a record. */
  runsOf(record: InstanceAnnotation): Runs {
    return this.pixels.runsOf(record.index);
  }

  /** Gives the pixels of some records to another one and drops the records, as one step. */
  joinInto(name: string, into: InstanceAnnotation, others: readonly InstanceAnnotation[], label: string): void {
    const alter: AlongWith = (tx) => {
      for (const other of others) tx.remove(other.id);
      if (into.label !== label) {
        tx.update(into.id, { ...into, label, color: this.labelNamed(label)?.color ?? into.color });
      }
    };
    const painted = others.filter(({ index }) => this.pixels.areaOf(index) > 0);
    if (painted.length) this.recode(name, into.index, painted, alter);
    else this.store.change(name, alter);
  }

  /** Gives the pixels of records another index. */
  recode(name: string, index: number, records: readonly InstanceAnnotation[], along: AlongWith): void {
    const replaces = new Set(records.map((record) => record.index));
    this.changePixels({
      find: () => replaces,
      begin: () => this.writing(name, [{ index, replaces }], { along }),
    });
  }

  /** A record for a label that the document does not hold yet. `besides` are others on their way into it. */
  newRecord(label: Label, besides: readonly InstanceAnnotation[] = []): InstanceAnnotation {
    const records = [...this.store.snapshot.annotations, ...besides];
    const color = this.mode === 'semantic' ? label.color : freeColor(records);
    return { id: newId(), kind: 'instance', label: label.name, index: freeIndex(records), color };
  }

  private followSelection(): void {
    const id = this.selection.primary;
    const record = id === undefined ? undefined : this.store.get(id);
    const label = record && this.labelNamed(record.label);
    if (label && label.name !== this.activeLabel?.name) this.activate(label);
  }
}
