import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';
import { FramePiece, icon } from '../../workspace/index.js';

/**
 * The link below the categories and the dialog in which a worker leaves a comment.
 *
 * Header, link text and placeholder come from the region `<worker-comment>`; without one, nothing is shown.
 *
 * @element oce-comment
 */
export class OceComment extends FramePiece {
  @property({ attribute: false }) comment = '';
  @property({ attribute: false }) isLocked = false;
  @property({ attribute: false }) save: (comment: string) => void = () => {};

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private field!: HTMLTextAreaElement;
  @state() private region?: Element;
  private readonly regionObserver = new MutationObserver(() => this.requestUpdate());

  override disconnectedCallback(): void {
    this.regionObserver.disconnect();
    super.disconnectedCallback();
  }

  /** Opens the dialog; false when the task asks for no comment. */
  open(): boolean {
    if (!this.region || this.isLocked) return false;
    this.field.value = this.comment;
    this.dialog.showModal();
    this.field.focus();
    return true;
  }

  private readonly handleSlot = (event: Event): void => {
    const [region] = (event.target as HTMLSlotElement).assignedElements();
    this.region = region;
    this.regionObserver.disconnect();
    if (region) this.regionObserver.observe(region, { attributes: true });
  };

  private readonly handleOpen = (): void => {
    this.open();
  };

  private readonly handleSave = (): void => {
    this.dialog.close();
    this.save(this.field.value.trim());
  };

  private readonly handleCancel = (): void => {
    this.dialog.close();
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    this.handleSave();
  };

  override render(): TemplateResult {
    const { region, comment } = this;
    const title = region?.getAttribute('header') || t.addComment();
    const link = comment ? t.editComment() : region?.getAttribute('link-text') || t.addComment();
    return html`
      <div class="comment-line" ?hidden=${!region}>
        <button
          class="oce-link comment-link"
          part="comment-link"
          type="button"
          aria-haspopup="dialog"
          ?disabled=${this.isLocked}
          @click=${this.handleOpen}
        >
          <span dir="auto">${link}</span>
        </button>
        <p class="comment-text" dir="auto" ?hidden=${!comment}>${comment}</p>
      </div>
      <dialog class="oce-dialog comment-dialog" part="dialog" aria-label=${title} closedby="any">
        <div class="oce-dialog-box">
          <header>
            <h2 dir="auto">${title}</h2>
            <button class="oce-icon-button" type="button" aria-label=${t.close()} @click=${this.handleCancel}>
              ${icon('close')}
            </button>
          </header>
          <div class="oce-dialog-content">
            <div class="comment-instruction"><slot name="worker-comment" @slotchange=${this.handleSlot}></slot></div>
            <textarea
              class="oce-input"
              rows="5"
              dir="auto"
              aria-label=${t.comment()}
              placeholder=${region?.getAttribute('placeholder') ?? ''}
              @keydown=${this.handleKey}
            ></textarea>
            <div class="comment-buttons">
              <button class="oce-button" type="button" @click=${this.handleCancel}>${t.cancel()}</button>
              <button class="oce-button oce-primary" type="button" @click=${this.handleSave}>${t.save()}</button>
            </div>
          </div>
        </div>
      </dialog>
    `;
  }
}
