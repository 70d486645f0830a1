import type { StrResult } from '@lit/localize';
import { joinStringsAndValues } from '@lit/localize/internal/str-tag.js';

/** Texts of one language by id. Placeholders are numbers: the position of the value in the English sentence. */
export type Texts = Readonly<Record<string, string | StrResult>>;

/** Languages that can be shown; English is written in the code and needs no table. */
export const locales = ['en', 'ko'] as const;

/** A language that can be shown. */
export type LocaleCode = (typeof locales)[number];

const tables: Record<LocaleCode, Record<string, string | StrResult>> = { en: {}, ko: {} };
let shown: LocaleCode = 'en';

/**
 * Adds the texts of one area. Each area brings its own, so that an application with form controls alone does not carry
 * the words of the annotators.
 */
export function addTexts(locale: LocaleCode, texts: Texts): void {
  Object.assign(tables[locale], texts);
}

/** All texts known for a language by now. */
export function textsOf(locale: LocaleCode): Texts {
  return tables[locale];
}

/** The language in which `msg` speaks. */
export function shownLocale(): LocaleCode {
  return shown;
}

/** For the locale switch only: sets the language without telling anybody. */
export function speak(locale: LocaleCode): void {
  shown = locale;
}

/**
 * The text with this id in the shown language, or the English sentence.
 *
 * What the runtime mode of lit-localize does with a table, on a table of our own. Its global `configureLocalization`
 * works once a page; taking it would break every application that localises itself with the same package. Every text
 * here has an id and none holds markup, so what makes ids and keeps markup apart stays out of the bundle.
 */
export function msg(english: string | StrResult, { id }: { readonly id: string }): string {
  const text = (shown === 'en' ? undefined : tables[shown][id]) ?? english;
  if (typeof text === 'string') return text;
  const values = typeof english === 'string' ? [] : english.values;
  // A translation holds numbers in the places of values: which of the English ones goes there.
  return joinStringsAndValues(text.strings, values, text === english ? undefined : (text.values as number[]));
}
