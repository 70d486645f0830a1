import type { AxeResults, ElementContext, Result, RunOptions } from 'axe-core';
// The package is a classic script: it makes a global, and exports nothing to modules.
import 'axe-core/axe.min.js';

const axe = (
  globalThis as unknown as { axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> } }
).axe;

/** What a check may leave out; say why beside each use. */
export interface AccessibilityOptions {
  /** Ids of axe rules that do not apply to the case at hand. */
  readonly ignoredRules?: readonly string[];
}

/** Rules about whole pages, which the page of a test is not. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang', 'bypass'];

const describe = (violation: Result) => {
  const places = violation.nodes.map(
    ({ target, failureSummary = '' }) =>
      `    ${target.flat().join(' >> ')}\n      ${failureSummary.replaceAll('\n', '\n      ')}`,
  );
  return `  ${violation.id} (${violation.impact ?? 'minor'}): ${violation.help}\n${places.join('\n')}`;
};

/** Fails with a readable list when axe finds anything within the element, its shadow roots included. */
export async function expectAccessible(
  element: Element = document.body,
  { ignoredRules = [] }: AccessibilityOptions = {},
): Promise<void> {
  const rules = Object.fromEntries([...PAGE_RULES, ...ignoredRules].map((id) => [id, { enabled: false }]));
  const { violations } = await axe.run(element, { rules, resultTypes: ['violations'] });
  if (violations.length === 0) return;
  throw new Error(
    `<${element.localName}> has ${violations.length} accessibility problem(s):\n${violations.map(describe).join('\n')}`,
  );
}
