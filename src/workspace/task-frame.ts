import { ContextProvider } from '@lit/context';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Command } from '../canvas/command.js';
import { Signal } from '../document/signal.js';
import { LocaleController } from '../locales/index.js';
import { frameTerms as t } from '../locales/terms/frame.js';
import { frameContext, type Choice, type FrameDialog, type FrameModel, type GuideEntry } from './frame-context.js';
import { HotkeyController } from './hotkey-controller.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';
import { defineAnnotationPieces, definePieces, defineStagePieces } from './pieces/index.js';
import { RegionController } from './region-controller.js';
import { sessionContext, type WorkSession } from './session-context.js';

/** Frames narrower than this show the instructions as a drawer; the same number is in the frame's css. */
const DRAWER_WIDTH = 1024;

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
  private readonly session?: WorkSession;
  private readonly options: TaskFrameOptions;
  private readonly resizes?: ResizeObserver;
  private isNarrow = false;
  private paneOpen = recall('instructions') !== false;
  private drawerOpen = false;
  private isSideExpanded = false;

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
    this.session = options.session;
    new ContextProvider(host, { context: frameContext, initialValue: this });
    if (options.session) new ContextProvider(host, { context: sessionContext, initialValue: options.session });
    new LocaleController(host);
    new RegionController(host, ['short-instructions', 'full-instructions', ...(options.regions ?? [])]);
    new HotkeyController(host, this);
    host.addController(this);
    if (typeof ResizeObserver !== 'undefined') this.resizes = new ResizeObserver(() => this.measure());
  }

  get commands(): readonly Command[] {
    return this.options.commands?.() ?? this.session?.commands ?? [];
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

  get guide(): readonly GuideEntry[] {
    return this.options.guide?.() ?? [];
  }

  get instructionsOpen(): boolean {
    return this.isNarrow ? this.drawerOpen : this.paneOpen;
  }

  toggleInstructions(open = !this.instructionsOpen): void {
    if (this.isNarrow) this.drawerOpen = open;
    else {
      this.paneOpen = open;
      remember('instructions', open);
    }
    this.tell();
  }

  showDialog(dialog: FrameDialog | undefined): void {
    if (dialog === this.dialog) return;
    this.dialog = dialog;
    this.tell();
  }

  hostConnected(): void {
    this.resizes?.observe(this.host);
  }

  hostDisconnected(): void {
    this.resizes?.disconnect();
  }

  /** The whole frame with the given parts in their places. */
  render(view: FrameView): TemplateResult {
    return html`
      <div class="oce-frame" part="frame">
        <div class="oce-layout">
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
            ?data-expanded=${this.isSideExpanded}
          >
            <button
              class="oce-icon-button oce-sheet-toggle"
              type="button"
              aria-label=${this.isSideExpanded ? t.collapseSide() : t.expandSide()}
              aria-expanded=${this.isSideExpanded ? 'true' : 'false'}
              @click=${() => this.toggleSide()}
            >
              ${icon(this.isSideExpanded ? 'chevron-down' : 'chevron-up')}
            </button>
            ${view.side ?? nothing}
          </section>
          <footer class="oce-footer" part="footer">
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
          </footer>
        </div>
        <oce-dialogs></oce-dialogs>
        <oce-announcer></oce-announcer>
      </div>
    `;
  }

  /** Where labels are a strip at the bottom: shows all of the pane, or the strip alone. */
  private toggleSide(): void {
    this.isSideExpanded = !this.isSideExpanded;
    this.tell();
  }

  private measure(): void {
    const isNarrow = this.host.clientWidth <= DRAWER_WIDTH;
    if (isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.tell();
  }

  private tell(): void {
    this.changed.notify();
    this.host.requestUpdate();
  }
}
