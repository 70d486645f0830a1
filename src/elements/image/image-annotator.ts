import { html, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Contribution } from '../../answers/collect.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import { shapeCommands } from '../../canvas/commands.js';
import type { PictureState } from '../../canvas/picture.js';
import { ShapeClipboard } from '../../canvas/shape-clipboard.js';
import { StageView } from '../../canvas/stage-view.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Point } from '../../geometry/types.js';
import { labelsFromNames } from '../../labels/labels.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import { formatProblem, readData, readStrings } from '../../parse/attributes.js';
import { toCompactJson } from '../../parse/json.js';
import type { Problem } from '../../parse/problem.js';
import { frameStyles, TaskFrame, type WorkSession } from '../../workspace/index.js';
import { CrowdElement } from '../crowd-element.js';
import { FormAssociated } from '../form-associated.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { announcement } from './announce.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { PictureController } from './picture-controller.js';
import { stageStyles } from './stage.styles.js';

/** Stands in for the picture's size until it is known: nothing is clamped. */
const UNKNOWN_SIZE = { width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER };

/**
 * What all annotators of shapes on a picture have in common: attributes, value, form, frame, canvas and clipboard.
 *
 * A subclass gives its `AnnotatorDefinition` and nothing else.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @attr {string} labels - Labels as written in templates, e.g. `"['Car', 'Bus']"`; reflected as compact JSON.
 * @attr {string} header - Question or short instruction above the picture.
 * @attr {string} name - Key of the answer.
 * @attr {string} initial-value - Annotations present at the start: a list, or an answer object.
 * @attr {boolean} disabled - Nothing can be edited and nothing is answered.
 * @attr {boolean} readonly - Nothing can be edited; the answer stays.
 * @attr {boolean} compact - Shows only toolbar, picture and labels, for embedding.
 * @prop {string[]} labels - Labels on offer; a copy. Takes a list or its text.
 * @prop {object} value - The answer as it stands now; never null. Setting it replaces all annotations.
 * @fires {Event} input - The worker edits; also while a gesture is under way.
 * @fires {Event} change - The worker committed an edit, undid or redid one.
 * @fires {CustomEvent} picture-ready - The picture is shown and can be drawn on.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @slot short-instructions - Gets the region `<short-instructions>`.
 * @slot full-instructions - Gets the region `<full-instructions>`.
 * @csspart stage - The drawing area.
 */
export abstract class ImageAnnotator<A extends ShapeAnnotation> extends FormAssociated(CrowdElement) {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, stageStyles];

  /** Tells `crowd-form` that this widget fills the page and has a Submit button of its own. */
  readonly isFullPageWidget = true;

  protected abstract readonly definition: AnnotatorDefinition<A>;
  private readonly pictures = new PictureController(this);
  private taskSession?: AnnotatorSession<A>;
  private frame?: TaskFrame;
  private view?: StageView<A>;
  private clipboard?: ShapeClipboard<A>;
  private labelNames: readonly string[] = [];
  private reflectedLabels?: string;
  private initialSource: unknown;
  private initialAnswer?: string;
  private encoded?: { readonly of: unknown; readonly json: string };
  private owner: HTMLFormElement | null = null;
  private announcePicture!: () => void;

  @query('.stage') private stage!: HTMLElement;
  @state() private submitting = false;
  @state() private pointer?: Point;

  /** Address of the picture. */
  @property() src: string | null = null;
  @property() header = '';
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Fulfilled when the picture of the current `src` is shown. */
  pictureReady: Promise<void> = new Promise((resolve) => (this.announcePicture = resolve));

  constructor() {
    super();
    this.addController(this.pictures);
  }

  /** Labels on offer, in the order the requester wrote them. A copy; assign to change them. */
  @property({ attribute: 'labels' })
  get labels(): string[] {
    return [...this.labelNames];
  }
  set labels(source: unknown) {
    if (source === this.reflectedLabels && typeof source === 'string') return;
    const { value, problems } = readStrings(source);
    this.report('labels', problems);
    this.applyLabels(value);
    // Templates read the attribute back and take it apart as strict JSON.
    if (!problems.some(({ severity }) => severity === 'error')) {
      this.reflectedLabels = toCompactJson(this.labelNames);
      if (this.getAttribute('labels') !== this.reflectedLabels) this.setAttribute('labels', this.reflectedLabels);
    }
  }

  /** Annotations present at the start, as text or as data. Setting it starts the task anew. */
  @property({ attribute: 'initial-value' })
  get initialValue(): unknown {
    return this.initialSource;
  }
  set initialValue(source: unknown) {
    this.initialSource = source ?? undefined;
    this.loadInitial();
  }

  /** Colours of the labels, in their order, as `#rrggbb`. */
  get labelColors(): string[] {
    return this.session.labels.map((label) => label.color);
  }

  /** The answer as it stands now. Setting an answer replaces all annotations and clears the undo history. */
  get value(): Record<string, unknown> {
    return this.answer();
  }
  set value(source: unknown) {
    this.loadShapes(source);
  }

  /** The answer under the name that older scripts read; a fresh copy at each call. */
  get _submittableValue(): Record<string, unknown> {
    return this.answer();
  }

  override answerContribution(): Contribution | undefined {
    if (!this.name || this.isDisabled) return undefined;
    return { name: this.name, type: 'value', value: this.answer() as never };
  }

  /** Called by `crowd-form` while the answer is on its way. */
  submitStateChanged(busy: boolean): void {
    this.submitting = busy;
  }

  override focus(options?: FocusOptions): void {
    this.stage?.focus(options);
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.settleShapes();
      this.announcePicture();
      this.emit('picture-ready');
    } else if (state.type === 'failed') {
      this.emit('picture-failed', { url: state.url, reason: state.reason });
      console.error(`${this.describeSelf()}: the picture \`${state.url}\` cannot be shown (${state.reason}).`);
    }
    this.requestUpdate();
  }

  protected get session(): AnnotatorSession<A> {
    return (this.taskSession ??= this.openSession());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) {
      this.pictureReady = new Promise((resolve) => (this.announcePicture = resolve));
      this.pictures.show(this.src);
    }
    this.session.setReadOnly(this.isDisabled || this.readonly);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['copy', 'cut', 'paste'] as const) document.addEventListener(type, this.handleClipboard);
    if (this.hasUpdated) this.openView();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['copy', 'cut', 'paste'] as const) document.removeEventListener(type, this.handleClipboard);
    this.view?.destroy();
    this.view = undefined;
  }

  /** A native form asks for the answer when it needs it: encoding at every edit would be wasted. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.owner?.removeEventListener('formdata', this.handleFormData);
    this.owner = form;
    form?.addEventListener('formdata', this.handleFormData);
  }

  protected override firstUpdated(): void {
    this.openView();
    super.firstUpdated();
  }

  protected override updated(): void {
    this.view?.relabel();
  }

  protected override refreshValidity(): void {
    const { annotations, facts } = this.session.store.snapshot;
    const isAnswered = facts.nothingToLabel || annotations.some((shape) => this.session.isShown(shape));
    if (isAnswered || this.readonly) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, t.needsAnnotation(), this.stage);
  }

  protected override resetValue(): void {
    this.loadInitial();
  }

  protected override showProblem(): void {
    super.showProblem();
    this.session.say(this.validationMessage, 'warning');
  }

  private openSession(): AnnotatorSession<A> {
    const { definition } = this;
    const session = new AnnotatorSession<A>({ kinds: definition.kinds, tools: definition.createTools() });
    this.clipboard = new ShapeClipboard(session);
    session.commands = shapeCommands(
      { session, clipboard: this.clipboard, view: () => this.view },
      definition.toolCommands,
    );
    session.store.changed.subscribe((event) => this.handleStoreEvent(event));
    this.frame = new TaskFrame(this, {
      session: session as unknown as WorkSession,
      guide: () => definition.guide(),
    });
    return session;
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.view.onPointer = (point) => (this.pointer = point);
    this.pictures.hostConnected();
    this.requestUpdate();
  }

  private handleStoreEvent(event: StoreEvent<A>): void {
    const { session } = this;
    if (event.type === 'preview') {
      this.emitNative('input');
      return;
    }
    if (event.type === 'cancel') return;
    if (event.type === 'commit' && event.changes.some((change) => change.type === 'insert')) {
      session.store.change('nothingToLabel', (tx) => tx.setFact('nothingToLabel', false), { origin: 'host' });
    }
    const said = announcement(session, event, (shape) => this.definition.describe(shape));
    if (said) session.say(said);
    this.refreshValidity();
    this.requestUpdate();
    if (event.type === 'load' || event.type === 'host') return;
    this.emitNative('input');
    this.emitNative('change');
  }

  private handleClipboard = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !this.hasKeys() || !this.clipboard) return;
    if (event.type === 'paste') {
      if (this.session.readOnly) return;
      if (this.clipboard.paste(event.clipboardData?.getData('text/plain'))) event.preventDefault();
      else this.session.say(t.clipboardEmpty(), 'warning');
      return;
    }
    const isTextMarked = getSelection()?.isCollapsed === false;
    const text = isTextMarked ? undefined : this.clipboard.write();
    if (!text) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    const command = this.session.commands.find(({ id }) => id === (event.type === 'cut' ? 'delete' : ''));
    const count = this.session.selection.size;
    if (command?.isEnabled()) command.run();
    else this.session.say(t.copied(count));
  };

  private handleFormData = (event: FormDataEvent): void => {
    if (this.name && !this.isDisabled) event.formData.append(this.name, JSON.stringify(this.answer()));
  };

  /** Whether keys are meant for this task and not for a text field. */
  private hasKeys(): boolean {
    const inside = this.shadowRoot?.activeElement;
    if (inside) return !inside.matches('input, textarea');
    return document.activeElement === document.body || document.activeElement === this;
  }

  private handleSubmit = (): void => {
    (this.closest('crowd-form') as (HTMLElement & { submit(): void }) | null)?.submit();
  };

  private applyLabels(names: readonly string[]): void {
    const colors = readStrings(this.getAttribute('label-colors') ?? undefined).value;
    const { value, problems } = labelsFromNames(names, colors);
    this.report('labels', problems);
    this.labelNames = value.map((label) => label.name);
    this.session.setLabels(value);
    this.refreshValidity();
  }

  private loadInitial(): void {
    this.initialAnswer = undefined;
    if (this.initialSource === undefined || this.initialSource === '') {
      if (this.session.store.snapshot.annotations.length) this.loadShapes([]);
      return;
    }
    this.loadShapes(this.initialSource, 'initial-value');
    this.initialAnswer = this.encodedShapes();
  }

  private loadShapes(source: unknown, attribute = 'value'): void {
    const { session } = this;
    const size = session.picture.type === 'ready' ? session.picture.size : undefined;
    const data = readData(source);
    const { annotations, problems } = this.definition.decode(data.value ?? [], { size });
    const unknown = annotations.filter((shape) => !session.isShown(shape));
    const found = [...data.problems, ...problems, ...unknownLabelProblems(unknown, session.labels.length > 0)];
    this.report(attribute, found);
    session.store.load({ annotations, facts: { nothingToLabel: false } });
    if (unknown.length && session.labels.length) this.warn(t.skipped(unknown.length));
    else if (found.some(({ severity }) => severity === 'error')) this.warn(t.unreadableInitial());
  }

  /** Tells the worker, once there is something to tell it in. */
  private warn(text: string): void {
    void this.updateComplete.then(() => this.session.say(text, 'warning'));
  }

  /** Once the picture's size is known, annotations given before it are brought inside. */
  private settleShapes(): void {
    const { store, picture } = this.session;
    if (picture.type !== 'ready' || store.history.length) return;
    const { annotations, facts } = store.snapshot;
    if (!annotations.length) return;
    const settled = annotations.map((shape) => this.session.kindOf(shape).settle(shape, picture.size));
    store.load({ annotations: settled, facts });
    if (this.initialAnswer !== undefined) this.initialAnswer = this.encodedShapes();
  }

  private shownShapes(): readonly A[] {
    const { annotations } = this.session.store.snapshot;
    return annotations.filter((shape) => this.session.isShown(shape));
  }

  private answer(): Record<string, unknown> {
    const { picture } = this.session;
    const size = picture.type === 'ready' ? picture.size : undefined;
    const answer: Record<string, unknown> = {
      ...this.definition.encode(this.shownShapes(), size ?? UNKNOWN_SIZE),
    };
    if (!size) delete answer['inputImageProperties'];
    if (this.initialAnswer === undefined) return answer;
    const modified = this.encodedShapes() !== this.initialAnswer;
    const entries = Object.entries({ ...answer, initialValueModified: modified });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The shapes as text, to tell whether the worker changed any; made once per snapshot. */
  private encodedShapes(): string {
    const { snapshot } = this.session.store;
    if (this.encoded?.of !== snapshot) {
      this.encoded = { of: snapshot, json: JSON.stringify(this.definition.encode(snapshot.annotations, UNKNOWN_SIZE)) };
    }
    return this.encoded.json;
  }

  private report(attribute: string, problems: readonly Problem[]): void {
    for (const problem of problems) {
      const text = formatProblem({ element: this.localName, name: this.name, attribute, problem });
      if (problem.severity === 'error') console.error(text);
      else console.warn(text);
    }
  }

  private describeSelf(): string {
    return `\`<${this.localName}${this.name ? ` name="${this.name}"` : ''}>\``;
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
      `,
      status: html`<oce-status .pointer=${this.pointer}></oce-status>`,
      minimap: this.view?.minimap.element,
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.submitting,
    });
  }
}

function unknownLabelProblems(shapes: readonly ShapeAnnotation[], haveLabels: boolean): Problem[] {
  if (!shapes.length || !haveLabels) return [];
  const names = [...new Set(shapes.map((shape) => `\`${shape.label}\``))].slice(0, 5).join(', ');
  const message = `holds ${shapes.length} annotations with labels that are not in \`labels\`: ${names}. They are not shown and not answered.`;
  return [{ code: 'unknown-label', severity: 'warning', message }];
}
