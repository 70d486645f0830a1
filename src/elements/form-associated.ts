import type { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Contribution } from '../answers/collect.js';

// TypeScript asks for exactly this constructor on a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...args: any[]) => T;

/** Text, files, or several entries, as `ElementInternals.setFormValue` takes them. */
export type FormValue = string | File | FormData | null;

/** What `FormAssociated` adds to a class. */
export declare class FormAssociatedElement {
  static readonly formAssociated: boolean;
  /** Key of the value in the answer, and of the entry in a native form. */
  name: string;
  /** Takes no input and contributes no answer. Present means true, whatever the attribute says. */
  disabled: boolean;
  /** The native form that owns this element. */
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  /** Whether the value may be submitted; fires `invalid` when not. */
  checkValidity(): boolean;
  /** The same, and shows the worker what is wrong. */
  reportValidity(): boolean;
  /** Declares the value wrong for a reason of the page's own; an empty text takes it back. */
  setCustomValidity(message: string): void;
  /** The element's part of the answer. Elements with a value override this. */
  answerContribution(): Contribution | undefined;
  protected readonly internals: ElementInternals;
  /** Disabled by itself or by a fieldset around it. */
  protected readonly isDisabled: boolean;
  /** What is wrong, once it is time to say so; empty until then. */
  protected readonly shownProblem: string;
  /** Sets what a native form submits, and optionally what it restores; at once, so that `FormData` sees it. */
  protected updateFormValue(value: FormValue, state?: string | FormData): void;
  /** Sets the element's own validity: no flags mean valid. The browser points its message at the anchor. */
  protected updateValidity(flags?: ValidityStateFlags, message?: string, anchor?: HTMLElement): void;
  /** Brings value and validity up to date before they are read. Called before every check. */
  protected refreshValidity(): void;
  /** From now on `shownProblem` shows, if there is one. It is told by the form, or by the browser for a native one. */
  protected showProblem(): void;
  /** Back to the value the page was written with. */
  protected resetValue(): void;
  /** Back to a value that `updateFormValue` gave as state. */
  protected restoreValue(state: string | File | FormData): void;
  formDisabledCallback(disabled: boolean): void;
  formResetCallback(): void;
  formStateRestoreCallback(state: string | File | FormData): void;
}

/**
 * Makes an element a part of forms, of `crowd-form` and native ones alike, through `ElementInternals`.
 *
 * The class on top sets its value with `updateFormValue` whenever it changes, overrides `resetValue` and
 * `restoreValue`, and returns its `answerContribution`.
 */
export function FormAssociated<T extends Constructor<LitElement>>(
  superclass: T,
): T & Constructor<FormAssociatedElement> & { readonly formAssociated: boolean } {
  class FormAssociatedClass extends superclass {
    static readonly formAssociated = true;

    protected readonly internals = this.attachInternals();
    private ownFlags: ValidityStateFlags = {};
    private ownMessage = '';
    private customMessage = '';
    private anchor?: HTMLElement;

    @state() private disabledAround = false;
    @state() private problemIsShown = false;

    /** Takes no input and contributes no answer. Present means true, whatever the attribute says. */
    @property({ type: Boolean, reflect: true }) disabled = false;

    /** Key of the value in the answer, and of the entry in a native form. */
    // Not a reactive property: nothing is rendered from it, and a form reads the attribute itself.
    get name(): string {
      return this.getAttribute('name') ?? '';
    }
    set name(value: string | null) {
      this.setAttribute('name', value ?? '');
    }

    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    constructor(...args: any[]) {
      super(...args);
      this.addEventListener('invalid', () => this.showProblem());
    }

    /** The native form that owns this element. */
    get form(): HTMLFormElement | null {
      return this.internals.form;
    }

    /** What is wrong with the value, as flags. */
    get validity(): ValidityState {
      this.refreshValidity();
      return this.internals.validity;
    }

    /** What is wrong with the value, in words; empty when nothing is. */
    get validationMessage(): string {
      this.refreshValidity();
      return this.internals.validationMessage;
    }

    /** Whether the value is checked at all; a disabled element is not. */
    get willValidate(): boolean {
      return this.internals.willValidate;
    }

    /** Whether the value may be submitted; fires `invalid` when not. */
    checkValidity(): boolean {
      this.refreshValidity();
      return this.internals.checkValidity();
    }

    /** The same, and shows the worker what is wrong. */
    reportValidity(): boolean {
      this.refreshValidity();
      return this.internals.reportValidity();
    }

    /** Declares the value wrong for a reason of the page's own; an empty text takes it back. */
    setCustomValidity(message: string): void {
      this.customMessage = message;
      this.applyValidity();
    }

    /** The element's part of the answer of a `crowd-form`, as it stands now. */
    answerContribution(): Contribution | undefined {
      return undefined;
    }

    protected get isDisabled(): boolean {
      // Between setting the property and reflecting it the attribute is out of date.
      return this.disabled || (this.disabledAround && !this.hasAttribute('disabled'));
    }

    protected get shownProblem(): string {
      return this.problemIsShown ? this.internals.validationMessage : '';
    }

    protected updateFormValue(value: FormValue, state?: string | FormData): void {
      if (state === undefined) this.internals.setFormValue(value);
      else this.internals.setFormValue(value, state);
    }

    protected updateValidity(flags: ValidityStateFlags = {}, message = '', anchor?: HTMLElement): void {
      this.ownFlags = flags;
      this.ownMessage = message;
      this.anchor = anchor ?? this.anchor;
      this.applyValidity();
    }

    private applyValidity(): void {
      const flags = this.customMessage ? { ...this.ownFlags, customError: true } : this.ownFlags;
      const isValid = !Object.values(flags).some(Boolean);
      const before = this.internals.validationMessage;
      if (isValid) this.internals.setValidity({});
      else this.internals.setValidity(flags, this.customMessage || this.ownMessage, this.connectedAnchor());
      this.reflectProblem();
      if (before !== this.internals.validationMessage) this.requestUpdate();
    }

    /** An anchor that was rendered away makes `setValidity` throw. */
    private connectedAnchor(): HTMLElement | undefined {
      return this.anchor && this.renderRoot?.contains(this.anchor) ? this.anchor : undefined;
    }

    protected refreshValidity(): void {}

    protected showProblem(): void {
      this.problemIsShown = true;
      this.reflectProblem();
    }

    private reflectProblem(): void {
      if (this.shownProblem) this.internals.states.add('user-invalid');
      else this.internals.states.delete('user-invalid');
    }

    protected resetValue(): void {}

    protected restoreValue(_state: string | File | FormData): void {}

    formDisabledCallback(disabled: boolean): void {
      this.disabledAround = disabled;
    }

    formResetCallback(): void {
      this.problemIsShown = false;
      this.resetValue();
      this.reflectProblem();
    }

    formStateRestoreCallback(state: string | File | FormData): void {
      this.restoreValue(state);
    }
  }
  return FormAssociatedClass as unknown as T &
    Constructor<FormAssociatedElement> & { readonly formAssociated: boolean };
}
