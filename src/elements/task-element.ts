import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Command } from '../canvas/command.js';
import { AnnotationStore } from '../document/annotation-store.js';
import type { AnnotationBase } from '../document/annotation.js';
import { classifyTerms as t } from '../locales/terms/classify.js';
import { frameTerms } from '../locales/terms/frame.js';
import { defineStagePieces, icon } from '../workspace/index.js';
import { WorkElement } from './work-element.js';

/** What widgets that are answered rather than drawn have in common: history commands, a voice, and what is missing. */
export abstract class TaskElement<A extends AnnotationBase> extends WorkElement<A> {
  /** What the worker has said about this task, with its history. */
  protected override readonly store = new AnnotationStore<A>();
  private sayTurn = false;

  @state() private spoken = '';
  /** What the worker was warned of: it stays to be read until it is closed. */
  @state() private warnings: readonly string[] = [];

  constructor() {
    super();
    // The offer of unfinished work is a piece of the shell.
    defineStagePieces();
    this.connectStore();
    this.store.changed.subscribe(({ type }) => {
      if (type !== 'preview' && type !== 'cancel') this.requestUpdate();
    });
  }

  /** What is still missing, in words for the worker; undefined when the answer may be submitted. */
  protected abstract missingText(): string | undefined;

  /** True when the worker may change something. */
  protected get canEdit(): boolean {
    return !this.isDisabled && !this.readonly && !this.isSubmitting;
  }

  protected override say(text: string, _tone: 'info' | 'warning' = 'info'): void {
    // The same sentence twice in a row would be no change and stay silent.
    this.sayTurn = !this.sayTurn;
    this.spoken = this.sayTurn ? text : `${text}\u00a0`;
  }

  protected override refreshValidity(): void {
    const missing = this.readonly ? undefined : this.missingText();
    if (missing === undefined) this.updateValidity();
    else this.updateValidity({ valueMissing: true }, missing, this.validityAnchor);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What is missing may stand elsewhere now, and the browser points at it.
    if (!this.internals.validity.valid) this.refreshValidity();
  }

  protected override warn(text: string): void {
    super.warn(text);
    if (!this.warnings.includes(text)) this.warnings = [...this.warnings, text];
  }

  protected override openTask(): void {
    this.warnings = [];
    super.openTask();
  }

  /** Above the task: unfinished work, and what could not be shown as it was meant. */
  protected override renderOffer() {
    return html`${super.renderOffer() ?? nothing}${this.warnings.map(
      (text) =>
        html`<div class="oce-banner" part="warning" role="group">
          ${icon('warning')}
          <span dir="auto">${text}</span>
          <span class="oce-banner-buttons">
            <button class="oce-button oce-quiet" type="button" @click=${() => this.forgetWarning(text)}>
              ${frameTerms.close()}
            </button>
          </span>
        </div>`,
    )}`;
  }

  private forgetWarning(text: string): void {
    this.warnings = this.warnings.filter((warning) => warning !== text);
    // The button that had the focus is gone.
    this.focus({ preventScroll: true });
  }

  /** Undo, redo and submit, for toolbar, keys and shortcut list. */
  protected historyCommands(): Command[] {
    return [
      {
        id: 'undo',
        group: 'edit',
        place: 'history',
        title: t.undo,
        icon: 'undo',
        keys: ['Mod+KeyZ'],
        isEnabled: () => this.canEdit && this.store.canUndo,
        run: () => this.store.undo(),
      },
      {
        id: 'redo',
        group: 'edit',
        place: 'history',
        title: t.redo,
        icon: 'redo',
        keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
        isEnabled: () => this.canEdit && this.store.canRedo,
        run: () => this.store.redo(),
      },
      {
        id: 'submit',
        group: 'task',
        title: t.submit,
        keys: ['Enter', 'Mod+Enter'],
        isEnabled: () => this.canEdit && (this.closest('crowd-form') ?? this.form) !== null,
        run: this.handleSubmit,
      },
    ];
  }

  /** What is spoken to screen readers. */
  protected renderVoice() {
    return html`<div class="visually-hidden voice" role="status" aria-live="polite">${this.spoken}</div>`;
  }
}
