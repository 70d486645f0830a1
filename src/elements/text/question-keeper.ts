import type { AnnotationStore } from '../../document/annotation-store.js';
import type { SpanAnnotation } from '../../document/annotation.js';
import type { BufferChange } from '../../document/draft-journal.js';
import type { DraftBuffer } from '../../document/draft-keeper.js';
import { elementsOf } from '../form/form-walk.js';

/** What one control holds. */
interface ControlState {
  readonly value?: string | number;
  readonly checked?: boolean;
  readonly selected?: readonly string[];
}

type Answers = Readonly<Record<string, ControlState>>;

/** A pause in typing after which the text is kept, in milliseconds. */
const TYPING_PAUSE_MS = 300;

/**
 * Keeps what was answered to questions that a page appended to the annotator's form, as a part of its draft.
 *
 * The answers stay out of the history: undo takes back spans, and a text field has an undo of its own. Passwords and
 * files are never kept.
 */
export class QuestionKeeper implements DraftBuffer {
  private form?: Element;
  private listening = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;
  private kept = '{}';
  private isRestoring = false;

  constructor(private readonly store: AnnotationStore<SpanAnnotation>) {}

  /** Follows the questions of a form until `detach`. */
  attach(form: Element): void {
    if (form === this.form) return;
    this.detach();
    this.form = form;
    this.kept = JSON.stringify(this.checkpoint());
    this.listening = new AbortController();
    const { signal } = this.listening;
    form.addEventListener('input', this.handleInput, { signal });
    form.addEventListener('change', this.keep, { signal });
    addEventListener('pagehide', this.flush, { signal });
  }

  detach(): void {
    this.flush();
    this.listening.abort();
    this.form = undefined;
  }

  checkpoint(): Answers {
    return Object.fromEntries(this.controls().map(([key, control]) => [key, stateOf(control)]));
  }

  restore(checkpoint: unknown, changes: readonly BufferChange[]): void {
    const answers = (changes.at(-1)?.after ?? checkpoint) as Answers | undefined;
    if (!answers) return;
    this.isRestoring = true;
    for (const [key, control] of this.controls()) {
      const state = answers[key];
      if (state && JSON.stringify(stateOf(control)) !== JSON.stringify(state)) put(control, state);
    }
    this.isRestoring = false;
    this.kept = JSON.stringify(this.checkpoint());
  }

  private readonly handleInput = (): void => {
    if (this.isRestoring) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.keep, TYPING_PAUSE_MS);
  };

  /** Keeps what is still being typed; questions that nobody touched are no work. */
  private readonly flush = (): void => {
    if (this.timer !== undefined) this.keep();
  };

  private readonly keep = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isRestoring) return;
    const answers = this.checkpoint();
    const text = JSON.stringify(answers);
    if (text === this.kept) return;
    const before: unknown = JSON.parse(this.kept);
    this.kept = text;
    this.store.change('answerQuestion', (tx) => tx.buffer(before, answers), { origin: 'host' });
  };

  /** Controls with a name that says which is which; of several with one name, their order. */
  private controls(): [string, Control][] {
    if (!this.form) return [];
    const counts = new Map<string, number>();
    return [...elementsOf(this.form)].filter(isControl).map((control) => {
      const name = `${control.localName} ${control.getAttribute('name')}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${name} ${count}`, control];
    });
  }
}

/** A native control, or any element that acts like one. */
type Control = HTMLElement & { value?: unknown; checked?: unknown; type?: unknown };

function isControl(element: Element): element is Control {
  if (!element.getAttribute('name') || !(element instanceof HTMLElement)) return false;
  const control = element as Control;
  if (
    element instanceof HTMLInputElement &&
    /^(?:password|file|hidden|submit|reset|button|image)$/.test(element.type)
  ) {
    return false;
  }
  return typeof control.checked === 'boolean' || ['string', 'number'].includes(typeof control.value);
}

function stateOf(control: Control): ControlState {
  if (control instanceof HTMLSelectElement && control.multiple) {
    return { selected: Array.from(control.selectedOptions, ({ value }) => value) };
  }
  if (typeof control.checked === 'boolean' && isChecking(control)) return { checked: control.checked };
  return { value: control.value as string | number };
}

/** Native text fields have `checked` too, which means nothing there. */
function isChecking(control: Control): boolean {
  return !(control instanceof HTMLInputElement) || control.type === 'checkbox' || control.type === 'radio';
}

/** Answers as a person would: scripts of the page hear of it, so that questions that depend on it come back too. */
function put(control: Control, { value, checked, selected }: ControlState): void {
  if (selected && control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = selected.includes(option.value);
  } else if (checked !== undefined) control.checked = checked;
  else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
