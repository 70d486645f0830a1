import { html, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { Command } from '../../canvas/command.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { frameStyles } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { CategoryElement } from './category-element.js';
import { classifyStyles } from './classify.styles.js';
import { mediaCommands } from './media-commands.js';

/**
 * A classifier of whatever stands in `<classification-target>`: text, HTML, sound, video, a document, several pictures.
 *
 * @slot classification-target - Gets the region `<classification-target>`.
 * @csspart target - Around what is classified.
 */
export abstract class TargetClassifier extends CategoryElement {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, classifyStyles];

  private readonly contents = new MutationObserver(() => this.lookAtTarget());
  private shownText?: string;

  @query('.annotation-area.target') private area!: HTMLElement | null;
  @query('.target-paper') private paper!: HTMLElement;

  constructor() {
    super();
    this.openFrame();
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

  protected override renderTarget(): TemplateResult {
    return html`
      <div class="annotation-area target" part="target" tabindex="0" role="region" aria-label=${t.target()}>
        <div class="target-paper">
          <slot name="classification-target" dir="auto" @slotchange=${this.followTarget}></slot>
        </div>
      </div>
    `;
  }
}
