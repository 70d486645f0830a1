import { ContextProvider } from '@lit/context';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Command } from '../canvas/command.js';
import { followResize } from '../canvas/follow-resize.js';
import { Signal } from '../document/signal.js';
import { LocaleController } from '../locales/index.js';
import { frameTerms as t } from '../locales/terms/frame.js';
import { frameContext, type Choice, type FrameDialog, type FrameModel, type GuideEntry } from './frame-context.js';
import { HotkeyController } from './hotkey-controller.js';
import { frameCommands } from './frame-commands.js';
import { icon, type IconName } from './icons.js';
import { PaneMemory } from './memory.js';
import { defineAnnotationPieces, definePieces, defineStagePieces } from './pieces/index.js';
import { RegionController } from './region-controller.js';
import { recallView } from './worker-view.js';
import { sessionContext, type PanelSession, type WorkSession } from './session-context.js';

/** Frames up to this width show the instructions as a drawer; both numbers are in the frame's css too. */
const DRAWER_WIDTH = 1024;
/** Frames up to this width show the side pane as a strip that unfolds into a sheet. */
const SHEET_WIDTH = 768;

type FrameHost = ReactiveControllerHost & HTMLElement;

/** What a task gives its frame once. Functions are asked anew whenever something is shown. */
export interface TaskFrameOptions {
  /** The annotator's session; tasks without a canvas have none. */
  readonly session?: WorkSession;
  /** What the worker can do; the session's commands by default. */
  readonly commands?: () => readonly Command[];
  /** What has hotkeys of its own; the session's labels by default. */
  readonly choices?: () => readonly Choice[];
  /** Entries of the tool guide; its link is hidden without any. */
  readonly guide?: () => readonly GuideEntry[];
  /** What stands under "Drawing" in the settings, in place of the settings of shapes. */
  readonly drawingSettings?: () => unknown;
  /** Children of the host that get a slot of their name, besides the two kinds of instructions. */
  readonly regions?: readonly string[];
}

/** What a task shows in its frame now. */
export interface FrameView {
  readonly header?: string;
  /** The work itself: fills the middle. */
  readonly stage: unknown;
  /** Above the stage: usually `<oce-toolbar>`. */
  readonly toolbar?: unknown;
  /** Below the stage: usually `<oce-status>`. */
  readonly status?: unknown;
  /** Lower corner of the stage. */
  readonly minimap?: unknown;
  /** Between toolbar and stage, so that it covers nothing: a restore banner, for instance. */
  readonly notice?: unknown;
  /** The right pane. */
  readonly side?: unknown;
  /** Name of the right pane for screen readers. */
  readonly sideTitle?: string;
  /** Called by the Submit button; without it there is no button. */
  readonly submit?: () => void;
  readonly submitDisabled?: boolean;
  /** The answer is on its way. */
  readonly busy?: boolean;
}

/**
 * The shell around one task: header, instructions, side pane, footer, dialogs, hotkeys and words.
 *
 * Belongs to a public element, provides session and frame to the pieces in its shadow root, and renders the whole as
 * one template of that element, so that event handlers in the element's own parts keep their `this`.
 */
export class TaskFrame implements FrameModel, ReactiveController {
  readonly changed = new Signal();
  dialog: FrameDialog | undefined;
  topic: GuideEntry | undefined;
  /** The first of two keys, while the second is awaited. */
  firstKey = '';
  private readonly session?: PanelSession;
  private readonly options: TaskFrameOptions;
  private stopMeasuring?: () => void;
  private hasDrawer = false;
  private hasSheet = false;
  private readonly pane = new PaneMemory('instructions');
  private drawerOpen = false;
  private readonly side = new PaneMemory('side');
  private sheetOpen = false;

  constructor(
    private readonly host: FrameHost,
    options: TaskFrameOptions = {},
  ) {
    definePieces();
    if (options.session) {
      defineStagePieces();
      defineAnnotationPieces();
    }
    this.options = options;
    this.session = options.session as PanelSession | undefined;
    new ContextProvider(host, { context: frameContext, initialValue: this });
    if (this.session) new ContextProvider(host, { context: sessionContext, initialValue: this.session });
    new LocaleController(host);
    new RegionController(host, ['short-instructions', 'full-instructions', ...(options.regions ?? [])]);
    new HotkeyController(host, this);
    host.addController(this);
  }

  get commands(): readonly Command[] {
    const own = this.options.commands?.() ?? this.session?.commands ?? [];
    return [...own, ...frameCommands(this, this.host.shadowRoot)];
  }

  get choices(): readonly Choice[] {
    const { session } = this;
    if (this.options.choices) return this.options.choices();
    if (!session) return [];
    return session.labels.map((label) => ({
      hotkey: label.hotkey,
      title: label.displayName ?? label.name,
      choose: () => session.chooseLabel(label),
    }));
  }

  readonly firstKeyChanged = (key: string): void => {
    this.firstKey = key;
    this.host.requestUpdate();
  };

  get guide(): readonly GuideEntry[] {
    return this.options.guide?.() ?? [];
  }

  get drawingSettings(): (() => unknown) | undefined {
    return this.options.drawingSettings;
  }

  get instructionsOpen(): boolean {
    return this.hasDrawer ? this.drawerOpen : this.pane.isOpen;
  }

  toggleInstructions(open = !this.instructionsOpen): void {
    if (this.hasDrawer) this.drawerOpen = open;
    else this.pane.isOpen = open;
    this.tell();
  }

  showDialog(dialog: FrameDialog | undefined, topic?: GuideEntry): void {
    if (dialog === this.dialog) return;
    this.dialog = dialog;
    this.topic = topic;
    this.tell();
  }

  get keepsView(): boolean {
    return this.host.getAttribute('drafts') !== 'off';
  }

  hostUpdate(): void {
    if (this.keepsView) recallView();
  }

  hostConnected(): void {
    this.measure();
    this.stopMeasuring = followResize(this.host, () => this.measure());
  }

  hostDisconnected(): void {
    this.stopMeasuring?.();
  }

  /** The whole frame with the given parts in their places. */
  render(view: FrameView): TemplateResult {
    const { isSideOpen } = this;
    return html`
      <div class="oce-frame" part="frame">
        <section class="oce-layout" aria-label=${view.header || t.groupTask()}>
          <oce-header class="headerContainer" part="header" .text=${view.header ?? ''}></oce-header>
          <oce-instructions
            class="awsui-app-layout__navigation"
            part="instructions"
            ?data-open=${this.instructionsOpen}
          ></oce-instructions>
          <div class="oce-main" part="main">
            ${view.toolbar ?? nothing}
            <div class="oce-notices">${view.notice ?? nothing}</div>
            <div class="oce-stage" part="stage">
              ${view.stage}
              <div class="oce-minimap" part="minimap">${view.minimap ?? nothing}</div>
            </div>
            <div class="oce-extra"><slot></slot></div>
            ${view.status ?? nothing}
          </div>
          <section
            class="oce-side"
            part="side"
            aria-label=${view.sideTitle ?? t.labels()}
            ?hidden=${!view.side}
            ?data-open=${isSideOpen}
          >
            <button
              class="oce-icon-button oce-side-toggle"
              type="button"
              aria-label=${isSideOpen ? t.foldPane() : t.unfoldPane()}
              title=${isSideOpen ? t.foldPane() : t.unfoldPane()}
              aria-expanded=${isSideOpen ? 'true' : 'false'}
              @click=${() => this.toggleSide()}
            >
              ${icon(this.sideIcon)}
            </button>
            ${view.side ?? nothing}
          </section>
          <div id="actionsContainer" class="oce-footer" part="footer">
            <span class="oce-confidential">${t.confidential()}</span>
            <awsui-button data-testid="crowd-submit" ?hidden=${!view.submit}>
              <button
                class="awsui-button oce-button oce-primary"
                type="submit"
                part="submit"
                ?disabled=${view.submitDisabled || view.busy}
                aria-busy=${view.busy ? 'true' : 'false'}
                @click=${view.submit}
              >
                ${view.busy ? t.submitting() : t.submit()}
              </button>
            </awsui-button>
          </div>
        </section>
        <oce-dialogs></oce-dialogs>
        <oce-announcer></oce-announcer>
      </div>
    `;
  }

  private get isSideOpen(): boolean {
    return this.hasSheet ? this.sheetOpen : this.side.isOpen;
  }

  private get sideIcon(): IconName {
    if (this.hasSheet) return this.sheetOpen ? 'chevron-down' : 'chevron-up';
    return this.side.isOpen ? 'chevron-right' : 'chevron-left';
  }

  private toggleSide(): void {
    if (this.hasSheet) this.sheetOpen = !this.sheetOpen;
    else this.side.isOpen = !this.side.isOpen;
    this.tell();
  }

  private measure(): void {
    const width = this.host.clientWidth;
    const hasDrawer = width <= DRAWER_WIDTH;
    const hasSheet = width <= SHEET_WIDTH;
    if (!width || (hasDrawer === this.hasDrawer && hasSheet === this.hasSheet)) return;
    this.hasDrawer = hasDrawer;
    this.hasSheet = hasSheet;
    this.tell();
  }

  private tell(): void {
    this.changed.notify();
    this.host.requestUpdate();
  }
}
