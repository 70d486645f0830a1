import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { PictureState } from '../../canvas/picture.js';
import { StageView } from '../../canvas/stage-view.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { stableUrl } from '../../document/draft-key.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { frameStyles, type WorkSession } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { PictureController } from '../image/picture-controller.js';
import { stageStyles } from '../image/stage.styles.js';
import { overlayKinds } from '../review/overlay-kinds.js';
import { createLookTool } from '../review/look-tool.js';
import { lookCommands } from '../review/look-commands.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { CategoryElement } from './category-element.js';
import { classifyStyles } from './classify.styles.js';

/**
 * A classifier of one picture, which can be zoomed and moved like in the annotators.
 *
 * @attr {string} src - Address of the picture, used exactly as written.
 * @prop {Promise<void>} pictureReady - Fulfilled when the picture of the current `src` is shown.
 * @fires {CustomEvent} picture-ready - The picture is shown.
 * @fires {CustomEvent<{url: string, reason: string}>} picture-failed - The picture cannot be shown.
 * @csspart target - Around the picture.
 */
export abstract class PictureClassifier extends CategoryElement {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, classifyStyles];

  protected readonly session: AnnotatorSession;
  protected view?: StageView<ShapeAnnotation>;
  private readonly pictures = new PictureController(this);
  private announcePicture!: () => void;

  @query('.viewer') private viewer!: HTMLElement | null;
  @query('.stage') protected stage!: HTMLElement;
  @property() src: string | null = null;

  pictureReady = new Promise<void>((resolve) => (this.announcePicture = resolve));

  constructor() {
    super();
    this.session = new AnnotatorSession<ShapeAnnotation>({
      kinds: overlayKinds,
      tools: [createLookTool(() => this.session.viewport)],
    });
    this.session.changeSettings({ crosshair: false });
    this.addController(this.pictures);
    this.openFrame(this.session as unknown as WorkSession);
  }

  override focus(options?: FocusOptions): void {
    this.viewer?.focus(options);
  }

  /** Shows a picture's state; called by the picture controller. */
  setPicture(state: PictureState, image?: HTMLImageElement): void {
    this.session.setPicture(state);
    this.view?.setImage(image);
    if (state.type === 'ready') {
      this.pictureShown(state.size);
      this.announcePicture();
      this.emit('picture-ready');
    } else if (state.type === 'failed') {
      this.emit('picture-failed', { url: state.url, reason: state.reason });
      const message = `names a picture that cannot be shown (${state.reason}): \`${state.url}\`. Check that the address opens in a browser.`;
      this.report('src', [{ code: `picture-${state.reason}`, severity: 'error', message }]);
    }
    this.requestUpdate();
  }

  /** The size of the picture is known: what is laid over it can be placed. */
  protected pictureShown(_size: { readonly width: number; readonly height: number }): void {}

  /** The canvas exists; nodes of one's own can be added to the stage. */
  protected viewOpened(): void {}

  protected override get taskSource(): string | undefined {
    return this.src ?? undefined;
  }

  protected override get takesComment(): boolean {
    return true;
  }

  protected override targetCommands(): Command[] {
    return lookCommands(this.session);
  }

  protected override say(text: string, tone: 'info' | 'warning' = 'info'): void {
    this.session.say(text, tone);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('src')) return;
    if (this.hasUpdated && !isSamePicture(changed.get('src'), this.src)) this.openTask();
    this.pictureReady = new Promise((resolve) => (this.announcePicture = resolve));
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
    // The words of the stage are those of the annotators; here it is only looked at.
    this.stage.removeAttribute('aria-label');
  }

  private openView(): void {
    if (this.view) return;
    this.view = new StageView(this.stage, this.session);
    this.viewOpened();
    this.pictures.hostConnected();
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

  protected override renderMinimap(): unknown {
    return this.view?.minimap.element;
  }
}

/** A newly signed address of the same picture is no new task. */
function isSamePicture(before: unknown, now: string | null): boolean {
  const stable = (url: unknown) => (typeof url === 'string' ? stableUrl(url, document.baseURI) : url);
  return stable(before) === stable(now);
}
