import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { LocaleController } from '../../locales/index.js';
import { writingTerms as t } from '../../locales/terms/writing.js';
import { frameStyles, HotkeyController, RegionController } from '../../workspace/index.js';
import { Instructions, instructionTags } from '../instructions.js';
import { instructionsStyles } from '../instructions.styles.js';
import { TaskElement } from '../task-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { sheetStyles } from './sheet.styles.js';

/**
 * What tasks have in common that flow in their page, between headings and tabs of a form.
 *
 * @attr {string} text - What the task is about, shown above with its line breaks.
 * @csspart instructions - The pane with short instructions.
 */
export abstract class SheetElement<A extends AnnotationBase> extends TaskElement<A> {
  static override styles = [tokens, baseStyles, frameStyles, instructionsStyles, sheetStyles];

  private readonly instructions = new Instructions(this);

  @property() text = '';

  constructor() {
    super();
    new LocaleController(this);
    new RegionController(this, instructionTags);
    new HotkeyController(this, {
      choices: [],
      // Enter belongs to the form and to the text fields here.
      get commands() {
        return commands();
      },
    });
    const commands = () => this.historyCommands().filter(({ id }) => id !== 'submit');
  }

  /** The first field that is not as it should be. */
  protected abstract get firstMissing(): HTMLElement | undefined;

  /** Level of the headings of cards: below the header, or in its place. */
  protected get cardLevel(): number {
    return this.header ? 3 : 2;
  }

  protected override get validityAnchor(): HTMLElement | undefined {
    if (!this.hasUpdated) return undefined;
    return this.firstMissing ?? this.renderRoot.querySelector<HTMLElement>('.sheet') ?? undefined;
  }

  /** Moves focus to the first field that is not as it should be. */
  override focus(options?: FocusOptions): void {
    const first = this.firstMissing ?? this.renderRoot.querySelector<HTMLElement>('textarea, input');
    first?.focus(options);
  }

  /** Everything below the text. */
  protected abstract renderBody(): TemplateResult;

  protected override get taskSource(): string | undefined {
    return this.text || undefined;
  }

  protected override announcement(event: StoreEvent<A>): string | undefined {
    if (event.type === 'undo') return t.undone();
    return event.type === 'redo' ? t.redone() : undefined;
  }

  protected override willUpdate(): void {
    this.refreshValidity();
  }

  override render(): TemplateResult {
    return this.instructions.render(html`
      <div class="sheet" part="sheet" tabindex="-1">
        ${this.header ? html`<h2 class="sheet-header" dir="auto">${this.header}</h2>` : nothing}
        ${this.renderOffer() ?? nothing}
        ${
          this.text
            ? html`<div
                class="sheet-text"
                part="text"
                dir="auto"
                tabindex="0"
                role="region"
                aria-label=${t.text()}
                .textContent=${this.text}
              ></div>`
            : nothing
        }
        <p class="sheet-problem">${this.shownProblem}</p>
        ${this.renderBody()} ${this.renderVoice()}
        <slot></slot>
      </div>
    `);
  }
}
