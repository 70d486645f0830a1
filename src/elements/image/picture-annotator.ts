import { html, type PropertyDeclaration, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Minimap } from '../../canvas/minimap.js';
import type { PictureState } from '../../canvas/picture.js';
import { offerWindows } from '../../canvas/window-presets.js';
import type { AnnotationStore } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { labelsFromNames } from '../../labels/labels.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import { readStrings } from '../../parse/attributes.js';
import {
  keepSettings,
  TaskFrame,
  type FrameView,
  type TaskFrameOptions,
  type WorkSession,
} from '../../workspace/index.js';
import { AnnotatorElement, type LabelReading } from '../annotator-element.js';
import { isSamePicture, PictureController } from './picture-controller.js';
import { ReadyPromise } from './ready-promise.js';

/** What shows a session on its stage. */
export interface PictureView {
  readonly minimap: Minimap;
  setImage(image: HTMLImageElement | undefined): void;
  /** The language may have changed. */
  relabel(): void;
  destroy(): void;
}

/**
 * What all annotators of a picture have in common, whether they draw shapes or paint pixels: the picture, the stage and
 * the frame around it.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown and can be annotated.
 * @fires {CustomEvent} picture-ready - The picture is shown and can be annotated.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart stage - The drawing area.
 */
export abstract class PictureAnnotator<
  A extends ShapeAnnotation,
  S extends AnnotatorSession<A>,
  V extends PictureView,
> extends AnnotatorElement<A> {
  protected view?: V;
  private readonly pictures = new PictureController(this);
  private readonly ready = new ReadyPromise();
  private taskSession?: S;
  private frame?: TaskFrame;
  private givenWindow?: unknown;

  @query('.stage') protected stage!: HTMLElement;
  @property() src: string | null = null;

  constructor() {
    super();
    this.addController(this.pictures);
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
      const opening = this.openPicture(state, image);
      if (opening) void opening.then(() => this.announcePicture());
      else this.announcePicture();
    } else if (state.type === 'failed') {
      this.emit('picture-failed', { url: state.url, reason: state.reason });
      const message = `names a picture that cannot be shown (${state.reason}): \`${state.url}\`. Check that the address opens in a browser.`;
      this.report('src', [{ code: `picture-${state.reason}`, severity: 'error', message }]);
    }
    this.requestUpdate();
  }

  private announcePicture(): void {
    if (!this.session.labels.length) {
      const message = "is empty. Give a list such as `['Cat', 'Dog']`.";
      this.report('labels', [{ code: 'no-labels', severity: 'warning', message }]);
    }
    this.ready.announce();
    this.emit('picture-ready');
  }

  /** Makes the session and its commands. Asked once, when the session is first needed. */
  protected abstract createSession(): S;
  protected abstract createView(stage: HTMLElement): V;
  protected abstract readonly frameOptions: Pick<TaskFrameOptions, 'guide' | 'drawingSettings'>;
  /** The picture is on the stage: brings the annotations to its size. It can be annotated when the promise is kept. */
  protected abstract openPicture(
    state: Extract<PictureState, { type: 'ready' }>,
    image: HTMLImageElement | undefined,
  ): Promise<void> | void;

  protected get session(): S {
    return (this.taskSession ??= this.openSession());
  }

  private openSession(): S {
    const session = this.createSession();
    this.taskSession = session;
    this.frame = new TaskFrame(this, { session: session as unknown as WorkSession, ...this.frameOptions });
    this.connectStore();
    return session;
  }

  protected override get store(): AnnotationStore<A> {
    return this.session.store;
  }

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    return this.stage ?? undefined;
  }

  /** Colours by position, where the requester gives some. */
  protected readColors(): readonly string[] {
    return [];
  }

  protected override readLabels(source: unknown): LabelReading {
    const names = readStrings(source);
    const labels = labelsFromNames(names.value, this.readColors());
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
    if (this.getAttribute('drafts') !== 'off') keepSettings(this.session);
    this.openView();
    super.firstUpdated();
  }

  protected override updated(): void {
    this.view?.relabel();
  }

  private openView(): void {
    if (this.view) return;
    this.view = this.createView(this.stage);
    this.view.setImage(this.pictures.image);
    this.requestUpdate();
  }

  /** The frame around the stage, with what a subclass puts beside it. */
  protected renderTask(parts: Pick<FrameView, 'toolbar' | 'side' | 'notice'>) {
    return this.frame?.render({
      header: this.header,
      stage: html`
        <div class="stage" part="stage" tabindex="0" role="application" aria-label=${t.stage()}></div>
        <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
      `,
      status: html`<oce-status></oce-status>`,
      minimap: this.view?.minimap.element,
      submit: this.closest('crowd-form') ? this.handleSubmit : undefined,
      submitDisabled: this.isDisabled,
      busy: this.isSubmitting,
      ...parts,
    });
  }
}
