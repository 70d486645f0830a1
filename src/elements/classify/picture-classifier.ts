import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { PictureState } from '../../canvas/picture.js';
import { StageView } from '../../canvas/stage-view.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { stableUrl } from '../../document/draft-key.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { definePiece, frameStyles, type WorkSession } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { PictureController } from '../image/picture-controller.js';
import { stageStyles } from '../image/stage.styles.js';
import { overlayKinds } from '../review/overlay-kinds.js';
import { createLookTool } from '../review/look-tool.js';
import { lookCommands, overlayCommands } from '../review/look-commands.js';
import { OceOverlayLegend } from '../review/oce-overlay-legend.js';
import { OverlayModel } from '../review/overlay-model.js';
import type { OverlayMode } from '../review/overlay-switches.js';
import { overlayStyles } from '../review/overlay.styles.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { CategoryElement } from './category-element.js';
import { classifyStyles } from './classify.styles.js';

/**
 * A classifier of one picture, which can be zoomed and moved like in the annotators, with earlier labels drawn over it.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @attr {string} overlay - An earlier job's result to verify: boxes, polygons, polylines, lines, keypoints or a mask, e.g.
 *   `{boundingBox: {labels: [...], value: [...]}}`, or an answer of an annotator.
 * @attr {string} compare-overlay - A second result; the worker sees either one, or what differs.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown.
 * @fires {CustomEvent} picture-ready - The picture is shown.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart target - Around the picture.
 */
export abstract class PictureClassifier extends CategoryElement {
  static override styles = [
    tokens,
    fullPageScheme,
    baseStyles,
    frameStyles,
    fillStyles,
    stageStyles,
    classifyStyles,
    overlayStyles,
  ];

  protected readonly session: AnnotatorSession;
  protected view?: StageView<ShapeAnnotation>;
  private readonly overlays: OverlayModel;
  private overlaySource: unknown;
  private compareSource: unknown;
  private readonly pictures = new PictureController(this);
  private announcePicture!: () => void;
  private isPictureShown = false;

  @query('.viewer') protected readonly targetArea!: HTMLElement | null;
  @query('.stage') protected stage!: HTMLElement;
  @property() src: string | null = null;

  pictureReady = new Promise<void>((resolve) => (this.announcePicture = resolve));

  constructor() {
    super();
    this.session = new AnnotatorSession<ShapeAnnotation>({
      kinds: overlayKinds,
      tools: [createLookTool(() => this.session.viewport)],
    });
    this.session.changeSettings({ crosshair: false, fillAlpha: 0.35 });
    definePiece('oce-overlay-legend', OceOverlayLegend);
    this.overlays = new OverlayModel(this.session, {
      changed: () => this.requestUpdate(),
      report: (attribute, problems) => this.report(attribute, problems),
      warn: (text) => this.warn(text),
    });
    this.session.changed.subscribe((aspect) => {
      if (aspect === 'settings' && this.overlays.isPresent) this.overlays.apply();
    });
    this.addController(this.pictures);
    this.openFrame(this.session as unknown as WorkSession);
  }

  /** An earlier result shown over the picture, as text or as data. */
  @property({ attribute: 'overlay' })
  get overlay(): unknown {
    return this.overlaySource;
  }
  set overlay(source: unknown) {
    this.overlaySource = source ?? undefined;
    this.overlays.set('first', source);
  }

  /** A second result, to be compared with the first. */
  @property({ attribute: 'compare-overlay' })
  get compareOverlay(): unknown {
    return this.compareSource;
  }
  set compareOverlay(source: unknown) {
    this.compareSource = source ?? undefined;
    this.overlays.set('second', source);
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.overlays.setSize(state.size);
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

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override get takesComment(): boolean {
    return true;
  }

  protected override targetCommands(): Command[] {
    const commands = lookCommands(this.session);
    if (!this.overlays.isPresent) return commands;
    return [...commands, ...overlayCommands(this.session, this.overlays)];
  }

  protected override say(text: string, tone: 'info' | 'warning' = 'info'): void {
    this.session.say(text, tone);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('src')) return;
    if (this.hasUpdated && !isSamePicture(changed.get('src'), this.src)) this.openTask();
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
    this.overlays.detach();
    this.view?.destroy();
    this.view = undefined;
  }

  protected override firstUpdated(): void {
    this.openView();
    super.firstUpdated();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The words of the stage are those of the annotators; here it is only looked at.
    this.stage.removeAttribute('aria-label');
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.overlays.attach(this.stage);
    this.view.setImage(this.pictures.image);
    this.requestUpdate();
  }

  protected override renderToolbar(): unknown {
    return html`<oce-toolbar></oce-toolbar>`;
  }

  protected override renderTarget(): TemplateResult {
    return html`
      <div class="annotation-area target viewer" part="target" tabindex="0" role="group" aria-label=${t.picture()}>
        <div class="stage" part="stage"></div>
      </div>
      <oce-picture-state .retry=${() => this.pictures.retry()}></oce-picture-state>
    `;
  }

  protected override renderAside(): unknown {
    const { overlays, session } = this;
    if (!overlays.isPresent) return nothing;
    return html`<oce-overlay-legend
      .rows=${overlays.rows}
      .modes=${overlays.modes}
      .mode=${overlays.mode}
      .isLoading=${overlays.isLoading}
      .opacity=${session.settings.fillAlpha}
      .choose=${(mode: OverlayMode) => overlays.choose(mode)}
      .toggle=${(name: string) => overlays.toggle(name)}
      .toggleAll=${() => overlays.toggleAll()}
      .changeOpacity=${(fillAlpha: number) => session.changeSettings({ fillAlpha })}
    ></oce-overlay-legend>`;
  }

  protected override renderMinimap(): unknown {
    return this.view?.minimap.element;
  }
}

/** A newly signed address of the same picture is no new task. */
function isSamePicture(before: unknown, now: string | null): boolean {
  const stable = (url: unknown) => (typeof url === 'string' ? stableUrl(url, document.baseURI) : url);
  return stable(before) === stable(now);
}
