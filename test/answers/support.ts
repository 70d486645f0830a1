import { fixtureJson } from '../support/fixtures.js';

/** A recorded answer of an element. */
export const goldenAnswer = (name: string) => fixtureJson(`../answers/golden/${name}.json`);

/** Codes of problems, in order. */
export const codes = (problems: readonly { readonly code: string }[]) => problems.map((problem) => problem.code);
