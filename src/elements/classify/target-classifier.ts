import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Command } from '../../canvas/command.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { textTerms } from '../../locales/terms/text.js';
import { cssProps, definePiece, frameStyles } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { EntityOverlay } from '../review/entity-overlay.js';
import { OceOverlayLegend } from '../review/oce-overlay-legend.js';
import type { OverlayMode } from '../review/overlay-switches.js';
import { overlayStyles } from '../review/overlay.styles.js';
import { marksStyles } from '../text/marks.styles.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { CategoryElement } from './category-element.js';
import { classifyStyles } from './classify.styles.js';
import { mediaCommands } from './media-commands.js';

/**
 * A classifier of whatever stands in `<classification-target>`: text, HTML, sound, video, a document, several pictures.
 *
 * @attr {string} overlay - Earlier entities of a text to verify:
 *   `{entityAnnotation: {labels: [...], value: [...], text: '...'}}`. Without `text`, the target's own text is marked.
 * @attr {string} compare-overlay - A second answer about the text; the worker sees either one, or what differs.
 * @slot classification-target - Gets the region `<classification-target>`.
 * @csspart target - Around what is classified.
 */
export abstract class TargetClassifier extends CategoryElement {
  static override styles = [
    tokens,
    fullPageScheme,
    baseStyles,
    frameStyles,
    fillStyles,
    classifyStyles,
    marksStyles,
    overlayStyles,
  ];

  private readonly contents = new MutationObserver(() => this.lookAtTarget());
  private shownText?: string;
  private overlaySource: unknown;
  private compareSource: unknown;
  private readonly entities: EntityOverlay;

  @query('.annotation-area.target') protected readonly targetArea!: HTMLElement | null;
  @query('.target-paper') private paper!: HTMLElement;

  constructor() {
    super();
    definePiece('oce-overlay-legend', OceOverlayLegend);
    this.entities = new EntityOverlay({
      changed: () => this.requestUpdate(),
      report: (attribute, problems) => this.report(attribute, problems),
      warn: (text) => this.warn(text),
    });
    this.openFrame();
  }

  /** Earlier entities shown in the text, as text or as data. */
  @property({ attribute: 'overlay' })
  get overlay(): unknown {
    return this.overlaySource;
  }
  set overlay(source: unknown) {
    this.overlaySource = source ?? undefined;
    this.entities.set('first', source);
  }

  /** A second answer, to be compared with the first. */
  @property({ attribute: 'compare-overlay' })
  get compareOverlay(): unknown {
    return this.compareSource;
  }
  set compareOverlay(source: unknown) {
    this.compareSource = source ?? undefined;
    this.entities.set('second', source);
  }

  override disconnectedCallback(): void {
    this.contents.disconnect();
    this.entities.detach();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.followTarget();
  }

  private get target(): Element | undefined {
    return [...this.children].find(({ localName }) => localName === 'classification-target');
  }

  protected override get taskSource(): string | undefined {
    const { target } = this;
    // What is shown tells tasks apart: the words, and the addresses of media.
    const media = [...(target?.querySelectorAll('[src]') ?? [])].map((node) => node.getAttribute('src')).join(' ');
    return target ? `${target.textContent?.trim() ?? ''} ${media}` : undefined;
  }

  protected override targetCommands(): Command[] {
    const media = () => this.target?.querySelector<HTMLMediaElement>('video, audio') ?? undefined;
    if (this.entities.hasText) return this.entities.commands();
    return media() ? [...mediaCommands(media, (text) => this.say(text))] : [];
  }

  private readonly followTarget = (): void => {
    this.contents.disconnect();
    const { target } = this;
    if (target) this.contents.observe(target, { childList: true, characterData: true, subtree: true });
    this.lookAtTarget();
  };

  /** Text alone keeps its line breaks, HTML brings its own layout. */
  private lookAtTarget(): void {
    const { target } = this;
    const isText = target !== undefined && [...target.children].every(({ localName }) => localName === 'br');
    const { states } = this.internals;
    if (isText) states.add('plain-text');
    else states.delete('plain-text');
    // Templates begin the text on a line of its own, which is no part of it.
    const blank = isText ? (/^\s*/.exec(target.textContent ?? '')?.[0].match(/\n/g)?.length ?? 0) : 0;
    this.paper.style.setProperty('--oce-blank-lines', String(blank));
    this.entities.setTargetText(target?.textContent ?? '');
    const text = this.taskSource;
    const isOther = this.shownText !== undefined && this.shownText !== text;
    this.shownText = text;
    if (isOther) this.openTask();
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    this.followTarget();
    super.firstUpdated();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.entities.hasText && this.targetArea && this.isConnected) this.entities.attach(this.targetArea);
  }

  protected override renderAside(): unknown {
    const { entities } = this;
    if (!entities.isPresent) return nothing;
    return html`<oce-overlay-legend
      .rows=${entities.rows}
      .modes=${entities.modes}
      .mode=${entities.mode}
      .opacity=${entities.opacity}
      .choose=${(mode: OverlayMode) => entities.choose(mode)}
      .toggle=${(name: string) => entities.toggle(name)}
      .toggleAll=${() => entities.toggleAll()}
      .changeOpacity=${this.changeOpacity}
    ></oce-overlay-legend>`;
  }

  private readonly changeOpacity = (opacity: number): void => {
    this.entities.opacity = opacity;
    this.requestUpdate();
  };

  /** The text of the answers that are verified, instead of the target's own. */
  private renderEntityText(): TemplateResult {
    return html`
      <div
        class="text-sheet"
        ?hidden=${!this.entities.hasText}
        ${cssProps({ '--oce-mark-share': String(this.entities.opacity) })}
      >
        <div class="layer fills" aria-hidden="true"></div>
        <div class="text" dir="auto"></div>
        <div class="layer chips" role="group" aria-label=${textTerms.marks()}></div>
      </div>
    `;
  }

  protected override renderTarget(): TemplateResult {
    return html`
      <div
        class="annotation-area target ${this.entities.hasText ? 'is-marked' : ''}"
        part="target"
        tabindex="0"
        role="region"
        aria-label=${t.target()}
      >
        <div class="target-paper" ?hidden=${this.entities.hasText}>
          <slot name="classification-target" dir="auto" @slotchange=${this.followTarget}></slot>
        </div>
        ${this.renderEntityText()}
      </div>
    `;
  }
}
