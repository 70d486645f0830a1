/**
 * Something found in data that its author may want to know. Reported, never thrown.
 *
 * `message` continues a sentence that begins with the name of the place, such as `` `labels` ``. It is written for
 * developers, in English.
 */
export interface Problem {
  /** A stable name for tests and filters, in kebab-case. */
  readonly code: string;
  /** `error`: something could not be used. `warning`: it was used, though perhaps not as meant. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A value together with what was odd about its source. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
