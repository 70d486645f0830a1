import { formTerms } from '../../locales/terms/form.js';
import { isFullPageWidget } from './answer-protocol.js';
import type { CheckedControl } from './form-walk.js';

/** A button that submits: its presence anywhere keeps the form from adding one. */
export function isSubmitButton(element: Element): element is Element & { loading: boolean } {
  return element.localName === 'crowd-button' && element.getAttribute('form-action')?.toLowerCase() === 'submit';
}

/** Name of the control as the worker knows it, and what is wrong with its value. */
export function describeProblem(control: CheckedControl): string {
  // There is only one widget that fills the page; its name is for the requester.
  if (isFullPageWidget(control)) return control.validationMessage;
  const { labels } = control as unknown as { labels?: unknown };
  const label = labels instanceof NodeList ? labels[0]?.textContent?.trim() : undefined;
  // A task has a header, or a heading of the page above it; its name is for the requester too.
  const named = 'header' in control ? control.getAttribute('header') : control.getAttribute('name');
  const name = control.getAttribute('label') || label || control.getAttribute('aria-label') || named;
  return name ? formTerms.namedProblem(name, control.validationMessage) : control.validationMessage;
}

/** Controls in regions stand outside of every form, so no native reset reaches them. */
export function resetLoneControl(element: Element): void {
  const control = element as Element & { form?: unknown; formResetCallback?(): void };
  if (control.form) return;
  if (element instanceof HTMLInputElement) {
    element.value = element.defaultValue;
    element.checked = element.defaultChecked;
  } else if (element instanceof HTMLTextAreaElement) element.value = element.defaultValue;
  else if (element instanceof HTMLSelectElement) {
    for (const option of element.options) option.selected = option.defaultSelected;
  } else control.formResetCallback?.();
}

/** Shows a control wherever it is hidden, and what is wrong with it. */
export function revealControl(control: CheckedControl): void {
  // Tabs, dialogs and other containers open when they hear this.
  control.dispatchEvent(new CustomEvent('crowd-reveal', { bubbles: true, composed: true }));
  for (let parent = control.closest('details'); parent; parent = parent.parentElement?.closest('details') ?? null) {
    parent.open = true;
  }
  control.scrollIntoView({ block: 'nearest' });
  control.focus();
  // Crowd controls show their message in place; the browser knows how to do it for its own.
  if (!control.localName.includes('-') && control.matches(':focus')) control.reportValidity();
}
