import { css, html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { LocaleController } from '../../locales/index.js';
import { displayTerms } from '../../locales/terms/display.js';
import { CrowdElement } from '../crowd-element.js';
import { baseStyles, tokens } from '../tokens.js';
import { closeButtonStyles, ironIcon, iconStyles } from './iron-icons.js';

const dialogStyles = css`
  :host {
    display: inline-block;
  }
  .opener {
    min-block-size: var(--oce-target);
    padding: 0;
    border: 0;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    color: var(--oce-color-link);
    background: none;
    cursor: pointer;
  }
  .opener.as-button {
    min-block-size: var(--oce-control-height);
    padding-inline: var(--oce-space-4);
    border: 1px solid var(--oce-color-border-strong);
    border-radius: var(--oce-radius-m);
    font-weight: var(--oce-font-weight-medium);
    text-decoration: none;
    color: var(--oce-color-text);
    background: var(--oce-color-surface-raised);
  }
  .opener.as-button:hover {
    background: var(--oce-color-hover);
  }
  dialog {
    inline-size: min(720px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--oce-color-border);
    border-radius: var(--oce-radius-l);
    font: var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
    text-align: start;
    white-space: normal;
    color: var(--oce-color-text);
    background: var(--oce-color-surface-raised);
    box-shadow: var(--oce-shadow-3);
  }
  dialog::backdrop {
    background: rgb(8 12 16 / 48%);
  }
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--oce-space-3);
    padding: var(--oce-space-3) var(--oce-space-4);
    border-block-end: 1px solid var(--oce-color-border);
    background: inherit;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: var(--oce-font-size-l);
    font-weight: var(--oce-font-weight-strong);
  }
  .body {
    padding: var(--oce-space-4);
    overflow-wrap: anywhere;
  }
  .close {
    margin: 0;
  }
`;

/** A link or button that opens the browser's own modal dialog. */
export abstract class DialogOpener extends CrowdElement {
  static override styles = [tokens, baseStyles, iconStyles, closeButtonStyles, dialogStyles];

  @query('dialog') private dialog!: HTMLDialogElement | null;

  @property({ attribute: 'link-text' }) linkText: string | null = null;
  @property({ attribute: 'link-type' }) linkType: 'link' | 'button' = 'link';

  constructor() {
    super();
    new LocaleController(this);
    // A form around points the worker at a control inside.
    this.addEventListener('crowd-reveal', () => this.open());
  }

  /** Whether the dialog is open. */
  get opened(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Opens the dialog. */
  open(): void {
    if (this.dialog && !this.dialog.open && this.isConnected) this.dialog.showModal();
  }

  /** Closes the dialog; the focus goes back to where it came from. */
  close(): void {
    this.dialog?.close();
  }

  private handleClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.dialog?.addEventListener('click', this.handleDialogClick);
  }

  /** A click beside the dialog closes it, as Escape does. */
  private readonly handleDialogClick = (event: MouseEvent): void => {
    const { dialog } = this;
    if (!dialog || event.composedPath()[0] !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!isInside) this.close();
  };

  protected renderOpener(defaultText: string, title: string, body: TemplateResult): TemplateResult {
    return html`
      <button
        class="opener ${this.linkType === 'button' ? 'as-button' : ''}"
        type="button"
        part="opener"
        aria-haspopup="dialog"
        @click=${this.open}
      >
        ${this.linkText ?? defaultText}
      </button>
      <dialog part="dialog" aria-labelledby="title" @close=${this.handleClose}>
        <div class="top">
          <h2 id="title" dir="auto">${title}</h2>
          <button
            class="close"
            type="button"
            part="close-button"
            aria-label=${displayTerms.close()}
            @click=${this.close}
          >
            ${ironIcon('close')}
          </button>
        </div>
        <div class="body" part="body">${body}</div>
      </dialog>
    `;
  }
}
