import type { StrResult } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';

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
 * This is the runtime mode of lit-localize with a table of our own. Its global `configureLocalization` works once a
 * page; taking it would break every application that localises itself with the same package.
 */
export function msg(english: string | StrResult, { id }: { readonly id: string }): string {
  // Tables hold plain sentences only, never templates with markup.
  return runtimeMsg(shown === 'en' ? undefined : tables[shown], english, { id }) as string;
}
