import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Command } from '../../canvas/command.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What submitting by one key needs of its element. */
export interface AdvanceTargets {
  readonly submit: () => void;
  /** Whether the answer is on its way. */
  readonly isSubmitting: () => boolean;
  readonly answer: () => Record<string, unknown> | undefined;
  readonly say: (text: string, tone: 'info' | 'warning') => void;
  /** Takes the choice back before it is submitted. */
  readonly takeBack: () => void;
}

/** Detail of `advance-undo`: the answer that the worker wants back. */
export interface AdvanceUndoDetail {
  readonly name: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** A choice on its way out, or the last one that went. */
type Advance =
  | { readonly type: 'waiting'; readonly category: string }
  | { readonly type: 'sending' | 'sent'; readonly category: string; readonly answer: Record<string, unknown> };

/**
 * `auto-advance`: a choice submits itself, with an undo.
 *
 * With a time in milliseconds the choice waits that long, and undo simply takes it back. Once it is sent, undo asks the
 * host by the event `advance-undo`; a host that cancels the event has withdrawn the answer and shows its task again.
 */
export class AdvanceController implements ReactiveController {
  private state?: Advance;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: Host,
    private readonly targets: AdvanceTargets,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    clearTimeout(this.timer);
    if (this.state?.type === 'waiting') this.show(undefined);
  }

  /** The worker chose a category in a task where one choice is the whole answer. */
  chosen(category: string): void {
    const wish = this.host.getAttribute('auto-advance');
    if (wish === null) return;
    clearTimeout(this.timer);
    const graceMs = Number.parseFloat(wish);
    if (!(graceMs > 0)) {
      this.send(category);
      return;
    }
    this.show({ type: 'waiting', category });
    this.timer = setTimeout(() => this.send(category), graceMs);
  }

  /** The answer has reached its destination. */
  arrived(): void {
    if (this.state?.type === 'sending') this.show({ ...this.state, type: 'sent' });
  }

  /** Sending is over, whether or not the answer arrived. */
  ended(): void {
    if (this.state?.type === 'sending') this.show(undefined);
  }

  /** The command that undoes: first what is waiting, then what the worker did, then what was sent. */
  wrapUndo(undo: Command, canEdit: () => boolean): Command {
    return {
      ...undo,
      isEnabled: () => canEdit() && (undo.isEnabled() || this.state !== undefined),
      run: () => {
        if (this.state?.type === 'waiting' || !undo.isEnabled()) this.undo();
        else undo.run();
      },
    };
  }

  /** What became of the last choice, with a button that takes it back. */
  render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    return html`<div class="advance-note" part="advance">
      <span dir="auto">${textOf(state)}</span>
      <button class="oce-link" type="button" @click=${this.undo}>${t.undo()}</button>
    </div>`;
  }

  private readonly undo = (): void => {
    const { state } = this;
    clearTimeout(this.timer);
    if (!state) return;
    if (state.type === 'waiting') {
      this.show(undefined);
      this.targets.takeBack();
      return;
    }
    const detail: AdvanceUndoDetail = { name: this.host.getAttribute('name') ?? '', answer: state.answer };
    const event = new CustomEvent('advance-undo', { detail, cancelable: true, bubbles: true, composed: true });
    const isHonoured = !this.host.dispatchEvent(event);
    this.show(undefined);
    this.targets.say(isHonoured ? t.takenBack() : t.notTakenBack(), isHonoured ? 'info' : 'warning');
  };

  private send(category: string): void {
    const answer = this.targets.answer();
    const event = new CustomEvent('before-advance', {
      detail: { name: this.host.getAttribute('name') ?? '', answer },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    if (!answer || !this.host.dispatchEvent(event)) {
      this.targets.say(t.chosen(category), 'info');
      this.show(undefined);
      return;
    }
    this.show({ type: 'sending', category, answer });
    this.targets.submit();
    // Something else on the page was missing: nothing went out.
    if (!this.targets.isSubmitting()) this.ended();
  }

  private show(state: Advance | undefined): void {
    const isNews = state && (!this.state || textOf(state) !== textOf(this.state));
    this.state = state;
    if (isNews) this.targets.say(textOf(state), 'info');
    this.host.requestUpdate();
  }
}

function textOf({ type, category }: Advance): string {
  return type === 'sent' ? t.advanced(category) : t.advancing(category);
}
