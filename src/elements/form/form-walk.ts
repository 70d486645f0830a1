import type { Contribution } from '../../answers/collect.js';
import { isContributor, type AnswerContributor } from './answer-protocol.js';
import { nativeContribution } from './native-contribution.js';

/**
 * All elements inside a crowd-form in document order, but for those of another crowd-form within it.
 *
 * Walks the tree instead of reading `form.elements`: controls may be called `elements`, nested forms own some of the
 * controls, and everything written inside counts wherever it stands.
 */
export function* elementsOf(crowdForm: Element): Generator<Element> {
  const walker = document.createTreeWalker(crowdForm, NodeFilter.SHOW_ELEMENT, (node) =>
    (node as Element).localName === 'crowd-form' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Element;
}

/** The elements that take part by the answer protocol. */
export function contributorsOf(crowdForm: Element): AnswerContributor[] {
  return [...elementsOf(crowdForm)].filter(isContributor);
}

interface FormElementClass extends CustomElementConstructor {
  readonly formAssociated?: boolean;
}

/** Another library's form control: it has a name and a value, and says that it belongs to forms. */
function foreignContribution(element: Element): Contribution | undefined {
  const elementClass = customElements.get(element.localName) as FormElementClass | undefined;
  // Only now is it known that the element is no form, whose members its controls may hide.
  const name = elementClass?.formAssociated && element.getAttribute('name');
  if (!name || element.matches(':disabled')) return undefined;
  const { value } = element as Element & { value?: unknown };
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain && value !== '' ? { name, type: 'value', value } : undefined;
}

/** One element's part of the answer; an element that fails is reported and left out, the others are not lost. */
function contributionOf(element: Element): Contribution | undefined {
  try {
    if (isContributor(element)) return element.answerContribution();
    return nativeContribution(element) ?? foreignContribution(element);
  } catch (error) {
    console.error(`<${element.localName}> could not give its answer.`, error);
    return undefined;
  }
}

/** Everything that the controls inside a crowd-form contribute, in document order. */
export function contributionsOf(crowdForm: Element): Contribution[] {
  const found: Contribution[] = [];
  for (const element of elementsOf(crowdForm)) {
    const contribution = contributionOf(element);
    if (contribution?.name) found.push(contribution);
  }
  return found;
}

/** A control that a form can check. */
export type CheckedControl = HTMLElement &
  Pick<HTMLInputElement, 'checkValidity' | 'reportValidity' | 'validationMessage'> & {
    readonly validity?: ValidityState;
  };

function isChecked(element: Element): element is CheckedControl {
  // A form and a fieldset answer for the controls inside them, which are asked themselves.
  if (element instanceof HTMLFormElement || element instanceof HTMLFieldSetElement) return false;
  return typeof (element as Partial<CheckedControl>).checkValidity === 'function';
}

/** All controls that can be checked, in document order. */
export function checkedControlsOf(crowdForm: Element): CheckedControl[] {
  return [...elementsOf(crowdForm)].filter(isChecked);
}

/** Controls whose value may not be submitted, in document order. Each of them has fired `invalid` once. */
export function invalidControlsOf(crowdForm: Element): CheckedControl[] {
  return checkedControlsOf(crowdForm).filter((control) => !control.checkValidity());
}
