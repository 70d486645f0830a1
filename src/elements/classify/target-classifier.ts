import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { decodeOverlay, type DecodedOverlay } from '../../answers/overlays.js';
import type { Command } from '../../canvas/command.js';
import type { Label } from '../../labels/label.js';
import { labelsFromObjects } from '../../labels/labels.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { readData } from '../../parse/attributes.js';
import { reviewTerms } from '../../locales/terms/review.js';
import { definePiece, frameStyles } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { renderEntities } from '../review/entity-overlay.js';
import { OceOverlayLegend } from '../review/oce-overlay-legend.js';
import { overlayStyles } from '../review/overlay.styles.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { CategoryElement } from './category-element.js';
import { classifyStyles } from './classify.styles.js';
import { mediaCommands } from './media-commands.js';

/**
 * A classifier of whatever stands in `<classification-target>`: text, HTML, sound, video, a document, several pictures.
 *
 * @attr {string} overlay - Earlier entities of a text to verify:
 *   `{entityAnnotation: {labels: [...], value: [...], text: '...'}}`. Without `text`, the target's own text is marked.
 * @slot classification-target - Gets the region `<classification-target>`.
 * @csspart target - Around what is classified.
 */
export abstract class TargetClassifier extends CategoryElement {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, classifyStyles, overlayStyles];

  private readonly contents = new MutationObserver(() => this.lookAtTarget());
  private shownText?: string;
  private overlaySource: unknown;
  private entities?: Extract<DecodedOverlay, { type: 'spans' }>;
  private entityLabels: readonly Label[] = [];
  private readonly hiddenLabels = new Set<string>();

  @query('.annotation-area.target') private area!: HTMLElement | null;
  @query('.target-paper') private paper!: HTMLElement;

  constructor() {
    super();
    definePiece('oce-overlay-legend', OceOverlayLegend);
    this.openFrame();
  }

  /** Earlier entities shown in the text, as text or as data. */
  @property({ attribute: 'overlay' })
  get overlay(): unknown {
    return this.overlaySource;
  }
  set overlay(source: unknown) {
    this.overlaySource = source ?? undefined;
    const data = readData(source);
    const { value, problems } = decodeOverlay(data.value);
    const found = [...data.problems, ...problems];
    this.report('overlay', found);
    this.entities = value?.type === 'spans' ? value : undefined;
    const names = [...new Set(this.entities?.spans.map(({ label }) => label))];
    const listed = labelsFromObjects(this.entities?.labels ?? []).value.map(({ name }) => name);
    const others = names.filter((name) => !listed.includes(name));
    this.entityLabels = labelsFromObjects([...(this.entities?.labels ?? []), ...others]).value;
    if (found.some(({ severity }) => severity === 'error')) this.warn(reviewTerms.unreadable());
  }

  override focus(options?: FocusOptions): void {
    this.area?.focus(options);
  }

  override disconnectedCallback(): void {
    this.contents.disconnect();
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
    const text = this.taskSource;
    const isOther = this.shownText !== undefined && this.shownText !== text;
    this.shownText = text;
    if (isOther) this.openTask();
    this.requestUpdate();
  }

  private toggleEntity(name: string): void {
    if (!this.hiddenLabels.delete(name)) this.hiddenLabels.add(name);
    this.requestUpdate();
  }

  private toggleAllEntities(): void {
    const isAllShown = this.hiddenLabels.size === 0;
    this.hiddenLabels.clear();
    if (isAllShown) for (const { name } of this.entityLabels) this.hiddenLabels.add(name);
    this.requestUpdate();
  }

  protected override renderAside(): unknown {
    const { entities } = this;
    if (!entities) return nothing;
    const rows = this.entityLabels.map(({ name, displayName, color }) => ({
      name,
      title: displayName ?? name,
      color,
      amount: reviewTerms.count(entities.spans.filter(({ label }) => label === name).length),
      isHidden: this.hiddenLabels.has(name),
    }));
    return html`<oce-overlay-legend
      .rows=${rows}
      .toggle=${(name: string) => this.toggleEntity(name)}
      .toggleAll=${() => this.toggleAllEntities()}
    ></oce-overlay-legend>`;
  }

  private renderEntityText(): unknown {
    const { entities, entityLabels: labels, hiddenLabels: hidden } = this;
    if (!entities) return nothing;
    const text = entities.text ?? this.target?.textContent ?? '';
    return renderEntities({ text, spans: entities.spans, labels, hidden });
  }

  protected override renderTarget(): TemplateResult {
    return html`
      <div class="annotation-area target" part="target" tabindex="0" role="region" aria-label=${t.target()}>
        <div class="target-paper">
          ${this.renderEntityText()}
          <slot
            name="classification-target"
            dir="auto"
            ?hidden=${this.entities !== undefined}
            @slotchange=${this.followTarget}
          ></slot>
        </div>
      </div>
    `;
  }
}
