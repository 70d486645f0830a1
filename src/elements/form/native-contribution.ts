import type { Contribution } from '../../answers/collect.js';

/** Buttons are no answers; `image` inputs are buttons. */
const buttonTypes = new Set(['button', 'image', 'reset', 'submit']);

function ofField(field: HTMLInputElement | HTMLTextAreaElement): Contribution | undefined {
  const { name, type, value } = field;
  if (buttonTypes.has(type)) return undefined;
  if (type === 'checkbox' || type === 'radio') {
    return { name, type: 'choice', choices: { [value]: (field as HTMLInputElement).checked } };
  }
  // Of a file this is its name alone; the content never travels in an answer.
  return value === '' ? undefined : { name, type: 'value', value };
}

function ofSelect({
  name,
  multiple,
  selectedIndex,
  selectedOptions,
  value,
}: HTMLSelectElement): Contribution | undefined {
  if (multiple) return { name, type: 'value', value: Array.from(selectedOptions, (option) => option.value) };
  return selectedIndex < 0 ? undefined : { name, type: 'value', value };
}

/**
 * What a native control adds to the answer; nothing when it is disabled, nameless, a button, or left empty.
 *
 * Radio buttons and checkboxes give each value as a boolean; the records of one name are merged later.
 */
export function nativeContribution(element: Element): Contribution | undefined {
  const isSelect = element instanceof HTMLSelectElement;
  if (!isSelect && !(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return undefined;
  if (!element.name || element.matches(':disabled')) return undefined;
  return isSelect ? ofSelect(element) : ofField(element);
}
